/** What becomes of the money that a year leaves: added to the next year by one piece, taken off it by another. */
import { plainText } from "../../domain/amount";
import { yearsIn } from "../../domain/years";
import type { Reading } from "../../reading/tables";
import type { CellRef } from "../../workbook/address";

export interface LectureDeReport {
  readonly ref: CellRef;
  readonly sens: "ajout" | "deduction";
  /** The year that leaves it; null where the words do not tell. */
  readonly annee: number | null;
  readonly written: string;
}

/** "+ REPORT ENVELOPPE 2023 = 87 730 €", "majoré du report 2023". */
const ADDED =
  /(?:\+|\bplus|\bmajoree?s? (?:du|de)|\baugmentee?s? (?:du|de)|\bs'ajoutent? (?:le|au))\s*(?:le |du |de )?\(?\s*(?:report|reliquat)s?\b[^()+;]{0,60}/;
/** "… l'écart entre le consommé et l'avance … sera déduit du montant prévisionnel 2024". */
const DEDUCTED =
  /(?:reports?|reliquats?|ecart|avance|trop[- ]?percu|consomme|consommation)\b.{0,200}?\b((?:sera|est|seront|sont|etre)\s+(?:deduit|defalque|impute en moins)e?s?\b[^.;]{0,60})/s;
const LINE_ADDED = /^\W*(?:reports?|reliquats?)\b/;

/** The words that a pattern finds in a text without accents, as the text writes them. */
function writtenAt(text: string, plain: string, found: string): string {
  const start = plain.indexOf(found);
  // Spaces that were joined move the words: then the plain ones are shown.
  return plain.length === text.length && start !== -1 ? text.slice(start, start + found.length) : found;
}

function readingsIn(ref: CellRef, text: string): LectureDeReport[] {
  const plain = plainText(text);
  const added = ADDED.exec(plain)?.[0];
  const deducted = DEDUCTED.exec(plain)?.[1];
  const [year] = yearsIn(added ?? "");
  const [target] = yearsIn(deducted ?? "");
  return [
    ...(added === undefined
      ? []
      : [{ ref, sens: "ajout" as const, annee: year ?? null, written: writtenAt(text, plain, added).trim() }]),
    ...(deducted === undefined
      ? []
      : [
          {
            ref,
            sens: "deduction" as const,
            annee: target === undefined ? null : target - 1,
            written: writtenAt(text, plain, deducted).trim(),
          },
        ]),
  ];
}

/**
 * Every place that says what becomes of a report: sentences and titles, rows of planned expenses that add it up, rows of
 * a bilan that take it off.
 */
export function lecturesDeReport({ prose, plansPrevisionnels, bilans }: Reading): LectureDeReport[] {
  return [
    ...prose.flatMap(({ ref, text }) => readingsIn(ref, text)),
    ...plansPrevisionnels.flatMap(({ lignes }) =>
      lignes.flatMap(({ kind, label, ref }): LectureDeReport[] =>
        kind === "ligne" && LINE_ADDED.test(plainText(label))
          ? [{ ref, sens: "ajout", annee: yearsIn(label)[0] ?? null, written: label }]
          : [],
      ),
    ),
    ...bilans.flatMap(({ sheet, lignes }) =>
      lignes.flatMap(({ kind, label, row, montants }): LectureDeReport[] => {
        const [first] = Object.values(montants);
        const ref = first?.ref ?? { sheet, row, column: 0 };
        return kind === "report" ? [{ ref, sens: "deduction", annee: yearsIn(label)[0] ?? null, written: label }] : [];
      }),
    ),
  ];
}

/** The readings that meet: one report, added here and taken off there. Null where all pieces say the same. */
export function reportContredit(
  lectures: readonly LectureDeReport[],
): { readonly ajout: LectureDeReport; readonly deductions: readonly LectureDeReport[] } | null {
  for (const ajout of lectures.filter(({ sens }) => sens === "ajout")) {
    const deductions = lectures.filter(
      ({ sens, annee }) => sens === "deduction" && (annee === null || ajout.annee === null || annee === ajout.annee),
    );
    if (deductions.length > 0) return { ajout, deductions };
  }
  return null;
}
