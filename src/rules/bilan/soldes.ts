/** Balances of a bilan: what is due less what was paid, and what was paid too much, never the one for the other. */
import { formatEuros } from "../../domain/format";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { cellFault, subjectOf, type CellFault, type RuleContext } from "../rule";
import { couvertesDe } from "./couvertures";
import { nettings } from "./compensations";
import { bilansOf, blocOf, isKnown, isLater, MINUS_ONE, ONE, paiementOf, plus } from "./lignes";
import { holdsReport, reportsOf } from "./reports";
import { knownCells, marginOf, relationOf, sumOf, yearsOf } from "./lignes";

interface Compte {
  readonly table: Bilan;
  readonly ligne: LigneDeBilan;
  readonly dues: readonly AmountCell[];
  /** What was paid, with what was left of the year before's advance. */
  readonly paid: readonly AmountCell[];
}

/** The rows below that share a merged cell of the column with a row. */
function merged({ lignes }: Bilan, ligne: LigneDeBilan): LigneDeBilan[] {
  const after = lignes.slice(lignes.indexOf(ligne) + 1);
  const end = after.findIndex(({ montants }) => montants.verse?.state !== "covered");
  return end === -1 ? after : after.slice(0, end);
}

/** The report that a row's own payment does not hold yet. */
function openReports(table: Bilan, ligne: LigneDeBilan): AmountCell[] {
  if (ligne.kind === "report" || holdsReport(table, ligne) === true) return [];
  return reportsOf(table, ligne).flatMap((one) => knownCells(one, ["verse"]));
}

function comptesOf(context: RuleContext, table: Bilan): Compte[] {
  const years = yearsOf(context, table);
  return table.lignes.flatMap((ligne): Compte[] => {
    const { verse } = ligne.montants;
    const payments = new Set(ligne.blocs.map((bloc) => paiementOf(bloc, years)?.id));
    // A total may leave out what is balanced later.
    if (ligne.kind === "total" || payments.size > 1 || !isKnown(verse)) return [];
    const rows = [ligne, ...merged(table, ligne)];
    const dues = rows.flatMap((row) => knownCells(row, ["due"]));
    if (dues.length === 0 || dues.length < rows.filter(({ montants }) => montants.due?.state !== "covered").length)
      return [];
    return [{ table, ligne, dues, paid: [verse, ...openReports(table, ligne)] }];
  });
}

function isNothing(cell: AmountCell | undefined): boolean {
  return cell === undefined || cell.state === "empty" || cell.state === "none" || cell.amount?.value.isZero() === true;
}

/** A balance that the convention leaves to the final bilan. */
function isPaidLater(context: RuleContext, { table, ligne }: Compte): boolean {
  const bloc = blocOf(ligne);
  const payment = bloc && paiementOf(bloc, yearsOf(context, table));
  return payment?.soldeSur === "bilan-final" && table.etape !== "final";
}

/** solde = dû − versé + trop-perçu: true on both sides of zero, so that no figure has to be trusted first. */
function relation({ table, ligne, dues, paid }: Compte, reference: string | null): Relation[] {
  const { solde, excedent } = ligne.montants;
  const isOverpaid = sumOf(dues).lt(sumOf(paid));
  const hasSolde = solde !== undefined && solde.state !== "covered";
  const hasExcedent = excedent !== undefined && excedent.state !== "covered";
  if ((solde && isLater(solde)) || (excedent && isLater(excedent))) return [];
  const common = { rule: "solde", reference };
  if (isOverpaid && hasExcedent) {
    const terms = [...plus(paid), ...plus(dues, MINUS_ONE), ...(hasSolde ? plus([solde]) : [])];
    return [relationOf(table, ligne, { ...common, total: excedent, terms })];
  }
  if (!hasSolde || solde.state === "empty") return [];
  const isBalanced = solde.amount?.value.eq(sumOf(dues).minus(sumOf(paid))) === true;
  // Where the balance is right, a surplus beside it is none.
  if (isBalanced && hasExcedent && excedent.amount && !excedent.amount.value.isZero())
    return [relationOf(table, ligne, { ...common, total: excedent, terms: [] })];
  const terms = [...plus(dues), ...plus(paid, MINUS_ONE), ...(hasExcedent ? plus([excedent], ONE) : [])];
  return [relationOf(table, ligne, { ...common, total: solde, terms })];
}

/** A reliquat is lawful once it is explained. */
function isExplained({ table, ligne }: Compte, context: RuleContext): boolean {
  const bloc = blocOf(ligne);
  const payment = bloc && paiementOf(bloc, yearsOf(context, table));
  return payment?.excedent === "reliquat" && ligne.justification !== null;
}

function unsaid(compte: Compte, context: RuleContext, reference: string | null): CellFault[] {
  const { table, ligne, dues, paid } = compte;
  const { solde, excedent } = ligne.montants;
  const bloc = blocOf(ligne);
  const payment = bloc && paiementOf(bloc, yearsOf(context, table));
  const cell = excedent ?? solde;
  const isSaidBelow = (["solde", "excedent"] as const).some((champ) =>
    couvertesDe(table, ligne, champ).some((one) => isKnown(one.cell)),
  );
  if (!cell || isSaidBelow || isExplained(compte, context)) return [];
  return [
    cellFault({
      rule: "solde",
      severity: payment?.excedent === "trop-percu" ? "blocking" : "warning",
      cell: cell.ref,
      cells: [...dues, ...paid].map(({ ref }) => ref),
      variant: `trop-percu|${formatEuros(sumOf(paid).minus(sumOf(dues)))}`,
      subject: subjectOf(ligne),
      written: cell.written,
      actual: cell.amount?.value ?? null,
      reference,
    }),
  ];
}

/** The balances of bilans: relations, and what was paid too much without being said. */
export function soldesDesBilans(context: RuleContext): { relations: Relation[]; faults: CellFault[] } {
  const relations: Relation[] = [];
  const faults: CellFault[] = [];
  for (const table of bilansOf(context)) {
    const netted = new Set(nettings(context, table).flatMap(({ cells }) => cells));
    for (const compte of comptesOf(context, table)) {
      const { solde, excedent } = compte.ligne.montants;
      const bloc = blocOf(compte.ligne);
      const reference = (bloc && paiementOf(bloc, yearsOf(context, table))?.source.article) ?? null;
      const overpaid = sumOf(compte.paid).minus(sumOf(compte.dues));
      const isUnsaid = isNothing(solde) && isNothing(excedent);
      if (isUnsaid && isPaidLater(context, compte)) continue;
      if (solde && netted.has(solde)) continue;
      const isOver = isUnsaid && overpaid.gt(marginOf([...compte.dues, ...compte.paid]));
      // A zero that is written there is a wrong figure, which the totals may tell; where nothing is, it is left out.
      if (isOver && (!excedent?.amount || isExplained(compte, context)))
        faults.push(...unsaid(compte, context, reference));
      else relations.push(...relation(compte, reference));
    }
  }
  return { relations, faults };
}
