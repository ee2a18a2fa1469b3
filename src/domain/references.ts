/** Where the conventions' data come from: every article that a clause, a code, a deadline or a payment is taken from. */
import { LIGNES_DE_PAIEMENT, REGLES_DE_BILAN } from "./bilan";
import { CLAUSES } from "./clauses";
import { CODES_ACTIVITE } from "./codesActivite";
import { DEPENSES_INELIGIBLES } from "./depensesIneligibles";
import { ECHEANCES } from "./echeances";
import type { Source } from "./source";
import { REGIMES } from "./versements";

const ENTRIES: readonly { readonly source: Source }[] = [
  ...CLAUSES,
  ...CODES_ACTIVITE,
  ...REGIMES,
  ...REGLES_DE_BILAN,
  ...LIGNES_DE_PAIEMENT,
  ...DEPENSES_INELIGIBLES,
  ...ECHEANCES,
];

/** "Convention emploi, art. 4.2 et 6": the text, then its articles. */
const ARTICLES = /^(.+), art\. ([\d.]+(?:(?:, | et )[\d.]+)*)$/;

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "fr", { numeric: true });
}

/** The sources, one text each with all its articles, in the order of the alphabet. */
export function sourcesDuReferentiel(): string[] {
  const texts = new Map<string, Set<string>>();
  for (const { source } of ENTRIES) {
    for (const cited of source.article.split(" ; ")) {
      const [, text = cited, numbers = ""] = ARTICLES.exec(cited) ?? [];
      const name = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
      const known = texts.get(name) ?? new Set();
      for (const number of numbers.match(/[\d.]+/g) ?? []) known.add(number);
      texts.set(name, known);
    }
  }
  return [...texts]
    .sort(([one], [other]) => one.localeCompare(other, "fr"))
    .map(([text, numbers]) => (numbers.size === 0 ? text : `${text}, art. ${[...numbers].sort(byNumber).join(", ")}`));
}
