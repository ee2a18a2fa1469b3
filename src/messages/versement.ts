/** Sentences of payments, for faults of single cells. */
import type { RuleId } from "../rules/rule";
import { figures, upperFirst, type Sentences } from "./sentences";

export const VERSEMENT_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  avance: {
    title: ({ variant }) => (variant === "phrase" ? "Avance inexacte" : "Taux d'avance inexact"),
    statement: (data) => {
      const head = upperFirst(data.subject);
      if (data.variant === "phrase") return `${head}\u00A0: avance inexacte. ${figures(data)}`;
      const [, written = "", known = ""] = data.variant.split("|");
      return `${head}\u00A0: le taux d'avance écrit est ${written}, la convention prévoit ${known}.`;
    },
  },
  solde: {
    title: ({ variant }) => (variant === "plafond" ? "Plafond dépassé" : "Trop-perçu à rembourser"),
    statement: (data) => {
      const head = upperFirst(data.subject);
      if (data.variant === "plafond")
        return `${head}\u00A0: le montant dû dépasse le montant prévisionnel. ${figures(data)}`;
      const [, amount = ""] = data.variant.split("|");
      return `${head}\u00A0: les versements dépassent de ${amount} le montant dû.`;
    },
  },
  "versement-plan": {
    title: () => "Base de versement contraire au plan",
    statement: (data) => `${upperFirst(data.subject)}\u00A0: base contraire au plan de financement. ${figures(data)}`,
  },
};
