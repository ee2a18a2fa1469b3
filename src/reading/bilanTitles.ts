/** What the titles and headers of a réalisé or of a bilan say of its years and of its stage. */
import { plainText } from "../domain/amount";
import type { Etape } from "../domain/bilan";
import { yearOf, yearsIn } from "../domain/years";

/** "Contrat local des solidarités 2024-2027": the years of the contract, not those of its bilan. */
const CONTRACT =
  /(?:contrat|pacte|convention|contractualisation|programm|\bpls\b|\bcls\b)[^.;:,()]{0,60}?20\d\d ?(?:[-–—/]|a|au) ?20\d\d/g;
const STATEMENT = /bilan|realis|execut|cumul|depens|consomm|mandat|compte rendu/;

/** First and last days: "du 01/01/2024 au 31/12/2025" names years, where other dates are those of the paper. */
const YEAR_ENDS = /(?:\b0?1[/.-]0?1[/.-]|\b31[/.-]12[/.-]|\b1er janvier |\b31 decembre )(20\d\d)/g;

const OTHER_DATE = /\b\d{1,2}(?:er)? [a-z]{3,9}\.? 20\d\d|\b\d{1,2}[/.-]\d{1,2}[/.-]20\d\d/g;

/** The years that a text says a statement adds up, in order; none where it speaks of no year, or of something else. */
function yearsOfText(text: string): number[] {
  const plain = plainText(text)
    .replace(YEAR_ENDS, " $1 ")
    .replace(OTHER_DATE, " ")
    .replace(CONTRACT, (words) => (STATEMENT.test(words) ? words : " "));
  const year = yearOf(plain);
  if (year !== null && !/\bcumul/.test(plain)) return [year];
  const years = yearsIn(plain);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0 || !STATEMENT.test(plain) || last - first > 3) return [];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** The years of a statement: those of the first text that names some. */
export function yearsOf(texts: readonly string[]): readonly number[] {
  for (const text of texts) {
    const years = yearsOfText(text);
    if (years.length > 0) return years;
  }
  return [];
}

const INTERMEDIAIRE = /\bintermediaires?\b|\bprovisoires?\b|\bpartiels?\b|mi[- ]parcours/;
const FINAL = /\bfina(?:l|ux|le)\b|\bdefinitifs?\b/;
const BILAN = /bilan|compte rendu|rapport|\betat\b|execution|realis/;

/** The stage that the first text about a bilan names; "final" beside "intermédiaire" is not final yet for volet 3. */
export function etapeOf(texts: readonly string[]): Etape | null {
  for (const text of texts.map(plainText)) {
    if (INTERMEDIAIRE.test(text)) return "intermediaire";
    if (FINAL.test(text) && BILAN.test(text)) return "final";
  }
  return null;
}
