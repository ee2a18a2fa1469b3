import { readAmountText } from "../../src/domain/amount";
import { Decimal } from "../../src/domain/decimal";
import type { AmountCell } from "../../src/reading/tables";
import { linearTerms } from "../../src/relations/formula";
import type { Relation } from "../../src/relations/relation";
import { combine, NO_CHANGE, RelationSystem } from "../../src/relations/system";
import { cellAddress } from "../../src/workbook/address";

let row = 0;

function cell(text: string): AmountCell {
  const written = readAmountText(text);
  row += 1;
  return {
    ref: { sheet: "F", row, column: 0 },
    state: written.kind,
    amount: written.kind === "amount" ? written.amount : null,
    written: text,
    stored: "text",
    unit: "€",
    formula: null,
  };
}

function sum(total: AmountCell, ...terms: AmountCell[]): Relation {
  return {
    rule: "total-ligne",
    kind: "equal",
    total,
    terms: terms.map((term) => ({ cell: term, coefficient: new Decimal(1) })),
    ceiling: "blocking",
    subject: "",
    reference: null,
    row: "",
  };
}

function statusOf(total: string, ...terms: string[]): string {
  const relation = sum(cell(total), ...terms.map(cell));
  return new RelationSystem([relation]).evaluate(relation).status;
}

describe("La tolérance vient de la précision écrite", () => {
  test("5,382 M€ + 5,382 M€ contre 10,765 M€ : l'arrondi l'explique", () => {
    expect(statusOf("10,765 M€", "5,382 M€", "5,382 M€")).toBe("satisfied");
  });

  test("525 412 € deux fois contre 1,05 M€ : silence", () => {
    expect(statusOf("1,05 M€", "525 412 €", "525 412 €")).toBe("satisfied");
  });

  test("903 250 € deux fois contre 1, 806 M€ : silence", () => {
    expect(statusOf("1, 806 M€", "903 250 €", "903 250 €")).toBe("satisfied");
  });

  test("quatre villes pour 5 700 000 € à 1 € près : un arrondi à justifier", () => {
    expect(statusOf("5 700 000 €", "2 059 410 €", "955 246 €", "1 357 201 €", "1 328 144 €")).toBe("rounding");
  });

  test("14,935 M€ pour 14 935 700 € : tronqué plutôt qu'arrondi", () => {
    expect(statusOf("14,935 M€", "10 000 000 €", "4 935 700 €")).toBe("truncation");
  });

  test("trois euros d'écart entre montants en euros : faux", () => {
    expect(statusOf("103 €", "50 €", "50 €")).toBe("broken");
  });

  test("NC et - comptent pour rien", () => {
    expect(statusOf("135 000 €", "135 000 €", "NC")).toBe("satisfied");
  });
});

describe("Une autre relation qui borne mieux l'emporte", () => {
  test("600 000 + 600 000 à côté de 1,2 M€ fait 1 200 000 exactement", () => {
    const rounded = cell("1,2 M€");
    const line = sum(rounded, cell("600 000 €"), cell("600 000 €"));
    const above = sum(cell("1 230 000 €"), rounded);
    const system = new RelationSystem([line, above]);
    expect(system.evaluate(above)).toMatchObject({ status: "broken" });
    expect(system.evaluate(above).gap.toFixed()).toBe("-30000");
  });
});

describe("Les formules de sommes et de différences", () => {
  const terms = (formula: string): string | null =>
    linearTerms(formula, "Plan")
      ?.map(({ sheet, row: r, column, coefficient }) => `${coefficient.toFixed()}×${sheet}!${cellAddress(r, column)}`)
      .join(" ") ?? null;

  test.each([
    ["=D5+E5", "1×Plan!D5 1×Plan!E5"],
    ["=SUM(D5:D6)", "1×Plan!D5 1×Plan!D6"],
    ["=D7+D10-D13", "1×Plan!D7 1×Plan!D10 -1×Plan!D13"],
    ["=SUM($D$5:$D$6,D9)", "1×Plan!D5 1×Plan!D6 1×Plan!D9"],
    ["='Fiches actions'!B4+Fiches!B13", "1×Fiches actions!B4 1×Fiches!B13"],
    ["=-(A1-B1)", "-1×Plan!A1 1×Plan!B1"],
    ["=SUBTOTAL(9,D5:D6)", "1×Plan!D5 1×Plan!D6"],
    ["=ROUND(D5+E5,2)", "1×Plan!D5 1×Plan!E5"],
    ["=75000+1925000", ""],
  ])("%s", (formula, expected) => {
    expect(terms(formula)).toBe(expected);
  });

  test.each(["=D5*2", "=IF(A1>0,A1,0)", "=D5:D6", "=A1/B1", "=SUM(D5:D6", "=VLOOKUP(A1,B:C,2)", "=SUM([1]Plan!A1)"])(
    "%s ne s'additionne pas",
    (formula) => {
      expect(terms(formula)).toBeNull();
    },
  );
});

describe("Un plafond", () => {
  const bound = (total: AmountCell, term: AmountCell): Relation => ({ ...sum(total, term), kind: "at-most" });
  const evaluated = (total: string, term: string) => {
    const relation = bound(cell(total), cell(term));
    return new RelationSystem([relation]).evaluate(relation);
  };

  test("tenu, n'a pas d'écart, si loin qu'il soit ; dépassé, il est rompu de ce qui est de trop", () => {
    expect(evaluated("400 000 €", "500 000 €")).toMatchObject({ status: "satisfied" });
    expect(evaluated("400 000 €", "500 000 €").gap.toNumber()).toBe(0);
    expect(evaluated("500 100 €", "500 000 €").status).toBe("broken");
    expect(evaluated("500 100 €", "500 000 €").gap.toNumber()).toBe(-100);
  });

  test("arrondi à l'euro, n'est pas dépassé de moins d'une demi-unité", () => {
    expect(evaluated("500 001 €", "500 000,50 €").status).toBe("satisfied");
  });

  test("que sa propre formule tient (MIN) ne se rompt pas quand ses cellules changent", () => {
    const plafond = cell("500 €");
    const base = cell("400 €");
    const due = { ...cell("400 €"), formula: `=MIN(A${plafond.ref.row + 1},A${base.ref.row + 1})` };
    const relation = bound(due, plafond);
    const system = new RelationSystem([relation, bound(due, base)]);
    const more = combine(NO_CHANGE, system.unitChange(`F!A${base.ref.row + 1}`), new Decimal(1_000));
    expect(system.evaluate(relation, more).status).toBe("satisfied");
    expect(system.unitChange(`F!A${base.ref.row + 1}`).direct.size).toBe(2);
    expect(system.unitChange(`F!A${plafond.ref.row + 1}`).direct.size).toBe(1);
  });
});
