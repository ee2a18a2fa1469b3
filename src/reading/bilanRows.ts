/** The rows under the header of a réalisé or of a bilan, as they stand; what they add up is told later. */
import { plainText, type Unit } from "../domain/amount";
import { classementOf } from "../domain/bloc";
import { generalDecimals, readAmountCell, readRateCell } from "./amountCells";
import type { ColonnesDeBilan } from "./bilanColumns";
import type { ColonneDeBilan, EnteteDeBilan } from "./bilanHeaders";
import { CHAMPS_DE_BILAN, type ChampDeBilan, type LigneDeBilan } from "./bilanTables";
import { hasAmount, isContentRow, isUnitLine, LONGEST_GAP, looksLikeHeader, readLabels, type BodyRow } from "./body";
import type { AmountCell } from "./cells";
import type { Grid } from "./grid";
import type { Column } from "./headers";
import { writtenCell } from "./imputations";
import { rowKindOf } from "./labels";
import { ficheOfRow } from "./lignesDePlan";
import type { RowAmounts } from "./tables";
import { objetOf } from "./versementLabels";

export type Montants = LigneDeBilan["montants"];

export interface RangeeDeBilan extends Pick<
  LigneDeBilan,
  "montants" | "tauxDepartement" | "tauxExecution" | "code" | "justification"
> {
  readonly body: BodyRow;
}

/** Where a réalisé or a bilan is read, and in which unit. */
export interface CorpsDeBilan {
  readonly grid: Grid;
  readonly entete: EnteteDeBilan;
  readonly colonnes: ColonnesDeBilan;
  readonly unit: Unit;
  /** The row before the next table. */
  readonly lastRow: number;
  /** Rows that repeat the header. */
  readonly repeats: ReadonlySet<number>;
}

function columnOf({ index, header, role, year, unit }: ColonneDeBilan): Column {
  const isLabel = role === "fiche" || role === "axe" || role === "annee";
  return { index, header, year, unit, role: isLabel ? role : "label", rateSubject: null };
}

/** Words in a cell of the State's payments that say when, not how much: "au bilan final". */
const LATER =
  /^(?:(?:verse|du|a verser|voir|reporte|prevu)e? )?(?:au|lors du|sur le|apres le|avec le) (?:bilan|solde)\b/;

type Decimals = ReadonlyMap<number, number>;

function decimalsOf({ grid, entete, colonnes, lastRow }: CorpsDeBilan): Decimals {
  return new Map(
    [...colonnes.champs.values()]
      .flat()
      .map(({ index }) => [index, generalDecimals(grid, index, entete.lastRow + 1, lastRow)]),
  );
}

function amountAt({ grid, unit }: CorpsDeBilan, row: number, colonne: ColonneDeBilan, decimals: Decimals): AmountCell {
  const cell = readAmountCell(grid, row, colonne.index, colonne.unit ?? unit, decimals.get(colonne.index) ?? 0);
  return cell.state === "unreadable" && LATER.test(plainText(cell.written)) ? { ...cell, state: "none" } : cell;
}

/** Other financers in columns of their own, added: the first cell stands for all. */
function added(cells: readonly AmountCell[]): AmountCell | null {
  const filled = cells.filter(({ state }) => state !== "empty" && state !== "covered");
  const [first] = filled.length > 0 ? filled : cells;
  if (!first || filled.length < 2) return first ?? null;
  const open = filled.find(({ state }) => state !== "amount" && state !== "none");
  if (open) return open;
  const [amount, ...others] = filled.flatMap((cell) => cell.amount ?? []);
  if (!amount) return first;
  const sum = others.reduce(
    (total, one) => ({
      value: total.value.plus(one.value),
      half: total.half.plus(one.half),
      coarse: total.coarse || one.coarse,
    }),
    amount,
  );
  return { ...first, amount: sum, written: filled.map(({ written }) => written).join(" + "), isPartOfCell: true };
}

function montantsOf(corps: CorpsDeBilan, row: number, decimals: Decimals): Montants {
  return Object.fromEntries(
    [...corps.colonnes.champs].flatMap(([champ, colonnes]) => {
      const cell = added(colonnes.map((colonne) => amountAt(corps, row, colonne, decimals)));
      return cell ? [[champ, cell]] : [];
    }),
  );
}

/** Columns that add up without a ceiling, the best first: with their figures one tells what a total covers. */
const ADDED: readonly ChampDeBilan[] = ["realise", "prevuEtat", "prevuTotal", "eligible", "prevuDepartement", "verse"];

/** The three columns that hold most amounts, as the shares by which totals of plans are told. */
function sharesOf(all: readonly Montants[]): readonly ChampDeBilan[] {
  const filled = (champ: ChampDeBilan): number => all.filter((one) => one[champ]?.state === "amount").length;
  return [...ADDED].sort((a, b) => filled(b) - filled(a) || ADDED.indexOf(a) - ADDED.indexOf(b)).slice(0, 3);
}

