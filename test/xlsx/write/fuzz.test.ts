import fc from "fast-check";
import type { CellContent, Draft } from "../../../src/workbook/draft";
import type { Cell, ExcelError, Sheet, Workbook } from "../../../src/workbook/picture";
import { applyToXlsx } from "../../../src/xlsx/write/apply";
import { undoInXlsx } from "../../../src/xlsx/write/undo";
import { fileOf } from "../../fixtures/pictureFile";
import { cell, sheet, workbook } from "../../host/contract";
import { draftOf, pictureWith, withoutResults, write } from "../../host/writing";
import { pictureOf } from "../reading";

const ROWS = 6;
const COLUMNS = 5;
const FORMATS = ["General", "0.00", "#,##0", "@", "dd/mm/yyyy", '#,##0\\ "€"'];

const content: fc.Arbitrary<CellContent> = fc
  .tuple(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ value: value === 0 ? 0 : value })),
      fc.integer({ min: -9999, max: 9_999_999 }).map((cents) => ({ value: cents / 100 })),
      fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).map((value) => ({ value })),
      fc
        .constantFrom("1.1", "030450232501", "=x", "TRUE", "#REF!", " a ", "_x0041_", "]]>", "'")
        .map((value) => ({ value })),
      fc.boolean().map((value) => ({ value })),
      fc.constantFrom<ExcelError>("#N/A", "#DIV/0!").map((error) => ({ error })),
      fc
        .constantFrom("=A1+B2", "=SUM(A1:C4)", "=Autre!A1*2", '=IF(A1>2,"a&b",C3)', "=1/0")
        .map((formula) => ({ formula })),
      fc.constant({}),
    ),
    fc.constantFrom(...FORMATS),
  )
  .map(([one, numberFormat]) => ({ value: null, error: null, formula: null, ...one, numberFormat }));

const cells: fc.Arbitrary<readonly Cell[]> = fc
  .uniqueArray(fc.tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1), content), {
    selector: ([row, column]) => row * COLUMNS + column,
    maxLength: 14,
  })
  .map((all) =>
    all
      .filter(([, , { value, error, formula }]) => value !== null || error !== null || formula !== null)
      .map(([row, column, one]) => ({
        ...cell(row, column, one),
        origin: one.formula === null ? null : ("missing" as const),
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  );

const picture: fc.Arbitrary<Workbook> = fc
  .tuple(cells, cells)
  .map(([one, other]) => workbook(sheet("Plan", one), sheet("Autre", other)));

const writes = fc.array(fc.tuple(fc.constantFrom("Plan", "Autre"), fc.nat(ROWS + 1), fc.nat(COLUMNS + 1), content), {
  maxLength: 12,
});

function draftOver(before: Workbook, all: readonly (readonly [string, number, number, CellContent])[]): Draft {
  const unique = new Map(all.map((one) => [one.slice(0, 3).join(), one]));
  return draftOf(
    [...unique.values()].map(([name, row, column, after]) => write(before, { sheet: name, row, column }, after)),
  );
}

/** A format of an empty cell is not in the picture. */
const comparable = (one: Workbook): readonly Sheet[] => withoutResults(one).sheets;

test("n'importe quel brouillon sur n'importe quel classeur se relit exactement, et s'annule octet pour octet", async () => {
  await fc.assert(
    fc.asyncProperty(picture, writes, async (drawn, all) => {
      const bytes = fileOf(drawn);
      // The file of a picture with odd texts holds what its reader makes of them.
      const before = await pictureOf(bytes);
      const draft = draftOver(before, all);
      const result = await applyToXlsx(bytes, draft, { name: before.name });
      if (!result.ok) throw new Error(result.sentence);
      expect(comparable(await pictureOf(result.value.bytes))).toEqual(comparable(pictureWith(before, draft)));
      const undone = await undoInXlsx(result.value.bytes, result.value.undo, { name: before.name });
      expect(undone.ok && Buffer.compare(undone.value, bytes)).toBe(0);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("deux brouillons l'un sur l'autre, le premier annulé seul : il ne reste que le second", async () => {
  await fc.assert(
    fc.asyncProperty(picture, writes, fc.nat(COLUMNS), content, async (drawn, all, column, other) => {
      const bytes = fileOf(drawn);
      const before = await pictureOf(bytes);
      const options = { name: before.name };
      const draft = draftOver(before, all);
      const first = await applyToXlsx(bytes, draft, options);
      if (!first.ok) throw new Error(first.sentence);
      const elsewhere = draftOver(before, [["Plan", ROWS + 3, column, other]]);
      const second = await applyToXlsx(first.value.bytes, elsewhere, options);
      if (!second.ok) throw new Error(second.sentence);
      const undone = await undoInXlsx(second.value.bytes, first.value.undo, options);
      if (!undone.ok) throw new Error(undone.sentence);
      expect(comparable(await pictureOf(undone.value))).toEqual(comparable(pictureWith(before, elsewhere)));
    }),
    { numRuns: 100 },
  );
}, 60_000);
