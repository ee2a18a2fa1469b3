/** One fault in a right workbook, of a kind that officers make: where, and what stood there before. */
import { cellAddress, qualifiedAddress, type CellRef } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { live } from "../builders/live";
import { changed, type Typing } from "../builders/picture";
import type { Classeur } from "./departement";
import { formulaOf, type Place } from "./page";
import type { Chance } from "./random";

export const KINDS = [
  "chiffre",
  "interversion",
  "chiffre-oublie",
  "chiffre-double",
  "unite",
  "signe",
  "total-perime",
  "plage",
  "code",
  "zero-initial",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Fault {
  readonly kind: Kind;
  readonly workbook: Workbook;
  readonly cell: CellRef;
  /** What should stand there: euros as decimal text, or a code; null where a formula is to be repaired. */
  readonly right: string | null;
}

/** Typing slips: the digits of a whole number, and the same with one slip; null where it changes nothing. */
const SLIPS: Partial<Record<Kind, (digits: string, chance: Chance) => string | null>> = {
  chiffre: (digits, chance) => {
    const at = chance.between(0, digits.length - 1);
    const other = (Number(digits[at]) + chance.between(1, 9)) % 10;
    return at === 0 && other === 0 ? null : digits.slice(0, at) + String(other) + digits.slice(at + 1);
  },
  interversion: (digits, chance) => {
    const places = [...digits].flatMap((digit, at) => (at > 0 && digits[at - 1] !== digit ? [at] : []));
    if (places.length === 0) return null;
    const at = chance.pick(places);
    const slipped = `${digits.slice(0, at - 1)}${digits[at] ?? ""}${digits[at - 1] ?? ""}${digits.slice(at + 1)}`;
    return slipped.startsWith("0") ? null : slipped;
  },
  "chiffre-oublie": (digits, chance) => {
    const at = chance.between(0, digits.length - 1);
    const slipped = digits.slice(0, at) + digits.slice(at + 1);
    return slipped === "" || slipped.startsWith("0") ? null : slipped;
  },
  "chiffre-double": (digits, chance) => {
    const at = chance.between(0, digits.length - 1);
    return digits.slice(0, at + 1) + digits.slice(at);
  },
  unite: (digits) => (digits.endsWith("000") ? digits.slice(0, -3) : `${digits}000`),
  signe: (digits) => `-${digits}`,
};

/** Amounts that other cells of the workbook hold to: without them, nobody could know. */
function held({ places, hasFiches, isLive }: Classeur): readonly Place[] {
  return places.filter(({ terms, level, role, bloc, euros }) => {
    if (!Number.isInteger(euros)) return false;
    if (level === "imputation" || level === "versement") return true;
    if (terms.length > 0) return !isLive;
    // A live total follows what it adds up: only the fiches say what a share of the plan was.
    if (!isLive) return true;
    return hasFiches && level === "action" && role !== "total" && bloc !== null;
  });
}

function slipped(classeur: Classeur, kind: Kind, chance: Chance): Fault | null {
  const slip = SLIPS[kind];
  const [place] = chance.shuffled(held(classeur));
  if (!slip || !place) return null;
  const digits = String(place.euros / place.unit);
  const wrong = slip(digits, chance);
  if (wrong === null || wrong === digits) return null;
  return {
    kind,
    workbook: typed(classeur, place.ref, Number(wrong), place),
    cell: place.ref,
    right: `${place.euros}.00`,
  };
}

function typed(classeur: Classeur, ref: CellRef, value: number, { unit }: Place): Workbook {
  const cell = cellAt(classeur, ref);
  const isText = typeof cell?.value === "string";
  const typing: Typing = isText ? `${value} ${unit === 1 ? "€" : "k€"}` : value;
  return live(changed(classeur.workbook, qualifiedAddress(ref), typing));
}

function cellAt({ workbook }: Classeur, ref: CellRef) {
  const found = workbook.sheets.find(({ name }) => name === ref.sheet);
  return found?.cells.find(({ row, column }) => row === ref.row && column === ref.column);
}

/** A total that somebody typed over its formula, before one of its terms was changed. */
function stale(classeur: Classeur, chance: Chance): Fault | null {
  const totals = classeur.places.filter(({ terms }) => terms.length > 1);
  if (!classeur.isLive || totals.length === 0) return null;
  const place = chance.pick(totals);
  const before = place.euros / place.unit - chance.between(1, 900) * (place.unit === 1 ? 1000 : 1);
  if (before <= 0) return null;
  return {
    kind: "total-perime",
    workbook: typed(classeur, place.ref, before, place),
    cell: place.ref,
    right: `${place.euros}.00`,
  };
}

/** A sum that leaves out its first or last row. */
function shortRange(classeur: Classeur, chance: Chance): Fault | null {
  const totals = classeur.places.filter(({ terms }) => {
    const [first, second] = terms;
    return terms.length > 2 && first !== undefined && first.column === second?.column;
  });
  if (!classeur.isLive || totals.length === 0) return null;
  const place = chance.pick(totals);
  const left = chance.is(0.5) ? place.terms.slice(1) : place.terms.slice(0, -1);
  const cell = cellAt(classeur, place.ref);
  const typing: Typing = { value: 0, formula: formulaOf(left), ...(cell ? { format: cell.numberFormat } : {}) };
  const workbook = live(changed(classeur.workbook, qualifiedAddress(place.ref), typing));
  const now = cellAt({ ...classeur, workbook }, place.ref)?.value;
  return now === cell?.value ? null : { kind: "plage", workbook, cell: place.ref, right: `${place.euros}.00` };
}

const OTHER_CODES = ["030450232301", "030450232501", "030450232601", "010200002535", "010200002501"];

function wrongCode(classeur: Classeur, kind: Kind, chance: Chance): Fault | null {
  if (classeur.codes.length === 0) return null;
  const { ref, code } = chance.pick(classeur.codes);
  const other = chance.pick(OTHER_CODES.filter((one) => one !== code));
  const typing: Typing = kind === "code" ? other : { value: Number(code), format: "0" };
  const workbook = changed(classeur.workbook, qualifiedAddress(ref), typing);
  return { kind, workbook, cell: ref, right: code };
}

/** A fault of a kind, or null where the workbook has no place for it. */
export function faultOf(classeur: Classeur, kind: Kind, chance: Chance): Fault | null {
  if (kind === "total-perime") return stale(classeur, chance);
  if (kind === "plage") return shortRange(classeur, chance);
  if (kind === "code" || kind === "zero-initial") return wrongCode(classeur, kind, chance);
  return slipped(classeur, kind, chance);
}

/** "Plan!D7", to compare cells by. */
export function nameOf({ sheet, row, column }: CellRef): string {
  return `${sheet}!${cellAddress(row, column)}`;
}
