/** Drafts of the Nord's plan of 2024, and what they would write. */
import { checkWorkbook } from "../../src/checking/check";
import type { Bloc } from "../../src/domain/bloc";
import { AUCUN_REGLAGE, type Reglages } from "../../src/domain/reglages";
import { draftPlan, type PlanDraft, type PlanOptions } from "../../src/drafting/plan";
import { cellAddress, parseArea } from "../../src/workbook/address";
import type { CellContent } from "../../src/workbook/draft";
import type { Workbook } from "../../src/workbook/picture";
import { applied } from "./applied";
import { ficheRows } from "./nord";
import { sheet, workbook } from "./picture";

export const FICHES = workbook(sheet("Fiches", ficheRows()));
export const NEW_PLAN = "Plan de financement 2024";

export const NOTIFIED: Reglages = {
  ...AUCUN_REGLAGE,
  annee: 2024,
  notifies: (
    [
      ["axe-1", "2450000.00"],
      ["axe-3", "2698980.00"],
      ["axe-4", "900000.00"],
      ["volet-1", "135000.00"],
      ["volet-2", "8752912.00"],
      ["volet-3", "5700000.00"],
    ] as const satisfies readonly (readonly [Bloc, string])[]
  ).map(([bloc, montant]) => ({ annee: 2024, bloc, montant })),
};

export const OPTIONS: PlanOptions = {
  year: 2024,
  reglages: AUCUN_REGLAGE,
  ownCodes: [],
  parties: "ensemble",
  cible: "modele",
  avenant: false,
};

export function drafted(book: Workbook, options: Partial<PlanOptions> = {}): PlanDraft {
  const result = draftPlan(book, { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/** Content that a draft gives to a cell; undefined where it writes nothing. */
export function contentAt({ draft, sheet: name }: PlanDraft, address: string): CellContent | undefined {
  const area = parseArea(address);
  const isHere = ({ row, column }: { row: number; column: number }) => row === area?.top && column === area.left;
  const write = draft.writes.find(({ ref }) => ref.sheet === name && isHere(ref));
  return write?.after ?? draft.sheets.find((added) => added.name === name)?.cells.find(isHere)?.content;
}

export function values(plan: PlanDraft, ...addresses: string[]): (string | number | boolean | null | undefined)[] {
  return addresses.map((address) => contentAt(plan, address)?.value);
}

export async function findingsOf(book: Workbook, plan: PlanDraft) {
  const { findings, verdict } = await checkWorkbook(applied(book, plan.draft), { year: 2024 });
  return { verdict, findings: findings.map(({ rule, cell }) => `${rule} ${cellAddress(cell.row, cell.column)}`) };
}
