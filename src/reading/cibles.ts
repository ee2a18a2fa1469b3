/** Cells of indicators: a number, a rate, "+370", NC, "En cours de définition", or any sentence. */
import { plainText, shownPrecision } from "../domain/amount";
import { Decimal, fromStoredNumber } from "../domain/decimal";
import type { CellRef } from "../workbook/address";
import { cellText, type Grid } from "./grid";
import type { CibleCell } from "./indicateursTables";

const NC =
  /^(?:n\.? ?[cd]\.?|-+|[–—−]|\?+|non (?:communiquee?s?|connue?s?|disponibles?|renseignee?s?|mesuree?s?|suivie?s?)|inconnue?s?|indisponible|pas de donnees?)\.?$/;
/** A figure that is still to come; a step of the work ("Rédaction du cahier des charges") is a target in words. */
const EN_DEFINITION =
  /\ben (?:cours|attente)\b(?! de (?:redaction|recrutement|formation))|\b(?:a|reste a|restent a) (?:definir|determiner|preciser|completer|fixer|renseigner|confirmer)|\bnon (?:definie?s?|determinee?s?|fixee?s?)|\bpas encore\b|\ben definition\b|\ba venir\b/;

const NUMBER = /\d{1,3}(?:\s\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?/.source;
const BOUND =
  /(?:[≥≤><~±=]+|>=|<=|environ|env\.?|au moins|au minimum|minimum|min\.?|plus de|pres de|jusqu'a|objectif ?:?)\s*/
    .source;
const FIGURE = new RegExp(`^(?:${BOUND})?(\\+\\s*)?(${NUMBER})\\s*(%|[a-z][a-z' -]{0,40})?[ .*]*$`);

/** A total over the years, in words: "soit 600 au total", "(600 sur la durée du contrat)", "cible cumulée : 600". */
const BEFORE =
  /(?:\btotal(?: (?:de|sur|des|prevu|vise|cible)[^\d]{0,30})?|\bcumule?e?s?(?: (?:de|sur)[^\d]{0,30})?|\bobjectif (?:total|global|final))\s*[:=]?\s*/
    .source;
const AFTER =
  /\s*(?:[a-z']+\s+){0,4}?(?:au total|en tout|en cumule?|cumule?e?s\b|sur (?:la|toute la|l'ensemble|les|\d+ ans|20\d\d)|d'ici|a terme|a horizon|a l'horizon|(?:a|en|d'ici) fin)/
    .source;
const ANNOUNCED = [new RegExp(`${BEFORE}(${NUMBER})(?![\\d%])`), new RegExp(`(?<![\\d+,.])(${NUMBER})${AFTER}`)];

/** Plain decimal text of a number as people write it; a dot before three digits groups them. */
function digitsOf(text: string): string {
  const plain = text.replace(/\s/g, "");
  return /^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? plain.replace(".", "") : plain.replace(",", ".");
}

function percents(value: string): string {
  return new Decimal(value).div(100).toString();
}

/** The total over the years that words announce, as decimal text; null where they announce none. */
export function totalAnnonce(text: string): string | null {
  const plain = plainText(text);
  for (const pattern of ANNOUNCED) {
    const found = pattern.exec(plain)?.[1];
    // A year in such words is a date, not a count.
    if (found !== undefined && !/^20[12]\d$/.test(found)) return digitsOf(found);
  }
  return null;
}

function ofText(ref: CellRef, written: string): CibleCell {
  const said = (state: CibleCell["state"], valeur: string | null = null): CibleCell => ({
    ref,
    state,
    valeur,
    written,
  });
  const plain = plainText(written);
  if (plain === "") return said("vide");
  if (NC.test(plain)) return said("nc");
  if (EN_DEFINITION.test(plain) || /\bcours de def/.test(plain)) return said("en-definition");
  const announced = totalAnnonce(written) !== null;
  const [, plus, digits, suffix] = FIGURE.exec(announced ? plain.replace(/[(,;].*$/, "").trim() : plain) ?? [];
  if (digits === undefined) return said("texte");
  const value = digitsOf(digits);
  // "+10 %" is a growth: it neither is a rate nor adds to one.
  if (suffix === "%") return plus ? said("texte") : said("taux", percents(value));
  return plus ? said("cumul", value) : said("nombre", value);
}

/** Lines of a cell, blank ones left out. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** A format such as `+0` or `"+"# ##0` shows the sign that makes a number cumulative. */
function showsPlus(numberFormat: string): boolean {
  return /^(?:\[[^\]]*\])*"?\\?\+/.test(numberFormat.split(";")[0] ?? "");
}

/**
 * Reads the cell that shows at a place: a merged one says the same for all its columns.
 * @param line which of the cell's lines, where several indicators share their cells; null for the whole cell
 */
export function readCible(grid: Grid, row: number, column: number, line: number | null): CibleCell {
  const merge = grid.mergeAt(row, column);
  const ref: CellRef = { sheet: grid.sheet.name, row: merge?.top ?? row, column: merge?.left ?? column };
  const cell = grid.shownAt(row, column);
  if (cell?.error) return { ref, state: "texte", valeur: null, written: cell.error };
  if (typeof cell?.value !== "number") {
    const lines = linesOf(cellText(cell));
    const own = line === null || lines.length === 1 ? null : lines[line];
    return own === null ? ofText(ref, cellText(cell)) : ofText({ ...ref, part: line ?? 0 }, own ?? "");
  }
  const valeur = fromStoredNumber(cell.value).toString();
  const written = cellText(cell);
  if (shownPrecision(cell.numberFormat).percent) return { ref, state: "taux", valeur, written };
  return { ref, state: showsPlus(cell.numberFormat) ? "cumul" : "nombre", valeur, written };
}
