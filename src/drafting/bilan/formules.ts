/** Formulas of a bilan, each with the value that it gives: what Excel will show is written beside what it will compute. */
import { A_COMPLETER } from "../../domain/amount";
import type { RegleDeBilan } from "../../domain/bilan";
import { partDue } from "../../domain/bilan";
import { Decimal, ZERO } from "../../domain/decimal";
import type { CellContent } from "../../workbook/draft";

/** What a cell shows: an amount or a rate, words, or nothing. */
export type Valeur = Decimal | string | null;

/** What stands in a formula, with its value: an address, or a larger piece. */
export interface Formule {
  /** en-US, without "=". */
  readonly texte: string;
  readonly valeur: Valeur;
  /** Of a sum of cells that waits for each of them: these cells. */
  readonly somme?: readonly Formule[];
}

/** What an action's cell holds where the amount is its block's. */
export const AU_NIVEAU_DU_BLOC = "-";

const OPEN = `"${A_COMPLETER}"`;

export function isAmount(valeur: Valeur): valeur is Decimal {
  return valeur instanceof Decimal;
}

/** Zero for what is no amount, as SUM and N count it. */
export function amountOrZero(valeur: Valeur): Decimal {
  return isAmount(valeur) ? valeur : ZERO;
}

/** True as long as each operand is a number: an error in one of them is none. */
export function testOf(operandes: readonly Formule[]): string {
  const [first] = operandes;
  return operandes.length === 1
    ? `ISNUMBER(${first?.texte ?? ""})`
    : `COUNT(${operandes.map(({ texte }) => texte).join(",")})=${operandes.length}`;
}

/** A calculation that waits for all its operands: "à compléter" until each is a number. */
export function siNombres<K extends string>(
  operandes: Readonly<Record<K, Formule>>,
  texte: string,
  valeur: (amounts: Readonly<Record<K, Decimal>>) => Valeur,
): Formule {
  const entries = Object.entries<Formule>(operandes);
  const amounts = entries.flatMap(([name, one]) => (isAmount(one.valeur) ? [[name, one.valeur] as const] : []));
  const isKnown = amounts.length === entries.length;
  return {
    texte: `IF(${testOf(Object.values<Formule>(operandes))},${texte},${OPEN})`,
    valeur: isKnown ? valeur(Object.fromEntries(amounts) as Record<K, Decimal>) : A_COMPLETER,
  };
}

/** The sum of cells that all have to be there. */
export function sommeDe(cellules: readonly Formule[]): Formule {
  const operandes = Object.fromEntries(cellules.map((one) => [one.texte, one]));
  const texte = cellules.map((one) => one.texte).join("+");
  return siNombres(operandes, texte, (amounts) =>
    Object.values<Decimal>(amounts).reduce((sum, one) => sum.plus(one), ZERO),
  );
}

/** The sum of some cells, "à compléter" as long as one of `plage` says so; other words count as nothing. */
export function sommeComplete(cellules: readonly Formule[], plage: string, somme: string): Formule {
  const isOpen = cellules.some(({ valeur }) => valeur === A_COMPLETER);
  const total = cellules.reduce((sum, { valeur }) => sum.plus(amountOrZero(valeur)), ZERO);
  return {
    texte: `IF(COUNTIF(${plage},${OPEN})>0,${OPEN},SUM(${somme}))`,
    valeur: isOpen ? A_COMPLETER : total,
    somme: cellules,
  };
}

/** One amount less another, to the centime: cells hold binary fractions. */
export function difference(one: Formule, other: Formule): Formule {
  return siNombres({ one, other }, `ROUND(${one.texte}-${other.texte},2)`, (amounts) =>
    amounts.one.minus(amounts.other).toDecimalPlaces(2),
  );
}

/** What is left of one amount once another is taken off, never less than nothing. */
export function reste(one: Formule, other: Formule): Formule {
  return siNombres({ one, other }, `MAX(0,ROUND(${one.texte}-${other.texte},2))`, (amounts) =>
    Decimal.max(ZERO, amounts.one.minus(amounts.other).toDecimalPlaces(2)),
  );
}

/** One amount as a share of another; "-" of nothing. */
export function taux(part: Formule, base: Formule): Formule {
  return siNombres({ part, base }, `IF(${base.texte}=0,"-",${part.texte}/${base.texte})`, (amounts) =>
    amounts.base.isZero() ? "-" : amounts.part.div(amounts.base),
  );
}

/** The same where the share stands at the block's level only. */
export function tauxOuTiret(part: Formule, base: Formule): Formule {
  const { texte, valeur } = taux(part, base);
  const isNone = part.valeur === AU_NIVEAU_DU_BLOC;
  return { texte: `IF(${part.texte}="${AU_NIVEAU_DU_BLOC}","-",${texte})`, valeur: isNone ? "-" : valeur };
}

/** What the State owes, within its ceiling and its share of the expense; half a centime is left to the CD. */
export function due(
  regle: RegleDeBilan,
  { plafond, eligible, autres }: { readonly plafond: Formule; readonly eligible: Formule; readonly autres: Formule },
): Formule {
  const base = regle.sansAutresFinanceurs ? `${eligible.texte}-${autres.texte}` : eligible.texte;
  const isWhole = new Decimal(regle.quotite).eq(1);
  // A product of a rate is rounded to a hundredth of a centime first: 0.285 must not fall to 0.28 for its binary form.
  const share = isWhole
    ? `ROUNDDOWN(ROUND(MAX(0,${base}),4),2)`
    : `ROUNDDOWN(ROUND(MAX(0,${base})*${regle.quotite},4),2)`;
  return siNombres({ plafond, eligible, autres }, `MIN(${plafond.texte},${share})`, (amounts) =>
    partDue(regle, amounts),
  );
}

/** What a cell holds for a formula; an amount that is only spelled out is a constant. */
export function contentOf({ texte, valeur }: Formule, numberFormat: string): CellContent {
  const value = isAmount(valeur) ? valeur.toNumber() : valeur;
  const isConstant = isAmount(valeur) && texte === valeur.toFixed();
  return { value, error: null, formula: isConstant ? null : `=${texte}`, numberFormat };
}
