/** Reads the commitments that a département's own accounts (Grand Angle) hold and that a report proposes. */
import { plainText } from "../domain/amount";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { generalDecimals, readAmountCell } from "./amountCells";
import { shownText } from "./cellAmounts";
import type { GrandAngle, LigneDeGrandAngle } from "./grandAngleTables";
import type { Grid } from "./grid";
import { announcedUnit, rowKindOf } from "./labels";
import { findNamedHeaders, rowsUnder, titlesAbove, type HeaderWords, type NamedHeader } from "./namedColumns";
import type { AmountCell } from "./cells";

type Role = "operation" | "enveloppe" | "autorises" | "contractes" | "proposes";

const HEADER: HeaderWords<Role> = {
  hint: /propos/i,
  roleOf(text) {
    if (/\bproposes?\b|\bpropositions?\b/.test(text)) return "proposes";
    if (/\bcontractes?\b|\b(?:deja|montants?|credits?|ae) engages?\b|^engages?$/.test(text)) return "contractes";
    if (/\bautorise(?:e?s|e)?\b|^autorisations?\b/.test(text)) return "autorises";
    if (/\boperations?\b/.test(text)) return "operation";
    return /\benveloppes?\b/.test(text) ? "enveloppe" : null;
  },
  isHeader: (roles) =>
    roles.has("proposes") && roles.has("autorises") && (roles.has("operation") || roles.has("enveloppe")),
};

/** What a column of commitments is for; null for none of its columns. */
export function roleDeGrandAngle(header: string): string | null {
  return HEADER.roleOf(plainText(header));
}

function ligneAt(
  grid: Grid,
  { columns, row: headerRow }: NamedHeader<Role>,
  row: number,
  unit: GrandAngle["unit"],
): LigneDeGrandAngle | null {
  const amount = (role: Role): AmountCell | null => {
    const column = columns.get(role);
    if (column === undefined) return null;
    const own = announcedUnit(shownText(grid, headerRow, column)) ?? unit;
    return readAmountCell(grid, row, column, own, generalDecimals(grid, column, headerRow + 1, grid.lastRow));
  };
  const texts = [shownText(grid, row, columns.get("operation")), shownText(grid, row, columns.get("enveloppe"))];
  const label = texts.filter((text) => text !== "").join(" ");
  const amounts = { autorises: amount("autorises"), contractes: amount("contractes"), proposes: amount("proposes") };
  if (!Object.values(amounts).some((cell) => cell?.amount)) return null;
  const kind = rowKindOf(texts);
  return { row, kind: kind === "total" || kind === "sous-total" ? kind : "ligne", label, ...amounts };
}

/** Tables of commitments of a sheet, outside the areas of tables already read. */
export function readGrandsAngles(grid: Grid, taken: readonly Area[]): GrandAngle[] {
  return findNamedHeaders(grid, HEADER, taken).flatMap((header): GrandAngle[] => {
    const titles = titlesAbove(grid, header, taken).map(({ text }) => text);
    const unit = titles.map(announcedUnit).find((one) => one !== null) ?? "€";
    const lignes: LigneDeGrandAngle[] = [];
    for (const row of rowsUnder(grid, header, grid.lastRow)) {
      const ligne = ligneAt(grid, header, row, unit);
      if (!ligne) break;
      lignes.push(ligne);
      if (ligne.kind === "total") break;
    }
    if (lignes.length === 0) return [];
    return [
      {
        kind: "grand-angle",
        sheet: grid.sheet.name,
        area: { top: header.row, left: header.left, bottom: lignes.at(-1)?.row ?? header.row, right: header.right },
        title: titles[0] ?? grid.sheet.name,
        unit,
        year: titles.map(yearOf).find((year) => year !== null) ?? yearOf(grid.sheet.name),
        lignes,
      },
    ];
  });
}
