/** The report as a draft: a sheet that a host adds by the one write path. Pure. */
import { freeName } from "../drafting/choix";
import { RAPPORT } from "../messages/rapport";
import { qualifiedAddress } from "../workbook/address";
import { contentsOf } from "../workbook/contents";
import type { CellRead, Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { feuilleDuRapport } from "./feuille";
import type { Rapport } from "./rapport";

/** The cells that the findings are about: where one changed since the check, the report is out of date. */
function readsOf(workbook: Workbook, { sections }: Rapport): CellRead[] {
  const contentAt = contentsOf(workbook);
  const refs = sections.flatMap(({ lines }) => lines.flatMap((ligne) => ligne.refs));
  const unique = new Map(
    refs.map(({ sheet, row, column }) => [qualifiedAddress({ sheet, row, column }), { sheet, row, column }]),
  );
  return [...unique.values()].map((ref) => ({ ref, content: contentAt(ref) }));
}

/** The draft of a report's sheet, beside those that the workbook has already. */
export function draftRapport(workbook: Workbook, rapport: Rapport): Draft {
  const name = freeName(workbook, RAPPORT.feuille);
  return {
    title: RAPPORT.feuille,
    writes: [],
    reads: readsOf(workbook, rapport),
    sheets: [feuilleDuRapport(rapport, name)],
  };
}
