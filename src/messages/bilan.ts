/** Sentences of bilans and of their deadlines. */
import { formatEuros } from "../domain/format";
import type { ChampDeBilan } from "../reading/bilanTables";
import type { RuleId } from "../rules/rule";
import { figures, quoted, upperFirst, type Sentences } from "./sentences";

/** How a sentence names a column of a bilan. */
export const CHAMP_LABEL: Readonly<Record<ChampDeBilan, string>> = {
  prevuEtat: "prévu État",
  prevuDepartement: "prévu du département",
  prevuTotal: "prévu total",
  realise: "dépenses réalisées",
  ineligible: "dépenses inéligibles",
  autres: "autres financeurs",
  eligible: "dépenses éligibles",
  due: "part État due",
  departement: "part du département",
  verse: "déjà versé",
  solde: "solde à verser",
  excedent: "trop-perçu ou reliquat",
};

/** "2025-03-31" as 31/03/2025. */
function frenchDay(day: string): string {
  return day.split("-").reverse().join("/");
}

const COMPENSATIONS: Readonly<Record<string, string>> = {
  solde: "ce solde compense un trop-perçu ou un reliquat avec ce qui reste dû sur un autre versement.",
  due: "ce montant dû n'est atteint qu'en reportant le plafond d'un volet sur l'autre.",
};

export const BILAN_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  fongibilite: {
    title: () => "Compensation entre volets",
    statement: (data) => `${upperFirst(data.subject)}\u00A0: ${COMPENSATIONS[data.variant] ?? ""} ${figures(data)}`,
  },
  "execution-faible": {
    title: () => "Exécution faible",
    statement: ({ subject, variant, actual }) => {
      const [rate = "", seuil = ""] = variant.split("|");
      const spent = actual ? ` (${formatEuros(actual)} réalisés)` : "";
      return `${upperFirst(subject)}\u00A0: le taux d'exécution est de ${rate}${spent}, sous le seuil de ${seuil}, et aucune justification n'est écrite.`;
    },
  },
  "report-hors-duree": {
    title: () => "Report au-delà de la convention",
    statement: ({ subject, variant, written }) => {
      const [year = "", fin = ""] = variant.split("|");
      return `${upperFirst(subject)}\u00A0: ${quoted(written)} reporte des crédits sur ${year}\u00A0; la convention les arrête au ${frenchDay(fin)}.`;
    },
  },
  echeance: {
    title: () => "Échéance dépassée",
    statement: ({ subject, variant, written }) => {
      const [source, day = "", date = ""] = variant.split("|");
      const when =
        source === "ecrite"
          ? `${quoted(written)} est après le ${frenchDay(date)}`
          : `le ${frenchDay(day)}, l'échéance du ${frenchDay(date)} est passée`;
      return `${upperFirst(subject)}\u00A0: ${when}.`;
    },
  },
};
