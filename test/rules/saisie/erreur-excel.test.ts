import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

describe("erreur-excel parle", () => {
  test("d'une erreur une fois, là où elle commence", async () => {
    const rows: Typing[][] = [
      [
        "1.1",
        "Prévention de la pauvreté",
        { value: null, error: "#REF!", formula: "=Autre!A1" },
        100,
        { value: null, error: "#REF!", formula: "=C3+D3" },
      ],
      [
        null,
        "Total",
        { value: null, error: "#REF!", formula: "=SUM(C3:C3)" },
        100,
        { value: null, error: "#REF!", formula: "=SUM(E3)" },
      ],
    ];
    const found = await findings(planOf(rows));
    expect(found.map(({ rule, cells }) => [rule, cells.length])).toEqual([["erreur-excel", 3]]);
  });

  test("d'une erreur sur une feuille de calcul dont un montant vérifié dépend", async () => {
    const plan = planOf([
      ["1.1", "Prévention de la pauvreté", { value: null, error: "#DIV/0!", formula: "=Calcul!A1" }, 100, 200],
    ]);
    const calcul = sheet("Calcul", [[{ value: null, error: "#DIV/0!", formula: "=1/0" }]]);
    const [card, ...others] = await findings(workbook(...plan.sheets, calcul));
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "erreur-excel", severity: "blocking", cell: { sheet: "Calcul", row: 0 } });
  });

  test("de la ligne Tourcoing de la source en erreur, avec la valeur que les autres donnent", async () => {
    const book = changed(nordPlan(), "Plan!F20", { value: null, error: "#REF!", formula: "=D20+#REF!" });
    expect(await fired("erreur-excel", book)).toEqual(["blocking Erreur d'Excel"]);
    const [card] = await findings(book);
    expect(card?.expected).toBe("1349393.00");
  });
});

describe("erreur-excel se tait", () => {
  test("sur une erreur dont aucun montant vérifié ne dépend", async () => {
    const notes = sheet("Notes", [[{ value: null, error: "#N/A", formula: "=NA()" }]]);
    expect(await alarms(workbook(...nordPlan().sheets, notes))).toEqual([]);
  });

  test("sur le plan de la source", async () => {
    expect(await outcome(nordPlan(), "erreur-excel")).toMatchObject({ outcome: "passed" });
  });
});
