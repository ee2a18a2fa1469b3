/** Codes activité that officers add to the convention's: JSON, checked at the door. */
import type { Span } from "./clauses";
import { CODES_ACTIVITE, readCode, type CodeActivite, type DecodedCode } from "./codesActivite";
import { LONGEST_TEXT, oneLine, readYear, Refused } from "./fields";
import { FIRST_YEAR, LAST_YEAR } from "./years";

const EXAMPLE = '[{"code": "030450232701", "label": "…", "from": 2024, "to": 2024}]';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownCode({ programme, action, sousAction, code }: DecodedCode, label: string, span: Span): CodeActivite {
  return {
    code,
    label,
    programme: programme === "304" ? "304" : "102",
    action: action ?? "02",
    sousAction,
    blocs: [],
    span,
    source: { article: "Code ajouté par vos soins", lines: [] },
    isOwn: true,
  };
}

function codeOf(value: unknown): CodeActivite | null {
  if (!isRecord(value)) return null;
  const { code, label, from, to } = value;
  if (typeof code !== "string" || typeof label !== "string") return null;
  if (typeof from !== "number" || typeof to !== "number" || from > to) return null;
  const read = readCode(code);
  return read.kind === "valid" ? ownCode(read.decoded, label, { from, to }) : null;
}

/** A code as an officer types it, field by field. */
export interface TypedCode {
  readonly code: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export type TypedCodeProblems = Partial<Record<keyof TypedCode, string>>;

function yearTyped(text: string): number | null {
  const year = readYear(Number(text.trim()), "L'année");
  return text.trim() === "" || year instanceof Refused ? null : year;
}

/**
 * The code that was typed, or one French sentence for each field that cannot be used. A zero that Excel would drop is
 * put back; a code of the convention's own list needs no adding.
 */
export function readTypedCode({
  code,
  label,
  from,
  to,
}: TypedCode): CodeActivite | { readonly problems: TypedCodeProblems } {
  const read = readCode(code);
  const text = oneLine(label);
  const [first, last] = [yearTyped(from), yearTyped(to)];
  const years = `une année de ${FIRST_YEAR} à ${LAST_YEAR}`;
  const known = read.kind === "invalid" ? undefined : CODES_ACTIVITE.find((one) => one.code === read.decoded.code);
  const isListed = known && first !== null && last !== null && known.span.from <= first && last <= known.span.to;
  const problems: TypedCodeProblems = {
    ...(read.kind === "invalid"
      ? { code: "Écrivez les douze chiffres du code, par exemple 0304 50 23 27 01 ou 0102 00 00 25 35." }
      : isListed
        ? { code: `Ce code est déjà dans la liste de la convention\u00A0: « ${known.label} ».` }
        : {}),
    ...(text === "" || text.length > LONGEST_TEXT
      ? { label: `Écrivez ce que le code paie, en ${LONGEST_TEXT} caractères au plus.` }
      : {}),
    ...(first === null ? { from: `Écrivez ${years}.` } : {}),
    ...(last === null
      ? { to: `Écrivez ${years}.` }
      : first !== null && last < first
        ? { to: `Écrivez ${first}, ou une année qui suit.` }
        : {}),
  };
  if (Object.keys(problems).length > 0 || read.kind === "invalid" || first === null || last === null) {
    return { problems };
  }
  return ownCode(read.decoded, text, { from: first, to: last });
}

/** Own codes with one added; it takes the place of the same code. */
export function withCode(codes: readonly CodeActivite[], added: CodeActivite): readonly CodeActivite[] {
  return [...codes.filter(({ code }) => code !== added.code), added].sort((one, other) =>
    one.code < other.code ? -1 : 1,
  );
}

/** The JSON that `parseOwnCodes` reads back: a file for the command line, or for another machine. */
export function ownCodesJson(codes: readonly CodeActivite[]): string {
  return `${JSON.stringify(
    codes.map(({ code, label, span }) => ({ code, label, ...span })),
    null,
    2,
  )}\n`;
}

/** The codes of a JSON text, or one French sentence that says what is wrong with it. `name` is the file's, for people. */
export function parseOwnCodes(text: string, name: string): readonly CodeActivite[] | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: `Le fichier de codes ${name} ne se lit pas. Il doit contenir par exemple : ${EXAMPLE}` };
  }
  const codes = Array.isArray(content) ? content.map(codeOf) : [null];
  const wrong = codes.findIndex((code) => code === null);
  if (wrong !== -1) {
    return { problem: `Le code n° ${wrong + 1} de ${name} est incomplet ou mal formé. Exemple : ${EXAMPLE}` };
  }
  return codes.filter((code) => code !== null);
}
