/** Sentences of the totals' family, for faults of single cells. */
import { formatEuros } from "../domain/format";
import type { RuleId } from "../rules/rule";
import { quoted, upperFirst, writtenAmount, type FindingData, type Sentences } from "./sentences";

/** Words of an amount are quoted whole: what is missing may stand at their end. */
const LONGEST_WORDS = 200;

function atMost({ expected }: FindingData): string {
  return expected === null ? "?" : formatEuros(expected);
}

export const TOTAUX_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  flechage: {
    title: () => "Fléchage excessif",
    statement: (data) =>
      `${upperFirst(data.subject)}\u00A0: le montant fléché dépasse ce dont il fait partie (${data.variant}). Écrit\u00A0: ${writtenAmount(data)}\u00A0; au plus\u00A0: ${atMost(data)}.`,
  },
  "montant-lettres": {
    title: ({ variant }) =>
      variant === "mal-forme" ? "Somme en lettres mal écrite" : "Lettres contraires aux chiffres",
    statement: (data) => {
      const words = quoted(data.written, LONGEST_WORDS);
      return data.actual === null
        ? `${words} n'est pas un nombre\u00A0: un mot manque, ou est de trop. En chiffres\u00A0: ${atMost(data)}.`
        : `${words} fait ${formatEuros(data.actual)}. En chiffres\u00A0: ${atMost(data)}.`;
    },
  },
};
