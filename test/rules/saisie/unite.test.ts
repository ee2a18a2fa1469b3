import { alarms, findings, outcome } from "../../builders/expectFindings";
import { HEADER, nord, PLAN_ROWS } from "../../builders/nord";
import { changed, sheet, workbook } from "../../builders/picture";
import { fired, planOf } from "../cases";

/** The source's plan divided by a thousand, under the given title. */
function planInThousands(title: string): ReturnType<typeof workbook> {
  const rows = PLAN_ROWS.map((row) => row.map((value) => (typeof value === "number" ? value / 1000 : value)));
  const [, fiches] = nord().sheets;
  if (!fiches) throw new Error("fiches");
  return workbook(sheet("Plan", [[title], [], [], HEADER, ...rows], { format: "#,##0.000" }), fiches);
}

describe("unite parle", () => {
  test("de 375 à la place de 375 000 € dans l'action 4.1 de la source (L2195)", async () => {
    const [card, ...others] = await findings(changed(nord(), "Plan!D11", 375));
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "unite", severity: "blocking", expected: "375000.00" });
  });

  test("d'un plan entier dans une autre unité que ses fiches, en une seule carte", async () => {
    expect(await fired("unite", planInThousands("Plan de financement 2024"))).toEqual(["blocking Erreur d'unité"]);
  });
});

describe("unite se tait", () => {
  test("quand le tableau annonce « Montants en k€ »", async () => {
    expect(await alarms(planInThousands("Plan de financement 2024 - Montants en k€"))).toEqual([]);
  });

  test("entre les M€ des fiches de la source et les euros de son plan", async () => {
    expect(await fired("unite", nord())).toEqual([]);
    expect(await outcome(nord(), "unite")).toMatchObject({ outcome: "passed" });
  });

  test("quand l'écart n'est pas exactement de mille ou d'un million : un autre nom", async () => {
    expect(await fired("unite", changed(nord(), "Plan!D11", 376))).toEqual([]);
  });

  test("quand rien ne contredit un plan seul dont tous les montants sont en k€", async () => {
    expect(await alarms(planOf([["1.1", "Prévention de la pauvreté", 2_000, 2_000, 4_000]]))).toEqual([]);
  });
});
