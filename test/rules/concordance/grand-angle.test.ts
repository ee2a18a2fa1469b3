import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { grandAngle } from "../../builders/autresTableaux";

const HEADER: Typing[] = ["Opération", "Enveloppe", "Autorisés", "Déjà contractés", "Proposés dans le rapport"];

function rapport(...rows: Typing[][]): ReturnType<typeof workbook> {
  return workbook(...nordPlan().sheets, grandAngle([HEADER, ...rows]));
}

const SOURCE = workbook(...nordPlan().sheets, grandAngle());

describe("grand-angle parle", () => {
  test("de la source : 17 751 999 € proposés pour 9 400 000 € autorisés, et de cela seul (L884-885)", async () => {
    const found = await findings(SOURCE);
    expect(found).toMatchObject([
      {
        rule: "grand-angle",
        severity: "warning",
        cell: { sheet: "Rapport", row: 2, column: 4 },
        expected: "9400000.00",
        actual: "17751999.00",
      },
    ]);
    expect(found[0]?.message).toContain("autorisés et non encore contractés");
    expect(await outcome(SOURCE, "grand-angle")).toMatchObject({ checked: 3 });
  });

  test("de ce qui est déjà contracté", async () => {
    const book = (contracted: number) =>
      rapport(
        ["12002OP018", "12002E26", 20_000_000, contracted, 17_751_999],
        ["OP011", "E07", 5_300_000, 0, 4_234_286],
      );
    expect(await alarms(book(2_000_000))).toEqual([]);
    expect(await alarms(book(3_000_000))).toEqual(["warning grand-angle Rapport!E2 17000000.00"]);
  });

  test("d'un chiffre faux dans les montants proposés, contre le total de l'État du plan", async () => {
    const book = changed(SOURCE, "Rapport!E4", "4 243 286 €");
    expect(await alarms(changed(book, "Rapport!C3", "20 000 000 €"))).toEqual([
      "warning grand-angle Rapport!E4 4234286.00",
    ]);
  });

  test("d'un total qui n'est pas la somme de ses opérations, par la règle des totaux", async () => {
    const total = (proposed: number): Typing[] => ["Total", null, 25_300_000, 0, proposed];
    const book = (proposed: number) =>
      rapport(["OP018", "E26", 20_000_000, 0, 17_751_999], ["OP011", "E07", 5_300_000, 0, 4_234_286], total(proposed));
    expect(await alarms(book(21_986_285))).toEqual([]);
    expect(await outcome(book(21_986_285), "total-general")).toMatchObject({ outcome: "passed", checked: 12 });
    expect(await alarms(book(21_986_825))).toEqual(["blocking total-general Rapport!E4 21986285.00"]);
  });
});

describe("grand-angle, un tableau par convention", () => {
  const book = (solidarites: number, emploi: number) =>
    workbook(
      ...nordPlan().sheets,
      sheet("Rapport 1", [HEADER, ["OP1", "E1", 9_000_000, 0, solidarites]]),
      sheet("Rapport 2", [HEADER, ["OP2", "E2", 19_000_000, 0, emploi]]),
    );

  test("chacun est une part du plan, ou tous ensemble en sont le total", async () => {
    expect(await alarms(book(6_048_980, 14_587_912))).toEqual([]);
    expect(await alarms(book(6_048_981, 14_587_911))).toEqual([]);
    expect(await outcome(book(6_048_980, 8_752_912), "grand-angle")).toMatchObject({ outcome: "passed" });
  });

  test("à côté d'une part du plan, ce qui n'en est aucune n'est pas vérifiable", async () => {
    expect(await alarms(book(6_048_980, 12_345_678))).toEqual([]);
    expect((await outcome(book(6_048_980, 12_345_678), "grand-angle")).reason).toContain("Rapport 2");
  });
});

describe("grand-angle se tait", () => {
  test("quand le rapport ne porte qu'une partie du plan, ou son budget global", async () => {
    expect(await alarms(rapport(["OP1", "E1", 7_000_000, 0, 6_048_980]))).toEqual([]);
    expect(await alarms(rapport(["OP1", "E1", 40_000_000, 0, 36_788_177]))).toEqual([]);
  });

  test("sans plan, en disant ce qui n'est pas vérifiable", async () => {
    const alone = workbook(grandAngle([HEADER, ["OP1", "E1", 100, 0, 50]]));
    expect(await alarms(alone)).toEqual([]);
    expect((await outcome(alone, "grand-angle")).reason).toContain("Aucun plan du classeur");
  });

  test("sur un tableau de travaux, qui n'a pas d'autorisations", async () => {
    const book = workbook(
      ...nordPlan().sheets,
      grandAngle([
        ["Opération", "Devis", "Proposés"],
        ["Toiture", 10, 500],
      ]),
    );
    expect(await outcome(book, "grand-angle")).toMatchObject({ outcome: "not-applicable" });
  });
});
