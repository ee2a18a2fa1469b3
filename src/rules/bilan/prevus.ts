/** What the plans in force, and the réalisés, say of a bilan's rows. */
import type { Bloc } from "../../domain/bloc";
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell, LigneDePlan, PlanDeFinancement } from "../../reading/tables";
import { plansEnVigueur, yearOfTable, type RuleContext } from "../rule";
import { planCells } from "../versement/lines";
import { blocOf, isLeaf, realisesOf, regleOf, sumOf, yearsOf } from "./lignes";

type Share = "etat" | "departement" | "total";

/** The years that a row of a bilan adds up: some blocks go year by year, whatever the table covers. */
export function yearsOfLine(context: RuleContext, table: Bilan, ligne: LigneDeBilan): readonly number[] {
  if (ligne.year !== null) return [ligne.year];
  const years = yearsOf(context, table);
  const bloc = blocOf(ligne);
  const regle = bloc === null ? null : regleOf(bloc, years);
  if (!regle || regle.cumulDepuis !== null) return years;
  const own = years.filter((year) => year >= regle.span.from && year <= regle.span.to);
  return own.slice(-1);
}

function plansOfYear(context: RuleContext, year: number): PlanDeFinancement[] {
  return plansEnVigueur(context).filter((plan) => (plan.year ?? yearOfTable(context, plan)) === year);
}

/** The action's own line of a plan: by its number, or as the only action of its block. */
function lineIn(plan: PlanDeFinancement, fiche: string | null, bloc: Bloc | null): LigneDePlan | null {
  if (fiche !== null)
    return (
      plan.lignes.find((line) => line.fiche === fiche && (line.kind === "action" || line.kind === "sous-total")) ?? null
    );
  const ofBloc = plan.lignes.filter(({ kind, classement }) => kind === "action" && classement?.bloc === bloc);
  const [only, ...others] = ofBloc;
  return bloc !== null && others.length === 0 ? (only ?? null) : null;
}

function isSameSum(lists: readonly (readonly AmountCell[])[]): boolean {
  const [first, ...others] = lists;
  return first !== undefined && others.every((cells) => sumOf(cells).eq(sumOf(first)));
}

/** An action's cells of the plans of a year; null where no plan has it, or several that differ. */
function plannedOfAction(
  context: RuleContext,
  ligne: Pick<LigneDeBilan, "fiche" | "blocs" | "classement">,
  isOnly: boolean,
  year: number,
  share: Share,
): AmountCell[] | null {
  const bloc = isOnly ? (ligne.blocs.length === 1 ? (ligne.blocs[0] ?? null) : (ligne.classement?.bloc ?? null)) : null;
  const found = plansOfYear(context, year).flatMap((plan) => {
    const cell = lineIn(plan, ligne.fiche, bloc)?.amounts[share];
    return cell && cell.state !== "covered" ? [[cell]] : [];
  });
  return isSameSum(found) ? (found[0] ?? null) : null;
}

function all<T>(lists: readonly (readonly T[] | null)[]): T[] | null {
  return lists.length === 0 || lists.includes(null) ? null : lists.flatMap((list) => list ?? []);
}

/** What was planned for a row over its years; null where a year has no plan that says it. */
export function plannedCells(
  context: RuleContext,
  table: Bilan,
  ligne: LigneDeBilan,
  years: readonly number[],
  share: Share,
): AmountCell[] | null {
  const bloc = blocOf(ligne);
  const peers = table.lignes.filter((other) => isLeaf(other) && blocOf(other) === bloc);
  const isOnly = peers.length === 1 && ligne.classement?.bloc === bloc;
  return all(years.map((year) => plannedOfAction(context, ligne, isOnly, year, share)));
}

/** The State's ceiling of a block over its years, from the plans. */
export function plannedOfBloc(context: RuleContext, bloc: Bloc, years: readonly number[]): AmountCell[] | null {
  return all(years.map((year) => planCells(context, { ligne: { blocs: [bloc] }, year })));
}

function isAbout(context: RuleContext, realise: Bilan, line: LigneDeBilan, year: number): boolean {
  return line.year === null ? yearsOf(context, realise).at(-1) === year : line.year === year;
}

/** The same action: by its number, else as what has none in the same block. */
function isSameAction(one: LigneDeBilan, other: LigneDeBilan): boolean {
  if (one.fiche !== null || other.fiche !== null) return one.fiche === other.fiche;
  const bloc = blocOf(one);
  return bloc !== null && bloc === blocOf(other);
}

/** What the réalisés say was spent on an action over its years; null where a year has none that says it. */
export function spentCells(
  context: RuleContext,
  ligne: LigneDeBilan,
  years: readonly number[],
  champ: ChampDeBilan,
): AmountCell[] | null {
  if (ligne.kind !== "action") return null;
  return all(
    years.map((year) => {
      const found = realisesOf(context).flatMap((realise) => {
        const cells = realise.lignes.flatMap((line) =>
          line.kind === "action" && isSameAction(line, ligne) && isAbout(context, realise, line, year)
            ? (line.montants[champ] ?? [])
            : [],
        );
        return cells.length > 0 && cells.every(({ state }) => state !== "covered") ? [cells] : [];
      });
      return isSameSum(found) ? (found[0] ?? null) : null;
    }),
  );
}

/** True for a row whose payment stands in a cell merged with another row's. */
function isShared({ lignes }: Bilan, line: LigneDeBilan): boolean {
  const next = lignes[lignes.indexOf(line) + 1];
  return [line, next].some((one) => one?.montants.verse?.state === "covered");
}

/**
 * What the réalisés say was paid for a row over its years: of an action, or of all rows of a payment's blocks, with what
 * was left of the year before or without it. Null where a year says nothing, or where a merged cell holds more than this
 * row's.
 */
export function paidCells(
  context: RuleContext,
  ligne: LigneDeBilan,
  years: readonly number[],
  withReports: boolean,
): AmountCell[] | null {
  const isPayment = ligne.kind === "versement";
  const isReport = ligne.kind === "report";
  if (!isPayment && !isReport && ligne.kind !== "action") return null;
  return all(
    years.map((year) => {
      const found = realisesOf(context).flatMap((realise) => {
        const rows = realise.lignes.filter((line) => {
          const bloc = blocOf(line);
          if (isReport) return line.kind === "report" && bloc !== null && bloc === blocOf(ligne);
          if (line.kind !== "action" && (line.kind !== "report" || !withReports)) return false;
          if (line.kind === "action" && !isAbout(context, realise, line, year)) return false;
          return isPayment ? bloc !== null && ligne.blocs.includes(bloc) : isSameAction(line, ligne);
        });
        const cells = rows.flatMap(({ montants }) => montants.verse ?? []);
        const isWhole = isPayment || rows.every((line) => !isShared(realise, line));
        return cells.length > 0 && isWhole ? [cells.filter(({ state }) => state !== "covered")] : [];
      });
      return isSameSum(found) ? (found[0] ?? null) : null;
    }),
  );
}
