/** The lines of a year's plans that a bilan is about, each action once, whatever tables the plan is spread over. */
import { plainText } from "../../domain/amount";
import { depthOf } from "../../reading/fichesActions";
import type { LigneDePlan, PlanDeFinancement, Reading } from "../../reading/tables";

export interface LigneEnVigueur {
  readonly plan: PlanDeFinancement;
  readonly ligne: LigneDePlan;
}

/** Plans of a year, those that bind before the others: an avenant's new one, then the numbered, the least detailed. */
export function plansDe(reading: Reading, year: number, asked: number | null): PlanDeFinancement[] {
  const plans = reading.tables.filter((table) => table.kind === "plan-de-financement");
  const rank = (plan: PlanDeFinancement): number => depthOf(plan) || Number.MAX_SAFE_INTEGER;
  return plans
    .filter((plan) => (plan.year ?? reading.year ?? asked) === year && plan.version !== "avant")
    .sort((a, b) => Number(b.version === "apres") - Number(a.version === "apres") || rank(a) - rank(b));
}

/** True for one number that is the other's, or one of its sub-actions'. */
export function isWithin(fiche: string, action: string): boolean {
  return fiche === action || fiche.startsWith(`${action}.`);
}

/** An action that its sub-actions add up to is a line of its own, whatever the table makes of it. */
function isAction({ kind, fiche }: LigneDePlan): boolean {
  return kind === "action" || (fiche !== null && (kind === "sous-total" || kind === "total"));
}

function depth({ fiche }: LigneDePlan): number {
  return fiche?.split(".").length ?? 0;
}

/** The same line written again: in another table of the plan, or in another year's. */
export function cleDeLigne({ fiche, label, classement }: Pick<LigneDePlan, "fiche" | "label" | "classement">): string {
  if (fiche !== null) return fiche;
  if (classement?.part === "hors-pacte") return "hors-pacte";
  const words = plainText(label)
    .replace(/20\d\d/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `${classement?.bloc ?? classement?.part ?? ""} ${words}`;
}

/** Whether the lines that are kept already say what this one does. */
function isHeld(held: readonly LigneEnVigueur[], plan: PlanDeFinancement, ligne: LigneDePlan): boolean {
  return held.some((other) => {
    if (ligne.fiche !== null && other.ligne.fiche !== null) {
      return isWithin(ligne.fiche, other.ligne.fiche) || isWithin(other.ligne.fiche, ligne.fiche);
    }
    if (cleDeLigne(ligne) === cleDeLigne(other.ligne)) return true;
    // A table without numbers, beside one that has the block already, sums it up.
    const [one, two] = [ligne.classement, other.ligne.classement];
    if (other.plan === plan || !one || !two || one.part !== two.part) return false;
    return one.bloc === null || two.bloc === null || one.bloc === two.bloc;
  });
}

/** The actions of a year's plan in the order of its tables; a part that an avenant shows anew is the avenant's alone. */
export function lignesEnVigueur(reading: Reading, year: number, asked: number | null): LigneEnVigueur[] {
  const plans = plansDe(reading, year, asked);
  const replaced = new Set(
    plans.flatMap(({ version, lignes }) =>
      version === "apres" ? lignes.filter(isAction).flatMap(({ classement }) => classement?.part ?? []) : [],
    ),
  );
  const isReplaced = ({ version }: PlanDeFinancement, { classement }: LigneDePlan): boolean =>
    version === null && classement !== null && replaced.has(classement.part);
  const kept: LigneEnVigueur[] = [];
  for (const plan of plans) {
    const actions = plan.lignes
      .filter((ligne) => isAction(ligne) && !isReplaced(plan, ligne))
      .sort((a, b) => depth(a) - depth(b));
    const own: LigneEnVigueur[] = [];
    for (const ligne of actions) if (!isHeld([...kept, ...own], plan, ligne)) own.push({ plan, ligne });
    kept.push(...own.sort((a, b) => a.ligne.row - b.ligne.row));
  }
  return kept;
}
