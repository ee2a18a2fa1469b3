/** What the list shows: counts of findings, lines of entries, repeats folded, nothing lost. */
import { justify, type KeptJustification } from "../../../src/checking/justifications";
import type { CheckReport, Finding } from "../../../src/checking/report";
import type { Justification } from "../../../src/domain/justification";
import { identified, listed } from "../../../src/taskpane/findings/listed";
import { orderOf, placeOf, stepFrom } from "../../../src/taskpane/findings/order";
import { groupsOf, sheetsOf, WHOLE, type Group, type View } from "../../../src/taskpane/findings/view";
import { nothingFound, severityCounts } from "../../../src/taskpane/wording";
import { finding } from "../../builders/finding";

const code = (address: string, written: string, sheet = "Plan"): Finding => {
  const one = finding("Zéro initial perdu", "warning", address, {
    rule: "code-activite-format",
    statement: `Code activité «\u00A0${written}\u00A0»\u00A0: le zéro initial est perdu. Attendu\u00A0: 0${written}.`,
  });
  return { ...one, cell: { ...one.cell, sheet } };
};
const sum = (address: string, gap: string): Finding =>
  finding("Sous-total inexact", "blocking", address, {
    gap,
    statement: `«\u00A0Sous total\u00A0»\u00A0: sous-total inexact. Écart de ${gap}.`,
  });

const FOUND: readonly Finding[] = [
  code("G5", "30450232301"),
  sum("D7", "90000.00"),
  code("G8", "30450232501"),
  sum("D10", "10.00"),
  code("B3", "30450232601", "Imputations"),
  finding("Vérifié à l'arrondi près", "info", "F9", { rule: "sous-total", gap: "500.00" }),
];

const report = (rules: Partial<CheckReport["rules"][number]>[] = []): CheckReport => ({
  verdict: "bloquant",
  content: "",
  tables: [],
  near: [],
  unusedReadings: [],
  findings: FOUND,
  rules: rules.map((rule) => ({ rule: "", title: "", outcome: "passed", checked: 0, reason: null, ...rule })),
});

const RULES = report([
  { rule: "sous-total", title: "Sous-total d'un axe ou d'un volet" },
  { rule: "code-activite-format", title: "Forme du code activité" },
]);

function told(groups: readonly Group[]): string[] {
  return groups.flatMap(({ title, entries }) => [
    title,
    ...entries.map(({ id, findings }) => `  ${id} × ${findings.length}`),
  ]);
}

const all = listed(justify(FOUND, [])).findings;
const shown = (view: Partial<View> = {}) => told(groupsOf(RULES, all, { ...WHOLE, ...view }));

describe("Les répétitions", () => {
  test("d'un même défaut sur une feuille font une ligne, avec ses cellules", () => {
    expect(shown({ severity: "warning" })).toEqual([
      "À justifier",
      "  code-activite-format Plan!G5 × 2",
      "  code-activite-format Imputations!B3 × 1",
    ]);
  });

  test("ne se replient pas quand chacune a son écart : ce sont des fautes distinctes", () => {
    expect(shown({ severity: "blocking" })).toEqual([
      "Bloquants",
      "  sous-total Plan!D7 × 1",
      "  sous-total Plan!D10 × 1",
    ]);
  });
});

describe("Les groupes", () => {
  test("par gravité, la plus grave d'abord", () => {
    expect(shown().filter((line) => !line.startsWith(" "))).toEqual(["Bloquants", "À justifier", "Informations"]);
  });

  test("par règle, dans l'ordre du contrôle", () => {
    expect(shown({ grouping: "rule" }).filter((line) => !line.startsWith(" "))).toEqual([
      "Sous-total d'un axe ou d'un volet",
      "Forme du code activité",
    ]);
  });

  test("par feuille, avec le compte de chaque gravité, répétitions comprises", () => {
    const groups = groupsOf(RULES, all, { ...WHOLE, grouping: "sheet" });
    expect(groups.map(({ title, counts }) => [title, counts])).toEqual([
      ["Plan", { blocking: 2, warning: 2, info: 1 }],
      ["Imputations", { blocking: 0, warning: 1, info: 0 }],
    ]);
  });
});

test("on cherche dans le titre, la phrase, la feuille et la cellule, sans accents, mot par mot", () => {
  expect(shown({ search: "zero plan!g8" })).toEqual(["À justifier", "  code-activite-format Plan!G8 × 1"]);
  expect(shown({ search: "imputations" })).toEqual(["À justifier", "  code-activite-format Imputations!B3 × 1"]);
  expect(shown({ search: "rien de tel" })).toEqual([]);
});

