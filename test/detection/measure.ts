/** Rates of a checker over seeded workbooks: clean ones, one fault, two faults apart. */
import type { Checker, Flag } from "./checkers";
import { classeurOf } from "./departement";
import { faultOf, KINDS, nameOf, type Fault, type Kind } from "./faults";
import { Chance } from "./random";

export interface Rates {
  /** Workbooks with such a fault. */
  readonly faults: number;
  /** The faulty cell is named, first or beside. */
  readonly found: number;
  /** The faulty cell is that of the first card. */
  readonly first: number;
  /** The first card names it and proposes what stood there. */
  readonly exact: number;
  /** Cards that name it, of all cards. */
  readonly cards: number;
  readonly goodCards: number;
}

export interface Measure {
  readonly kinds: Readonly<Record<Kind, Rates>>;
  readonly clean: { readonly workbooks: number; readonly alarmed: number };
  /** Two faults in two rows: both are the cells of the first two cards. */
  readonly pairs: { readonly workbooks: number; readonly both: number };
}

/** How often another workbook is drawn for a kind that has no place in the first. */
const MOST_DRAWS = 40;

function drawn(seed: number, kind: Kind): Fault | null {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const chance = new Chance(seed * MOST_DRAWS + draw + 1);
    const fault = faultOf(classeurOf(chance), kind, chance);
    if (fault) return fault;
  }
  return null;
}

/** The same workbook with two faults of two rows, each of its own kind. */
function pairOf(seed: number): readonly [Fault, Fault] | null {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const chance = new Chance((seed + 1) * 7919 + draw);
    const classeur = classeurOf(chance);
    const [one, other] = chance.shuffled(KINDS);
    const first = one && faultOf(classeur, one, chance);
    const second = first && other && faultOf({ ...classeur, workbook: first.workbook }, other, chance);
    if (!first || !second) continue;
    const isApart = first.cell.sheet !== second.cell.sheet || Math.abs(first.cell.row - second.cell.row) > 1;
    if (isApart) return [first, second];
  }
  return null;
}

function names(flag: Flag, fault: Fault): boolean {
  return flag.cell === nameOf(fault.cell) || flag.others.includes(nameOf(fault.cell));
}

async function ratesOf(kind: Kind, count: number, seed: number, check: Checker): Promise<Rates> {
  const rates = { faults: 0, found: 0, first: 0, exact: 0, cards: 0, goodCards: 0 };
  for (let place = 0; place < count; place += 1) {
    const fault = drawn(seed + place, kind);
    if (!fault) continue;
    const flags = await check(fault.workbook, new Chance(seed + place));
    const [first] = flags;
    const isFirst = first?.cell === nameOf(fault.cell);
    rates.faults += 1;
    rates.found += Number(flags.some((flag) => names(flag, fault)));
    rates.first += Number(isFirst);
    rates.exact += Number(isFirst && first.proposal === fault.right);
    rates.cards += flags.length;
    rates.goodCards += flags.filter((flag) => names(flag, fault)).length;
  }
  return rates;
}

async function cleanOf(count: number, seed: number, check: Checker): Promise<Measure["clean"]> {
  let alarmed = 0;
  for (let place = 0; place < count; place += 1) {
    const flags = await check(classeurOf(new Chance(seed + place)).workbook, new Chance(seed + place));
    if (flags.length > 0) alarmed += 1;
  }
  return { workbooks: count, alarmed };
}

async function pairsOf(count: number, seed: number, check: Checker): Promise<Measure["pairs"]> {
  const pairs = { workbooks: 0, both: 0 };
  for (let place = 0; place < count; place += 1) {
    const faults = pairOf(seed + place);
    if (!faults) continue;
    const flags = await check(faults[1].workbook, new Chance(seed + place));
    const cells = flags.slice(0, 2).map(({ cell }) => cell);
    pairs.workbooks += 1;
    pairs.both += Number(faults.every(({ cell }) => cells.includes(nameOf(cell))));
  }
  return pairs;
}

/** @param count workbooks of each kind */
export async function measure(check: Checker, count: number, seed: number): Promise<Measure> {
  const kinds: [Kind, Rates][] = [];
  for (const kind of KINDS) kinds.push([kind, await ratesOf(kind, count, seed, check)]);
  return {
    kinds: Object.fromEntries(kinds) as Record<Kind, Rates>,
    clean: await cleanOf(count, seed, check),
    pairs: await pairsOf(count, seed, check),
  };
}

/** All kinds together. */
export function together({ kinds }: Measure): Rates {
  return Object.values(kinds).reduce((all, one) => ({
    faults: all.faults + one.faults,
    found: all.found + one.found,
    first: all.first + one.first,
    exact: all.exact + one.exact,
    cards: all.cards + one.cards,
    goodCards: all.goodCards + one.goodCards,
  }));
}
