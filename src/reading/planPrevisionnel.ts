/** Reads planned expenses by nature (annexe 3 (B)): Nature des dépenses, Montant Etat, Objet de la dépense. */
import { plainText } from "../domain/amount";
import { yearOf, yearsIn } from "../domain/years";
import type { Area } from "../workbook/address";
import { readCellAmounts, readDetails, shownText } from "./cellAmounts";
import type { Grid } from "./grid";
import { announcedUnit, isOtherTable, roleOf, rowKindOf } from "./labels";
import { findNamedHeaders, rowsUnder, titlesAbove, type HeaderWords, type NamedHeader } from "./namedColumns";
import type { LignePrevisionnelle, PlanPrevisionnel } from "./planPrevisionnelTables";

type Role = "nature" | "montant" | "objet" | "autre";

const NATURE = /^natures? (?:de la |de l'|des |de |d')?(?:depenses?|charges?)\b/;
const OBJET = /^objets?\b|^(?:detail|descriptif|description|precision)s?\b|^destinations?\b/;

/** True for the header of the column that tells what each expense pays. */
export function isObjet(header: string): boolean {
  return OBJET.test(plainText(header));
}

const HEADER: HeaderWords<Role> = {
  hint: /^\s*natures?\s+d/i,
  roleOf(text) {
    if (NATURE.test(text)) return "nature";
    if (isObjet(text)) return "objet";
    if (isOtherTable(text)) return "autre";
    const role = roleOf(text);
    return role === "etat" || role === "montant" || /^montants?\b/.test(text) ? "montant" : null;
  },
  isHeader: (roles) => roles.has("nature") && roles.has("montant") && roles.has("objet") && !roles.has("autre"),
};

/** What a column of planned expenses is for; null for none of its columns. */
export function roleDePlanPrevisionnel(header: string): string | null {
  return HEADER.roleOf(plainText(header));
}

type Titles = ReturnType<typeof titlesAbove>;

/**
 * The year of the table: the one that a title names, else the one of its date where the title says that the plan is of
 * what is to come. What is left of another year ("report 2023") is about that one.
 */
function yearOfTitles(titles: Titles, sheetName: string): number | null {
  const own = titles.map(({ text }) => text).filter((text) => !/\breports?\b|reliquat/.test(plainText(text)));
  const named = [...own, sheetName].map(yearOf).find((year) => year !== null) ?? null;
  if (named !== null || !own.some((text) => /previsionnel/.test(plainText(text)))) return named;
  const dates = new Set(own.filter((text) => text.length <= 30).flatMap(yearsIn));
  const [date] = dates;
  return dates.size === 1 ? (date ?? null) : null;
}

function ligneAt(
  grid: Grid,
  { columns }: NamedHeader<Role>,
  row: number,
  unit: PlanPrevisionnel["unit"],
): LignePrevisionnelle | null {
  const [nature, column, objet] = [columns.get("nature"), columns.get("montant"), columns.get("objet")];
  if (nature === undefined || column === undefined || objet === undefined) return null;
  const label = shownText(grid, row, nature).replace(/\s+/g, " ");
  const { montant, parties } = readCellAmounts(grid, row, column, unit);
  const kind = rowKindOf([label]);
  if (montant.state === "empty" && label === "") return null;
  const { details, isComplete } = readDetails(grid, row, objet);
  return {
    row,
    kind: kind === "detail" ? "ligne" : kind,
    label,
    ref: { sheet: grid.sheet.name, row, column: nature },
    montant,
    parties,
    details,
    detailsComplets: isComplete,
  };
}

/** Planned expenses of a sheet, outside the areas of tables already read. */
export function readPlansPrevisionnels(grid: Grid, taken: readonly Area[]): PlanPrevisionnel[] {
  return findNamedHeaders(grid, HEADER, taken).flatMap((header): PlanPrevisionnel[] => {
    const titles = titlesAbove(grid, header, taken);
    const column = header.columns.get("montant") ?? header.left;
    const text = shownText(grid, header.row, column);
    const unit = [text, ...titles.map((title) => title.text)].map(announcedUnit).find((one) => one !== null) ?? "€";
    const lignes: LignePrevisionnelle[] = [];
    for (const row of rowsUnder(grid, header, grid.lastRow)) {
      const ligne = ligneAt(grid, header, row, unit);
      if (ligne) lignes.push(ligne);
      if (ligne?.kind === "total") break;
    }
    if (!lignes.some(({ montant }) => montant.amount)) return [];
    return [
      {
        kind: "plan-previsionnel-nature",
        sheet: grid.sheet.name,
        area: { top: header.row, left: header.left, bottom: lignes.at(-1)?.row ?? header.row, right: header.right },
        title: titles.find((title) => /plan|previsionnel|annexe/.test(plainText(title.text)))?.text ?? grid.sheet.name,
        unit,
        year: yearOfTitles(titles, grid.sheet.name),
        mentions: [{ ref: { sheet: grid.sheet.name, row: header.row, column }, text }],
        lignes,
      },
    ];
  });
}
