import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { fired } from "../cases";

const book = (rate: Typing, header = "Taux CD"): ReturnType<typeof workbook> =>
  workbook(
    sheet("P", [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD", "Total", header],
      ["1.1", "Prévention de la pauvreté", 400, 600, 1000, rate],
    ]),
  );

/** Action 2.2 of the source (L2200), with a rate that somebody added beside its amounts. */
const volet2 = (rate: string): ReturnType<typeof workbook> =>
  workbook(
    sheet("P", [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD", "Total", "Taux CD"],
      ["2.2", "Volet 2", 8_752_912, 8_752_912, 17_505_824, rate],
    ]),
  );

describe("taux-affiche parle", () => {
  test("d'un taux contraire aux montants, à justifier", async () => {
    expect(await fired("taux-affiche", book({ value: 0.5, format: "0%" }))).toEqual([
      "warning Taux contraire aux montants",
    ]);
  });

  test("de 49 % en face des parts égales de l'action 2.2 de la source (L2200)", async () => {
    expect(await fired("taux-affiche", volet2("49 %"))).toHaveLength(1);
  });

  test("d'un taux sans part nommée qui n'est celui d'aucune des deux", async () => {
    expect(await fired("taux-affiche", book("55 %", "Taux"))).toHaveLength(1);
  });
});

describe("taux-affiche se tait", () => {
  test("devant 60 %, 0,6 et 60", async () => {
    for (const rate of ["60 %", { value: 0.6, format: "0%" }, 60]) expect(await alarms(book(rate))).toEqual([]);
  });

  test("devant 50 % en face des parts égales de l'action 2.2 de la source (L2200)", async () => {
    expect(await findings(volet2("50 %"))).toEqual([]);
    expect(await outcome(volet2("50 %"), "taux-affiche")).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("devant un taux coupé au lieu d'être arrondi : 79,2 % pour 79,28 %", async () => {
    const cut = workbook(
      sheet("P", [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total", "Taux CD"],
        ["1.1", "Prévention de la pauvreté", 2_072, 7_928, 10_000, "79,2 %"],
      ]),
    );
    expect(await alarms(cut)).toEqual([]);
  });

  test("quand l'en-tête ne nomme pas de part et que le taux est celui de l'une des deux", async () => {
    for (const rate of ["40 %", "60 %"]) expect(await alarms(book(rate, "Taux"))).toEqual([]);
  });

  test("sur un plan sans colonne de taux, comme celui de la source", async () => {
    expect(await outcome(nordPlan(), "taux-affiche")).toMatchObject({ outcome: "not-applicable" });
  });
});
