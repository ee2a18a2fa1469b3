import { parseOwnCodes } from "../domain/ownCodes";
import { readFileBytes } from "../xlsx/fileHost";
import { absoluteOf } from "./files";

/** The codes of the file that `--codes` names; none without it. */
export async function readOwnCodes(file: string | null): Promise<ReturnType<typeof parseOwnCodes>> {
  if (file === null) return [];
  const bytes = await readFileBytes(absoluteOf(file));
  return bytes.ok ? parseOwnCodes(new TextDecoder().decode(bytes.value), file) : { problem: bytes.sentence };
}
