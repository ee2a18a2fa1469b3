/** Payments outside tables: lines of a label and its value, and sentences ("Une avance de … € soit 60 % …"). */
import { plainText, readAmountText } from "../domain/amount";
import { readRateText, type Rate } from "../domain/rate";
import { yearOf } from "../domain/years";
import type { Area, CellRef } from "../workbook/address";
import { generalDecimals, readAmountCell, readRateCell } from "./amountCells";
import { cellText, type Grid } from "./grid";
import { HINT, hintsOf } from "./hints";
import type { LigneDeVersement, Versements } from "./otherTables";
import type { AmountCell, RateCell } from "./tables";
import { champOf, isBilan, objetOf, objetWithin, type ChampDeVersement, type Objet } from "./versementLabels";

interface Field {
  readonly champ: ChampDeVersement;
  readonly ref: CellRef;
  readonly label: string;
  readonly amount: AmountCell | null;
  readonly rate: RateCell | null;
  /** In the cell of its label, or in the words of a sentence. */
  readonly isText: boolean;
}

const AMOUNT = /\d[\d\s\u00A0\u202F.,]*(?:k€|M€|€|euros?)/;
const PERCENT = /\d{1,3}(?:[.,]\d+)? ?%/;

function amountIn(ref: CellRef, text: string): AmountCell | null {
  const match = AMOUNT.exec(text)?.[0];
  const written = match === undefined ? null : readAmountText(match);
  if (match === undefined || written?.kind !== "amount") return null;
  return { ref, state: "amount", amount: written.amount, written: match, stored: "text", unit: "€", formula: null };
}

function rateIn(ref: CellRef, text: string): RateCell | null {
  const written = PERCENT.exec(text)?.[0];
  const rate: Rate | null = written === undefined ? null : readRateText(written);
  return rate && written !== undefined ? { ref, rate, written, subject: null } : null;
}

/** How far a value stands from its label. */
const FARTHEST = 3;
const LONGEST_LABEL = 100;

/** "Avance volet 3" with its value in a cell at the right. */
function besideLabel(grid: Grid, row: number, column: number, label: string): Field | null {
  const champ = champOf(label);
  if (!champ || isBilan(label)) return null;
  for (let at = column + 1; at <= Math.min(grid.lastColumn, column + FARTHEST); at += 1) {
    const cell = grid.at(row, at);
    if (!cell || cellText(cell) === "") continue;
    const ref = { sheet: grid.sheet.name, row, column: at };
    if (champ === "taux") {
      const rate = readRateCell(grid, row, {
        index: at,
        role: "taux",
        header: "",
        year: null,
        unit: null,
        rateSubject: null,
      });
      return rate ? { champ, ref, label, amount: null, rate, isText: false } : null;
    }
    const amount = readAmountCell(grid, row, at, "€", generalDecimals(grid, at, row, row));
    if (amount.state !== "amount" && amount.state !== "none") return null;
    return { champ, ref, label, amount, rate: rateIn({ ...ref, column }, label), isText: false };
  }
  return null;
}

/** "Avance volets 1 et 2 : 5 332 747,20 €, soit 60 % du montant prévisionnel" in one cell. */
function insideCell(ref: CellRef, text: string): Field[] {
  return text.split(/\n|;(?=\s)/).flatMap((sentence): Field[] => {
    const [, head = ""] = /^([^:]{4,80}?)\s*:/.exec(sentence) ?? [];
    const isAdvance = /\bavances?\b|\bacompte\b/.test(plainText(sentence));
    const champ = head !== "" ? champOf(head) : isAdvance ? "avance" : null;
    const amount = amountIn(ref, head === "" ? sentence : sentence.slice(head.length));
    if (!champ || champ === "taux" || !amount || isBilan(sentence)) return [];
    return [
      { champ, ref, label: sentence, amount, rate: champ === "avance" ? rateIn(ref, sentence) : null, isText: true },
    ];
  });
}

