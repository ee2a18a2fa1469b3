/** A check with what the workbook remembers: its settings, and what was said of its findings. Loaded when one runs. */
import type { checkWorkbook } from "../../checking/check";
import { justify } from "../../checking/justifications";
import type { CheckReport } from "../../checking/report";
import type { CodeActivite } from "../../domain/codesActivite";
import { keyOfJustification, type Justification } from "../../domain/justification";
import { memoireJson, parseMemoire, type Memoire } from "../../domain/memoire";
import type { HostResult, WritableHost } from "../../host/ports";
import type { Workbook } from "../../workbook/picture";
import { changeMemoire, readMemoire } from "../memoire";
import { listed, type ListedFindings } from "./listed";
import { rememberOwn, withOrigin } from "./ownJustifications";

export interface Inspected {
  readonly report: CheckReport;
  readonly listed: ListedFindings;
}

/** Local day as "YYYY-MM-DD", for the rules of dates and for what is signed. */
export function today(now = new Date()): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function listedOf({ findings }: CheckReport, { justifications }: Memoire): Promise<ListedFindings> {
  return listed(justify(findings, await withOrigin(justifications)));
}

/** Checks a workbook's picture as its officer has set it up. */
export async function inspect(
  host: WritableHost,
  check: typeof checkWorkbook,
  workbook: Workbook,
  ownCodes: readonly CodeActivite[],
): Promise<HostResult<Inspected>> {
  const memoire = await readMemoire(host);
  if (!memoire.ok) return memoire;
  const { reglages } = memoire.value;
  const report = await check(workbook, { date: today(), ownCodes, ...(reglages && { reglages }) });
  return { ok: true, value: { report, listed: await listedOf(report, memoire.value) } };
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
