import { ECRIRE, REMPLIR, previewCounts, writeLabel, writtenSentence } from "../../src/messages/remplissage";
import { receiptTime } from "../../src/taskpane/wording";
import { EMPTY_CONTENT, type Draft, type NewSheet } from "../../src/workbook/draft";

const CELL = { row: 0, column: 0, content: EMPTY_CONTENT, look: {}, why: "" };

/** A draft of so many cells of a sheet that is there, and of new sheets of so many cells. */
function draftOf(writes: number, sheets: Readonly<Record<string, number>> = {}): Draft {
  const ref = { sheet: "Plan", row: 0, column: 0 };
  const write = { ref, before: EMPTY_CONTENT, after: EMPTY_CONTENT, why: "" };
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  const added = ([name, cells]: readonly [string, number]): NewSheet => ({
    name,
    cells: Array.from({ length: cells }, () => CELL),
    merges: [],
    columnWidths: [],
    rowHeights: {},
    frozenRows: 0,
    validations: [],
    print: { orientation: "portrait", pagesHigh: 1, area, titleRows: null },
  });
  const all = Array.from({ length: writes }, () => write);
  return { title: "", writes: all, reads: [], sheets: Object.entries(sheets).map(added) };
}

const PLAN = draftOf(0, { "Plan 2024": 132 });
const BILAN = draftOf(0, { "Réalisé 2024": 100, "Bilan 2024": 312 });

// A local time: an officer reads the hour of their own clock.
const AT = new Date(2024, 2, 12, 14, 2).toISOString();

test("une écriture dit son jour et son heure, et son année quand elle n'est pas de celle-ci", () => {
  expect(receiptTime(AT, new Date(2024, 10, 1))).toBe("le 12 mars à 14:02");
  expect(receiptTime(AT, new Date(2025, 0, 1))).toBe("le 12 mars 2024 à 14:02");
});

test("le bouton dit ce qu'il fait, au singulier comme au pluriel", () => {
  expect(writeLabel(draftOf(1), REMPLIR)).toBe("Remplir 1\u00A0cellule");
  expect(writeLabel(draftOf(1042), REMPLIR)).toBe("Remplir 1\u202F042\u00A0cellules");
  expect(writeLabel(PLAN, REMPLIR)).toBe("Ajouter la feuille «\u00A0Plan 2024\u00A0» (132\u00A0cellules)");
  expect(writeLabel(BILAN, ECRIRE)).toBe("Ajouter 2\u00A0feuilles (412\u00A0cellules)");
  expect(writeLabel({ ...BILAN, writes: draftOf(3).writes }, ECRIRE)).toBe("Écrire 415\u00A0cellules");
});

test("ce qui est fait se dit de même", () => {
  expect(writtenSentence(draftOf(1), REMPLIR)).toBe("1\u00A0cellule remplie");
  expect(writtenSentence(draftOf(42), REMPLIR)).toBe("42\u00A0cellules remplies");
  expect(writtenSentence(draftOf(42), ECRIRE)).toBe("42\u00A0cellules écrites");
  expect(writtenSentence(PLAN, REMPLIR)).toBe("Feuille «\u00A0Plan 2024\u00A0» ajoutée, 132\u00A0cellules");
  expect(writtenSentence(BILAN, ECRIRE)).toBe("2\u00A0feuilles ajoutées, 412\u00A0cellules");
});

test("l'aperçu compte ce qu'il y a, et tait ce qu'il n'y a pas", () => {
  expect(previewCounts(42, 0, 0, 0)).toBe("42\u00A0cellules à écrire");
  expect(previewCounts(42, 3, 1, 12)).toBe(
    "42\u00A0cellules à écrire · 3\u00A0à compléter · 1\u00A0arrondi · 12\u00A0déjà justes",
  );
});
