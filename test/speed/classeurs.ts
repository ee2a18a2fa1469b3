/** Workbooks of a given number of filled cells, as offices have them: many sheets, formulas, empty styled cells, one plan. */
import { writeXlsx } from "hucre/xlsx";
import { Chance } from "../detection/random";

const LIBELLES = ["Fournitures", "Prestation", "Transport", "Énergie", "Loyer", "Subvention", "Travaux", "Assurance"];
const TIERS = ["Société du Nord", "Association Élan", "Commune de Lens", "Transports Duval", "Imprimerie Roux"];
const HEADERS = ["Date", "Pièce", "Compte", "Libellé", "Tiers", "Débit", "Crédit", "Solde", "Observations"];
/** Filled cells of a row of accounts. */
const FILLED = 8;
const MOST_ROWS = 12_000;
const FRAME = { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDDDDD" } } } as const;

type Row = (string | number | null)[];
type SheetToWrite = Parameters<typeof writeXlsx>[0]["sheets"][number];

function accounts(name: string, count: number, chance: Chance): SheetToWrite {
  const rows: Row[] = [[`Journal ${name}`], HEADERS];
  const cells: NonNullable<SheetToWrite["cells"]> = new Map();
  let balance = 0;
  for (let row = 2; row < count + 2; row += 1) {
    const [debit, credit] = [chance.between(0, 1_000_000) / 100, chance.between(0, 1_000_000) / 100];
    balance = Math.round((balance + debit - credit) * 100) / 100;
    const label = `${chance.pick(LIBELLES)} ${chance.between(1, 900)}`;
    rows.push([
      45_000 + (row % 365),
      `P${row}`,
      60_000 + chance.between(0, 9_999),
      label,
      chance.pick(TIERS),
      debit,
      credit,
    ]);
    const above = row === 2 ? "" : `H${row}+`;
    cells.set(`${row},7`, { formula: `${above}F${row + 1}-G${row + 1}`, formulaResult: balance });
    cells.set(`${row},8`, { value: null, style: FRAME });
    cells.set(`${row},9`, { value: null, style: FRAME });
  }
  return { name, rows, cells };
}

/** The one sheet that is ours: what is recognised must cost no more among many than alone. */
const PLAN: SheetToWrite = {
  name: "Plan 2024",
  rows: [
    ["Plan de financement 2024 du contrat local des solidarités"],
    ["Axe", "Fiche action", "Intitulé", "Participation État", "Crédits CD", "Budget global"],
    ["Axe 1", "1.1", "Prévention", 1_000_000, 1_200_000, 2_200_000],
    ["", "1.2", "Jeunes majeurs", 1_450_000, 1_450_000, 2_900_000],
    ["", "", "Sous-total axe 1", 2_450_000, 2_650_000, 5_100_000],
  ],
};

/** The bytes of a workbook of about so many filled cells, the same at each run. */
export async function classeurOfCells(cells: number): Promise<Uint8Array> {
  const chance = new Chance(cells);
  const sheets: SheetToWrite[] = [PLAN];
  for (let left = Math.ceil(cells / FILLED); left > 0; left -= MOST_ROWS) {
    sheets.push(accounts(`Compte ${sheets.length}`, Math.min(left, MOST_ROWS), chance));
  }
  return writeXlsx({ sheets });
}
