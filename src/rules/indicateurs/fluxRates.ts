/** Taux d'intégration: what a label, a column or a title announces, against the figures. */
import { Decimal } from "../../domain/decimal";
import { formatRate } from "../../domain/format";
import type { FluxStock, LigneDeFlux } from "../../reading/fluxStockTables";
import type { AmountCell, RateCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { cellFault, type CellFault } from "../rule";
import { once, relationOf } from "./fluxSums";

/** Half a person: what the rounding of a product leaves. */
const HALF = new Decimal("0.5");
const CHAMPS = ["total", "flux", "stock"] as const;

/** Those concerned beside those integrated: the same territory, or both totals. */
function baseOf({ lignes }: FluxStock, integres: LigneDeFlux): LigneDeFlux | null {
  return (
    lignes.find(
      (ligne) =>
        ligne.public === "concernes" &&
        ligne.kind === integres.kind &&
        ligne.year === integres.year &&
        (integres.territoire === null ? ligne.kind === "total" : ligne.territoire === integres.territoire),
    ) ?? null
  );
}

/** The first count that both lines have, the whole before its parts. */
function pairOf(integres: LigneDeFlux, base: LigneDeFlux): { total: AmountCell; of: AmountCell } | null {
  for (const champ of CHAMPS) {
    const [total, of] = [integres.nombres[champ], base.nombres[champ]];
    if (total?.amount && of?.amount && !of.amount.value.isZero()) return { total, of };
  }
  return null;
}

function announced(table: FluxStock, ligne: LigneDeFlux, taux: RateCell): Relation[] {
  const base = baseOf(table, ligne);
  const pair = base && pairOf(ligne, base);
  if (!pair?.total.amount || !pair.of.amount) return [];
  const { value } = pair.of.amount;
  const terms = once([pair.of]).map((term) => ({ ...term, coefficient: taux.rate.value }));
  return [
    relationOf(table, ligne, {
      total: pair.total,
      terms,
      margin: taux.rate.half.times(value).plus(HALF),
      variant: `taux|${formatRate(taux.rate.value)}|${formatRate(pair.total.amount.value.div(value))}`,
      otherwise: taux.ref,
    }),
  ];
}

/** Those integrated are the announced share of those concerned, to the precision with which the rate is written. */
export function ratesOf(table: FluxStock): Relation[] {
  const integres = table.lignes.filter((ligne) => ligne.public === "integres");
  const own = integres.flatMap((ligne) => (ligne.taux ? announced(table, ligne, ligne.taux) : []));
  const { tauxAnnonce } = table;
  if (own.length > 0 || tauxAnnonce === null) return own;
  // A rate in the title is the whole table's: its total, else each territory.
  const totals = integres.filter(({ kind }) => kind === "total");
  return (totals.length > 0 ? totals : integres).flatMap((ligne) => announced(table, ligne, tauxAnnonce));
}

/** A column of rates under a title that announces another: 79,2 % under "80 %". */
export function titleFaults(table: FluxStock): { readonly faults: CellFault[]; readonly checked: number } {
  const { tauxAnnonce, lignes, stade } = table;
  if (tauxAnnonce === null || stade === "realise") return { faults: [], checked: 0 };
  const rated = lignes.flatMap(({ taux, kind, label, ref }) =>
    taux && taux.ref.column !== ref.column ? [{ taux, kind, label }] : [],
  );
  const totals = rated.filter(({ kind }) => kind === "total");
  const compared = totals.length > 0 ? totals : rated;
  const differing = compared.filter(({ taux }) =>
    taux.rate.value.minus(tauxAnnonce.rate.value).abs().gt(Decimal.max(taux.rate.half, tauxAnnonce.rate.half)),
  );
  const [first, ...others] = differing;
  if (!first) return { faults: [], checked: compared.length };
  return {
    faults: [
      cellFault({
        rule: "flux-stock",
        severity: "warning",
        cell: first.taux.ref,
        cells: [...others.map(({ taux }) => taux.ref), tauxAnnonce.ref],
        variant: `titre|${formatRate(tauxAnnonce.rate.value)}|${formatRate(first.taux.rate.value)}`,
        subject: `« ${first.label} »`,
        written: first.taux.written,
      }),
    ],
    checked: compared.length,
  };
}
