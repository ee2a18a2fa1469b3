/** Words that name the fields of a bank identity, and the fields that one cell writes out. */
import { plainText } from "../domain/amount";
import type { ChampBancaire } from "./otherTables";

/** What follows a label and does not change it: "N° SIRET du bénéficiaire". */
const OF_WHOM = String.raw`(?: (?:du|de la|de l'|des|de) [^:=\d]{1,40})?`;

/** In order: a label is the first that it fits. Texts are plain: lower case, no accents, "n°" in one spelling. */
const LABELS: readonly (readonly [ChampBancaire, string])[] = [
  ["siret", String.raw`(?:n° ?)?(?:de |d')?(?:identification )?(?:siren ?/ ?)?siret${OF_WHOM}`],
  [
    "code-etablissement",
    String.raw`(?:code ?)(?:de l'|d'|de la )?(?:etablissement|etab\.?|ets|banque|bancaire)(?: bancaire)?`,
  ],
  ["code-guichet", String.raw`(?:code ?)?(?:du )?guichet|code agence`],
  ["cle-rib", String.raw`cle(?: du)?(?: ?rib| de controle)|cle`],
  ["numero-compte", String.raw`(?:n° ?)(?:de |du )?compte(?: bancaire)?|compte (?:n°|bancaire)`],
  ["iban", String.raw`(?:code |n° ?)?(?:d')?iban${OF_WHOM}`],
  ["bic", String.raw`(?:code )?(?:bic|swift)(?: ?[/(-] ?(?:bic|swift|code swift)\)?)?`],
  [
    "titulaire",
    String.raw`(?:nom du )?titulaire(?: du compte)?|denomination(?: sociale)?|raison sociale|(?:intitule|nom) du compte|au compte(?: de)?`,
  ],
];
/** Labels short enough to mean other things: they count only beside a value of their form. */
const BARE: readonly (readonly [ChampBancaire, string, RegExp])[] = [
  ["code-etablissement", "banque|etablissement", /^\d[\d .-]*$/],
  ["numero-compte", "compte", /^(?:[A-Z\d][ .-]?){9,12}\d$/],
];

/** Compiled once: every text of a workbook is asked. */
const WHOLE_LABELS = LABELS.map(([champ, pattern]) => [champ, new RegExp(`^(?:${pattern})$`)] as const);
const WHOLE_BARE = BARE.map(([champ, pattern, form]) => [champ, new RegExp(`^(?:${pattern})$`), form] as const);

function wordsOf(text: string): string {
  return plainText(text)
    .replace(/\b(?:n[º°o]\.?|num\.|numero)(?=[\s:]|$)/g, "n°")
    .replace(/\([^)]*\)?/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[-–—•*·\s]+/, "")
    .replace(/\s*[:=]\s*$/, "")
    .trim();
}

/** The field that a whole text names ("Code guichet :"), or null. */
export function champOf(text: string): ChampBancaire | null {
  const words = wordsOf(text);
  if (words === "" || words.length > 70) return null;
  const found = WHOLE_LABELS.find(([, pattern]) => pattern.test(words));
  return found?.[0] ?? null;
}

/** The field that a bare word names beside a value of its form ("Banque" beside "30001"), or null. */
export function bareChampOf(text: string, value: string): ChampBancaire | null {
  const words = wordsOf(text);
  const found = WHOLE_BARE.find(([, pattern, form]) => pattern.test(words) && form.test(value.trim()));
  return found?.[0] ?? null;
}

export interface ChampEcrit {
  readonly champ: ChampBancaire;
  readonly value: string;
}

/** Longest cell that is read as fields: beyond, it is an article of the convention. */
const LONGEST_CELL = 600;

/** The value without what ends its sentence: "FR48 … 042." */
function valueOf(text: string): string {
  return text
    .replace(/^[\s:=]+/, "")
    .replace(/[\s.;,]+$/, "")
    .trim();
}

/** What a field's value looks like where no colon parts it from its label ("IBAN FR48 3000 …", "SIRET 225 900 …"). */
const UNPARTED: Readonly<Partial<Record<ChampBancaire, RegExp>>> = {
  siret: /^\d[\d .-]{8,}$/,
  iban: /^[A-Z]{2}\d{2}[A-Z\d .-]{8,}$/i,
};

/** One field of a line ("Clé RIB : 42"), or null. */
function champOfLine(line: string): ChampEcrit | null {
  const parted = /^([^:=]{2,70})[:=](.*)$/s.exec(line);
  if (parted) {
    const [, label = "", rest = ""] = parted;
    const value = valueOf(rest);
    const champ = value === "" ? null : (champOf(label) ?? bareChampOf(label, value));
    return champ === null ? null : { champ, value };
  }
  const unparted = /^(\D*?(?:siret|iban))\s+(?=\S*\d)(.+)$/is.exec(line);
  if (!unparted) return null;
  const [, label = "", rest = ""] = unparted;
  const champ = champOf(label);
  const value = valueOf(rest);
  return champ !== null && UNPARTED[champ]?.test(value) ? { champ, value } : null;
}

/** Where one line holds several fields, a label with its colon starts each. */
const STARTS =
  /(?<![a-zA-ZÀ-ÿ\d])(?:(?:n[º°o]\.?|num[ée]ro)\s*(?:de\s+)?(?:siret|compte)|siret|code\s+(?:banque|[ée]tablissement|guichet|bic|iban)|cl[ée](?:\s+rib)?|iban|bic|d[ée]nomination sociale|titulaire(?:\s+du\s+compte)?)\s*[:=]/gi;

function linesOf(text: string): string[] {
  return text.split(/[\n\r;|]+/).flatMap((line) => {
    const starts = [...line.matchAll(STARTS)].map(({ index }) => index);
    if (starts.length < 2) return [line];
    return starts.map((start, place) => line.slice(place === 0 ? 0 : start, starts[place + 1]));
  });
}

/** Every field that a cell writes with its value ("Clé RIB : 42"); none for a cell that is only a label or a value. */
export function champsIn(text: string): ChampEcrit[] {
  if (text.length > LONGEST_CELL) return [];
  return linesOf(text).flatMap((line) => champOfLine(line.trim()) ?? []);
}
