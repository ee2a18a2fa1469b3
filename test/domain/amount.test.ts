import fc from "fast-check";
import { readAmountNumber, readAmountText, shownPrecision, type Unit } from "../../src/domain/amount";
import { Decimal, fromStoredNumber } from "../../src/domain/decimal";
import { formatEuros, formatEurosShort } from "../../src/domain/format";

/** "1925000 ±500 coarse", "none", "unreadable" … */
function read(text: string, unit: Unit = "€"): string {
  const written = readAmountText(text, unit);
  if (written.kind !== "amount") return written.kind;
  const { value, half, coarse } = written.amount;
  return `${value.toFixed()} ±${half.toFixed()}${coarse ? " arrondi" : ""}`;
}

describe("Les montants écrits comme texte", () => {
  test.each([
    ["2 000 000 €", "2000000 ±0.5"],
    ["2\u00A0000\u00A0000\u00A0€", "2000000 ±0.5"],
    ["2\u202F000\u202F000 €", "2000000 ±0.5"],
    ["1,925 M€", "1925000 ±500 arrondi"],
    ["1, 806 M€", "1806000 ±500 arrondi"],
    ["7,226 M €", "7226000 ±500 arrondi"],
    ["5,382 M€", "5382000 ±500 arrondi"],
    ["300 k€", "300000 ±500 arrondi"],
    ["50k€", "50000 ±500 arrondi"],
    ["2 M€", "2000000 ±500000 arrondi"],
    ["20 M d'euros", "20000000 ±500000 arrondi"],
    ["1 million d’euros", "1000000 ±500000 arrondi"],
    ["15 milliers d'euros", "15000 ±500 arrondi"],
    ["5 332 747.20 €", "5332747.2 ±0.005"],
    ["12 345,68", "12345.68 ±0.005"],
    ["(12 345,68)", "-12345.68 ±0.005"],
    ["-450 000 €", "-450000 ±0.5"],
    ["\u2212450 000 €", "-450000 ±0.5"],
    ["+370", "370 ±0.5"],
    ["450.000 €", "450000 ±0.5"],
    ["2.000.000", "2000000 ±0.5"],
    ["1,234,567.89", "1234567.89 ±0.005"],
    ["1.234.567,89", "1234567.89 ±0.005"],
    ["8 752 912 € maximum", "8752912 ±0.5"],
    ["135 000 € *", "135000 ±0.5"],
    ["€ 500", "500 ±0.5"],
    ["0", "0 ±0.5"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(["NC", "nc", "N.C.", "-", "–", "—", "Néant", "sans objet"])(
    "« %s » dit qu'il n'y a pas de part",
    (text) => {
      expect(read(text)).toBe("none");
    },
  );

  test.each(["", "   ", "\u00A0"])("un texte vide ne dit rien", (text) => {
    expect(read(text)).toBe("empty");
  });

  test.each([
    "En cours de définition",
    "Part Etat service civique",
    "à préciser",
    "31/12/2024",
    "1.2.3",
    "12 à 15 000 €",
    "50 %",
    "=1+1",
    "<img src=x onerror=alert(1)>",
    "1e6",
    "Infinity",
  ])("« %s » n'est pas un montant", (text) => {
    expect(read(text)).toBe("unreadable");
  });

  test("sans unité, l'unité du tableau compte ; une unité écrite l'emporte", () => {
    expect(read("2 450", "k€")).toBe("2450000 ±500 arrondi");
    expect(read("2 450 €", "k€")).toBe("2450 ±0.5");
    expect(read("1,5", "M€")).toBe("1500000 ±50000 arrondi");
  });

  test("ce que le format français écrit est relu exactement", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (cents) => {
        const value = new Decimal(cents.toString()).div(100);
        const written = readAmountText(formatEuros(value));
        return written.kind === "amount" && written.amount.value.eq(value);
      }),
    );
  });

  test("aucun texte ne fait échouer la lecture", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof readAmountText(text).kind === "string"));
  });
});

describe("Les montants stockés comme nombres", () => {
  test("le bruit binaire disparaît à quinze chiffres significatifs", () => {
    expect(fromStoredNumber(0.1 + 0.2).toFixed()).toBe("0.3");
    expect(fromStoredNumber(5332747.2).toFixed()).toBe("5332747.2");
  });

  test.each<[string, number | null, Unit]>([
    ["General", null, "€"],
    ['#,##0\\ "€"', 0, "€"],
    ["#,##0.00", 2, "€"],
    ['#,##0.0,\\ "k€"', 1, "k€"],
    ['0.00,,"M€"', 2, "M€"],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', 2, "€"],
  ])("le format %s montre sa précision", (format, decimals, scale) => {
    expect(shownPrecision(format)).toMatchObject({ decimals, scale });
  });

  test("un format en milliers montre des k€ d'une valeur en euros", () => {
    const amount = readAmountNumber(2_450_000, '#,##0,\\ "k€"', "k€", 0);
    expect(amount.value.toFixed()).toBe("2450000");
    expect(amount.half.toFixed()).toBe("500");
  });

  test("un nombre d'un tableau en k€ vaut mille fois plus d'euros, à son dernier chiffre près", () => {
    const amount = readAmountNumber(2698.98, "General", "k€", 2);
    expect([amount.value.toFixed(), amount.half.toFixed(), amount.coarse]).toEqual(["2698980", "5", true]);
  });
});

describe("L'écriture française", () => {
  test("groupes insécables, virgule, euro", () => {
    expect(formatEuros("1234567.8")).toBe("1\u202F234\u202F567,80\u00A0€");
    expect(formatEurosShort("90000")).toBe("90\u202F000\u00A0€");
    expect(formatEuros("-450000")).toBe("-450\u202F000,00\u00A0€");
  });
});
