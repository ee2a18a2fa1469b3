/** Sentences of the formule family: cells by their address, formulas as French Excel shows them. */
import type { RuleId } from "../rules/rule";
import { figures, upperFirst, type FindingData, type Sentences } from "./sentences";

/** "D5, D6 et D9" of "D5, D6, D9". */
function enumeration(list: string): string {
  const last = list.lastIndexOf(", ");
  return last === -1 ? list : `${list.slice(0, last)} et ${list.slice(last + 2)}`;
}

interface Plage {
  readonly missing: string;
  readonly twice: string;
  readonly foreign: string;
  readonly formula: string;
}

function plageOf({ variant }: FindingData): Plage {
  const [missing = "", twice = "", foreign = "", formula = ""] = variant.split("|");
  return { missing, twice, foreign, formula };
}

function whatIsWrong({ missing, twice, foreign }: Plage): string {
  const parts = [
    missing === "" ? [] : [`oublie ${enumeration(missing)}`],
    twice === "" ? [] : [`compte deux fois ${enumeration(twice)}`],
    foreign === "" ? [] : [`compte à tort ${enumeration(foreign)}`],
  ].flat();
  return parts.length === 0 ? "se compte elle-même" : parts.join(" et ");
}

function plageTitle(data: FindingData): string {
  const { missing, twice, foreign } = plageOf(data);
  if (missing !== "" && foreign !== "") return "Formule décalée";
  if (missing !== "") return "Formule incomplète";
  if (twice !== "") return "Montant compté deux fois";
  return foreign === "" ? "Formule circulaire" : "Montant compté à tort";
}

export const FORMULE_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  plage: {
    title: plageTitle,
    statement: (data) => {
      const plage = plageOf(data);
      const values = data.expected === null ? "Le résultat est juste pour l'instant." : figures(data);
      return `${upperFirst(data.subject)}\u00A0: la formule ${whatIsWrong(plage)}. ${values} Formule attendue\u00A0: ${plage.formula}.`;
    },
  },
  "formule-rompue": {
    title: ({ variant }) => (variant === "autre" ? "Calcul différent de ses voisins" : "Montant saisi sur une formule"),
    statement: (data) => {
      const what =
        data.variant === "autre"
          ? "le calcul n'est pas celui des cellules voisines"
          : "le montant est saisi à la main, les cellules voisines sont calculées";
      const values = data.expected === null ? "Le montant est juste pour l'instant." : figures(data);
      return `${upperFirst(data.subject)}\u00A0: ${what}. ${values}`;
    },
  },
  "reference-externe": {
    title: ({ variant }) =>
      variant.startsWith("feuille") ? "Montant d'une feuille masquée" : "Montant d'un autre classeur",
    statement: (data) => {
      const [kind = "", name = ""] = data.variant.split("|");
      const named = name === "" ? "" : ` «\u00A0${name}\u00A0»`;
      const source = kind === "feuille" ? `de la feuille masquée${named}` : `d'un autre classeur${named}`;
      return `${upperFirst(data.subject)}\u00A0: le montant vient ${source}.`;
    },
  },
};
