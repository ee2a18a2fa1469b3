import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { isFilled, subjectOf, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { blocOf, isKnown, isSaid, isSame, plus, realisesOf, regleOf, relationOf, sumOf, yearsOf } from "./lignes";
import { holdsReport } from "./reports";
import { paidCells, plannedCells, spentCells, yearsOfLine } from "./prevus";

const PREVUS = [
  ["prevuEtat", "etat"],
  ["prevuDepartement", "departement"],
  ["prevuTotal", "total"],
] as const;
const SPENT: readonly ChampDeBilan[] = ["realise", "ineligible", "autres", "departement"];
const TO_PLAN = "Plan de financement (annexe 1.b)";

/** The years that a row may add up, the likeliest first: some bilans repeat one year, others add the former ones. */
function spansOf(context: RuleContext, table: Bilan, ligne: LigneDeBilan): (readonly number[])[] {
  const own = yearsOfLine(context, table, ligne);
  const bloc = blocOf(ligne);
  const since = bloc === null ? null : (regleOf(bloc, own)?.cumulDepuis ?? null);
  const last = own.at(-1);
  const whole =
    since === null || last === undefined || last < since
      ? []
      : [Array.from({ length: last - since + 1 }, (_, place) => since + place)];
  const apart = yearsOf(context, table)
    .map((year) => [year])
    .reverse();
  return [own, ...whole, ...apart].filter((years) => years.length > 0);
}

/** The cells that a row's amount repeats: of the years with which it agrees, else of its own. */
function sourceOf(
  cell: AmountCell,
  spans: readonly (readonly number[])[],
  cellsOf: (years: readonly number[]) => AmountCell[] | null,
): AmountCell[] | null {
  const found = spans.flatMap((years) => {
    const cells = cellsOf(years);
    return cells?.some(isFilled) ? [cells] : [];
  });
  const [own] = spans;
  return found.find((cells) => isSame(cell, sumOf(cells), cells)) ?? (own ? cellsOf(own) : null);
}

/** True where both say that nobody pays. */
function saysNothing(cell: AmountCell, cells: readonly AmountCell[]): boolean {
  return cells.every((one) => !isKnown(one)) && (cell.state === "none" || cell.amount?.value.isZero() === true);
}

function planned(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Relation[] | null {
  const spans = spansOf(context, table, ligne);
  let isMissing = false;
  const relations = PREVUS.flatMap(([champ, share]): Relation[] => {
    const total = ligne.montants[champ];
    if (!isSaid(total)) return [];
    const cells = sourceOf(total, spans, (years) => plannedCells(context, table, ligne, years, share));
    if (!cells) isMissing = true;
    if (!cells?.some(isFilled) || saysNothing(total, cells)) return [];
    return [relationOf(table, ligne, { rule: "bilan-plan", total, terms: plus(cells), reference: TO_PLAN })];
  });
  return isMissing && relations.length === 0 ? null : relations;
}

function spent(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Relation[] {
  if (table.kind !== "bilan" || realisesOf(context).length === 0) return [];
  const spans = spansOf(context, table, ligne);
  const relation = (champ: ChampDeBilan, cells: AmountCell[] | null): Relation[] => {
    const total = ligne.montants[champ];
    if (!isSaid(total) || !cells || saysNothing(total, cells)) return [];
    return [relationOf(table, ligne, { rule: "bilan-plan", total, terms: plus(cells) })];
  };
  const ofAction = SPENT.flatMap((champ) => {
    const total = ligne.montants[champ];
    const cells = total ? sourceOf(total, spans, (years) => spentCells(context, ligne, years, champ)) : null;
    // A réalisé that is not typed yet says nothing; what nobody paid or refused is left blank.
    const isOptional = champ === "ineligible" || champ === "autres";
    return cells && (isOptional || cells.every(isFilled)) ? relation(champ, cells) : [];
  });
  // An action may leave it to the line of its payment.
  const verse = isKnown(ligne.montants.verse) ? ligne.montants.verse : null;
  const [alone, withReports] = [false, true].map((isWith) =>
    verse ? sourceOf(verse, spans, (years) => paidCells(context, ligne, years, isWith)) : null,
  );
  const holds = holdsReport(table, ligne);
  const isWith = holds ?? (verse && withReports && isSame(verse, sumOf(withReports), withReports));
  const paid = (isWith ? withReports : alone) ?? null;
  return [...ofAction, ...(paid?.some(isKnown) ? relation("verse", paid) : [])];
}

/** What a bilan says was planned is the plan in force; what it says was spent is the réalisé. */
export const bilanPlan: Rule = {
  id: "bilan-plan",
  family: "bilan",
  run(context) {
    const relations: Relation[] = [];
    const unverifiable: Unverifiable[] = [];
    for (const table of context.reading.bilans) {
      for (const ligne of table.lignes) {
        relations.push(...spent(context, table, ligne));
        if (ligne.kind !== "action") continue;
        const found = planned(context, table, ligne);
        if (found) relations.push(...found);
        else unverifiable.push({ reason: "prevu-absent", subject: subjectOf(ligne) });
      }
    }
    const applies = relations.length + unverifiable.length > 0;
    return { relations, faults: [], checked: 0, unverifiable, applies };
  },
};
