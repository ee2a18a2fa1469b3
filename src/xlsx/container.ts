/** What kind of file the first bytes announce, before anything is unpacked. */
import { MAX_FILE_BYTES } from "./limits";
import { UnreadableFile } from "./trouble";
import { looksLikeZip } from "./zip";

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The names of a compound file's streams are UTF-16, zero-padded, somewhere in its directory. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Lets an archive pass. Throws UnreadableFile for anything else. */
export function requireArchive(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile("empty", "0 bytes");
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile("too-large", `${bytes.length} bytes`);
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) {
    if (holdsStream(bytes, "EncryptedPackage")) throw new UnreadableFile("encrypted", "EncryptedPackage");
    // Excel 97's stream is Workbook, Excel 5's is Book.
    if (holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book")) throw new UnreadableFile("old-excel", "Workbook");
    throw new UnreadableFile("not-a-workbook", "compound file");
  }
  if (!looksLikeZip(bytes)) throw new UnreadableFile("not-a-workbook", "no archive");
}
