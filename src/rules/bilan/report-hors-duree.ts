import { plainText } from "../../domain/amount";
import { BLOC_LABEL } from "../../domain/bloc";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { CellRef } from "../../workbook/address";
import { cellFault, NOTHING, subjectOf, type CellFault, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { blocOf, isKnown, knownCells, paiementOf, valueOf, yearsOf } from "./lignes";

/** "report des crédits sur 2025", "reliquat à reporter en 2028": credits, not an action that began later. */
const CREDITS = "(?:credits?|reliquats?|enveloppes?|subventions?|trop-percus?|soldes?|sommes?|montants?)";
const REPORT = new RegExp(
  String.raw`(?:\breports?\b(?:\s\S+){0,3}?\s(?:\S+')?${CREDITS}\b|\b${CREDITS}\b(?:\s\S+){0,5}?\sreport(?:e|es|er|ee|ees)\b)[^.;]{0,40}?\b(?:sur|en|a|au titre de|vers)\s(?:l'annee\s|l'exercice\s)?(20\d\d)(?!\d)`,
);
const REFUSED = /\b(?:aucun|aucune|sans|ni)\b|\bne\b.*\bpas\b|\bn'.*\bpas\b|\bpas (?:de|lieu)\b/;

interface Carried {
  readonly cell: CellRef;
  readonly written: string;
  /** The year in which the credits would be spent. */
  readonly year: number;
  readonly from: readonly number[];
}

/** Credits of the year before, in a row of their own. */
function inRow(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Carried[] {
  if (ligne.kind !== "report") return [];
  const to = yearsOf(context, table).at(-1);
  const [cell] = knownCells(ligne, ["verse", "solde", "excedent", "prevuEtat", "due"]);
  if (to === undefined || !cell || valueOf(cell).isZero()) return [];
  return [{ cell: cell.ref, written: cell.written, year: to, from: [ligne.year ?? to - 1] }];
}

/** Credits that a justification announces to carry over. */
function inWords(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Carried[] {
  const { justification } = ligne;
  if (!justification) return [];
  return plainText(justification.written)
    .split(/[.;\n]/)
    .flatMap((sentence): Carried[] => {
      const year = REPORT.exec(sentence)?.[1];
      if (year === undefined || REFUSED.test(sentence)) return [];
      const { ref, written } = justification;
      return [{ cell: ref, written, year: Number(year), from: yearsOf(context, table) }];
    });
}

function faultOf(ligne: LigneDeBilan, { cell, written, year }: Carried, fin: string, reference: string): CellFault {
  const { verse, excedent } = ligne.montants;
  return cellFault({
    rule: "report-hors-duree",
    severity: "blocking",
    cell,
    cells: [verse, excedent].flatMap((one) => (isKnown(one) && one.ref !== cell ? [one.ref] : [])),
    variant: `${year}|${fin}`,
    subject: subjectOf(ligne),
    written,
    reference,
  });
}

/** Credits are spent within the convention: none is carried past its end. */
export const reportHorsDuree: Rule = {
  id: "report-hors-duree",
  family: "bilan",
  run(context) {
    const faults: CellFault[] = [];
    const unverifiable: Unverifiable[] = [];
    let checked = 0;
    for (const table of context.reading.bilans) {
      for (const ligne of table.lignes) {
        const carried = [...inRow(context, table, ligne), ...inWords(context, table, ligne)];
        const bloc = blocOf(ligne);
        for (const one of carried) {
          const payment = bloc && paiementOf(bloc, one.from);
          if (!payment) {
            const subject = bloc ? `${BLOC_LABEL[bloc]} en ${one.from.join(", ") || "?"}` : ligne.label;
            unverifiable.push({ reason: bloc ? "annee-sans-donnees" : "bloc-inconnu", subject });
            continue;
          }
          checked += 1;
          if (`${one.year}-01-01` > payment.fin) faults.push(faultOf(ligne, one, payment.fin, payment.source.article));
        }
        if (carried.length === 0 && bloc && paiementOf(bloc, yearsOf(context, table))) checked += 1;
      }
    }
    if (checked + unverifiable.length === 0) return NOTHING;
    return { relations: [], faults, checked, unverifiable, applies: true };
  },
};
