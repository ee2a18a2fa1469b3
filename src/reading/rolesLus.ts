/** What each column of a table was read as, in the words that a person corrects it with. */
import { plainText } from "../domain/amount";
import { isGenreLu, roleDeColonne, type GenreLu } from "../domain/colonnesLues";
import { yearsIn } from "../domain/years";
import type { EnTeteLu } from "./enTetesLus";
import { roleDeFlechage } from "./flechage";
import { roleDeGrandAngle } from "./grandAngle";
import { roleDImputation } from "./imputationHeaders";
import { roleDIndicateur } from "./indicateurHeaders";
import { isRemark, rateSubject, roleOf } from "./labels";
import { roleDePlanPrevisionnel } from "./planPrevisionnel";
import { sensOf } from "./bilanLabels";
import { champOf } from "./versementLabels";

function roleFinancier(header: string): string | null {
  const role = roleOf(header);
  if (role === "taux") return rateSubject(header) === "departement" ? "taux-departement" : "taux-etat";
  if (role === "montant") return "total";
  if (role !== "label") return role;
  if (/^codes? (?:d'? ?)?activite|^imputations?\b/.test(plainText(header))) return "code";
  return header === "" || isRemark(header) ? null : "label";
}

/** Fields of a réalisé by what the readers of bilans call them. */
const DU_REALISE: Readonly<Record<string, string>> = {
  axe: "axe",
  fiche: "fiche",
  label: "label",
  realise: "realise",
  ineligible: "ineligible",
  autres: "autres",
  departement: "partCd",
  verse: "verse",
};

function roleDuRealise(header: string): string | null {
  return DU_REALISE[sensOf([header]).role] ?? null;
}

function roleDuneCible(header: string): string | null {
  const role = roleDIndicateur(header);
  const [year] = yearsIn(header);
  if (role === "cible" || role === "atteint") return year === undefined ? null : `${role}-${year}`;
  return role;
}

const ROLE: Readonly<Record<GenreLu, (header: string) => string | null>> = {
  "plan-de-financement": roleFinancier,
  "budget-fiche": roleFinancier,
  imputations: roleDImputation,
  versements: (header) => (header === "" ? null : (champOf(header) ?? "label")),
  realise: roleDuRealise,
  indicateurs: roleDuneCible,
  flechage: roleDeFlechage,
  "grand-angle": roleDeGrandAngle,
  "plan-previsionnel-nature": roleDePlanPrevisionnel,
};

/** What a header says to the readers of a kind; null where they make nothing of it. */
export function roleLu(kind: GenreLu, header: string): string | null {
  if (header === "") return null;
  const role = ROLE[kind](header);
  return role !== null && roleDeColonne(kind, role) !== null ? role : null;
}

/** The roles of the columns of a header, in its order; none for a kind that nobody tells the columns of. */
export function rolesLus(kind: string, { headers }: EnTeteLu): (string | null)[] {
  return isGenreLu(kind) ? headers.map((header) => roleLu(kind, header)) : [];
}
