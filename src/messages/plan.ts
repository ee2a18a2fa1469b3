/** Sentences about a plan that is being filled: where each figure comes from, what is missing, what to know before. */
import type { Bloc } from "../domain/bloc";
import { BLOC_LABEL } from "../domain/bloc";
import type { Decimal } from "../domain/decimal";
import { formatEurosShort } from "../domain/format";
import type { SansApport } from "../reading/fichesActions";
import { qualifiedAddress, type CellRef } from "../workbook/address";

export type PartNommee = "etat" | "departement";

const PART: Readonly<Record<PartNommee, string>> = { etat: "État", departement: "département" };

/** "Action 2.3, État", or the label of a line that has no number. */
export function subjectOfFigure(fiche: string | null, label: string, part: PartNommee): string {
  return `${fiche === null ? label : `Action ${fiche}`}, ${PART[part]}`;
}

/** What one source brings: "fiche 1.1.2, Fiches!B14 : 1,925 M€". */
export function sourceText(fiche: string, ref: CellRef, written: string): string {
  // An amount is not to be cut at the end of a line.
  const whole = written.replace(/(?<=\d) (?=\d)| (?=[kM]?€)/g, "\u00A0");
  return `fiche ${fiche}, ${qualifiedAddress(ref)}\u00A0: ${whole}`;
}

