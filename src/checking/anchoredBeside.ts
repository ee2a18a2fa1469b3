/** Earmarks, commitments, planned expenses and persons: the cells that their findings are anchored to. */
import type { AmountCell } from "../reading/cells";
import type { Flechage } from "../reading/flechageTables";
import type { FluxStock } from "../reading/fluxStockTables";
import type { GrandAngle } from "../reading/grandAngleTables";
import type { PlanPrevisionnel } from "../reading/planPrevisionnelTables";
import type { Reading } from "../reading/tables";
import { cellsOf, type AnchoredTable } from "./anchoredCells";
import { nameWithoutAmounts, nameWithoutFigures } from "./names";

function parts(cells: readonly AmountCell[]) {
  return cells.map((cell, place) => [`partie ${place + 1}`, cell] as const);
}

function ofFlechage(table: Flechage): AnchoredTable {
  const rows = table.lignes.map(({ fiche, label, montant, parties }) => ({
    name: [fiche ?? "", nameWithoutAmounts(label)].join(" ").trim(),
    columns: [["montant", montant] as const, ...parts(parties)],
  }));
  return { ...table, of: table.part, cells: cellsOf(rows) };
}

function ofGrandAngle(table: GrandAngle): AnchoredTable {
  const rows = table.lignes.map(({ label, autorises, contractes, proposes }) => ({
    name: nameWithoutAmounts(label),
    columns: Object.entries({ autorises, contractes, proposes }),
  }));
  return { ...table, of: "", cells: cellsOf(rows) };
}

function ofPlanPrevisionnel(table: PlanPrevisionnel): AnchoredTable {
  const rows = table.lignes.map(({ label, ref, montant, parties, details }) => ({
    name: nameWithoutAmounts(label),
    columns: [
      ["montant", montant] as const,
      ...parts(parties),
      ...details.map((detail, place) => [`detail ${place + 1}`, detail.montant] as const),
      ["libelle", { ref }] as const,
    ],
  }));
  return { ...table, of: "", cells: cellsOf(rows) };
}

function ofFluxStock(table: FluxStock): AnchoredTable {
  const rows = table.lignes.map(({ label, ref, year, territoire, public: who, nombres, details, taux }) => ({
    name: [territoire ?? "", who, nameWithoutFigures(label)].join(" ").trim(),
    columns: [
      ...Object.entries(nombres),
      ...details.map(({ nom, cell }) => [nameWithoutAmounts(nom), cell] as const),
      ["taux", taux] as const,
      ["libelle", { ref }] as const,
    ],
    year,
  }));
  return { ...table, year: null, of: [table.form, table.stade].join(" "), cells: cellsOf(rows) };
}

/** The anchored tables that stand beside plans, budgets and bilans. */
export function besideAnchors({ flechages, grandsAngles, plansPrevisionnels, fluxStocks }: Reading): AnchoredTable[] {
  return [
    ...flechages.map(ofFlechage),
    ...grandsAngles.map(ofGrandAngle),
    ...plansPrevisionnels.map(ofPlanPrevisionnel),
    ...fluxStocks.map(ofFluxStock),
  ];
}
