/** A bank identity with its fields made comparable, for the rules that share it. */
import { compact, ibanState, ibanText, isRibValid, ribOfIban, RIB_WIDTHS, type Rib } from "../../domain/identifiants";
import { cellText } from "../../reading/grid";
import type { ChampBancaire, Coordonnees, WrittenCell } from "../../reading/otherTables";
import type { Workbook } from "../../workbook/picture";
import type { CellFault, RuleContext } from "../rule";

export const REFERENCE_COMPTE = "Convention solidarités, art. 3.2 ; convention emploi, art. 6";

export type ChampDeRib = keyof Rib;
export const CHAMPS_DE_RIB: readonly ChampDeRib[] = ["banque", "guichet", "compte", "cle"];

const CHAMP_OF: Readonly<Record<ChampDeRib, ChampBancaire>> = {
  banque: "code-etablissement",
  guichet: "code-guichet",
  compte: "numero-compte",
  cle: "cle-rib",
};

/** A field of the RIB as it is written, and what it is once its form is mended. */
export interface ChampLu {
  readonly cell: WrittenCell;
  /** Without what groups its characters. */
  readonly text: string;
  /** The text, its lost zeros given back and a glued key taken off; null for a text of another form. */
  readonly value: string | null;
  readonly state:
    | "juste"
    /** Digits lost their zeros to Excel. */
    | "zero-perdu"
    /** The key stands at the end of the account number too. */
    | "cle-collee"
    /** Fourteen digits: a SIRET. */
    | "siret"
    | "forme";
}

export interface Bloc {
  readonly table: Coordonnees;
  readonly champs: Readonly<Partial<Record<ChampDeRib, ChampLu>>>;
  readonly iban: WrittenCell | null;
  readonly siret: WrittenCell | null;
  /** What the IBAN holds, where its own key is right and it is French. */
  readonly dansIban: Rib | null;
  /** The four fields, where all are of their form. */
  readonly rib: Rib | null;
}

function written(table: Coordonnees, champ: ChampBancaire): WrittenCell | null {
  const cell = table.champs.find((one) => one.champ === champ)?.cell ?? null;
  // "à compléter" identifies nothing.
  return cell !== null && /\d/.test(cell.written) ? cell : null;
}

const FORMS: Readonly<Record<ChampDeRib, RegExp>> = {
  banque: /^\d{5}$/,
  guichet: /^\d{5}$/,
  compte: /^[A-Z\d]{11}$/,
  cle: /^\d{2}$/,
};

function lu(cell: WrittenCell, champ: ChampDeRib, cle: WrittenCell | null, dansIban: Rib | null): ChampLu {
  const text = compact(cell.written);
  const read = (state: ChampLu["state"], value: string | null): ChampLu => ({ cell, text, value, state });
  if (FORMS[champ].test(text)) return read("juste", text);
  if (champ === "banque" && /^\d{14}$/.test(text)) return read("siret", null);
  if (champ === "compte" && /^[A-Z\d]{11}\d{2}$/.test(text)) {
    const end = text.slice(RIB_WIDTHS.compte);
    const start = text.slice(0, RIB_WIDTHS.compte);
    const key = cle === null ? dansIban?.cle : compact(cle.written);
    // Two more digits that no key confirms are an account number too long.
    return key === undefined || key === end || start === dansIban?.compte
      ? read("cle-collee", start)
      : read("forme", null);
  }
  const whole = text.padStart(RIB_WIDTHS[champ], "0");
  const isShort = /^\d+$/.test(text) && FORMS[champ].test(whole);
  // A digit forgotten in the middle is no lost zero: only what Excel does to a number, or what a key confirms.
  const isMeant = cell.stored === "number" || dansIban?.[champ] === whole;
  return isShort && isMeant ? read("zero-perdu", whole) : read("forme", null);
}

/** The identities of a workbook, ready to be compared. */
export function blocsOf({ reading }: RuleContext): Bloc[] {
  return reading.coordonnees.map((table) => {
    const iban = written(table, "iban");
    const dansIban = iban !== null && ibanState(iban.written) === "valid" ? ribOfIban(iban.written) : null;
    const cle = written(table, "cle-rib");
    const champs: Partial<Record<ChampDeRib, ChampLu>> = {};
    for (const champ of CHAMPS_DE_RIB) {
      const cell = written(table, CHAMP_OF[champ]);
      if (cell) champs[champ] = lu(cell, champ, cle, dansIban);
    }
    return { table, champs, iban, siret: written(table, "siret"), dansIban, rib: ribOf(champs) };
  });
}

function ribOf({ banque, guichet, compte, cle }: Bloc["champs"]): Rib | null {
  if (!banque?.value || !guichet?.value || !compte?.value || !cle?.value) return null;
  return { banque: banque.value, guichet: guichet.value, compte: compte.value, cle: cle.value };
}

/** True where bank and branch stand in each other's field: the key is right once they change places. */
export function isSwapped({ rib, dansIban }: Bloc): boolean {
  if (rib === null || rib.banque === rib.guichet || isRibValid(rib)) return false;
  const swapped = { ...rib, banque: rib.guichet, guichet: rib.banque };
  // One wrong digit in a hundred makes the key right by chance once swapped: an IBAN decides where there is one.
  if (dansIban !== null) return dansIban.banque === swapped.banque && dansIban.guichet === swapped.guichet;
  return isRibValid(swapped);
}

/** Fields that contradict what a valid IBAN holds; none for fields of another form, which have their own card. */
export function contraires(bloc: Bloc): ChampDeRib[] {
  const { champs, dansIban } = bloc;
  if (dansIban === null) return [];
  return CHAMPS_DE_RIB.filter((champ) => {
    const field = champs[champ];
    return field !== undefined && field.state !== "siret" && field.value !== dansIban[champ];
  });
}

/** True for a RIB and an IBAN that are both right, of two accounts. */
export function isOtherAccount(bloc: Bloc): boolean {
  const differing = contraires(bloc).length;
  return differing > 0 && ((bloc.rib !== null && isRibValid(bloc.rib)) || differing > 2);
}

/** True where the IBAN belongs to France, or is too damaged to say. */
export function isFrench(iban: WrittenCell): boolean {
  return !/^[A-Z]{2}/.test(ibanText(iban.written)) || ibanText(iban.written).startsWith("FR");
}

/** A fault of a field, with what it should hold. A value that shares its cell with its label is not overwritten. */
export function identifiantFault(
  workbook: Workbook,
  cell: WrittenCell,
  fault: Pick<CellFault, "rule" | "severity" | "variant" | "subject"> & {
    readonly proposal?: string | null;
    readonly safe?: boolean;
    readonly cells?: readonly WrittenCell[];
    readonly reference?: string | null;
  },
): CellFault {
  const { row, column, sheet } = cell.ref;
  const own = workbook.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((one) => one.row === row && one.column === column);
  return {
    rule: fault.rule,
    severity: fault.severity,
    cell: cell.ref,
    cells: (fault.cells ?? []).map(({ ref }) => ref).filter((ref) => ref.row !== row || ref.column !== column),
    variant: fault.variant,
    subject: fault.subject,
    written: cell.written,
    expected: null,
    actual: null,
    reference: fault.reference ?? REFERENCE_COMPTE,
    safeFix: fault.safe ?? false,
    proposal: fault.proposal ?? null,
    isPartOfCell: typeof own?.value === "string" && cellText(own) !== cell.written,
  };
}
