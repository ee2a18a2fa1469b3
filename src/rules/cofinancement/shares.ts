/** Which clause of co-financing binds a row of a plan. */
import { clauseOf, type Clause } from "../../domain/clauses";
import { BLOC_LABEL, type Bloc } from "../../domain/bloc";
import type { LigneDePlan, PlanDeFinancement } from "../../reading/tables";
import { plansOf, subjectOf, yearOfTable, type RuleContext, type Unverifiable } from "../rule";

export interface BoundRow {
  readonly plan: PlanDeFinancement;
  readonly line: LigneDePlan;
  readonly bloc: Bloc;
  readonly clause: Clause;
}

export interface BoundRows {
  readonly rows: readonly BoundRow[];
  readonly unverifiable: readonly Unverifiable[];
}

/** All axes of the solidarités have one clause: an action whose axis nobody names is bound by it all the same. */
function blocOf(line: LigneDePlan): Bloc | null {
  if (line.classement?.bloc) return line.classement.bloc;
  return line.classement?.part === "solidarites" ? "axe-1" : null;
}

/** The actions that the clauses speak of: with sub-actions below it in the plan, the action is what they add up to. */
function actionsOf({ lignes }: PlanDeFinancement): LigneDePlan[] {
  const inside = new Set(lignes.flatMap(({ fiche, covers }) => (fiche === null ? [] : covers)));
  return lignes.filter(
    ({ kind, fiche }, place) => !inside.has(place) && (kind === "action" || (kind === "sous-total" && fiche !== null)),
  );
}

/** True where both shares stand in the row: a missing CD column or a share merged over rows tells nothing of one. */
function isReadable({ amounts: { etat, departement } }: LigneDePlan): boolean {
  return etat !== undefined && departement !== undefined && etat.state !== "covered" && departement.state !== "covered";
}

/** The actions of the plans in the given blocks, each with its clause of the year. */
export function boundRows(context: RuleContext, blocs: readonly Bloc[]): BoundRows {
  const rows: BoundRow[] = [];
  const unverifiable: Unverifiable[] = [];
  for (const plan of plansOf(context)) {
    const year = yearOfTable(context, plan);
    for (const line of actionsOf(plan)) {
      const bloc = blocOf(line);
      if (bloc === null || !blocs.includes(bloc)) {
        if (bloc === null && isOpen(line, blocs))
          unverifiable.push({ reason: "bloc-inconnu", subject: subjectOf(line) });
        continue;
      }
      const clause = clauseOf(bloc, year);
      if (!isReadable(line)) unverifiable.push({ reason: "part-absente", subject: subjectOf(line) });
      else if (clause) rows.push({ plan, line, bloc, clause });
      else unverifiable.push({ reason: "annee-sans-donnees", subject: `${BLOC_LABEL[bloc]} en ${year ?? "?"}` });
    }
  }
  return { rows, unverifiable: unique(unverifiable) };
}

/** A row whose volet nobody names could be in any block of its part. */
function isOpen(line: LigneDePlan, blocs: readonly Bloc[]): boolean {
  const part = line.classement?.part ?? null;
  if (part === null) return true;
  return part === "emploi" && blocs.some((bloc) => bloc.startsWith("volet"));
}

function unique(list: readonly Unverifiable[]): Unverifiable[] {
  return [...new Map(list.map((item) => [`${item.reason} ${item.subject}`, item])).values()];
}
