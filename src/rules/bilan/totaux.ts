/** Relations inside a bilan: of a row, and of totals with what they cover. */
import { CHAMPS_DE_BILAN, type Bilan, type ChampDeBilan, type LigneDeBilan } from "../../reading/bilanTables";
import { hasNoValue, type AmountCell } from "../../reading/cells";
import type { Relation } from "../../relations/relation";
import { isFilled, type RuleContext } from "../rule";
import { nettings } from "./compensations";
import { couvertesDe, ELSEWHERE, type Couverte } from "./couvertures";
import { isKnown, isNetOfOthers, isSaid, isSame, ONE, plus, relationOf, sumOf, takenOff } from "./lignes";
import { holdsReport, reportsOf } from "./reports";

function isBlockSubtotal({ lignes }: Bilan, { kind, covers }: LigneDeBilan): boolean {
  return kind === "sous-total" && covers.every((place) => lignes[place]?.covers.length === 0);
}

/** What was left of an advance counts among what was paid, unless the total, or a payment below it, says otherwise. */
function withReports(table: Bilan, ligne: LigneDeBilan, total: AmountCell, counted: Couverte[]): Couverte[] {
  const own = counted.filter((one) => one.ligne.kind !== "report");
  const held = new Set(
    own.flatMap((one) => (holdsReport(table, one.ligne) === true ? reportsOf(table, one.ligne) : [])),
  );
  const reports = table.lignes.flatMap((one): Couverte[] => {
    const { verse } = one.montants;
    const isOurs = one.blocs.length > 0 && one.blocs.every((bloc) => ligne.blocs.includes(bloc));
    return one.kind === "report" && isOurs && isKnown(verse) && !held.has(one) ? [{ ligne: one, cell: verse }] : [];
  });
  // A report alone is no part of its own payment.
  if (own.length === 0) return [];
  const all = [...own, ...reports];
  const cells = own.map(({ cell }) => cell);
  const isHeld = ligne.kind === "versement" ? holdsReport(table, ligne) : null;
  return (isHeld ?? !isSame(total, sumOf(cells), cells)) ? all : own;
}

function columnRelation(table: Bilan, ligne: LigneDeBilan, champ: ChampDeBilan, rule: string): Relation[] {
  const total = ligne.montants[champ];
  if (!isSaid(total) || (total.state === "none" && ELSEWHERE.includes(champ))) return [];
  const counted = couvertesDe(table, ligne, champ).filter(({ cell }) => cell !== total);
  const others = (champ === "verse" ? withReports(table, ligne, total, counted) : counted).map(({ cell }) => cell);
  return others.some((cell) => cell.amount !== null || hasNoValue(cell))
    ? [relationOf(table, ligne, { rule, total, terms: plus(others) })]
    : [];
}

/** Subtotals and totals of bilans and réalisés, column by column; a balance that was netted is told as such. */
export function totauxDesBilans(context: RuleContext, rule: "sous-total" | "total-general"): Relation[] {
  return context.reading.bilans.flatMap((table) => {
    const netted = new Set(nettings(context, table).flatMap(({ cells }) => cells));
    return table.lignes.flatMap((ligne) => {
      if (ligne.covers.length === 0 || isBlockSubtotal(table, ligne) !== (rule === "sous-total")) return [];
      return CHAMPS_DE_BILAN.flatMap((champ) => columnRelation(table, ligne, champ, rule)).filter(
        ({ total }) => !netted.has(total),
      );
    });
  });
}

function prevu(table: Bilan, ligne: LigneDeBilan): Relation[] {
  const { prevuEtat, prevuDepartement, prevuTotal } = ligne.montants;
  if (!isSaid(prevuTotal) || !prevuEtat || !prevuDepartement) return [];
  if (prevuEtat.state === "covered" || prevuDepartement.state === "covered") return [];
  if (!isFilled(prevuEtat) && !isFilled(prevuDepartement)) return [];
  const terms = plus([prevuEtat, prevuDepartement]);
  return [relationOf(table, ligne, { rule: "total-ligne", total: prevuTotal, terms })];
}

function depense(table: Bilan, ligne: LigneDeBilan, isNet: boolean): Relation[] {
  const { realise, ineligible, autres, eligible } = ligne.montants;
  // Without the column, what was taken off is not known.
  if (!isSaid(eligible) || !isSaid(realise) || !ineligible || realise.state === "none") return [];
  const off = [ineligible, ...(isNet && autres ? [autres] : [])];
  if (off.some(({ state }) => state === "covered")) return [];
  const terms = [{ cell: realise, coefficient: ONE }, ...off.map((cell) => ({ cell, coefficient: takenOff(cell) }))];
  return [relationOf(table, ligne, { rule: "total-ligne", total: eligible, terms })];
}

/** Of each row: prévu État + prévu CD = prévu total; réalisé − inéligible = éligible. */
export function lignesDesBilans({ reading }: RuleContext): Relation[] {
  return reading.bilans.flatMap((table) => {
    const isNet = isNetOfOthers(table);
    return table.lignes.flatMap((ligne) => [...prevu(table, ligne), ...depense(table, ligne, isNet)]);
  });
}
