/** The settings of the convention, and the readings of tables, that a command works with. */
import type { Lecture } from "../domain/lecture";
import { AUCUNE_MEMOIRE, parseMemoire, reglagesDe } from "../domain/memoire";
import { parseReglages, type Reglages } from "../domain/reglages";
import type { HostResult } from "../host/ports";
import { readFileBytes } from "../xlsx/fileHost";
import { absoluteOf } from "./files";

type Read = Reglages | { readonly problem: string };

/** Those of the file that `--settings` names. */
export async function reglagesOfFile(settings: string): Promise<Read> {
  const bytes = await readFileBytes(absoluteOf(settings));
  return bytes.ok ? parseReglages(new TextDecoder().decode(bytes.value), settings) : { problem: bytes.sentence };
}

/** Those that a workbook remembers; none where it remembers nothing. `name` is the workbook's, for people. */
export function rememberedReglages(memory: HostResult<string | null>, name: string): Read {
  if (!memory.ok) return { problem: memory.sentence };
  const memoire = parseMemoire(memory.value, name);
  return "problem" in memoire ? memoire : reglagesDe(memoire);
}

/** The readings that a workbook remembers; none where its memory cannot be read, which the settings' reading tells. */
export function lecturesOf(memory: HostResult<string | null>): readonly Lecture[] {
  const memoire = memory.ok ? parseMemoire(memory.value, "") : AUCUNE_MEMOIRE;
  return "problem" in memoire ? [] : memoire.lectures;
}
