/** A check with what the workbook remembers: its settings, and what was said of its findings. Loaded when one runs. */
import type { checkWorkbook } from "../../checking/check";
import { justify } from "../../checking/justifications";
import type { CheckReport } from "../../checking/report";
import type { CodeActivite } from "../../domain/codesActivite";
import { keyOfJustification, type Justification } from "../../domain/justification";
import { localDay } from "../../domain/days";
import { AUCUNE_MEMOIRE, memoireJson, parseMemoire, reglagesDe, type Memoire } from "../../domain/memoire";
import { withoutReglages } from "../../messages/reglages";
import type { HostResult, WritableHost } from "../../host/ports";
import type { Workbook } from "../../workbook/picture";
import { changeMemoire, readMemoire } from "../memoire";
import { listed, type ListedFindings } from "./listed";
import { rememberOwn, withOrigin } from "./ownJustifications";

export interface Inspected {
  readonly report: CheckReport;
  readonly listed: ListedFindings;
  /** Why the check did without what the workbook remembers; null where it did not. */
  readonly trouble: string | null;
}

async function listedOf({ findings }: CheckReport, { justifications }: Memoire): Promise<ListedFindings> {
  return listed(justify(findings, await withOrigin(justifications)));
}

/** Checks a workbook's picture as its officer has set it up; without settings where these cannot be read. */
export async function inspect(
  host: WritableHost,
  check: typeof checkWorkbook,
  workbook: Workbook,
  ownCodes: readonly CodeActivite[],
): Promise<Inspected> {
  const kept = await readMemoire(host);
  const memoire = kept.ok ? kept.value : AUCUNE_MEMOIRE;
  const read = { ...workbook, lectures: memoire.lectures };
  const report = await check(read, { date: localDay(new Date()), ownCodes, reglages: reglagesDe(memoire) });
  const trouble = kept.ok ? null : withoutReglages(kept.sentence);
  return { report, listed: await listedOf(report, memoire), trouble };
}

export type EditJustifications = (all: readonly Justification[]) => readonly Justification[];

/** Changes the justifications that the workbook keeps; those that are new are this machine's own. */
export async function changeJustifications(
  host: WritableHost,
  report: CheckReport,
  edit: EditJustifications,
): Promise<HostResult<ListedFindings>> {
  let added: readonly Justification[] = [];
  const changed = await changeMemoire(host, (memoire) => {
    const justifications = edit(memoire.justifications);
    added = justifications.filter((one) => !memoire.justifications.includes(one));
    return { ...memoire, justifications };
  });
  if (!changed.ok) return changed;
  // As the workbook gives them back: a line break of a reason is not kept.
  const kept = parseMemoire(memoireJson(changed.value), "");
  const memoire = "problem" in kept ? changed.value : kept;
  const keys = new Set(added.map(keyOfJustification));
  await rememberOwn(memoire.justifications.filter((one) => keys.has(keyOfJustification(one))));
  return { ok: true, value: await listedOf(report, memoire) };
}
