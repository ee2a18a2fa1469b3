import type { Bloc } from "../../domain/bloc";
import { codesOf } from "../../domain/codesActivite";
import { Decimal, ZERO } from "../../domain/decimal";
import type { Imputations, LigneDImputation } from "../../reading/otherTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation, RelationTerm } from "../../relations/relation";
import { plansEnVigueur, yearOfSource, yearOfTable, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { decoded, lineSubject } from "./lines";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

/** The State's cells of the plans of a year, by block; none where two plans hold the same block. */
function stateCells(context: RuleContext, year: number | null, blocs: readonly Bloc[]): AmountCell[] {
  const plans = plansEnVigueur(context).filter((plan) => year === null || yearOfTable(context, plan) === year);
  const holding = plans.filter(({ lignes }) =>
    lignes.some(({ kind, classement }) => kind === "action" && classement?.bloc && blocs.includes(classement.bloc)),
  );
  const byBloc = blocs.map((bloc) =>
    holding.filter(({ lignes }) => lignes.some((line) => line.kind === "action" && line.classement?.bloc === bloc)),
  );
  if (byBloc.some((found) => found.length > 1)) return [];
  return holding.flatMap(({ lignes }) =>
    lignes.flatMap(({ kind, classement, amounts }) =>
      kind === "action" && classement?.bloc && blocs.includes(classement.bloc) && amounts.etat ? [amounts.etat] : [],
    ),
  );
}

function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO);
}

/** What a line pays: the block that its words name, else all that its code pays. */
function blocsOf(
  context: RuleContext,
  table: Imputations,
  ligne: LigneDImputation,
  year: number | null,
): readonly Bloc[] {
  if (ligne.blocs.length > 1) return ligne.blocs;
  if (ligne.classement?.bloc) return [ligne.classement.bloc];
  const code = codeOf(ligne);
  const blocs = codesOf(year, context.ownCodes).find((one) => one.code === code)?.blocs ?? [];
  if (!blocs.includes("tourcoing") || !ligne.montant?.amount) return blocs;
  // Volet 3 and Tourcoing share a code, and Tourcoing alone has a sous-action. Several lines of it pay both together; one
  // alone pays volet 3, unless its amount says both.
  if (ligne.sousAction?.written.replace(/^0/, "") === "1") return ["tourcoing"];
  const twins = table.lignes.filter((other) => codeOf(other) === code && !other.classement?.bloc && !other.sousAction);
  const both = sumOf(stateCells(context, year, blocs));
  return twins.length > 1 || ligne.montant.amount.value.eq(both) ? blocs : ["volet-3"];
}

function codeOf({ codes }: LigneDImputation): string | undefined {
  return codes[0] ? decoded(codes[0])?.code : undefined;
}

/** A line that names an action of the plan, against that action alone. */
function againstAction(
  context: RuleContext,
  table: Imputations,
  ligne: LigneDImputation,
  year: number | null,
): Relation[] {
  if (ligne.fiche === null || !ligne.montant) return [];
  const cells = plansEnVigueur(context)
    .filter((plan) => year === null || yearOfTable(context, plan) === year)
    .flatMap(({ lignes }) =>
      lignes.flatMap(({ fiche, amounts }) => (fiche === ligne.fiche && amounts.etat ? [amounts.etat] : [])),
    );
  const [cell] = cells;
  return cell && cells.length === 1 ? [relation(table, ligne.montant, [{ cell, coefficient: ONE }], ligne)] : [];
}

