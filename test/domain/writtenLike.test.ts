/** A corrected text looks like the one that it replaces: the officer's own way of writing amounts stays. */
import { readAmountText, type Unit } from "../../src/domain/amount";
import { Decimal } from "../../src/domain/decimal";
import { writtenLike } from "../../src/domain/writtenLike";

const like = (text: string, euros: string, unit: Unit = "€") => writtenLike(text, new Decimal(euros), unit);

test.each([
  ["1,925 M€", "1952000", "1,952 M€"],
  ["1, 806 M€", "1860000", "1, 860 M€"],
  ["7,226 M €", "7262000", "7,262 M €"],
  ["50k€", "55000", "55k€"],
  ["2 540 000 €", "2450000", "2 450 000 €"],
  ["2\u202F540\u202F000,00\u00A0€", "2450000", "2\u202F450\u202F000,00\u00A0€"],
  ["5 332 747.20 €", "5332747.02", "5 332 747.02 €"],
  ["450.000 €", "540000", "540.000 €"],
  ["2540000", "2450000", "2450000"],
  ["8 752 912 € maximum", "8752921", "8 752 921 € maximum"],
])("« %s » corrigé à %s s'écrit « %s »", (text, euros, expected) => {
  expect(like(text, euros)).toBe(expected);
});

test("un texte sans unité garde celle de son tableau", () => {
  expect(like("2 540", "2450000", "k€")).toBe("2 450");
  expect(like("2,54", "2450000", "M€")).toBe("2,45");
});

test("un chiffre de plus que l'écriture n'en a s'y ajoute plutôt que de se perdre", () => {
  expect(like("1,9 M€", "1925500")).toBe("1,9255 M€");
  expect(like("450 €", "450.50")).toBe("450,5 €");
});

test("ce que l'écriture ne peut pas dire s'écrit en euros", () => {
  expect(like("(12 345)", "12354")).toBe("12\u202F354\u00A0€");
  expect(like("en cours", "12354")).toBe("12\u202F354\u00A0€");
});

test("tout ce qui est écrit se relit au centime près", () => {
  for (const text of ["1,925 M€", "1.925 M€", "450.000 €", "300 k€", "12", "1 234,5 €", "- 300 k€", "€ 12"]) {
    for (const euros of ["1000", "1234567.89", "0.5", "-2500", "1925000"]) {
      const read = readAmountText(like(text, euros));
      expect(read.kind === "amount" && read.amount.value.toFixed()).toBe(new Decimal(euros).toFixed());
    }
  }
});
