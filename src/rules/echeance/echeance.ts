import type { Bloc } from "../../domain/bloc";
import { ECHEANCES, type EcheanceDeConvention } from "../../domain/echeances";
import type { Bilan } from "../../reading/bilanTables";
import type { PlanDeFinancement, TableBase } from "../../reading/tables";
import type { CellRef } from "../../workbook/address";
import { bilansOf, yearsOf } from "../bilan/lignes";
import { cellFault, NOTHING, plansOf, yearOfTable, type CellFault, type Rule } from "../rule";
import type { RuleContext, Unverifiable } from "../rule";
import { writtenDay } from "./dates";

/** A piece that a deadline is for. */
interface Piece {
  readonly table: TableBase;
  readonly echeance: string;
}

function isOf(blocs: ReadonlySet<Bloc>, ...some: readonly Bloc[]): boolean {
  return some.some((bloc) => blocs.has(bloc));
}

/** The deadlines of a bilan: of its part, of its year and of its stage, and of no other. */
function ofBilan(context: RuleContext, table: Bilan): { pieces: Piece[]; isOpen: boolean } {
  const years = yearsOf(context, table);
  const blocs = new Set(table.lignes.flatMap((ligne) => ligne.blocs));
  const pieces: Piece[] = [];
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return { pieces, isOpen: true };
  const hasVolet3 = blocs.has("volet-3");
  const isFinalOfVolet3 = hasVolet3 && (table.etape === "final" || last === 2025);
  const isIntermediate = hasVolet3 && !isFinalOfVolet3 && last === 2024;
  if (isFinalOfVolet3 && first <= 2025) pieces.push({ table, echeance: "emploi-2024-volet-3-bilan-final" });
  if (isIntermediate && table.etape === "intermediaire")
    pieces.push({ table, echeance: "emploi-2024-volet-3-bilan-intermediaire" });
  // A final bilan of volet 3 repeats what was sent a year before.
  if (isOf(blocs, "volet-1", "volet-2") && last === 2024 && !isFinalOfVolet3)
    pieces.push({ table, echeance: "emploi-2024-volets-1-2-bilan-final" });
  if (isOf(blocs, "axe-1", "axe-3", "axe-4") && last === 2025)
    pieces.push({ table, echeance: "solidarites-rapport-2024-2025" });
  return { pieces, isOpen: pieces.length === 0 || (isIntermediate && table.etape === null) };
}

function ofAvenant(context: RuleContext, plan: PlanDeFinancement): Piece[] {
  const year = plan.year ?? yearOfTable(context, plan);
  const parts = new Set(plan.lignes.flatMap(({ classement }) => classement?.part ?? []));
  if (year !== 2024) return [];
  return [
    ...(parts.has("emploi") ? [{ table: plan, echeance: "emploi-2024-avenant" }] : []),
    ...(parts.has("solidarites") ? [{ table: plan, echeance: "solidarites-avenant-annuel" }] : []),
  ];
}

interface Due {
  readonly label: string;
  readonly date: string;
  readonly reference: string | null;
}

/** The settings' day wins over the convention's; null where neither gives one. */
function dueOf({ reglages }: RuleContext, id: string): Due | null {
  const known: EcheanceDeConvention | undefined = ECHEANCES.find((echeance) => echeance.id === id);
  const own = reglages.echeances.find((echeance) => echeance.id === id);
  const date = own?.date ?? known?.date ?? null;
  if (!known || date === null) return null;
  return { label: known.label, date, reference: own && own.date !== known.date ? null : known.source.article };
}

interface Late extends Due {
  readonly cell: CellRef;
  readonly written: string;
  readonly day: string;
  readonly isWritten: boolean;
}

function faultOf(
  { label, date, reference, cell, written, day, isWritten }: Late,
  cells: readonly CellRef[],
): CellFault {
  return cellFault({
    rule: "echeance",
    severity: "warning",
    cell,
    cells,
    variant: `${isWritten ? "ecrite" : "jour"}|${day}|${date}`,
    subject: label,
    written,
    reference,
  });
}

function lateOf(context: RuleContext, { table, echeance }: Piece): Late | "a-temps" | Unverifiable {
  const due = dueOf(context, echeance);
  if (!due) return { reason: "etape-inconnue", subject: table.title };
  const jour = writtenDay(context.workbook, table.sheet);
  const day = jour?.day ?? context.date;
  if (day === null) return { reason: "date-absente", subject: table.title };
  if (day <= due.date) return "a-temps";
  const cell = jour?.ref ?? { sheet: table.sheet, row: table.area.top, column: table.area.left };
  return { ...due, cell, written: jour?.written ?? table.title, day, isWritten: jour !== null };
}

/** One card for a deadline, however many tables are late. */
function grouped(late: readonly Late[]): CellFault[] {
  const groups = new Map<string, [Late, ...Late[]]>();
  for (const one of late) {
    const key = `${one.label} ${one.day}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map(([first, ...others]) =>
    faultOf(
      first,
      others.map(({ cell }) => cell),
    ),
  );
}

/** A bilan, an execution report or an avenant after its day: the day that it says, else today. */
export const echeance: Rule = {
  id: "echeance",
  family: "echeance",
  run(context) {
    const bilans = bilansOf(context).map((table) => ({ table, ...ofBilan(context, table) }));
    const avenants = plansOf(context).filter(({ version }) => version === "apres");
    if (bilans.length + avenants.length === 0) return NOTHING;
    const ofAvenants = avenants.map((plan) => ({ table: plan, pieces: ofAvenant(context, plan) }));
    const unverifiable: Unverifiable[] = [
      ...bilans.filter(({ isOpen }) => isOpen),
      ...ofAvenants.filter(({ pieces }) => pieces.length === 0),
    ].map(({ table }) => ({ reason: "etape-inconnue", subject: table.title }));
    const results = [...bilans, ...ofAvenants].flatMap(({ pieces }) => pieces.map((piece) => lateOf(context, piece)));
    const late = results.flatMap((result) => (typeof result === "object" && "day" in result ? [result] : []));
    const open = results.flatMap((result) => (typeof result === "object" && "reason" in result ? [result] : []));
    return {
      relations: [],
      faults: grouped(late),
      checked: results.length - open.length,
      unverifiable: [...unverifiable, ...open],
      applies: true,
    };
  },
};
