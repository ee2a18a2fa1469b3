/** One line of a list of natures of expense: its label, its amount, and how deep it stands. */
import { plainText, readAmountText, type Unit } from "../domain/amount";
import type { CellRef } from "../workbook/address";
import { rowKindOf } from "./labels";
import type { LigneDeNature } from "./otherTables";
import type { AmountCell } from "./tables";

export interface NatureLine {
  readonly ref: CellRef;
  /** As it is typed, indentation and bullet included. */
  readonly text: string;
  /** The amount that stands in a cell of its own. */
  readonly beside: AmountCell | null;
  /** Columns and spaces before the label: details stand deeper than what they detail. */
  readonly depth: number;
}

const BULLET = /^[\s\u00A0]*(?:[-–—•·*●○◦▪‣➢✓]|o(?=\s))+[\s\u00A0]*/u;

/** True for a line that starts with a dash or a dot. */
export function isBullet(text: string): boolean {
  return BULLET.test(text);
}

/** Spaces before the first character of a line. */
export function indentOf(text: string): number {
  return /^[\s\u00A0]*/u.exec(text)?.[0].length ?? 0;
}

const UNIT_MARK = /€|\beuros?\b/i;
/** What follows an amount and only splits it: "1,6 M€ dont 800 k€ Etat". */
const SPLIT = /\s*(?:,|\(|-|–)?\s*\b(?:dont|soit)\b.*$/i;

interface Parted {
  readonly label: string;
  readonly amount: string;
}

/** A label and the amount written after it ("Baux glissants : 451 k€", "19 ETP (423 333 €)"), or null. */
function parted(text: string): Parted | null {
  const line = text.replace(/[\s.;,]+$/, "");
  for (const candidate of [line, line.replace(SPLIT, "")]) {
    const match =
      /^(.*\S)\s*[:=]\s*([^:=]*)$/su.exec(candidate) ??
      /^(.*\S)\s+[–—-]\s+([^–—]*)$/su.exec(candidate) ??
      /^(.*\S)\s*\(([^()]*)\)$/su.exec(candidate);
    const [, label = "", amount = ""] = match ?? [];
    if (UNIT_MARK.test(amount) && readAmountText(amount).kind === "amount") return { label, amount };
  }
  return null;
}

/** The amount inside a label's own cell. */
function amountInside(ref: CellRef, text: string, unit: Unit): AmountCell | null {
  const found = parted(text);
  const written = found ? readAmountText(found.amount, unit) : null;
  if (written?.kind !== "amount") return null;
  return {
    ref,
    state: "amount",
    amount: written.amount,
    written: found?.amount ?? "",
    stored: "text",
    unit,
    formula: null,
    isPartOfCell: true,
  };
}

/** True where a line says an amount, in its cell or beside. */
export function saysAmount({ ref, text, beside }: NatureLine): boolean {
  return beside !== null || amountInside(ref, text, "€") !== null;
}

function labelOf(text: string): string {
  const label = text.replace(BULLET, "");
  return (parted(label)?.label ?? label).replace(/[\s:;.]+$/, "").trim();
}

/** What the CD pays by ordinary law is no part of the contract: told beside it, never added. */
function isOutside(label: string): boolean {
  return /^dont\b|droit commun/.test(plainText(label.replace(BULLET, "")));
}

/** Lines with their kinds: what is added up, what only details it, and what is a total or a heading of others. */
export function naturesOf(lines: readonly NatureLine[], unit: Unit): LigneDeNature[] {
  let detailed: number | null = null;
  return lines.map((line, place): LigneDeNature => {
    const { ref, text, beside, depth } = line;
    const montant = beside ?? amountInside(ref, text, unit);
    const label = labelOf(text);
    if (detailed !== null && depth <= detailed) detailed = null;
    const hasDetails = (lines[place + 1]?.depth ?? 0) > depth;
    const isHeading = montant === null && (hasDetails || /:\s*$/.test(text));
    const isTotal = rowKindOf([label]) === "total" || rowKindOf([label]) === "sous-total";
    const kind = isOutside(text) && !isHeading ? "dont" : isTotal || isHeading ? "total" : "nature";
    const ofDetail = detailed !== null && depth > detailed;
    if (montant !== null && hasDetails && !ofDetail) detailed = depth;
    return { row: ref.row, kind: ofDetail && kind === "nature" ? "dont" : kind, label, ref, montant };
  });
}