function rowAmounts(montants: Montants, [a, b, c]: readonly ChampDeBilan[]): RowAmounts {
  const [etat, departement, total] = [a, b, c].map((champ) => (champ ? montants[champ] : undefined));
  return {
    ...(etat ? { etat } : {}),
    ...(departement ? { departement } : {}),
    ...(total ? { total } : {}),
    autres: CHAMPS_DE_BILAN.flatMap((champ) =>
      champ === a || champ === b || champ === c ? [] : (montants[champ] ?? []),
    ),
  };
}

const REPORT = /^(?:dont )?reports?\b|^(?:reliquat|solde|restant|trop[- ]?percu)\b.*\b20\d\d\b/;
const VERSEMENT =
  /^(?:versements?|paiements?|reglements?|soldes?|avances?|acomptes?|ligne de (?:paiement|versement))\b/;

/** A row apart from the sums: what is left of another year's advance, or what is paid at once; null for the others. */
export function apartOf(body: BodyRow): "report" | "versement" | null {
  const own = body.labels.filter(({ inherited }) => !inherited).map(({ text }) => text);
  if (ficheOfRow(body) !== null || rowKindOf(own) === "total" || rowKindOf(own) === "sous-total") return null;
  if (own.some((text) => REPORT.test(plainText(text)))) return "report";
  const { blocs } = objetOf(own.join(" "));
  const isPayment = blocs.length > 0 && own.some((text) => VERSEMENT.test(plainText(text)));
  return isPayment || own.some((text) => objetOf(text).blocs.length > 1) ? "versement" : null;
}

/** A row that is a line although nothing is typed in it yet: numbered, a total, a payment, a block without actions. */
export function isLineAmong(bodies: readonly BodyRow[]): (body: BodyRow, place: number) => boolean {
  const isSettled = (body: BodyRow): boolean =>
    hasAmount(body) ||
    ficheOfRow(body) !== null ||
    rowKindOf(body.labels.map(({ text }) => text)) !== "detail" ||
    apartOf(body) === "report";
  return (body, place) => {
    if (isSettled(body)) return true;
    const cells = body.amounts.flatMap(({ etat, departement, total, autres }) => [etat, departement, total, ...autres]);
    // A heading that is merged over the amounts announces a block.
    if (cells.some((cell) => cell?.state === "covered")) return false;
    if (apartOf(body) !== null) return true;
    if (!classementOf(body.labels.map(({ text }) => text).join(" "))?.bloc) return false;
    const next = bodies[place + 1];
    // After a blank row and before nothing it is the title of the next table.
    return next === undefined ? !body.afterBlank : ficheOfRow(next) === null && !hasAmount(next);
  };
}

/** A row of words that is none of the table's: a note, the title of what follows. */
function isForeign(body: BodyRow): boolean {
  const texts = body.labels.map(({ text }) => text);
  if (hasAmount(body)) return texts.length === 0;
  const isKnown = rowKindOf(texts) !== "detail" || apartOf(body) !== null || ficheOfRow(body) !== null;
  return !isKnown && classementOf(texts.join(" ")) === null;
}

/** An account of more rows than this is no contract's: ledgers have a "réalisé" too. */
const MOST_ROWS = 1_000;

/** The rows of one set of columns, headings included, up to the last that is a line; none where they are too many. */
export function readRangees(corps: CorpsDeBilan): RangeeDeBilan[] {
  const { grid, entete, colonnes, lastRow } = corps;
  const labels = colonnes.labels.map(columnOf);
  const decimals = decimalsOf(corps);
  const rangees: RangeeDeBilan[] = [];
  let gap = 0;
  for (let row = entete.lastRow + 1; row <= lastRow; row += 1) {
    if (corps.repeats.has(row)) continue;
    if (!isContentRow(grid, entete, row)) {
      gap += 1;
      if (gap > LONGEST_GAP) break;
      continue;
    }
    const montants = montantsOf(corps, row, decimals);
    const taux = (one: ColonneDeBilan | null): LigneDeBilan["tauxExecution"] =>
      one &&
      readRateCell(grid, row, { ...columnOf(one), rateSubject: one.role === "tauxDepartement" ? "departement" : null });
    const body: BodyRow = {
      row,
      labels: readLabels(grid, row, labels),
      amounts: [rowAmounts(montants, [])],
      taux: [],
      afterBlank: gap > 0,
    };
    if (isUnitLine(body)) continue;
    if (looksLikeHeader(body) || (body.afterBlank && isForeign(body))) break;
    gap = 0;
    if (rangees.length === MOST_ROWS) return [];
    const written = (one: ColonneDeBilan | null): LigneDeBilan["code"] => one && writtenCell(grid, row, one.index);
    rangees.push({
      body,
      montants,
      tauxDepartement: taux(colonnes.tauxDepartement),
      tauxExecution: taux(colonnes.tauxExecution),
      code: written(colonnes.code),
      justification: written(colonnes.justification),
    });
  }
  const shares = sharesOf(rangees.map(({ montants }) => montants));
  const all = rangees.map((one) => ({ ...one, body: { ...one.body, amounts: [rowAmounts(one.montants, shares)] } }));
  const isLine = isLineAmong(all.map(({ body }) => body));
  return all.slice(0, all.findLastIndex(({ body }, place) => isLine(body, place)) + 1);
}
