/** Sentences of bilans and of their deadlines. */
import { formatEuros } from "../domain/format";
import type { ChampDeBilan } from "../reading/bilanTables";
import type { RuleId } from "../rules/rule";
import type { RuleText } from "./rules";
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

type BilanRule = "plafond-etat" | "fongibilite" | "execution-faible" | "report-hors-duree" | "bilan-plan" | "echeance";

/** The French of the rules of bilans and deadlines, as RULE_TEXTS has it for the others. */
export const BILAN_RULE_TEXTS: Readonly<Record<BilanRule, RuleText>> = {
  "plafond-etat": {
    title: "Plafonds de la part de l'État",
    finding: "Part de l'État au-dessus de son plafond",
    why: "La part due par l'État ne dépasse ni sa participation prévue, ni le coût éligible de l'action, ni la moitié de ce coût pour les solidarités et le volet 2.",
    whatToDo:
      "Vérifiez la dépense éligible et la participation prévue, puis ramenez la part due à ce qu'elles permettent.",
  },
  fongibilite: {
    title: "Absence de compensation entre volets",
    finding: "Compensation entre volets",
    why: "Chaque volet a son plafond et chaque versement son solde : le reste de l'un ne paie pas l'autre, et un trop-perçu se rembourse.",
    whatToDo: "Calculez ce qui est dû volet par volet, et montrez le trop-perçu à côté du solde.",
  },
  "execution-faible": {
    title: "Actions peu exécutées",
    finding: "Exécution faible",
    why: "Une sous-consommation sans justification peut réduire les crédits de l'année suivante ; l'État paie les actions réalisées.",
    whatToDo: "Écrivez la justification de l'écart, ou corrigez le montant réalisé.",
  },
  "report-hors-duree": {
    title: "Crédits reportés au-delà de la convention",
    finding: "Report au-delà de la convention",
    why: "Aucun crédit n'est reporté au-delà de la durée d'exécution de la convention.",
    whatToDo: "Retirez ce report ; montrez ce qui n'a pas été dépensé comme reliquat ou comme trop-perçu.",
  },
  "bilan-plan": {
    title: "Bilan, plan de financement et réalisé",
    finding: "Bilan contraire au plan ou au réalisé",
    why: "Le bilan reprend le prévu du plan de financement en vigueur et les dépenses du réalisé.",
    whatToDo: "Mettez les pièces en cohérence : corrigez le montant en cause.",
  },
  echeance: {
    title: "Échéances de la convention",
    finding: "Échéance dépassée",
    why: "La convention fixe le jour où chaque bilan, rapport d'exécution ou avenant est attendu.",
    whatToDo:
      "Si la pièce a été transmise à temps, écrivez-y sa date (« Transmis le … ») ; sinon, expliquez le retard. Une échéance propre à votre convention se règle dans les réglages.",
  },
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