/** Lines that pay the same blocks, together against the plan. */
function againstPlan(
  context: RuleContext,
  table: Imputations,
  year: number | null,
  unverifiable: Unverifiable[],
): Relation[] {
  const groups = new Map<string, { blocs: readonly Bloc[]; lignes: LigneDImputation[] }>();
  const byAction: Relation[] = [];
  for (const ligne of table.lignes) {
    if (ligne.kind !== "ligne" || !ligne.montant) continue;
    const own = againstAction(context, table, ligne, year);
    byAction.push(...own);
    if (own.length > 0) continue;
    const blocs = blocsOf(context, table, ligne, year);
    if (blocs.length === 0) unverifiable.push({ reason: "bloc-inconnu", subject: lineSubject({ ligne }) });
    if (blocs.length === 0) continue;
    const group = groups.get(blocs.join()) ?? { blocs, lignes: [] };
    group.lignes.push(ligne);
    groups.set(blocs.join(), group);
  }
  const byBloc = [...groups.values()].flatMap(({ blocs, lignes }): Relation[] => {
    const cells = stateCells(context, year, blocs);
    const [first, ...others] = lignes;
    if (!first?.montant) return [];
    if (cells.length === 0) {
      unverifiable.push({ reason: "plan-absent", subject: lineSubject({ ligne: first }) });
      return [];
    }
    const rest = others.flatMap(({ montant }): RelationTerm[] =>
      montant ? [{ cell: montant, coefficient: MINUS_ONE }] : [],
    );
    return [relation(table, first.montant, [...cells.map((cell) => ({ cell, coefficient: ONE })), ...rest], first)];
  });
  return [...byAction, ...byBloc];
}

function relation(
  table: Imputations,
  total: AmountCell,
  terms: readonly RelationTerm[],
  ligne: LigneDImputation,
): Relation {
  return {
    rule: "imputation-montant",
    kind: "equal",
    total,
    terms,
    ceiling: table.form === "prose" ? "warning" : "blocking",
    subject: lineSubject({ ligne }),
    reference: "Convention solidarités, art. 3.2 ; convention emploi, art. 6",
    row: `${table.sheet}!imputation:${ligne.row}`,
  };
}

/** The programme of a line: what its words name, then its code, then what it writes, which may be the fault. */
function programmeOf({ classement, programme, codes }: LigneDImputation): string | undefined {
  if (classement) return classement.part === "solidarites" ? "304" : "102";
  return (codes[0] ? decoded(codes[0])?.programme : undefined) ?? /\d{3}/.exec(programme?.written ?? "")?.[0];
}

/** A subtotal adds the lines since the one before it; a total adds all lines. */
function ofTotals(table: Imputations): Relation[] {
  const all: LigneDImputation[] = [];
  const isSum = ({ montant }: LigneDImputation, lignes: readonly LigneDImputation[]): boolean =>
    lignes.length > 0 && montant?.amount?.value.eq(sumOf(lignes.flatMap((one) => one.montant ?? []))) === true;
  let since: LigneDImputation[] = [];
  return table.lignes.flatMap((ligne): Relation[] => {
    if (ligne.kind === "ligne") {
      all.push(ligne);
      since.push(ligne);
      return [];
    }
    const programme = /\b(?:304|102)\b/.exec(ligne.label)?.[0];
    const ofProgramme = programme ? all.filter((other) => programmeOf(other) === programme) : null;
    const proposed = ofProgramme ?? (ligne.kind === "total" ? [...all] : since);
    // Where the words leave a choice, the figures decide.
    const covered = [proposed, since, [...all]].find((lignes) => isSum(ligne, lignes)) ?? proposed;
    since = [];
    const terms = covered.flatMap(({ montant }) => (montant ? [{ cell: montant, coefficient: ONE }] : []));
    return ligne.montant && terms.length > 0 ? [relation(table, ligne.montant, terms, ligne)] : [];
  });
}

/** Amounts by code against the plan's axes and volets, and their own total. */
export const imputationMontant: Rule = {
  id: "imputation-montant",
  family: "imputation",
  run(context) {
    const unverifiable: Unverifiable[] = [];
    const relations = context.reading.imputations.flatMap((table) => {
      const year = yearOfSource(context, table.year);
      return [...againstPlan(context, table, year, unverifiable), ...ofTotals(table)];
    });
    return { relations, faults: [], checked: 0, unverifiable, applies: relations.length + unverifiable.length > 0 };
  },
};
