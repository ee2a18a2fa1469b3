/** Reads splits by dominante in sentences: "DUNKERQUE 60 % emploi, 20 % équilibre, 20 % remobilisation". */
import { plainText } from "../domain/amount";
import { compteDansTexte, countIn } from "./comptes";
import { dominanteOf, stadeOf, territoireOf } from "./fluxLabels";
import type { DetailDeFlux, FluxStock } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import type { Cell } from "../workbook/picture";

const SHARE =
  /(\d{1,3}(?:[.,]\d+)?)\s?%\s+(?:en |de |d')?(?:parcours |dominante |accompagnement )?(?:dit )?[«"“]?\s*(\p{L}[\p{L}-]+)\s*[»"”]?/giu;
/** What may stand between two shares of one split. */
const BETWEEN = /^[\s,;/+et-]*$/i;

interface Split {
  readonly before: string;
  readonly details: DetailDeFlux[];
}

/** Splits of a cell; the words between two of them name what the second is of. */
function splitsOf(grid: Grid, { row, column }: Cell, text: string): Split[] {
  const splits: Split[] = [];
  let end = 0;
  let part = 0;
  for (const match of text.matchAll(SHARE)) {
    const [whole, digits = "", word = ""] = match;
    const nom = plainText(word);
    const count = countIn(digits);
    if (dominanteOf(nom) === null || !count) continue;
    const between = text.slice(end, match.index);
    const ref = { sheet: grid.sheet.name, row, column, part };
    const detail = { nom, ref, cell: compteDansTexte(ref, count, whole, "pourcentage") };
    const last = splits.at(-1);
    if (last && BETWEEN.test(between)) last.details.push(detail);
    else splits.push({ before: between, details: [detail] });
    end = match.index + whole.length;
    part += 1;
  }
  return splits.filter(({ details }) => details.length > 1);
}

/** The last words before a split that name a territory. */
function nameBefore(before: string): string {
  const words = before.split(/[\n:;,.–-]+/).map((one) => one.trim());
  return words.findLast((one) => one.length <= 40 && /\p{L}{3}/u.test(one)) ?? "";
}

function isSplit({ value }: Cell): boolean {
  return typeof value === "string" && value.includes("%") && /emploi|mobilisation/.test(plainText(value));
}

/** Cells of a sheet that split persons by dominante in words. */
export function readRepartitions(grid: Grid): FluxStock[] {
  return grid.sheet.cells.flatMap((cell): FluxStock[] => {
    if (!isSplit(cell)) return [];
    const { row, column } = cell;
    const lignes = splitsOf(grid, cell, cellText(cell)).map(({ before, details }) => {
      const label = nameBefore(before);
      return {
        row,
        kind: "detail" as const,
        label,
        ref: details[0]?.ref ?? { sheet: grid.sheet.name, row, column },
        territoire: territoireOf(label),
        public: "concernes",
        year: null,
        mois: null,
        nombres: {},
        details,
        taux: null,
        covers: [],
      };
    });
    if (lignes.length === 0) return [];
    const area = { top: row, left: column, bottom: row, right: column };
    return [
      {
        kind: "flux-stock",
        form: "phrase",
        sheet: grid.sheet.name,
        area,
        title: grid.sheet.name,
        grandeur: "pourcentage",
        stade: stadeOf([]),
        tauxAnnonce: null,
        lignes,
      },
    ];
  });
}
