/** Payment lines with the regime that binds them, and the plan's amounts that they pay. */
import { BLOC_LABEL, type Bloc } from "../../domain/bloc";
import { ZERO, type Decimal } from "../../domain/decimal";
import { REGIMES, regimeOf, type RegimeDeVersement } from "../../domain/versements";
import type { LigneDeVersement, Versements } from "../../reading/otherTables";
import type { AmountCell, PlanDeFinancement } from "../../reading/tables";
import type { Relation, RelationTerm } from "../../relations/relation";
import { plansEnVigueur, yearOfSource, yearOfTable, type RuleContext, type Unverifiable } from "../rule";

export interface LigneLiee {
  readonly table: Versements;
  readonly ligne: LigneDeVersement;
  readonly year: number | null;
  readonly regime: RegimeDeVersement | null;
}

/** Lines that pay something; totals of a table are apart. */
export function lignesLiees(context: RuleContext): LigneLiee[] {
  return context.reading.versements.flatMap((table) =>
    table.lignes.flatMap((ligne): LigneLiee[] => {
      if (ligne.kind === "total" || ligne.part === null) return [];
      // "Tourcoing 2023" beside "Tourcoing 2024": the line's own words say more than the table's.
      const year = ligne.year ?? yearOfSource(context, table.year);
      return [{ table, ligne, year, regime: regimeOf(ligne.blocs, year) }];
    }),
  );
}

/** How a sentence names a payment. */
export function versementSubject({ label }: LigneDeVersement): string {
  const text = label.replace(/\s+/g, " ").trim();
  return text === "" ? "versement" : `versement «\u00A0${text}\u00A0»`;
}

export function rowOf({ sheet }: Versements, ligne: LigneDeVersement): string {
  return `${sheet}!versement:${ligne.row}`;
}

/** Why no regime is known: the year has no data, or the blocks are not told or not paid together. */
export function withoutRegime({ ligne, year }: LigneLiee): Unverifiable {
  const [bloc] = ligne.blocs;
  const isKnown = bloc !== undefined && REGIMES.some(({ blocs }) => ligne.blocs.every((one) => blocs.includes(one)));
  if (!isKnown) return { reason: "bloc-inconnu", subject: ligne.label };
  return { reason: "annee-sans-donnees", subject: `l'avance de ${BLOC_LABEL[bloc]} en ${year ?? "?"}` };
}

function cellsOfPlan(plan: PlanDeFinancement, blocs: readonly Bloc[]): AmountCell[] | null {
  const isSolidarites = blocs.length === 3 && blocs.every((bloc) => bloc.startsWith("axe"));
  const cells: AmountCell[] = [];
  for (const { kind, classement, amounts } of plan.lignes) {
    if (kind !== "action" || !classement || !amounts.etat) continue;
    // All axes are paid together: an action whose axis nobody names is one of theirs.
    const isPaid = classement.bloc
      ? blocs.includes(classement.bloc)
      : isSolidarites && classement.part === "solidarites";
    if (isPaid) cells.push(amounts.etat);
    // An action of a volet that nobody names could be in any payment of its part.
    else if (classement.bloc === null && classement.part === "emploi" && blocs.some((bloc) => bloc.startsWith("volet")))
      return null;
  }
  return cells.length > 0 ? cells : null;
}

/** The sum of amounts, NC and empty cells counting for nothing. */
export function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO);
}

/** The State's cells of the plan that a payment is of; null where no plan, or several that differ, hold its blocks. */
export function planCells(
  context: RuleContext,
  { ligne, year }: { readonly ligne: Pick<LigneDeVersement, "blocs">; readonly year: number | null },
): AmountCell[] | null {
  if (ligne.blocs.length === 0) return null;
  const found = plansEnVigueur(context)
    .filter((plan) => year === null || yearOfTable(context, plan) === year)
    .flatMap((plan) => {
      const cells = cellsOfPlan(plan, ligne.blocs);
      return cells ? [cells] : [];
    });
  const [first, ...others] = found;
  return first && others.every((cells) => sumOf(cells).eq(sumOf(first))) ? first : null;
}

type Champ = "base" | "avance" | "du" | "verse" | "solde" | "tropPercu";

/** Total lines of payment tables against the lines above them, for the given columns. */
export function totalRelations(context: RuleContext, rule: string, champs: readonly Champ[]): Relation[] {
  return context.reading.versements.flatMap((table) =>
    table.lignes.flatMap((total, place) => {
      if (total.kind !== "total") return [];
      const before = table.lignes.slice(0, place);
      const lignes = before.slice(before.findLastIndex(({ kind }) => kind === "total") + 1);
      return champs.flatMap((champ): Relation[] => {
        const cell = total[champ];
        const terms = lignes.flatMap((ligne): RelationTerm[] =>
          ligne[champ] ? [{ cell: ligne[champ], coefficient: ZERO.plus(1) }] : [],
        );
        if (!cell?.amount || terms.length === 0 || lignes.length < 2) return [];
        const row = rowOf(table, total);
        const subject = versementSubject(total);
        return [{ rule, kind: "equal", total: cell, terms, ceiling: "blocking", subject, reference: null, row }];
      });
    }),
  );
}
