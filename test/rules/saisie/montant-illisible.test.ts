import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { budgetOf, fired, planOf } from "../cases";

describe("montant-illisible parle", () => {
  test("d'un texte hostile, cité, jamais interprété", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!D9", "<img src=x onerror=alert(1)>"));
    expect(card).toMatchObject({ rule: "montant-illisible", expected: "670730.00" });
    expect(card?.message).toContain("<img src=x onerror=alert(1)>");
  });

  test("d'« En cours de définition » à la place d'un montant, bloquant", async () => {
    const book = changed(nordPlan(), "Plan!D9", "En cours de définition");
    expect(await fired("montant-illisible", book)).toEqual(["blocking Montant illisible"]);
  });

  test("d'une formule sans valeur, à justifier, une fois par feuille", async () => {
    const stale = budgetOf("1.1.1", [[2024, 100, 100, 200]]);
    const [only] = stale.sheets;
    if (!only) throw new Error("sheet");
    const cells = only.cells.map((cell) =>
      cell.column === 3 && cell.row === 2
        ? { ...cell, value: null, formula: "=B3+C3", origin: "missing" as const }
        : cell,
    );
    expect(await fired("montant-illisible", workbook({ ...only, cells }))).toEqual(["warning Formule sans valeur"]);
  });
});

describe("montant-illisible se tait", () => {
  test("sur « Part Etat service civique », dans une colonne qui n'est pas additionnée (source, L1939-1944)", async () => {
    const rows: Typing[][] = [
      ["Budget prévisionnel de l'action 3.2.2"],
      ["Année", "Etat (PLS)", "Conseil départemental", "Etat (autre)", "Total"],
      [2024, "100 000 €", "100 000 €", "Part Etat service civique", "200 000 €"],
      ["Total", "100 000 €", "100 000 €", "-", "200 000 €"],
    ];
    expect(await findings(workbook(sheet("F", rows)))).toEqual([]);
  });

  test("devant NC, -, « sans objet », « néant » et une cellule vide", async () => {
    const rows = ["NC", "-", "sans objet", "néant", null].map((none, place): Typing[] => [
      `2.${place + 1}`,
      "Volet 1",
      100,
      none,
      100,
    ]);
    expect(await alarms(planOf(rows))).toEqual([]);
  });

  test("devant les écritures de la source : 1,925 M€, 1, 806 M€, 7,226 M €, 50k€", async () => {
    for (const written of ["1,925 M€", "1, 806 M€", "7,226 M €", "50k€"]) {
      expect(await fired("montant-illisible", budgetOf("3.1.1", [[2024, written, written, null]]))).toEqual([]);
    }
  });

  test("sans tableau, la règle est sans objet", async () => {
    expect(await outcome(workbook(sheet("Feuille", [["Bonjour"]])), "montant-illisible")).toMatchObject({
      outcome: "not-applicable",
    });
  });
});