export function fromFiches(sources: readonly string[]): string {
  const text = sources.join(" ; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function noShare(sources: readonly string[]): string {
  return sources.length > 0
    ? `Sans part du département. ${fromFiches(sources)}`
    : "Sans part du département\u00A0: la convention fait payer l'État seul.";
}

const MISSING: Readonly<Record<SansApport, (fiche: string, year: number) => string>> = {
  "fiche-absente": (fiche, year) => `Aucune fiche de l'action ${fiche} n'a de budget ${year}.`,
  "fiches-incompletes": (fiche) => `La numérotation des fiches de l'action ${fiche} a un trou : il en manque une.`,
  "fiches-en-double": (fiche) => `Deux fiches de l'action ${fiche} donnent des montants différents.`,
};

export function missingFigure(reason: SansApport, fiche: string, year: number): string {
  return MISSING[reason](fiche, year);
}

export function unreadableFigure(fiche: string, ref: CellRef, written: string): string {
  const said = written === "" ? "est vide" : `porte « ${written} »`;
  return `La fiche ${fiche} ne donne pas ce montant\u00A0: ${qualifiedAddress(ref)} ${said}.`;
}

export function noColumn(fiche: string): string {
  return `Le budget de la fiche ${fiche} n'a pas de colonne pour cette part.`;
}

export function noFigureForBloc(label: string): string {
  return `Aucune fiche ne donne ce montant (${label}).`;
}

/** A figure as sentences need it. */
interface FigureDite {
  readonly kind: "montant" | "aucune-part" | "a-completer";
  readonly why: string;
}

interface LigneDite {
  readonly etat: FigureDite;
  readonly departement: FigureDite;
}

export const TOTAL_PARTIEL = "Total partiel : des montants sont à compléter";

/** The words above the columns of a plan. Line breaks as in annexe 1.b (L2185). */
export const HEADERS = {
  axe: "Axes de la contractualisation",
  fiche: "Fiche action N°",
  titre: "Intitulé de l'action",
  etat: (year: number) => `A\nParticipation État notifiée ${year}`,
  departement: (year: number) => `B\nCrédits CD affectés ${year}`,
  total: (year: number) => `C\nBudget global ${year} (A+B)`,
  avant: "Avant avenant\n",
  apres: "Après avenant\n",
  evolution: "Évolution",
  code: (year: number) => `Code activité ${year}`,
  observations: "Observations",
  sources: "Sources (hors impression)",
} as const;

export function planTitle(year: number, isAvenant: boolean): string {
  return `Annexe 1.b. ${isAvenant ? "Avenant au plan" : "Plan"} de financement ${year}`;
}

export function titleToComplete(): string {
  return "Intitulé à compléter";
}

/** What is printed beside an action: what is missing, or how far its amounts are rounded. */
export function observationOf({ etat, departement }: LigneDite, rounding: string | null): string {
  const missing = [etat, departement].find(({ kind }) => kind === "a-completer");
  if (missing) return `À compléter. ${missing.why}`;
  return rounding === null ? "" : rounding;
}

/** How far an amount is rounded, and by which sources. */
export function roundingNote(half: Decimal, sources: readonly string[]): string {
  return `± ${formatEurosShort(half)}, arrondi\u00A0: ${sources.join(" ; ")}`;
}

/** Where both shares of a line come from. */
export function sourcesOfLine({ etat, departement }: LigneDite): string {
  if (etat.why === departement.why) return etat.why;
  return `État\u00A0: ${etat.why}${departement.why === "" ? "" : ` Département\u00A0: ${departement.why}`}`;
}

export function notified(bloc: Bloc, montant: Decimal, fiches: string | null): string {
  const from = `Montant notifié pour ${BLOC_LABEL[bloc]} (réglages)\u00A0: ${formatEurosShort(montant)}.`;
  return fiches === null ? from : `${from} Les fiches donnent ${fiches}.`;
}

export function notifiedRest(bloc: Bloc, montant: Decimal): string {
  return `Montant notifié pour ${BLOC_LABEL[bloc]} (réglages), ${formatEurosShort(montant)}, moins les autres actions.`;
}

export function roundedAmount(value: Decimal, half: Decimal): string {
  return half.isZero() ? formatEurosShort(value) : `${formatEurosShort(value)} ± ${formatEurosShort(half)}`;
}

export function keptInForce(fiches: string): string {
  return `Montant du plan en vigueur, que l'arrondi des fiches permet. ${fiches}`;
}

export function sameAsState(article: string): string {
  return `Même montant que l'État\u00A0: chacun paie la moitié (${article}).`;
}

export function notifiedConflict(bloc: Bloc, montant: Decimal, sum: Decimal): string {
  return `Pour ${BLOC_LABEL[bloc]}, les fiches donnent ${formatEurosShort(sum)} et le montant notifié est de ${formatEurosShort(montant)}\u00A0: le plan garde les fiches. Corrigez les fiches ou les réglages.`;
}

export function notifiedUnplaced(bloc: Bloc, montant: Decimal): string {
  return `Le montant notifié pour ${BLOC_LABEL[bloc]}, ${formatEurosShort(montant)}, ne se répartit pas entre ses actions\u00A0: plusieurs sont arrondies ou à compléter.`;
}

export function notifiedWithoutAction(bloc: Bloc): string {
  return `Un montant est notifié pour ${BLOC_LABEL[bloc]}, dont le plan n'a aucune action.`;
}

export const REMARKS = {
  nothingToWrite: "Le plan porte déjà ce que disent les fiches : il n'y a rien à écrire.",
  noEmploi: "Aucune fiche de la partie emploi n'a de budget cette année : le plan ne porte que les solidarités.",
  noSolidarites: "Aucune fiche des solidarités n'a de budget cette année : le plan ne porte que la partie emploi.",
} as const;

export function codesUnknown(year: number): string {
  return `La liste des codes activité de ${year} n'est pas connue\u00A0: la colonne reste à remplir. Ajoutez vos codes dans « Mes codes activité ».`;
}

export function shareKept(subject: string, written: string): string {
  return `${subject}\u00A0: les fiches n'ont pas de part, le plan porte ${written} et le garde.`;
}

export function actionWithoutLine(fiche: string | null, titre: string | null): string {
  const subject = fiche === null ? `« ${titre ?? "hors pacte"} »` : `l'action ${fiche}`;
  return `Le tableau n'a pas de ligne pour ${subject}, dont les fiches donnent des montants\u00A0: ils n'y sont pas comptés. Ajoutez la ligne, ou vérifiez qu'un autre tableau la porte, puis remplissez à nouveau.`;
}

export function numberTwice(fiche: string): string {
  return `Plusieurs lignes du tableau portent le numéro ${fiche}\u00A0: elles ne sont pas remplies, leur montant compterait deux fois. Corrigez le numéro (1.10 saisi comme un nombre devient 1.1), puis remplissez à nouveau.`;
}

export function coveredCell(subject: string): string {
  return `${subject}\u00A0: la cellule est fusionnée avec celle d'une autre action, elle n'est pas remplie.`;
}

export function titlesMissing(fiches: readonly string[]): string {
  const [one] = fiches;
  return fiches.length === 1
    ? `L'intitulé de l'action ${one ?? ""} n'est écrit nulle part\u00A0: complétez-le.`
    : `Les intitulés des actions ${fiches.join(", ")} ne sont écrits nulle part\u00A0: complétez-les.`;
}

export function yearOfTable(sheet: string, year: number): string {
  return `Le plan de « ${sheet} » ne dit pas son année\u00A0: vérifiez qu'il est bien celui de ${year}.`;
}

/** Said of a sum whose terms may be words. */
export function wordsAreSkipped(why: string): string {
  return `« NC » et « à compléter » ne s'additionnent pas avec «\u00A0+\u00A0»\u00A0: la somme les passe. ${why}`;
}

export function leftBlank(subject: string, reader: CellRef): string {
  return `${subject}\u00A0: la cellule reste vide, car ${qualifiedAddress(reader)} calcule avec elle et un texte y ferait une erreur.`;
}

/** Said of a cell that holds something else already. */
export function replaces(before: string, why: string): string {
  return `Remplace ${before}. ${why}`;
}

export function sumOfColumns(): string {
  return "Budget global\u00A0: État et département (A + B).";
}

export function sumOfRowsWhy(label: string): string {
  return `${label}\u00A0: somme de ses lignes.`;
}

export function codeWhy(article: string): string {
  return `Code activité de l'année (${article}).`;
}

/** Why no plan can be drafted. */
export const REFUSALS = {
  noFiche:
    "Aucune fiche-action n'est reconnue dans ce classeur : le plan se remplit à partir des budgets des fiches (Année, État, Conseil départemental, Total).",
  noYear: "Les fiches portent plusieurs années : choisissez celle du plan.",
} as const;

export function noFicheOfYear(year: number, years: readonly number[]): string {
  const known = years.length === 0 ? "" : ` Années des fiches\u00A0: ${years.join(", ")}.`;
  return `Aucune fiche n'a de budget ${year}.${known} Choisissez une autre année.`;
}

export function noPlanInForce(year: number): string {
  return `Aucun plan ${year} n'est reconnu dans ce classeur\u00A0: un avenant part du plan en vigueur. Décochez « avenant » pour un premier plan.`;
}
