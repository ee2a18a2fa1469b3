/** The headers of the tables that were read, and what these lack for all of their rules. */
import { isGenreLu } from "../domain/colonnesLues";
import { enTeteDe, lieuDe } from "./enTetesLus";
import type { Grid } from "./grid";
import { saidOf, type LecturePlacee } from "./lectures";
import type { EnTeteDeTable, Manque, Presque } from "./presqueTables";
import { rolesLus } from "./rolesLus";
import type { PlanDeFinancement, TableBase } from "./tables";

type Described = Pick<TableBase, "sheet" | "area"> & { readonly kind: string };

/**
 * How a table that was read is headed.
 * @param grid the sheet as it stands, whatever a person said of it
 */
export function enTeteDeTable(
  grid: Grid,
  { kind, sheet, area }: Described,
  placed: readonly LecturePlacee[],
): EnTeteDeTable {
  const said = saidOf(placed, area);
  const enTete = said?.enTete ?? enTeteDe(grid, area);
  const roles = said ? said.lecture.columns.map(({ role }) => role) : rolesLus(kind, enTete);
  return { kind, sheet, area, lieu: lieuDe(grid, enTete), left: enTete.left, roles, said: said?.lecture ?? null };
}

/** A whole plan under this is not in euros: the least that the source pays for one action is 50 000 €. */
const LEAST_PLAN = 10_000;

/** True where a plan's amounts are too small for euros, and nothing says in what they are. */
function lacksUnit(grid: Grid, { unit, lignes }: PlanDeFinancement): boolean {
  if (unit !== "€") return false;
  const cells = lignes.flatMap(({ amounts: { etat, departement, total } }) => [etat, departement, total]);
  const written = cells.flatMap((cell) => (cell?.amount ? [cell] : []));
  const saysEuro = written.some(({ ref, written: text, stored }) =>
    /€|eur/i.test(stored === "text" ? text : (grid.at(ref.row, ref.column)?.numberFormat ?? "")),
  );
  const isSmall = written.every(({ amount }) => amount?.value.abs().lt(LEAST_PLAN) ?? true);
  return written.length >= 4 && isSmall && !saysEuro;
}

/** Shares that two columns claim, where nobody can say which one the total holds. */
function doubles({ lieu, roles, left }: EnTeteDeTable, plans: number): Manque[] {
  if (plans > 1) return [];
  return (
    [
      ["etat", "Participation État"],
      ["departement", "Crédits CD"],
    ] as const
  ).flatMap(([role, name]): Manque[] => {
    const headers = roles.flatMap((one, place) => (one === role ? [lieu.headers[place] ?? ""] : []));
    return headers.length > 1 && left >= 0 ? [{ type: "double", name, headers }] : [];
  });
}

/** What a plan that was read lacks; null where it lacks nothing. */
export function presqueDuPlan(
  grid: Grid,
  table: PlanDeFinancement,
  enTete: EnTeteDeTable,
  { plans, year }: { readonly plans: number; readonly year: number | null },
): Presque | null {
  const manques: Manque[] = [
    ...(enTete.said ? [] : doubles(enTete, plans)),
    ...((table.year ?? year) === null ? [{ type: "annee" } as const] : []),
    ...(lacksUnit(grid, table) ? [{ type: "unite" } as const] : []),
  ];
  const { kind } = enTete;
  return manques.length > 0 && isGenreLu(kind) ? { ...enTete, kind, manques, isRead: true } : null;
}
