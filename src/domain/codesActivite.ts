/**
 * Codes activité: their grammar, and the list of each year with what each code is for. The grammar is what these codes
 * show; no other may be assumed. A year without a list makes "unknown" unanswerable, not true.
 */
import type { Bloc } from "./bloc";
import type { Source } from "./source";
import type { Span } from "./clauses";

export interface CodeActivite {
  /** Twelve digits. */
  readonly code: string;
  /** Activité de programmation, as the convention names it. */
  readonly label: string;
  readonly programme: "304" | "102";
  readonly action: string;
  readonly sousAction: string | null;
  /** What it pays. */
  readonly blocs: readonly Bloc[];
  readonly span: Span;
  readonly source: Source;
  /** Added by an officer, not by the convention. */
  readonly isOwn?: boolean;
}

const YEAR_2024: Span = { from: 2024, to: 2024 };
const SOLIDARITES = "Convention solidarités, art. 3.2";
const EMPLOI = "Convention emploi, art. 6";

export const CODES_ACTIVITE: readonly CodeActivite[] = [
  {
    code: "030450232301",
    label: "Contractualisation avec les départements pilier 1",
    programme: "304",
    action: "23",
    sousAction: "23",
    blocs: ["axe-1"],
    span: YEAR_2024,
    source: { article: SOLIDARITES, lines: [458] },
  },
  {
    code: "030450232501",
    label: "Contractualisation avec les départements pilier 3",
    programme: "304",
    action: "23",
    sousAction: "25",
    blocs: ["axe-3"],
    span: YEAR_2024,
    source: { article: SOLIDARITES, lines: [459] },
  },
  {
    code: "030450232601",
    label: "Contractualisation avec les départements pilier 4",
    programme: "304",
    action: "23",
    sousAction: "26",
    blocs: ["axe-4"],
    span: YEAR_2024,
    source: { article: SOLIDARITES, lines: [460] },
  },
  {
    code: "010200002535",
    label: "Contractualisation avec CD pour transition vers FT",
    programme: "102",
    action: "02",
    sousAction: null,
    blocs: ["volet-1", "volet-2"],
    span: YEAR_2024,
    source: { article: EMPLOI, lines: [760] },
  },
  {
    code: "010200002501",
    label: "Expérimentation France Travail",
    programme: "102",
    action: "02",
    sousAction: null,
    blocs: ["volet-3", "tourcoing"],
    span: { from: 2023, to: 2024 },
    source: { article: EMPLOI, lines: [762, 2217] },
  },
];

/** The codes of a year, officers' own after the convention's; empty where the year has no list. */
export function codesOf(year: number | null, own: readonly CodeActivite[] = []): readonly CodeActivite[] {
  const listed = CODES_ACTIVITE.filter(({ span }) => year === null || (year >= span.from && year <= span.to));
  // The code of Tourcoing's first year is no list of 2023.
  if (listed.length < 2) return [];
  return [...listed, ...own.filter(({ span }) => year === null || (year >= span.from && year <= span.to))];
}

/** What a code says by itself. */
export interface DecodedCode {
  readonly code: string;
  readonly programme: string;
  /** Null for programme 102: its digits name a family and an item. */
  readonly action: string | null;
  readonly sousAction: string | null;
}

export type CodeReading =
  | { readonly kind: "valid"; readonly decoded: DecodedCode }
  /** Eleven digits: Excel dropped the leading zero. */
  | { readonly kind: "lost-zero"; readonly decoded: DecodedCode }
  | { readonly kind: "invalid"; readonly reason: "longueur" | "prefixe" | "caracteres"; readonly digits: string };

/** Digits of a written code: groups (`0304 50 23 23 01`) and the prefix `BG00/` are ways to write. */
export function digitsOfCode(written: string): string {
  return written
    .replace(/^\s*[A-Z]{2}\d{2}\s*\//i, "")
    .replace(/^'/, "")
    .replace(/[\s.\u00A0\u202F–-]/g, "");
}

function decode(code: string): DecodedCode | null {
  const programme = code.slice(1, 4);
  if (code[0] !== "0") return null;
  if (programme === "304" && code.slice(4, 6) === "50") {
    return { code, programme, action: code.slice(6, 8), sousAction: code.slice(8, 10) };
  }
  if (programme === "102" && code.slice(4, 8) === "0000") return { code, programme, action: null, sousAction: null };
  return null;
}

/** Reads a written code. Never throws. */
export function readCode(written: string): CodeReading {
  const digits = digitsOfCode(written);
  if (!/^\d+$/.test(digits)) return { kind: "invalid", reason: "caracteres", digits };
  if (digits.length === 12) {
    const decoded = decode(digits);
    return decoded ? { kind: "valid", decoded } : { kind: "invalid", reason: "prefixe", digits };
  }
  const restored = digits.length === 11 ? decode(`0${digits}`) : null;
  return restored ? { kind: "lost-zero", decoded: restored } : { kind: "invalid", reason: "longueur", digits };
}

/** Codes inside a text, each as it is written: twelve or eleven digits, alone or in groups, with or without prefix. */
export function codesInText(text: string): string[] {
  const pattern =
    /(?<![\d.,])(?:[A-Z]{2}\d{2}\s*\/\s*)?(?:0\d{3}[ \u00A0\u202F.]\d{2}(?:[ \u00A0\u202F.]\d{2}){3}|0\d{3}[ \u00A0\u202F.]0000[ \u00A0\u202F.]\d{2}[ \u00A0\u202F.]\d{2}|\d{11,13})(?![\d]|[.,]\d)/g;
  return text.match(pattern) ?? [];
}
