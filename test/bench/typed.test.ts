import { formulaFromFrench, formulaToFrench } from "../../src/workbook/formulaLanguage";
import { typedContent } from "../../src/bench/typed";

test.each([
  ["1 234,5", "1234.5"],
  ["1\u202F000\u00A0000 €", "1000000"],
  ["-12,30 €", "-12.30"],
  [",5", "0.5"],
  ["49,5 %", "0.495"],
  ["vrai", "TRUE"],
  ["NC", "NC"],
  ["12 34", "12 34"],
  ["1,2,3", "1,2,3"],
  ["2.10", "'2.10"],
  ["€", "€"],
  ["=SOMME(D5;D6)", "=SUM(D5,D6)"],
])("« %s » est écrit %s", (typed, written) => {
  expect(typedContent(typed, "General")).toBe(written);
});

test("une cellule au format texte garde ce qui est tapé", () => {
  expect(typedContent("1 234,5", "@")).toBe("1 234,5");
});

test.each([
  ["=SI(A1>1,5;ARRONDI(B2;2);0)", "=IF(A1>1.5,ROUND(B2,2),0)"],
  ['=SI(A1="a;b";VRAI;FAUX)', '=IF(A1="a;b",TRUE,FALSE)'],
  ["='Fiche 1,2'!B3*2", "='Fiche 1,2'!B3*2"],
])("la formule %s vaut %s, et revient", (french, english) => {
  expect(formulaFromFrench(french)).toBe(english);
  expect(formulaToFrench(english)).toBe(french);
});

test("une formule tapée en anglais passe telle quelle", () => {
  expect(formulaFromFrench("=ROUND(A1,2)+SUM(B1:B3)")).toBe("=ROUND(A1,2)+SUM(B1:B3)");
});
