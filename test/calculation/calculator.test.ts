import type { Calculation } from "../../src/calculation/calculation";
import { loadCalculationInNode } from "../../src/calculation/node";
import { book, listed, type Contents } from "./workbook";

let calculation: Calculation;

beforeAll(async () => {
  const loaded = await loadCalculationInNode();
  if (!loaded) throw new Error("le moteur de calcul n'est pas installé");
  calculation = loaded;
});

const calculatorOf = (contents: Contents) => calculation.createCalculator(book(contents), { recompute: "all" });

describe("un classeur que l'on modifie", () => {
  test("une constante changée donne les seules formules qui changent", () => {
    const calculator = calculatorOf({ A1: 1, A2: 2, A3: "=SUM(A1:A2)", B3: "=A3*2", B1: "=5" });
    expect(listed(calculator.values())).toEqual(["B1 = 5", "A3 = 3", "B3 = 6"]);
    expect(listed(calculator.set(0, 0, 0, { value: 10 }))).toEqual(["A3 = 12", "B3 = 24"]);
    expect(listed(calculator.set(0, 0, 0, { value: 10 }))).toEqual([]);
    calculator.dispose();
  });

  test("une cellule vidée ne compte plus", () => {
    const calculator = calculatorOf({ A1: 1, A2: 2, A3: "=COUNT(A1:A2)" });
    expect(listed(calculator.set(0, 1, 0, { value: null }))).toEqual(["A3 = 1"]);
    expect(listed(calculator.set(0, 1, 0, { value: "texte" }))).toEqual([]);
    expect(listed(calculator.set(0, 1, 0, { value: 3 }))).toEqual(["A3 = 2"]);
    calculator.dispose();
  });

  test("une formule saisie, puis remplacée par une constante", () => {
    const calculator = calculatorOf({ A1: 1, A2: 2, B1: "=A3+1" });
    expect(listed(calculator.set(0, 2, 0, { formula: "=SUM(A1:A2)" }))).toEqual(["B1 = 4", "A3 = 3"]);
    expect(listed(calculator.set(0, 2, 0, { value: 100 }))).toEqual(["B1 = 101"]);
    expect(listed(calculator.values())).toEqual(["B1 = 101"]);
    calculator.dispose();
  });

  test("une erreur apparaît, puis disparaît", () => {
    const calculator = calculatorOf({ A1: 2, A2: "=10/A1", A3: "=A2+1" });
    expect(listed(calculator.set(0, 0, 0, { value: 0 }))).toEqual(["A2 = #DIV/0!", "A3 = #DIV/0!"]);
    expect(listed(calculator.set(0, 0, 0, { value: 5 }))).toEqual(["A2 = 2", "A3 = 3"]);
    calculator.dispose();
  });

  test("une formule que le moteur ignore garde sa valeur jusqu'à ce que ses données changent", () => {
    const unknown = { formula: "=AGGREGATE(9,6,A1:A2)", value: 3 };
    const calculator = calculatorOf({ A1: 1, A2: 2, A3: unknown, A4: "=A3*2", C1: 0, C2: "=C1" });
    expect(listed(calculator.values())).toEqual(["C2 = 0", "A4 = 6"]);
    expect(listed(calculator.set(0, 0, 2, { value: 1 }))).toEqual(["C2 = 1"]);
    expect(listed(calculator.set(0, 0, 0, { value: 9 }))).toEqual(["A3 = (manquant)", "A4 = (manquant)"]);
    calculator.dispose();
  });

  test("de même quand le changement est une formule", () => {
    const unknown = { formula: "=AGGREGATE(9,6,A1:A2)", value: 3 };
    const calculator = calculatorOf({ A1: 1, A2: 2, A3: unknown, A4: "=A3*2" });
    expect(listed(calculator.set(0, 0, 0, { formula: "=2+2" }))).toEqual([
      "A1 = 4",
      "A3 = (manquant)",
      "A4 = (manquant)",
    ]);
    calculator.dispose();
  });

  test("un texte douteux rend manquant ce qui le lirait comme un nombre, et le reste non", () => {
    const calculator = calculatorOf({ A1: 1, B1: "=A1*2", B2: "=SUM(A1,4)", B3: '="x"&A1' });
    expect(listed(calculator.set(0, 0, 0, { value: "1,5" }))).toEqual(["B1 = (manquant)", "B2 = 4", "B3 = x1,5"]);
    expect(listed(calculator.set(0, 0, 0, { value: 3 }))).toEqual(["B1 = 6", "B2 = 7", "B3 = x3"]);
    calculator.dispose();
  });

  test("un nombre hors de portée du moteur rend manquant ce qui le lit, puis s'efface", () => {
    const calculator = calculatorOf({ A1: 1, B1: "=SUM(A1)" });
    expect(listed(calculator.set(0, 0, 0, { value: 1e150 }))).toEqual(["B1 = (manquant)"]);
    expect(listed(calculator.set(0, 0, 0, { value: 2 }))).toEqual(["B1 = 2"]);
    calculator.dispose();
  });

  test("deux calculs vivent l'un à côté de l'autre", () => {
    const first = calculatorOf({ A1: 1, A2: "=A1+1" });
    const second = calculatorOf({ A1: 10, A2: "=A1+1" });
    expect(listed(first.set(0, 0, 0, { value: 2 }))).toEqual(["A2 = 3"]);
    first.dispose();
    expect(listed(second.set(0, 0, 0, { value: 20 }))).toEqual(["A2 = 21"]);
    second.dispose();
  });
});
