import type { Workbook } from "../../../src/workbook/picture";
import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { seuil } from "./cases";

const PREVU: Typing[] = [
  "Action n°",
  "Intitulé",
  "Prévu total",
  "Dépenses réalisées",
  "Part État due",
  "Justification",
];

function executed(realise: Typing, justification: Typing = null): Workbook {
  const row = ["3.2", "Aller-vers, grande exclusion", 1_341_460, realise, null, justification];
  return workbook(sheet("Bilan", [["Bilan financier 2024"], PREVU, row]));
}

describe("execution-faible parle", () => {
  test("d'une action sous le seuil, sans justification", async () => {
    const book = executed(804_876);
    expect(await alarms(book, seuil("0.8"))).toEqual(["warning execution-faible Bilan!D3 -"]);
    const [card] = await findings(book, seuil("0.8"));
    expect(card?.message).toContain("le taux d'exécution est de 60\u00A0%");
    expect(card?.message).toContain("sous le seuil de 80\u00A0%");
  });

  test("d'une action où rien n'a été dépensé", async () => {
    expect(await alarms(executed(0), seuil("0.8"))).toEqual(["warning execution-faible Bilan!D3 -"]);
  });
});

describe("execution-faible se tait", () => {
  test("quand une justification est écrite, et au seuil", async () => {
    expect(await alarms(executed(804_876, "Recrutements décalés"), seuil("0.8"))).toEqual([]);
    expect(await alarms(executed(804_876), seuil("0.6"))).toEqual([]);
  });

  test("sans seuil : non vérifiable, et c'est dit", async () => {
    const told = await outcome(nordBilan(), "execution-faible");
    expect(told).toMatchObject({ outcome: "not-verifiable", checked: 0 });
    expect(told.reason).toContain("Aucun seuil d'exécution");
  });

  test("sur le bilan du Nord, et sur un réalisé à compléter", async () => {
    expect(await alarms(nordBilan(), seuil("0.9"))).toEqual([]);
    expect(await alarms(executed("à compléter"), seuil("0.9"))).toEqual([]);
    expect(await outcome(executed("à compléter"), "execution-faible", seuil("0.9"))).toMatchObject({
      outcome: "not-verifiable",
    });
  });
});
