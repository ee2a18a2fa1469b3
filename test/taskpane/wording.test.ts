import { addSheetLabel, fillLabel, filled, previewCounts, sheetAdded } from "../../src/messages/remplissage";
import { receiptTime } from "../../src/taskpane/wording";

// A local time: an officer reads the hour of their own clock.
const AT = new Date(2024, 2, 12, 14, 2).toISOString();

test("une écriture dit son jour et son heure, et son année quand elle n'est pas de celle-ci", () => {
  expect(receiptTime(AT, new Date(2024, 10, 1))).toBe("12 mars 14:02");
  expect(receiptTime(AT, new Date(2025, 0, 1))).toBe("12 mars 2024 14:02");
});

test("le bouton dit ce qu'il fait, au singulier comme au pluriel", () => {
  expect(fillLabel(1)).toBe("Remplir 1\u00A0cellule");
  expect(fillLabel(1042)).toBe("Remplir 1\u202F042\u00A0cellules");
  expect(addSheetLabel("Plan 2024", 132)).toBe("Ajouter la feuille «\u00A0Plan 2024\u00A0» (132\u00A0cellules)");
});

test("ce qui est fait se dit de même", () => {
  expect(filled(1)).toBe("1\u00A0cellule remplie");
  expect(filled(42)).toBe("42\u00A0cellules remplies");
  expect(sheetAdded("Plan 2024", 132)).toBe("Feuille «\u00A0Plan 2024\u00A0» ajoutée, 132\u00A0cellules");
});

test("l'aperçu compte ce qu'il y a, et tait ce qu'il n'y a pas", () => {
  expect(previewCounts(42, 0, 0, 0)).toBe("42\u00A0cellules à écrire");
  expect(previewCounts(42, 3, 1, 12)).toBe(
    "42\u00A0cellules à écrire · 3\u00A0à compléter · 1\u00A0arrondi · 12\u00A0déjà justes",
  );
});
