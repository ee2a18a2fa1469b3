/** How the lines of a new sheet look, and how high they have to be for their words. */
import type { CellLook } from "../workbook/draft";

const LINE: CellLook = { vertical: "center", wrap: true, border: true };

/** Few greys and one blue: what is printed in black and white stays told apart by its weight. */
export const LOOKS = {
  title: { bold: true, size: 14 },
  subtitle: { italic: true },
  header: { ...LINE, bold: true, fill: "D9E2F3", horizontal: "center" },
  axe: { ...LINE, bold: true },
  label: LINE,
  number: { ...LINE, horizontal: "center" },
  amount: { ...LINE, horizontal: "right" },
  rate: { ...LINE, horizontal: "right", size: 9 },
  toComplete: { ...LINE, horizontal: "right", italic: true, fill: "FFF2CC" },
  note: { ...LINE, size: 9 },
  /** Where an officer is to type. */
  entry: { ...LINE, horizontal: "right", fill: "FFFBE6" },
  entryText: { ...LINE, fill: "FFFBE6", size: 9 },
  /** Nothing stands there, and nothing is to. */
  none: { ...LINE, fill: "F2F2F2" },
  source: { vertical: "center", size: 9 },
} as const satisfies Record<string, CellLook>;

const FILLS = { "sous-total": "F2F2F2", partie: "DDEBF7", total: "BDD7EE" } as const;

/** The look of a cell in a subtotal or total. */
export function totalLook(kind: keyof typeof FILLS, look: CellLook): CellLook {
  return { ...look, bold: true, fill: FILLS[kind] };
}

/** Points of a line for each point of its letters. */
const LEADING = 15 / 11;
const DEFAULT_SIZE = 11;
/** Words break before the edge, and bold ones are wider: a column of n characters holds fewer of them. */
const FILL_RATE = 0.88;

/** Points that a text needs in a column of so many characters. */
export function heightFor(text: string, width: number, { size = DEFAULT_SIZE }: CellLook): number {
  const characters = width * FILL_RATE * (DEFAULT_SIZE / size);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  return Math.ceil(lines * size * LEADING) + 1;
}
