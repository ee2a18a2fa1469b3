/**
 * The archive around the parts. Its directory is read here, because sizes must be judged before anything is inflated
 * and checksums after; fflate only inflates, in pieces, so that a part that lies about its size is stopped.
 */
import { Inflate } from "fflate";
import { MAX_DECLARED_BYTES, MAX_ENTRIES, MAX_INFLATED_BYTES } from "./limits";
import { corrupt, UnreadableFile } from "./trouble";

/** A part as the archive's directory describes it. */
export interface Entry {
  /** As written there. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly headerAt: number;
  /** Where its record in the directory begins and ends. */
  readonly recordAt: number;
  readonly recordEnd: number;
}

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_HEADER = 0x02014b50;
export const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
export const IN_EXTRA_FIELD = 0xffffffff;
const ENCRYPTED_FLAG = 1;

/** Whether the bytes begin as an archive does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The list of parts at the end of an archive. Its methods throw UnreadableFile. */
export class Directory {
  readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #u32(at: number): number {
    if (at < 0 || at + 4 > this.bytes.length) throw corrupt("the archive is cut off");
    return this.view.getUint32(at, true);
  }

  #u16(at: number): number {
    if (at < 0 || at + 2 > this.bytes.length) throw corrupt("the archive is cut off");
    return this.view.getUint16(at, true);
  }

  #u64(at: number): number {
    const value = this.#u32(at) + this.#u32(at + 4) * 2 ** 32;
    if (!Number.isSafeInteger(value)) throw corrupt("a size that cannot be");
    return value;
  }

  /** Where the record that closes the archive begins. */
  endAt(): number {
    // A comment of at most 65,535 bytes may follow.
    for (let at = this.bytes.length - 22; at >= Math.max(0, this.bytes.length - 22 - 0xffff); at--) {
      if (this.view.getUint32(at, true) === DIRECTORY_END) return at;
    }
    throw corrupt("no directory");
  }

  entries(): Entry[] {
    const end = this.endAt();
    let count = this.#u16(end + 10);
    let at = this.#u32(end + 16);
    if ((count === 0xffff || at === IN_EXTRA_FIELD) && end >= 20 && this.#u32(end - 20) === LOCATOR_64) {
      const end64 = this.#u64(end - 12);
      if (this.#u32(end64) !== DIRECTORY_END_64) throw corrupt("no 64-bit directory");
      count = this.#u64(end64 + 32);
      at = this.#u64(end64 + 48);
    }
    if (count > MAX_ENTRIES) throw new UnreadableFile("too-large", `${count} parts`);
    const entries: Entry[] = [];
    for (let i = 0; i < count; i++) {
      if (this.#u32(at) !== DIRECTORY_HEADER) throw corrupt("directory");
      const next = at + 46 + this.#u16(at + 28) + this.#u16(at + 30) + this.#u16(at + 32);
      entries.push(this.#entry(at, next));
      at = next;
    }
    return entries;
  }

  #entry(at: number, recordEnd: number): Entry {
    if ((this.#u16(at + 8) & ENCRYPTED_FLAG) !== 0) throw new UnreadableFile("encrypted", "encrypted part");
    const nameEnd = at + 46 + this.#u16(at + 28);
    if (nameEnd > this.bytes.length) throw corrupt("the archive is cut off");
    const sizes = [this.#u32(at + 24), this.#u32(at + 20), this.#u32(at + 42)];
    const [size = 0, packedSize = 0, headerAt = 0] = this.#wide(sizes, nameEnd, this.#u16(at + 30));
    return {
      name: new TextDecoder().decode(this.bytes.subarray(at + 46, nameEnd)),
      method: this.#u16(at + 10),
      crc: this.#u32(at + 16),
      packedSize,
      size,
      headerAt,
      recordAt: at,
      recordEnd,
    };
  }

  /** Sizes and position, taken from the 64-bit extra field where the 32-bit ones say so. */
  #wide(values: number[], extraAt: number, extraLength: number): number[] {
    if (!values.includes(IN_EXTRA_FIELD)) return values;
    for (let at = extraAt; at + 4 <= extraAt + extraLength; at += 4 + this.#u16(at + 2)) {
      if (this.#u16(at) !== 1) continue;
      let from = at + 4;
      return values.map((value) => {
        if (value !== IN_EXTRA_FIELD) return value;
        from += 8;
        return this.#u64(from - 8);
      });
    }
    throw corrupt("no 64-bit size");
  }

  packed(entry: Entry): Uint8Array {
    if (this.#u32(entry.headerAt) !== LOCAL_HEADER) throw corrupt("local header");
    const from = entry.headerAt + 30 + this.#u16(entry.headerAt + 26) + this.#u16(entry.headerAt + 28);
    if (from + entry.packedSize > this.bytes.length) throw corrupt("the archive is cut off");
    return this.bytes.subarray(from, from + entry.packedSize);
  }
}

/** Tables of the checksums of a byte and of the zeros after it: eight bytes are then taken at once. */
const AT_ONCE = 8;
const CRC_TABLE = new Uint32Array(256 * AT_ONCE);
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  CRC_TABLE[byte] = rest;
}
for (let at = 256; at < CRC_TABLE.length; at++) {
  const before = CRC_TABLE[at - 256] ?? 0;
  CRC_TABLE[at] = (CRC_TABLE[before & 0xff] ?? 0) ^ (before >>> 8);
}

/** The checksum that an archive keeps of each part. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  let at = 0;
  const table = (place: number, byte: number): number => CRC_TABLE[place * 256 + (byte & 0xff)] ?? 0;
  const byteAt = (place: number): number => bytes[place] ?? 0;
  for (; at + AT_ONCE <= bytes.length; at += AT_ONCE) {
    crc ^= byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24);
    crc =
      table(7, crc) ^
      table(6, crc >>> 8) ^
      table(5, crc >>> 16) ^
      table(4, crc >>> 24) ^
      table(3, byteAt(at + 4)) ^
      table(2, byteAt(at + 5)) ^
      table(1, byteAt(at + 6)) ^
      table(0, byteAt(at + 7));
  }
  for (; at < bytes.length; at++) crc = table(0, crc ^ byteAt(at)) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Inflates a part that declares its size in bytes, within it or hardly beyond. Throws UnreadableFile: "corrupt" for what
 * is no deflated stream, is cut off or holds more than it declares.
 */
export type Inflater = (packed: Uint8Array, declared: number) => Uint8Array;

/** Bytes given to fflate at once: deflate packs at most about 1,032 to 1, so no piece can surprise. */
const PIECE = 8 * 1024;

/** The one for every place: a page has no other. */
const inflateInPieces: Inflater = (packed, declared) => {
  const whole = new Uint8Array(declared);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > declared) throw corrupt("inflates beyond its declared size");
    whole.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    try {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch (error) {
      throw corrupt(error instanceof Error ? error.message : "inflate");
    }
  }
  return whole.subarray(0, length);
};

/** The parts of a file, inflated one by one on request and all together within MAX_INFLATED_BYTES. */
export class Archive {
  readonly #directory: Directory;
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  /** Throws UnreadableFile: "corrupt", "encrypted" or "too-large". */
  constructor(
    bytes: Uint8Array,
    private readonly inflate: Inflater = inflateInPieces,
  ) {
    this.#directory = new Directory(bytes);
    let declared = 0;
    for (const entry of this.#directory.entries()) {
      declared += entry.size;
      // Names of parts compare without case (ECMA-376-2 §6.2.2.3), and some writers begin them with a slash.
      this.#entries.set(partName(entry.name), entry);
    }
    if (declared > MAX_DECLARED_BYTES) throw new UnreadableFile("too-large", `${declared} bytes declared`);
  }

  /** Names of all parts as the directory writes them. */
  names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(part: string): boolean {
    return this.#entries.has(partName(part));
  }

  /** The bytes of a part, checked against its size and its checksum; null when there is no such part. */
  read(part: string): Uint8Array | null {
    const entry = this.#entries.get(partName(part));
    if (!entry) return null;
    const packed = this.#directory.packed(entry);
    const left = MAX_INFLATED_BYTES - this.#inflated;
    if (entry.size > left) throw new UnreadableFile("too-large", `${part} declares ${entry.size} bytes`);
    if (entry.method !== 0 && entry.method !== 8) throw corrupt(`method ${entry.method}`);
    const content = entry.method === 0 ? packed : this.inflate(packed, entry.size);
    this.#inflated += content.length;
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw corrupt(`checksum of ${part}`);
    return content;
  }
}

/** The spelling by which parts are compared. */
export function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}
