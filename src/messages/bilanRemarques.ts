/** Sentences about what a bilan lacks, and what the officer has to know before it is written. */
import type { Decimal } from "../domain/decimal";
import { formatEuros } from "../domain/format";
import { qualifiedAddress, type CellRef } from "../workbook/address";
import { anneesText } from "./bilanDraft";

const NBSP = "\u00A0";

// What is to be completed.

export const A_SAISIR = {
  realise: (year: number) => `Les dépenses réalisées en ${year} sont à saisir.`,
  verse: (year: number) => `Ce que l'État a versé pour ${year} est à saisir.`,
  report: (year: number) => `Le reste de l'avance ${year} est à saisir, zéro s'il n'y en a pas.`,
  due: (year: number) => `La part de l'État pour ${year} n'est dans aucune convention connue ici.`,
  prevu: "Le plan ne donne pas ce montant.",
  sansLigne: (year: number) => `Aucune ligne du réalisé ${year} ne porte cette action.`,
} as const;

export function sujet(fiche: string | null, label: string, quoi: string): string {
  return `${fiche === null ? label : `Action ${fiche}`}, ${quoi}`;
}

export const QUOI = {
  realise: "dépenses réalisées",
  verse: "déjà versé",
  due: "part État due",
  prevu: "prévu",
} as const;

// What the officer has to know.

export const REFUSALS_BILAN = {
  noYear: "Le classeur porte plusieurs années, ou aucune : choisissez celle du bilan.",
} as const;

export function noPlan(year: number): string {
  return `Aucun plan de financement ${year} n'est reconnu dans ce classeur${NBSP}: remplissez d'abord le plan, puis demandez le bilan.`;
}

function rows(lines: readonly { readonly sheet: string; readonly row: number; readonly label: string }[]): string {
  return lines.map(({ sheet, row, label }) => `« ${label} » (${sheet}, ligne ${row + 1})`).join(", ");
}

type Ligne = Parameters<typeof rows>[0][number];

export function lignesSansAction(lines: readonly Ligne[], year: number): string {
  return lines.length === 1
    ? `Une ligne du réalisé ${year} ne correspond à aucune action du plan, et n'est pas dans le bilan${NBSP}: ${rows(lines)}. Corrigez son numéro, ou ajoutez l'action au plan.`
    : `Des lignes du réalisé ${year} ne correspondent à aucune action du plan, et ne sont pas dans le bilan${NBSP}: ${rows(lines)}. Corrigez leur numéro, ou ajoutez les actions au plan.`;
}

export function lignesEnDouble(lines: readonly Ligne[]): string {
  return `Ces lignes portent des actions qu'un autre tableau du réalisé porte déjà, et ne sont pas comptées${NBSP}: ${rows(lines)}. Gardez-en une seule.`;
}

export function numeroRepete(fiche: string): string {
  return `Plusieurs lignes du réalisé portent le numéro ${fiche}${NBSP}: leurs montants sont additionnés. Vérifiez le numéro (1.10 saisi comme un nombre devient 1.1).`;
}

export function actionsSansLigne(fiches: readonly string[], year: number): string {
  return `Le réalisé ${year} n'a pas de ligne pour ${fiches.join(", ")}${NBSP}: complétez le tableau, ou saisissez le montant dans le bilan.`;
}

export function colonneAbsente(champ: "ineligible" | "autres", sheet: string): string {
  const name = champ === "ineligible" ? "dépenses inéligibles" : "autres financeurs";
  return `Le réalisé de « ${sheet} » n'a pas de colonne pour les ${name}${NBSP}: le bilan les compte pour zéro.`;
}

export function anneeAbsente(annees: readonly number[], year: number): string {
  return `Le cumul ${anneesText([annees[0] ?? year, year])} ne porte pas ${annees.join(", ")}${NBSP}: le classeur n'a pas le plan et le réalisé de ${annees.length === 1 ? "cette année" : "ces années"}. Ajoutez-les, puis refaites le bilan.`;
}

export function sansRegle(bloc: string, year: number): string {
  return `${bloc.charAt(0).toUpperCase()}${bloc.slice(1)}, ${year}${NBSP}: la convention de cette année n'est pas connue. Le prévu et le réalisé sont repris, la part due est à compléter (non vérifiable).`;
}

export function rangeParNumero(fiches: readonly string[]): string {
  return `Le volet n'est écrit nulle part pour ${fiches.join(", ")}${NBSP}: il est déduit du numéro. Vérifiez-le, le plafond en dépend.`;
}

export function reportAjoute(
  { ref, montant }: { readonly ref: CellRef; readonly montant: Decimal },
  year: number,
): string {
  return `${qualifiedAddress(ref)} ajoute le report ${year} de ${formatEuros(montant)} aux ressources, alors que l'avenant le déduit du solde (art. 5)${NBSP}: le bilan le déduit. À confirmer.`;
}

export function reportsDifferents(
  lines: readonly { readonly ref: CellRef; readonly montant: Decimal }[],
  year: number,
): string {
  const said = lines.map(({ ref, montant }) => `${formatEuros(montant)} en ${qualifiedAddress(ref)}`).join(", ");
  return `Le report ${year} est écrit de plusieurs façons${NBSP}: ${said}. Saisissez le bon montant.`;
}

export function solidaritesVersees(written: Decimal, planned: Decimal): string {
  return `Le classeur dit ${formatEuros(written)} versés pour les solidarités, le plan ${formatEuros(planned)}${NBSP}: le déjà versé de chaque action suit le plan, corrigez-le.`;
}

export function verseAbsent(labels: readonly string[]): string {
  return `Le réalisé ne dit pas ce qui est déjà versé pour ${labels.join(", ")}${NBSP}: le bilan reprend l'avance de la convention, à confirmer.`;
}

export function yearOfRealise(sheet: string, year: number): string {
  return `Le réalisé de « ${sheet} » ne dit pas son année${NBSP}: vérifiez qu'il est bien celui de ${year}.`;
}

export function nomPris(wanted: string, name: string): string {
  return `La feuille « ${wanted} » existe déjà et n'est pas la même${NBSP}: la nouvelle s'appelle « ${name} ».`;
}

export const REMARKS_BILAN = {
  nothingToWrite: "Le bilan et l'échéancier du classeur sont déjà ceux-ci : il n'y a rien à écrire.",
  entry: (name: string) =>
    `Saisissez les dépenses dans « ${name} » : le bilan et l'échéancier se calculent à mesure, sans les refaire.`,
} as const;
