/** The canonical content of the checked tables: what a report is about, whatever host or path it came from. */
import { CHAMPS_DE_FLUX, type FluxStock } from "../reading/fluxStockTables";
import type { CibleCell, Indicateurs } from "../reading/indicateursTables";
import { CHAMPS_DE_BILAN, type Bilan } from "../reading/bilanTables";
import type { Coordonnees, Imputations, NatureDepenses, Versements } from "../reading/otherTables";
import type { AmountCell, Reading, Table } from "../reading/tables";
import { areaAddress, cellAddress } from "../workbook/address";
import { besideContent } from "./beside";
import { fichierContent } from "./fichierContent";

function cellContent({ ref, state, amount, written }: AmountCell): string {
  return `${cellAddress(ref.row, ref.column)}=${state}:${amount ? `${amount.value.toFixed()}±${amount.half.toFixed()}` : written}`;
}

function tableContent(table: Table): string[] {
  const head = [table.kind, table.sheet, areaAddress(table.area), table.year ?? "", table.unit].join("|");
  const rows = table.lignes.map((line) => {
    const { etat, departement, total, autres } = line.amounts;
    const cells = [etat, departement, total, ...autres].flatMap((cell) => (cell ? [cellContent(cell)] : []));
    const rates = line.taux.map(({ ref, written }) => `${cellAddress(ref.row, ref.column)}=taux:${written}`);
    return [line.kind, line.label, ...cells, ...rates].join("|");
  });
  return [head, ...rows];
}

function imputationContent({ kind, sheet, area, year, form, lignes }: Imputations): string[] {
  const rows = lignes.map((ligne) => {
    const { programme, action, sousAction, codes, nomenclatures } = ligne;
    const cells = [programme, action, sousAction, ...codes, ...nomenclatures.map(({ cell }) => cell)];
    const texts = cells.flatMap((cell) =>
      cell ? [`${cellAddress(cell.ref.row, cell.ref.column)}=${cell.stored}:${cell.written}`] : [],
    );
    return [ligne.kind, ligne.label, ...texts, ...(ligne.montant ? [cellContent(ligne.montant)] : [])].join("|");
  });
  return [[kind, sheet, areaAddress(area), year ?? "", form].join("|"), ...rows];
}

function coordonneesContent({ kind, sheet, area, champs }: Coordonnees): string[] {
  const texts = champs.map(
    ({ champ, cell }) => `${champ}=${cellAddress(cell.ref.row, cell.ref.column)}=${cell.written}`,
  );
  return [[kind, sheet, areaAddress(area)].join("|"), texts.join("|")];
}

function natureContent({ kind, sheet, area, fiche, year, unit, lignes }: NatureDepenses): string[] {
  const rows = lignes.map(({ kind: of, label, montant }) => [of, label, ...(montant ? [cellContent(montant)] : [])]);
  return [
    [kind, sheet, areaAddress(area), fiche ?? "", year ?? "", unit].join("|"),
    ...rows.map((row) => row.join("|")),
  ];
}

function versementContent({ kind, sheet, area, year, form, lignes }: Versements): string[] {
  const rows = lignes.map(({ kind: of, label, base, taux, avance, du, verse, solde, tropPercu }) => {
    const cells = [base, avance, du, verse, solde, tropPercu].flatMap((cell) => (cell ? [cellContent(cell)] : []));
    return [
      of,
      label,
      ...cells,
      ...(taux ? [`${cellAddress(taux.ref.row, taux.ref.column)}=taux:${taux.written}`] : []),
    ].join("|");
  });
  return [[kind, sheet, areaAddress(area), year ?? "", form].join("|"), ...rows];
}

function cibleContent({ ref, state, valeur, written }: CibleCell): string {
  return `${cellAddress(ref.row, ref.column)}=${state}:${valeur ?? written}`;
}

function indicateurContent({ kind, sheet, area, fiche, lignes }: Indicateurs): string[] {
  const rows = lignes.map(({ label, situation, cibles, atteints, total }) => [
    label,
    ...(situation ? [cibleContent(situation)] : []),
    ...[...cibles, ...atteints].map(({ annee, cell }) => `${annee} ${cibleContent(cell)}`),
    ...(total ? [`total ${cibleContent(total)}`] : []),
  ]);
  return [[kind, sheet, areaAddress(area), fiche ?? ""].join("|"), ...rows.map((row) => row.join("|"))];
}

function fluxContent({ kind, sheet, area, form, grandeur, stade, lignes }: FluxStock): string[] {
  const rows = lignes.map(({ kind: of, label, public: counted, year, mois, nombres, details, taux }) => [
    of,
    label,
    counted,
    year ?? "",
    mois ?? "",
    ...CHAMPS_DE_FLUX.flatMap((champ) => (nombres[champ] ? [`${champ} ${cellContent(nombres[champ])}`] : [])),
    ...details.map(({ nom, cell }) => `${nom} ${cellContent(cell)}`),
    ...(taux ? [`${cellAddress(taux.ref.row, taux.ref.column)}=taux:${taux.written}`] : []),
  ]);
  return [[kind, sheet, areaAddress(area), form, grandeur, stade].join("|"), ...rows.map((row) => row.join("|"))];
}

function bilanContent({ kind, sheet, area, years, etape, unit, lignes }: Bilan): string[] {
  const rows = lignes.map((ligne) => {
    const { kind: of, label, montants, tauxDepartement, tauxExecution, code, justification } = ligne;
    const cells = CHAMPS_DE_BILAN.flatMap((champ) => (montants[champ] ? [cellContent(montants[champ])] : []));
    const rates = [tauxDepartement, tauxExecution].flatMap((taux) =>
      taux ? [`${cellAddress(taux.ref.row, taux.ref.column)}=taux:${taux.written}`] : [],
    );
    const texts = [code, justification].flatMap((cell) =>
      cell ? [`${cellAddress(cell.ref.row, cell.ref.column)}=${cell.stored}:${cell.written}`] : [],
    );
    return [of, label, ...cells, ...rates, ...texts].join("|");
  });
  return [[kind, sheet, areaAddress(area), years.join("+"), etape ?? "", unit].join("|"), ...rows];
}

/** SHA-256, in lower-case hexadecimal, of the tables' canonical content (UTF-8, one line a row). */
export async function contentHash(reading: Reading): Promise<string> {
  const lines = [
    ...reading.tables.flatMap(tableContent),
    ...reading.imputations.flatMap(imputationContent),
    ...reading.versements.flatMap(versementContent),
    ...reading.coordonnees.flatMap(coordonneesContent),
    ...reading.natures.flatMap(natureContent),
    ...reading.indicateurs.flatMap(indicateurContent),
    ...reading.fluxStocks.flatMap(fluxContent),
    ...reading.bilans.flatMap(bilanContent),
    ...besideContent(reading),
    ...reading.fichiers.flatMap(fichierContent),
  ];
  const text = lines.join("\n");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
