/** The report as a file for Excel in French, and what every such file has in common. */
import { COLONNES_DU_RAPPORT, FAITS, RAPPORT } from "../messages/rapport";
import type { Ligne, Rapport, Valeur } from "./rapport";

/** A field that a spreadsheet will not run: `=`, `+`, `-`, `@`, tab and return at its head are made text. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** An amount with its decimal comma; nothing for null. */
export function csvAmount(text: string | null): string {
  return text === null ? "" : text.replace(".", ",");
}

/** UTF-8 with BOM, `;`, lines ended by CR LF. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvField).join(";")).join("\r\n")}\r\n`;
}

function valeur(value: Valeur): string {
  if (value === null) return "";
  return "amount" in value ? csvAmount(value.amount) : value.text;
}

type Champ = keyof typeof COLONNES_DU_RAPPORT;
const CHAMPS = Object.keys(COLONNES_DU_RAPPORT) as readonly Champ[];

function rowOf(fields: Readonly<Partial<Record<Champ, string>>>): string[] {
  return CHAMPS.map((champ) => fields[champ] ?? "");
}

function field(ligne: Ligne, champ: Exclude<Champ, "rubrique">): string {
  const value = ligne[champ];
  return typeof value === "string" ? value : valeur(value);
}

function ligneRow(rubrique: string, ligne: Ligne): string[] {
  return CHAMPS.map((champ) => (champ === "rubrique" ? rubrique : field(ligne, champ)));
}

/** The report as CSV: what was checked first, then a row for each line, with the heading of its section. */
export function rapportCsv({ titre, verdict, faits, sections }: Rapport): string {
  const head = [{ label: FAITS.verdict, value: verdict }, ...faits];
  return csvFile([
    CHAMPS.map((champ) => COLONNES_DU_RAPPORT[champ]),
    ...head.map(({ label, value }) => rowOf({ rubrique: titre, title: label, text: value })),
    ...sections.flatMap(({ heading, note, lines }) => [
      ...(note === null ? [] : [rowOf({ rubrique: heading, text: note })]),
      ...lines.map((ligne) => ligneRow(heading, ligne)),
    ]),
  ]);
}

/** The name of the file that a report is saved under. */
export function rapportFileName(extension: "html" | "csv"): string {
  return `${RAPPORT.fichier}.${extension}`;
}
