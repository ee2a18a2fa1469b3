/** Years of the contract and how texts name them. */

/** Years that a finance table of these conventions can be about: the 2023 report to the last balance. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2035;

/** Years that the contract covers (L276). */
export const ANNEES_DU_CONTRAT: readonly number[] = [2024, 2025, 2026, 2027];

/** All years written in a text, in order ("Plan 2024-2027" → 2024, 2027). Figures of more digits are no years. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<![\d.,])(20\d\d)(?![\d]|[.,]\d)/g)]
    .map((match) => Number(match[1]))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
}

/** Periods: "2024-2027", "2024 à 2027", "2024/2025". */
const PERIOD = /20\d\d\s*(?:[-–—/]|à|au)\s*20\d\d/g;

/** Dates: a note "au 12 juin 2024" dates the note, not the table. */
const DATE = /\d{1,2}(?:er)?\s+[a-zàâäéèêëîïôûüç]{3,9}\.?\s+20\d\d|\d{1,2}[/.]\d{1,2}[/.]20\d\d/gi;

/** The one year that a text is about ("Contrat 2024-2027, plan 2025": 2025), or null when it names none or several. */
export function yearOf(text: string): number | null {
  // Asked of every cell of a workbook: most hold no year at all.
  if (!/(?<!\d)20\d\d(?!\d)/.test(text)) return null;
  const years = new Set(yearsIn(text.replace(PERIOD, " ").replace(DATE, " ")));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : null;
}
