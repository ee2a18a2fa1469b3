import { EmulatedWorkbook, type WorkbookChange } from "../../src/emulator";
import { cell, CONTRACT_PICTURE, sheet, workbook } from "../host/contract";
import { PICTURE } from "./set-up";

describe("le classeur émulé, pour une page", () => {
  test("rend l'image dont il vient", () => {
    expect(EmulatedWorkbook.fromPicture(CONTRACT_PICTURE).toPicture()).toEqual(CONTRACT_PICTURE);
  });

  test("calcule au départ quand une formule n'a pas de résultat, et seulement alors", () => {
    let calls = 0;
    const recalculate = () => void calls++;
    EmulatedWorkbook.fromPicture(PICTURE, { recalculate });
    expect(calls).toBe(0);
    EmulatedWorkbook.fromPicture(workbook(sheet("A", [cell(0, 0, { formula: "=1" })])), { recalculate });
    expect(calls).toBe(1);
  });

  test("montre un texte par le formateur injecté, une erreur par son code", () => {
    const formatText = (value: string | number | boolean, format: string) => `${value} en ${format}`;
    const book = EmulatedWorkbook.fromPicture(PICTURE, { formatText });
    expect(book.textOf({ value: 2, error: null, formula: null, numberFormat: "0.00" })).toBe("2 en 0.00");
    expect(book.textOf({ value: null, error: "#REF!", formula: "=#REF!", numberFormat: "0" })).toBe("#REF!");
    expect(book.textOf({ value: null, error: null, formula: null, numberFormat: "0" })).toBe("");
  });

  test("dit à ses abonnés ce qui change, jusqu'à leur départ", () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE);
    const kinds: WorkbookChange["kind"][] = [];
    const leave = book.subscribe(({ kind }) => kinds.push(kind));
    book.userEdit("Vide", "A1", "1");
    book.userSelect("Vide", "A1");
    leave();
    book.userEdit("Vide", "A1", "2");
    expect(kinds).toEqual(["cells", "activation", "selection"]);
  });

  test("refuse à l'agent ce qu'Excel lui refuse", () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE);
    expect(book.userEdit("Protégée", "A1", "1")).toEqual({ ok: false, code: "AccessDenied" });
    expect(book.userEdit("Absente", "A1", "1")).toEqual({ ok: false, code: "ItemNotFound" });
    expect(book.userSelect("Masquée", "A1")).toEqual({ ok: false, code: "InvalidOperation" });
    expect(book.userSelect("Vide", "???")).toEqual({ ok: false, code: "InvalidArgument" });
  });

  test("garde la présentation que la page lui donne", () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE, { presentation: { Vide: { columnWidths: [80] } } });
    expect(book.sheetNamed("vide")?.presentation).toEqual({ columnWidths: [80] });
  });

  test("n'existe pas sans feuille visible", () => {
    const hidden = workbook(sheet("A", [], { visibility: "hidden" }));
    expect(() => EmulatedWorkbook.fromPicture(hidden)).toThrow(RangeError);
  });
});
