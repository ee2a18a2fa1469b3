/**
 * An archive with some parts changed. What does not change is copied as it stands, compressed bytes, header and place:
 * a program that signs, compares or merely reads the other parts must not see that anybody was here.
 */
import { deflateSync } from "fflate";
import { corrupt } from "../trouble";
import {
  crc32,
  Directory,
  DIRECTORY_END,
  DIRECTORY_HEADER,
  IN_EXTRA_FIELD,
  LOCAL_HEADER,
  partName,
  type Entry,
} from "../zip";

/** New bytes of parts by name; null takes a part away. Names that the archive has not are added at its end. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

const UTF8_NAME = 0x0800;
const DEFLATED = 8;
/** "2.0": deflate. */
const VERSION = 20;
/** 1 January 1980, the first day that an archive knows: the same draft gives the same bytes whenever it is applied. */
const FIRST_DAY = 0x21;

interface Packed {
  readonly size: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

/** What of a record stays when the part changes. */
interface Identity {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly time: number;
  readonly date: number;
  readonly attributes: number;
}

function pack(bytes: Uint8Array): Packed {
  return { size: bytes.length, crc: crc32(bytes), data: deflateSync(bytes, { level: 6 }) };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function header(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function localHeader({ name, flags, time, date }: Identity, { size, crc, data }: Packed): Uint8Array {
  const fixed = header(30, (view) => {
    view.setUint32(0, LOCAL_HEADER, true);
    view.setUint16(4, VERSION, true);
    view.setUint16(6, flags, true);
    view.setUint16(8, DEFLATED, true);
    view.setUint16(10, time, true);
    view.setUint16(12, date, true);
    view.setUint32(14, crc, true);
    view.setUint32(18, data.length, true);
    view.setUint32(22, size, true);
    view.setUint16(26, name.length, true);
  });
  return joined([fixed, name]);
}

function record({ name, flags, time, date, attributes }: Identity, packed: Packed, offset: number): Uint8Array {
  const fixed = header(46, (view) => {
    view.setUint32(0, DIRECTORY_HEADER, true);
    view.setUint16(4, VERSION, true);
    view.setUint16(6, VERSION, true);
    view.setUint16(8, flags, true);
    view.setUint16(10, DEFLATED, true);
    view.setUint16(12, time, true);
    view.setUint16(14, date, true);
    view.setUint32(16, packed.crc, true);
    view.setUint32(20, packed.data.length, true);
    view.setUint32(24, packed.size, true);
    view.setUint16(28, name.length, true);
    view.setUint32(38, attributes, true);
    view.setUint32(42, offset, true);
  });
  return joined([fixed, name]);
}

function identityOf(bytes: Uint8Array, { recordAt }: Entry): Identity {
  const view = new DataView(bytes.buffer, bytes.byteOffset + recordAt, bytes.length - recordAt);
  return {
    name: bytes.slice(recordAt + 46, recordAt + 46 + view.getUint16(28, true)),
    flags: view.getUint16(8, true) & UTF8_NAME,
    time: view.getUint16(12, true),
    date: view.getUint16(14, true),
    attributes: view.getUint32(38, true),
  };
}

/** The record of a part that stays, with its new place. Sizes move out of the 64-bit field, which held a place too. */
function keptRecord(bytes: Uint8Array, entry: Entry, offset: number): Uint8Array {
  const kept = bytes.slice(entry.recordAt, entry.recordEnd);
  const view = new DataView(kept.buffer);
  if (![20, 24, 42].some((at) => view.getUint32(at, true) === IN_EXTRA_FIELD)) {
    view.setUint32(42, offset, true);
    return kept;
  }
  const [nameLength, extraLength] = [view.getUint16(28, true), view.getUint16(30, true)];
  const extras: Uint8Array[] = [];
  const end = 46 + nameLength + extraLength;
  for (let at = 46 + nameLength; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) extras.push(kept.slice(at, at + 4 + view.getUint16(at + 2, true)));
  }
  const extra = joined(extras);
  view.setUint32(20, entry.packedSize, true);
  view.setUint32(24, entry.size, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(42, offset, true);
  return joined([kept.slice(0, 46 + nameLength), extra, kept.slice(end)]);
}

/** The entries in the order in which they lie in the file. Throws where two overlap or have one name. */
function inFileOrder(directory: Directory, entries: readonly Entry[], directoryAt: number): Entry[] {
  const sorted = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  sorted.forEach((entry, i) => {
    const data = directory.packed(entry);
    const next = sorted[i + 1]?.headerAt ?? directoryAt;
    if (data.byteOffset + data.length - directory.view.byteOffset > next) throw corrupt("parts that overlap");
  });
  if (new Set(entries.map(({ name }) => partName(name))).size < entries.length) throw corrupt("two parts of one name");
  return sorted;
}

function closing(bytes: Uint8Array, endAt: number, count: number, size: number, offset: number): Uint8Array {
  const end = bytes.slice(endAt);
  const view = new DataView(end.buffer);
  view.setUint32(0, DIRECTORY_END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return end;
}

/** The archive with the changes. Throws UnreadableFile ("corrupt") for one whose parts cannot be told apart. */
export function patchArchive(archive: Uint8Array, changes: PartChanges): Uint8Array {
  // Node's buffers are such arrays too, but their `slice` is no copy.
  const bytes = new Uint8Array(archive.buffer, archive.byteOffset, archive.length);
  const directory = new Directory(bytes);
  const entries = directory.entries();
  const changed = new Map([...changes].map(([name, content]) => [partName(name), content]));
  const directoryAt = Math.min(directory.endAt(), ...entries.map(({ recordAt }) => recordAt));
  const inOrder = inFileOrder(directory, entries, directoryAt);
  const pieces: Uint8Array[] = [bytes.subarray(0, inOrder[0]?.headerAt ?? 0)];
  let length = pieces[0]?.length ?? 0;
  const records = new Map<Entry | string, Uint8Array>();
  const add = (...more: readonly Uint8Array[]) => {
    pieces.push(...more);
    length += more.reduce((sum, piece) => sum + piece.length, 0);
  };
  inOrder.forEach((entry, i) => {
    const content = changed.get(partName(entry.name));
    if (content === null) return;
    if (content === undefined) {
      records.set(entry, keptRecord(bytes, entry, length));
      // Up to the next one: a descriptor may follow the data.
      add(bytes.subarray(entry.headerAt, inOrder[i + 1]?.headerAt ?? directoryAt));
      return;
    }
    const [identity, packed] = [identityOf(bytes, entry), pack(content)];
    records.set(entry, record(identity, packed, length));
    add(localHeader(identity, packed), packed.data);
  });
  const known = new Set(entries.map(({ name }) => partName(name)));
  for (const [name, content] of changes) {
    if (content === null || known.has(partName(name))) continue;
    const identity = {
      name: new TextEncoder().encode(name),
      flags: UTF8_NAME,
      time: 0,
      date: FIRST_DAY,
      attributes: 0,
    };
    const packed = pack(content);
    records.set(name, record(identity, packed, length));
    add(localHeader(identity, packed), packed.data);
  }
  const offset = length;
  const listed = [...entries, ...changes.keys()].flatMap((key) => records.get(key) ?? []);
  add(...listed);
  return joined([...pieces, closing(bytes, directory.endAt(), listed.length, length - offset, offset)]);
}
