import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { planOf } from "../cases";
import { bilanOf } from "./cases";

const row = (etat: Typing): Typing[] => ["1.1", "Prévenir la pauvreté", etat, 200, 200, 100, 100, 0, 0];
const plan = (name: string, year: number, amount: Typing) =>
  sheet(name, [
    [`Plan de financement ${year}`],
    ["Fiche", "Action", "État", "CD", "Total"],
    ["1.1", "Prévenir la pauvreté", amount, amount, { value: Number(amount) * 2, formula: "=C3+D3" }],
  ]);

describe("bilan-plan parle", () => {
  test("d'un prévu qui n'est pas celui du plan (L2193)", async () => {
    const book = changed(nordBilan(), "Bilan 2024!D11", 760_730);
    expect(await alarms(book)).toEqual([expect.stringMatching(/^blocking \S+ Bilan 2024!D11 670730\.00$/)]);
    const alone = bilanOf([row(130)], undefined, plan("Plan", 2024, 150));
    expect(await alarms(alone)).toEqual(["blocking bilan-plan Bilan!C3 150.00"]);
    expect((await findings(alone))[0]?.title).toBe("Bilan contraire au plan ou au réalisé");
  });

  test("d'un réalisé qui n'est pas celui du tableau des dépenses", async () => {
    const found = await alarms(changed(nordBilan(), "Bilan 2024!G6", 3_921_450.3));
    expect(found).toEqual([expect.stringMatching(/^blocking \S+ Bilan 2024!G6 3912450\.30$/)]);
    const other = await alarms(changed(nordBilan(), "Réalisé 2024!E4", 3_921_450.3));
    expect(other).toEqual(["blocking bilan-plan Réalisé 2024!E4 3912450.30"]);
  });

  test("du budget prévu d'un réalisé", async () => {
    expect(await alarms(changed(nordBilan(), "Réalisé 2024!D7", 1_341_640))).toEqual([
      "blocking bilan-plan Réalisé 2024!D7 1341460.00",
    ]);
  });

  test("d'un bilan de deux années qui n'additionne pas leurs plans", async () => {
    const plans = [plan("Plan 2024", 2024, 100), plan("Plan 2025", 2025, 120)];
    expect(await alarms(bilanOf([row(220)], "Bilan financier 2024-2025", ...plans))).toEqual([]);
    expect(await alarms(bilanOf([row(230)], "Bilan financier 2024-2025", ...plans))).toEqual([
      "blocking bilan-plan Bilan!C3 220.00",
    ]);
  });
});

describe("bilan-plan se tait", () => {
  test("sur le bilan du Nord, son plan et son réalisé", async () => {
    expect(await alarms(nordBilan())).toEqual([]);
    expect(await outcome(nordBilan(), "bilan-plan")).toMatchObject({ outcome: "passed", reason: null });
  });

  test("sans plan de l'année : non vérifiable", async () => {
    expect(await outcome(bilanOf([row(130)]), "bilan-plan")).toMatchObject({ outcome: "not-verifiable" });
    const other = bilanOf([row(130)], undefined, plan("Plan", 2026, 150));
    expect(await alarms(other)).toEqual([]);
  });

  test("sur NC d'un côté et zéro ou un tiret de l'autre", async () => {
    const header = [
      "Action n°",
      "Intitulé",
      "Prévu État",
      "Prévu CD",
      "Prévu total",
      "Dépenses réalisées",
      "Part État due",
    ];
    const of = (cd: Typing) =>
      workbook(
        sheet("Bilan", [["Bilan 2024"], header, ["2.1", "Volet 1", 135_000, cd, 135_000, 135_000, 135_000]]),
        ...planOf([["2.1", "Volet 1", 135_000, "NC", 135_000]]).sheets,
      );
    expect([await alarms(of(0)), await alarms(of("-")), await alarms(of(null))]).toEqual([[], [], []]);
  });

  test("sur un réalisé que personne n'a encore saisi", async () => {
    const empty = changed(changed(nordBilan(), "Réalisé 2024!E4", null), "Réalisé 2024!H4", null);
    expect(await alarms(empty)).toEqual([]);
  });
});
