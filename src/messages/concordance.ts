/** Sentences of what is written twice. */
import { formatEuros } from "../domain/format";
import type { RuleId } from "../rules/rule";
import { quoted, upperFirst, type Sentences } from "./sentences";

const QUANTITIES: Readonly<Record<string, string>> = {
  "axe-1": "la participation de l'État à l'axe 1",
  "axe-3": "la participation de l'État à l'axe 3",
  "axe-4": "la participation de l'État à l'axe 4",
  "volet-1": "la participation de l'État au volet 1",
  "volet-2": "la participation de l'État au volet 2",
  "volet-3": "la participation de l'État au volet 3",
  tourcoing: "la participation de l'État à la convention particulière",
  "hors-pacte": "la participation de l'État hors pacte",
  solidarites: "la participation de l'État aux solidarités",
  emploi: "la participation de l'État à la partie emploi",
};

/** Who says what the State gives at most. */
const NOTIFIES: Readonly<Record<string, string>> = {
  reglages: "le montant notifié des réglages",
  phrase: "le maximum écrit dans le classeur",
};

export const CONCORDANCE_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  notifie: {
    title: ({ variant }) => (variant.startsWith("au-dela") ? "Montant notifié dépassé" : "Montant notifié non réparti"),
    statement: ({ subject, variant, actual, expected, gap }) => {
      const [side, source = ""] = variant.split("|");
      const sum = (amount: typeof actual) => (amount ? formatEuros(amount) : "?");
      const what = `Pour ${subject}, la participation de l'État au plan est de ${sum(actual)}`;
      return side === "au-dela"
        ? `${what}, ${sum(gap)} de plus que ${NOTIFIES[source] ?? source} (${sum(expected)}).`
        : `${what}\u00A0: ${sum(gap)} des ${sum(expected)} notifiés ne sont dans aucune action.`;
    },
  },
  "grand-angle": {
    title: () => "Proposition au-delà de l'autorisé",
    statement: ({ subject, actual, expected }) =>
      `${upperFirst(subject)}\u00A0: ${actual ? formatEuros(actual) : "?"} proposés, pour ${expected ? formatEuros(expected) : "?"} autorisés et non encore contractés.`,
  },
  "montant-divergent": {
    title: () => "Montant écrit de deux façons",
    statement: ({ subject, actual, expected }) =>
      `Ici, ${QUANTITIES[subject] ?? subject} est de ${actual ? formatEuros(actual) : "?"}\u00A0; ailleurs, de ${expected ? formatEuros(expected) : "?"}.`,
  },
  "mention-divergente": {
    title: () => "Mention écrite de deux façons",
    statement: ({ subject, written, variant }) =>
      `Pour ${subject}, on lit ici ${quoted(written)} et ailleurs ${quoted(variant)}.`,
  },
  annee: {
    title: () => "Année à vérifier",
    statement: ({ written, variant }) => `${quoted(written)}\u00A0: le tableau porte sur ${variant}.`,
  },
};
