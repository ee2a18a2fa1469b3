/** What the workbook remembers, read and changed as a whole: who changes one thing keeps the others. */
import { AUCUNE_MEMOIRE, memoireJson, parseMemoire, type Memoire } from "../domain/memoire";
import type { HostFailure, HostResult, WritableHost } from "../host/ports";
import { MEMOIRE_SENTENCES } from "../messages/memoire";

const WORKBOOK = "ce classeur";

function unread(sentence: string): HostFailure {
  return { ok: false, code: "unexpected", sentence };
}

/** What a workbook remembers; nothing where it remembers nothing. Fails with a sentence where it cannot be read. */
export async function readMemoire(host: WritableHost): Promise<HostResult<Memoire>> {
  const memory = await host.readMemory();
  if (!memory.ok) return memory;
  const memoire = parseMemoire(memory.value, WORKBOOK);
  return "problem" in memoire ? unread(memoire.problem) : { ok: true, value: memoire };
}

/** The last change that was asked of each host: the next one waits for it, or it would write back what it replaced. */
const turns = new WeakMap<WritableHost, Promise<unknown>>();

async function change(
  host: WritableHost,
  edit: (memoire: Memoire) => Memoire,
  replacesUnread: boolean,
): Promise<HostResult<Memoire>> {
  const memory = await host.readMemory();
  if (!memory.ok) return memory;
  const kept = parseMemoire(memory.value, WORKBOOK);
  if ("problem" in kept && !replacesUnread) return unread(kept.problem);
  const memoire = edit("problem" in kept ? AUCUNE_MEMOIRE : kept);
  const json = memoireJson(memoire);
  // What could not be read again would take everything that is kept with it.
  if ("problem" in parseMemoire(json, WORKBOOK)) return unread(MEMOIRE_SENTENCES.notKept);
  const written = await host.writeMemory(json);
  return written.ok ? { ok: true, value: memoire } : written;
}

/**
 * Changes what the workbook remembers: `edit` is given the whole as it stands at that moment. Nothing is written where
 * it cannot be read, unless the officer has asked to replace it (`replacesUnread`).
 */
export function changeMemoire(
  host: WritableHost,
  edit: (memoire: Memoire) => Memoire,
  { replacesUnread = false } = {},
): Promise<HostResult<Memoire>> {
  const run = () => change(host, edit, replacesUnread);
  const turn = (turns.get(host) ?? Promise.resolve()).then(run, run);
  turns.set(host, turn);
  return turn;
}
