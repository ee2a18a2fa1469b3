/** Earmarks, commitments, planned expenses and amounts in words: names of their cells, and their canonical content. */
import type { AmountCell, Reading } from "../reading/tables";
import { keyOf, type CellKey } from "../relations/relation";
import { subjectOf } from "../rules/rule";
import { areaAddress, cellAddress, type CellRef } from "../workbook/address";

export type Beside = Pick<Reading, "flechages" | "grandsAngles" | "plansPrevisionnels" | "montantsEnLettres">;

type Name = readonly [CellKey, string];

/** How sentences name the cells of these tables. */
export function besideNames({
  flechages,
  grandsAngles,
  plansPrevisionnels,
}: Omit<Beside, "montantsEnLettres">): Name[] {
  const named = (cell: AmountCell | null, name: string): Name[] => (cell ? [[keyOf(cell.ref), name]] : []);
  return [
    ...flechages.flatMap(({ lignes }) =>
      lignes.flatMap((line) =>
        [line.montant, ...line.parties].flatMap((cell) => named(cell, `fléchage, ${subjectOf(line)}`)),
      ),
    ),
    ...grandsAngles.flatMap(({ lignes }) =>
      lignes.flatMap((line) =>
        [line.autorises, line.contractes, line.proposes].flatMap((cell) => named(cell, `opération ${subjectOf(line)}`)),
      ),
    ),
    ...plansPrevisionnels.flatMap(({ lignes }) =>
      lignes.flatMap((line) => [
        ...[line.montant, ...line.parties].flatMap((cell) => named(cell, subjectOf(line))),
        ...line.details.flatMap(({ montant: { ref } }): Name[] => [
          [keyOf({ sheet: ref.sheet, row: ref.row, column: ref.column }), `détail de ${subjectOf(line)}`],
        ]),
      ]),
    ),
  ];
}

function placeOf({ row, column, part }: CellRef): string {
  return `${cellAddress(row, column)}${part === undefined ? "" : `#${part}`}`;
}

function cellContent({ ref, state, amount, written }: AmountCell): string {
  return `${placeOf(ref)}=${state}:${amount ? `${amount.value.toFixed()}±${amount.half.toFixed()}` : written}`;
}

/** Lines of the canonical content, one a row. */
export function besideContent({ flechages, grandsAngles, plansPrevisionnels, montantsEnLettres }: Beside): string[] {
  const headOf = ({
    kind,
    sheet,
    area,
    year,
    unit,
  }: (typeof flechages | typeof grandsAngles | typeof plansPrevisionnels)[number]) =>
    [kind, sheet, areaAddress(area), year ?? "", unit].join("|");
  return [
    ...flechages.flatMap((table) => [
      headOf(table),
      ...table.lignes.map(({ kind, label, montant, parties }) =>
        [kind, label, ...[montant, ...parties].map(cellContent)].join("|"),
      ),
    ]),
    ...grandsAngles.flatMap((table) => [
      headOf(table),
      ...table.lignes.map(({ kind, label, autorises, contractes, proposes }) =>
        [kind, label, ...[autorises, contractes, proposes].flatMap((cell) => (cell ? [cellContent(cell)] : []))].join(
          "|",
        ),
      ),
    ]),
    ...plansPrevisionnels.flatMap((table) => [
      headOf(table),
      ...table.lignes.map(({ kind, label, montant, parties, details }) =>
        [kind, label, ...[montant, ...parties, ...details.map((detail) => detail.montant)].map(cellContent)].join("|"),
      ),
    ]),
    ...montantsEnLettres.map(({ ref, lettres, chiffres }) =>
      [
        "montant-lettres",
        ref.sheet,
        `${placeOf(ref)}=${lettres}`,
        `${placeOf(chiffres.ref)}=${chiffres.amount.value.toFixed()}`,
      ].join("|"),
    ),
  ];
}
