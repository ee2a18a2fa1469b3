import { Axis } from "../../src/bench/axis";
import { editableText, textFormatter } from "../../src/bench/french";
import { frenchError } from "../../src/workbook/formulaLanguage";

const show = textFormatter(false);

test.each([
  [1234567.5, '#,##0.00\\ "€"', "1\u202F234\u202F567,50 €"],
  [0.495, "0.0%", "49,5%"],
  [45292, "dd/mm/yyyy", "01/01/2024"],
  [1234.5, "General", "1234,5"],
  [true, "General", "VRAI"],
  ["030450232301", "@", "030450232301"],
])("%p au format %s se lit %s", (value, numberFormat, text) => {
  expect(show(value, numberFormat)).toBe(text);
});

test("un classeur de 1904 donne la même date à un autre numéro", () => {
  expect(textFormatter(true)(45292 - 1462, "dd/mm/yyyy")).toBe("01/01/2024");
});

test("un format illisible montre la valeur", () => {
  expect(show(12, "[[[")).toMatch(/12/);
});

test("les erreurs ont leur nom français, les valeurs leur virgule", () => {
  expect([frenchError("#VALUE!"), frenchError("#REF!"), editableText(1.25)]).toEqual(["#VALEUR!", "#REF!", "1,25"]);
});

test("l'axe retrouve la ligne sous un pixel, lignes masquées comprises", () => {
  const axis = new Axis(4, (index) => (index === 1 ? 0 : 20));
  expect(axis.length).toBe(60);
  expect([0, 19, 20, 39, 40, 999].map((pixel) => axis.at(pixel))).toEqual([0, 0, 2, 2, 3, 3]);
  expect(axis.extent(0, 2)).toBe(40);
});
