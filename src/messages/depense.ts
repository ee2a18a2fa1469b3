/** Sentences of the expenses that a convention excludes. */
import { formatEuros } from "../domain/format";
import type { RuleId } from "../rules/rule";
import { quoted, type Sentences, upperFirst } from "./sentences";

export const DEPENSE_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  "depense-ineligible": {
    title: () => "Dépense non éligible",
    statement: ({ subject, written, actual, variant }) => {
      const amount = actual === null ? "" : ` (${formatEuros(actual)})`;
      return `${upperFirst(subject)}\u00A0: ${quoted(written)}${amount} semble relever des ${variant}.`;
    },
  },
};
