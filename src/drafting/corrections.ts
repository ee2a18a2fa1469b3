/**
 * Corrections as a draft: each value in its cell's own unit and type. Pure. What a formula loses is said in the draft's
 * reasons, and what cannot be written in a remark.
 */
import { EUROS_IN, readAmountText, shownPrecision, type Unit } from "../domain/amount";
import { Decimal } from "../domain/decimal";
import type { Grandeur } from "../domain/grandeur";
import { countLike, writtenLike } from "../domain/writtenLike";
import {
  closedSheet,
  CORRECTION_SENTENCES,
  partOfSentence,
  titreDeCorrection,
  twiceCorrected,
  wordsInSum,
} from "../messages/corrections";
import { everyAmount } from "../reading/everyAmount";
import { readTables } from "../reading/read";
import type { AmountCell } from "../reading/tables";
import { qualifiedAddress, type CellRef } from "../workbook/address";
import { contentsOf } from "../workbook/contents";
import { EMPTY_CONTENT, isSameContent, type CellContent, type CellWrite, type Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { text } from "./contenus";
import { renvoisOf } from "./renvois";

/** What a cell should hold. */
export type Corrige =
  /** Decimal text, in euros unless it says what it counts; `asNumber` for a text that sums pass over. */
  | { readonly kind: "amount"; readonly value: string; readonly grandeur?: Grandeur; readonly asNumber: boolean }
  /** A code, an identifier, "NC". */
  | { readonly kind: "text"; readonly text: string }
  /** en-US, with the amount that it gives, as decimal text in euros; null where nobody knows it. */
  | { readonly kind: "formula"; readonly formula: string; readonly euros: string | null };

export interface Correction {
  readonly cell: CellRef;
  readonly corrige: Corrige;
  /** What is wrong there, one sentence. */
  readonly why: string;
  /** The cells that the value comes from: where one changes, the correction is out of date. */
  readonly from: readonly CellRef[];
}

export interface CorrectionDraft {
  readonly draft: Draft;
  readonly sheet: string;
  readonly aCompleter: readonly [];
  readonly arrondis: readonly [];
  /** Cells that hold already what they should. */
  readonly dejaJustes: number;
  readonly remarques: readonly string[];
}

interface Context {
  readonly contentAt: (ref: CellRef) => CellContent;
  readonly amountAt: ReadonlyMap<string, AmountCell>;
  /** True where a formula would make an error of words in this cell. */
  readonly isCounted: (ref: CellRef) => boolean;
}

/** What a number in this cell is of one of its own: a format such as `#,##0,` shows k€ of a value in euros. */
function storedIn(unit: Unit, numberFormat: string): number {
  return shownPrecision(numberFormat).scale === "€" ? EUROS_IN[unit] : 1;
}

function numberOf(euros: Decimal, unit: Unit, { numberFormat }: CellContent): CellContent {
  const value = euros.div(storedIn(unit, numberFormat));
  // Under the format of texts Excel would make one of the number.
  const format = numberFormat === "@" ? (value.isInteger() ? "#,##0" : "#,##0.00") : numberFormat;
  return { ...EMPTY_CONTENT, value: value.toNumber(), numberFormat: format };
}

/** A count keeps its cell's type too; a percent is a hundredth under the format of percents. */
function countContent(before: CellContent, count: Decimal, grandeur: Grandeur): CellContent {
  const { value, formula, numberFormat } = before;
  if (typeof value === "string" && formula === null) return text(countLike(value, count), numberFormat);
  const isHundredth = grandeur === "pourcentage" && shownPrecision(numberFormat).percent;
  return { ...EMPTY_CONTENT, value: count.div(isHundredth ? 100 : 1).toNumber(), numberFormat };
}

function amountContent(before: CellContent, corrige: Corrige & { kind: "amount" }, unit: Unit): CellContent {
  const euros = new Decimal(corrige.value);
  const { value, formula, numberFormat } = before;
  if (corrige.grandeur !== undefined && corrige.grandeur !== "euros")
    return countContent(before, euros, corrige.grandeur);
  const isWords = typeof value === "string" && formula === null && !corrige.asNumber;
  if (isWords && readAmountText(value, unit).kind === "amount")
    return text(writtenLike(value, euros, unit), numberFormat);
  return numberOf(euros, unit, before);
}

/** A code keeps its zero under the format of texts, whatever is typed over it later. */
function textContent(before: CellContent, words: string): CellContent {
  const isCode = /^\d/.test(words) && typeof before.value === "number";
  return text(words, isCode ? "@" : before.numberFormat);
}

function contentOf(before: CellContent, corrige: Corrige, unit: Unit): CellContent {
  switch (corrige.kind) {
    case "amount":
      return amountContent(before, corrige, unit);
    case "text":
      return textContent(before, corrige.text);
    case "formula": {
      const { formula, euros } = corrige;
      const format = before.numberFormat === "@" ? "General" : before.numberFormat;
      const value = euros === null ? null : new Decimal(euros).div(storedIn(unit, format)).toNumber();
      return { value, error: null, formula, numberFormat: format };
    }
  }
}

/** What changes beside the value: an officer must not find it out later. */
function changeOfKind(before: CellContent, after: CellContent): string | null {
  if (after.formula !== null)
    return before.formula === null ? CORRECTION_SENTENCES.formulaAdded : CORRECTION_SENTENCES.formulaMended;
  if (before.formula !== null) return CORRECTION_SENTENCES.formulaLost;
  const wasAmount = typeof before.value === "string" && readAmountText(before.value).kind === "amount";
  if (wasAmount && typeof after.value === "number") return CORRECTION_SENTENCES.becomesNumber;
  if (typeof before.value === "number" && typeof after.value === "string" && /^\d/.test(after.value))
    return CORRECTION_SENTENCES.becomesText;
  return null;
}

/** The write of a correction, or the remark that says why there is none. */
function writeOf({ cell, corrige, why }: Correction, context: Context): CellWrite | string {
  const ref = { sheet: cell.sheet, row: cell.row, column: cell.column };
  const amount = context.amountAt.get(qualifiedAddress(cell));
  if (cell.part !== undefined || (corrige.kind !== "text" && amount?.isPartOfCell)) {
    return partOfSentence(qualifiedAddress(ref));
  }
  const before = context.contentAt(ref);
  const after = contentOf(before, corrige, amount?.unit ?? "€");
  if (corrige.kind === "text" && amount !== undefined && context.isCounted(ref)) {
    return wordsInSum(qualifiedAddress(ref), corrige.text);
  }
  const change = changeOfKind(before, after);
  return { ref, before, after, why: change === null ? why : `${change} ${why}` };
}

function contextOf(workbook: Workbook): Context {
  const reading = readTables(workbook);
  const renvois = renvoisOf(workbook);
  return {
    contentAt: contentsOf(workbook),
    amountAt: new Map(everyAmount(reading).map((cell) => [qualifiedAddress(cell.ref), cell])),
    isCounted: (ref) => renvois(ref).length > 0,
  };
}

/** The cells that corrections come from, but for those that they write. */
function readsOf(corrections: readonly Correction[], writes: readonly CellWrite[], { contentAt }: Context) {
  const written = new Set(writes.map(({ ref }) => qualifiedAddress(ref)));
  const refs = corrections.flatMap(({ from }) => from.map(({ sheet, row, column }) => ({ sheet, row, column })));
  const unique = new Map(refs.map((ref) => [qualifiedAddress(ref), ref]));
  return [...unique].flatMap(([address, ref]) => (written.has(address) ? [] : [{ ref, content: contentAt(ref) }]));
}

/** Prepares corrections of a workbook as it stands. Two of one cell would contradict each other: the first counts. */
export function draftCorrections(workbook: Workbook, corrections: readonly Correction[]): CorrectionDraft {
  const context = contextOf(workbook);
  const writes = new Map<string, CellWrite>();
  const remarques: string[] = [];
  let dejaJustes = 0;
  for (const correction of corrections) {
    const address = qualifiedAddress(correction.cell);
    const write = writeOf(correction, context);
    if (typeof write === "string") remarques.push(write);
    else if (writes.has(address)) remarques.push(twiceCorrected(address));
    else if (isSameContent(write.before, write.after)) dejaJustes += 1;
    else writes.set(address, write);
  }
  const all = [...writes.values()];
  const sheets = [...new Set(all.map(({ ref }) => ref.sheet))];
  const closed = workbook.sheets.filter(({ name, isProtected }) => isProtected && sheets.includes(name));
  return {
    draft: {
      title: titreDeCorrection(all.map(({ ref }) => qualifiedAddress(ref))),
      writes: all,
      reads: readsOf(corrections, all, context),
      sheets: [],
    },
    sheet: sheets.join(", "),
    aCompleter: [],
    arrondis: [],
    dejaJustes,
    remarques: [...new Set([...closed.map(({ name }) => closedSheet(name)), ...remarques])],
  };
}