function isInside(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

interface Draft {
  readonly objet: Objet;
  readonly fields: Field[];
  readonly heading: string;
}

function keyOf({ blocs, part, year }: Objet): string {
  return [part, ...blocs, year].join(" ");
}

const WORDS_OF_PAYMENT = HINT.versement | HINT.champDeVersement | HINT.bloc;

/** Fields of one payment, those that name what they pay and those under a heading that does. */
function draftsOf(grid: Grid, taken: readonly Area[]): Draft[] {
  const drafts = new Map<string, Draft>();
  let heading = "";
  // Neither an advance nor a balance, or nothing that names what is paid: whatever else is said is no payment.
  const namesObjet = grid.rowsSaying(HINT.bloc).length > 0 || (hintsOf(grid.sheet.name) & HINT.bloc) !== 0;
  if (!namesObjet || grid.rowsSaying(HINT.versement).length === 0) return [];
  for (const row of grid.rowsSaying(WORDS_OF_PAYMENT)) {
    for (const { column, value } of grid.row(row)) {
      if (typeof value !== "string" || isInside(taken, row, column)) continue;
      if ((hintsOf(value) & WORDS_OF_PAYMENT) === 0) continue;
      const ref = { sheet: grid.sheet.name, row, column };
      const beside = value.length <= LONGEST_LABEL ? besideLabel(grid, row, column, value) : null;
      const fields = beside ? [beside] : insideCell(ref, value);
      if (fields.length === 0 && objetOf(value).part !== null && value.length <= LONGEST_LABEL) heading = value;
      for (const field of fields) {
        const objet = objetWithin(field.label, [heading, grid.sheet.name]);
        const key = keyOf(objet);
        const known = drafts.get(key);
        if (known?.fields.every(({ champ }) => champ !== field.champ)) known.fields.push(field);
        else drafts.set(known ? `${key} ${row}` : key, { objet, fields: [field], heading });
      }
    }
  }
  return [...drafts.values()];
}

function ligneOf({ objet, fields }: Draft): LigneDeVersement | null {
  const of = (champ: ChampDeVersement): Field | undefined => fields.find((field) => field.champ === champ);
  const amount = (champ: ChampDeVersement): AmountCell | null => of(champ)?.amount ?? null;
  const [first] = fields;
  const isPayment = of("avance") !== undefined || (of("solde") && (of("verse") ?? of("du") ?? of("base")));
  if (!first || !isPayment || objet.part === null) return null;
  const label = (of("avance") ?? first).label.replace(/\s+/g, " ").trim();
  return {
    row: first.ref.row,
    kind: "ligne",
    label: label.length > 60 ? `${label.slice(0, 59)}…` : label,
    ...objet,
    base: amount("base"),
    taux: of("taux")?.rate ?? of("avance")?.rate ?? null,
    avance: amount("avance"),
    du: amount("du"),
    verse: amount("verse"),
    solde: amount("solde"),
    tropPercu: amount("tropPercu"),
  };
}

/** Payments of a sheet outside the given areas: at most one table of lines and one of sentences. */
export function readVersementTexts(grid: Grid, taken: readonly Area[]): Versements[] {
  const drafts = draftsOf(grid, taken);
  return (["lignes", "prose"] as const).flatMap((form): Versements[] => {
    const own = drafts.filter(({ fields }) => fields.some(({ isText }) => isText) === (form === "prose"));
    const lignes = own.flatMap((draft) => ligneOf(draft) ?? []);
    const [heading] = own.map((draft) => draft.heading).filter((text) => text !== "");
    const refs = own.filter((draft) => ligneOf(draft)).flatMap(({ fields }) => fields.map(({ ref }) => ref));
    if (lignes.length === 0) return [];
    return [
      {
        kind: "versements",
        form,
        sheet: grid.sheet.name,
        area: {
          top: Math.min(...refs.map(({ row }) => row)),
          left: Math.min(...refs.map(({ column }) => column)),
          bottom: Math.max(...refs.map(({ row }) => row)),
          right: Math.max(...refs.map(({ column }) => column)),
        },
        title: heading ?? grid.sheet.name,
        unit: "€",
        year: yearOf(heading ?? "") ?? yearOf(grid.sheet.name),
        lignes,
      },
    ];
  });
}
