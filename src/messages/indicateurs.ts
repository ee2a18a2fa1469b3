/** Sentences of indicators and of tables of persons: counts, never euros. */
import type { Grandeur } from "../domain/grandeur";
import type { ChampDeFlux } from "../reading/fluxStockTables";
import type { RuleId } from "../rules/rule";
import type { RuleText } from "./rules";
import { figures, quoted, upperFirst, type FindingData, type Sentences } from "./sentences";

export const INDICATEUR_TEXTS: Readonly<Record<"indicateur-cumul" | "indicateur-incomplet" | "flux-stock", RuleText>> =
  {
    "indicateur-cumul": {
      title: "Cibles cumulées des indicateurs",
      finding: "Cibles contraires à leur total",
      why: "Une cible précédée de « + » s'ajoute aux précédentes : ensemble, elles donnent le total que la fiche annonce.",
      whatToDo: "Corrigez la cible ou le total, ou justifiez l'écart.",
    },
    "indicateur-incomplet": {
      title: "Indicateurs à renseigner",
      finding: "Indicateur incomplet",
      why: "Le département renseigne chaque année le niveau d'atteinte des indicateurs, et ajuste les cibles après l'évaluation de 2024.",
      whatToDo: "Saisissez le chiffre, ou justifiez son absence.",
    },
    "flux-stock": {
      title: "Flux, stock et taux d'intégration",
      finding: "Nombre inexact",
      why: "Les flux et les stocks par territoire fondent les moyens de l'accompagnement : d'un tableau à l'autre, ce sont les mêmes personnes.",
      whatToDo: "Retenez le nombre exact et mettez les tableaux en cohérence, ou justifiez l'écart.",
    },
  };

/** How a sentence names a count of a territory. */
export const CHAMP_TEXTS: Readonly<Record<ChampDeFlux, string>> = {
  bassin: "population du bassin",
  mensuel: "flux mensuel",
  flux: "flux",
  stock: "stock",
  total: "total",
};

/** What a table counts, for its summary; indicators each count their own. */
export const GRANDEUR_TEXTS: Readonly<Record<Grandeur, string>> = {
  euros: "€",
  personnes: "personnes",
  ETP: "ETP",
  pourcentage: "%",
  nombre: "",
};

function checks({ mended }: FindingData): string {
  return mended > 1 ? ` ${mended} calculs s'accordent sur ce nombre.` : "";
}

function fluxTitle({ variant }: FindingData): string {
  const [kind] = variant.split("|");
  if (kind === "taux" || kind === "titre") return "Taux contraire aux nombres";
  if (kind === "parts") return "Parts qui ne font pas 100\u00A0%";
  if (kind === "nom") return "Nom écrit deux fois";
  return kind === "double" ? "Nombre écrit de deux façons" : "Nombre inexact";
}

function fluxStatement(data: FindingData): string {
  const head = upperFirst(data.subject);
  const [kind, first = "", second = ""] = data.variant.split("|");
  if (kind === "taux") return `${head}\u00A0: le taux annoncé est ${first}, les nombres donnent ${second}.`;
  if (kind === "titre") return `${head}\u00A0: le titre annonce ${first}, le tableau porte ${second}.`;
  if (kind === "parts") return `${head}\u00A0: ${quoted(data.written)} fait ${first}.`;
  if (kind === "nom") return `${head}\u00A0: ${quoted(data.written)} nomme deux fois ${quoted(first)}.`;
  if (data.kind === "row")
    return `${head}\u00A0: plusieurs nombres de la ligne contredisent les autres. ${figures(data)}`;
  if (kind === "double")
    return `${head}\u00A0: un autre tableau écrit un autre nombre. ${figures(data)}${checks(data)}`;
  if (kind === "mois")
    return `${head}\u00A0: le nombre n'est pas le produit du flux mensuel par les mois. ${figures(data)}`;
  if (kind === "calendrier") return `${head}\u00A0: le calendrier ne donne pas le nombre à répartir. ${figures(data)}`;
  return `${head}\u00A0: le nombre contredit les sommes du tableau. ${figures(data)}${checks(data)}`;
}

export const INDICATEUR_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  "indicateur-cumul": {
    title: () => "Cibles contraires à leur total",
    statement: (data) =>
      `${upperFirst(data.subject)}\u00A0: les cibles cumulées ne donnent pas le total annoncé. ${figures(data)}`,
  },
  "indicateur-incomplet": {
    title: ({ variant }) => (variant.startsWith("atteint") ? "Résultat absent" : "Cible absente"),
    statement: ({ subject, variant, written }) => {
      const [stage, year = ""] = variant.split("|");
      const what = stage === "atteint" ? `le résultat de ${year}` : `la cible de ${year}, année achevée,`;
      const said = written === "" ? "n'est pas renseigné" : `porte ${quoted(written)}`;
      return `${upperFirst(subject)}\u00A0: ${what} ${stage === "cible" ? said.replace("renseigné", "renseignée") : said}.`;
    },
  },
  "flux-stock": { title: fluxTitle, statement: fluxStatement },
};

/** Rules whose relations have sentences of their own too: their figures are counts. */
export function isCounted(rule: RuleId): boolean {
  return rule in INDICATEUR_SENTENCES;
}