test("on ne voit que la gravité et la feuille choisies", () => {
  expect(shown({ severity: "warning", sheet: "Imputations" })).toHaveLength(2);
  expect(sheetsOf(all)).toEqual(["Plan", "Imputations"]);
});

test("deux constats d'une règle dans une cellule gardent chacun son nom", () => {
  const ids = [...identified([sum("D7", "1.00"), sum("D7", "2.00")]).keys()];
  expect(ids).toEqual(["sous-total Plan!D7", "sous-total Plan!D7 (2)"]);
});

describe("Ce qui est justifié", () => {
  const said = (row: string, isReceived: boolean): KeptJustification => {
    const justification: Justification = {
      ...{ rule: "sous-total", scope: "cell", table: null, of: "", year: null },
      lines: [{ row, column: "", written: "", expected: null }],
      ...{ reason: "Motif", author: "A. Agent", date: "2025-03-31" },
    };
    return { justification, isReceived };
  };
  const anchored = (address: string, row: string, written = ""): Finding => ({
    ...sum(address, "1.00"),
    written,
    anchor: { table: null, of: "", year: null, row, column: "" },
  });
  const found = [anchored("D7", "un"), anchored("D10", "deux"), anchored("D13", "trois", "changé"), sum("D16", "1.00")];
  const list = listed(justify(found, [said("un", false), said("deux", true), said("trois", false), said("x", false)]));

  test("est à part, replié, et à part encore ce qui est reçu ; à revoir reste avec ce qui est à faire", () => {
    const groups = groupsOf(report(), list.findings, WHOLE);
    expect(told(groups)).toEqual([
      "Bloquants",
      "  sous-total Plan!D13 × 1",
      "  sous-total Plan!D16 × 1",
      "Justifiés",
      "  sous-total Plan!D7 × 1",
      "Justifiés, reçus avec le classeur",
      "  sous-total Plan!D10 × 1",
    ]);
    expect(groups.map(({ isJustified }) => isJustified)).toEqual([false, true, true]);
    expect(groups[0]?.entries.map(({ isToReview }) => isToReview)).toEqual([true, false]);
    expect(list.unused).toHaveLength(1);
  });

  test("se compte sans changer le nombre des bloquants", () => {
    expect(severityCounts(list.counts)).toBe(
      "4\u00A0bloquants, dont 1\u00A0justifié, 1\u00A0justifié par d’autres et 1\u00A0à revoir",
    );
  });
});

describe("D'une fiche à l'autre", () => {
  const groups = groupsOf(RULES, all, WHOLE);
  const order = orderOf(groups, new Set(groups.map(({ id }) => id)));

  test("on va de ligne en ligne, et une répétition est à la place de sa ligne", () => {
    expect(order.map(({ first }) => first.title)).toHaveLength(5);
    const place = placeOf("code-activite-format Plan!G8", order, []);
    expect([place?.entry.id, place?.index]).toEqual(["code-activite-format Plan!G5", 2]);
    expect(stepFrom(2, 2, 1, order)?.id).toBe("code-activite-format Imputations!B3");
    expect([stepFrom(0, 0, -1, order), stepFrom(4, 4, 1, order)]).toEqual([null, null]);
  });

  test("après une ligne qui vient de partir, la suivante est à sa place", () => {
    expect(stepFrom(-1, 1, 1, order)).toBe(order[1]);
    expect(stepFrom(-1, 1, -1, order)).toBe(order[0]);
  });
});

test("rien à signaler dit ce qui a été vérifié", () => {
  const found = report([
    { rule: "total-ligne", checked: 12 },
    { rule: "sous-total", checked: 5 },
    { rule: "imputation-coherente", checked: 6 },
    { rule: "unite", checked: 3 },
  ]);
  const fiche = { kind: "budget-fiche", sheet: "F", range: "A1:B2", year: 2024, unit: "€", title: "", reading: null };
  expect(nothingFound({ ...found, tables: [fiche, fiche] })).toBe(
    "17\u00A0totaux, 6\u00A0imputations, 2\u00A0fiches vérifiés\u00A0: rien à signaler",
  );
  expect(nothingFound(report([{ rule: "unite", checked: 3 }]))).toBe("3\u00A0vérifications\u00A0: rien à signaler");
  expect(nothingFound(report())).toBeNull();
});
