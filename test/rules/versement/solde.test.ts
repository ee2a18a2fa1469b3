import { alarms, findings, outcome } from "../../builders/expectFindings";
import { changed } from "../../builders/picture";
import { bilanOf } from "../bilan/cases";
import { seul, versementsOf } from "../../builders/versements";

const HEADER = ["Objet", "Montant prévisionnel", "Montant dû", "Déjà versé", "Solde à verser", "Trop-perçu"];

describe("solde parle", () => {
  test("d'un solde qui n'est pas le dû moins le versé", async () => {
    const book = seul(HEADER, ["Volet 3", 5_700_000, 5_000_000, 3_420_000, 1_850_000, null]);
    expect(await alarms(book)).toEqual(["blocking solde Versements!E3 1580000.00"]);
  });

  test("d'un solde prévisionnel trop grand, et d'un solde plus petit à justifier", async () => {
    expect(await alarms(changed(versementsOf(), "Versements!E5", 2_820_000))).toEqual([
      "blocking solde Versements!E5 2280000.00",
    ]);
    expect(await alarms(changed(versementsOf(), "Versements!E5", 2_000_000))).toEqual([
      "warning solde Versements!E5 2280000.00",
    ]);
  });

  test("d'un trop-perçu : bloquant s'il n'est pas écrit, à justifier s'il l'est, faux s'il l'est mal", async () => {
    const line = (solde: number, tropPercu: number | null): ReturnType<typeof seul> =>
      seul(HEADER, ["Volet 3", 5_700_000, 3_000_000, 3_420_000, solde, tropPercu]);
    const [card] = await findings(line(0, null));
    expect(card).toMatchObject({ rule: "solde", severity: "blocking", title: "Trop-perçu à rembourser" });
    expect(card?.message).toContain("420\u202F000,00");
    expect((await findings(line(0, 420_000))).map(({ severity }) => severity)).toEqual(["warning"]);
    expect(await alarms(line(0, 240_000))).toEqual(["blocking solde Versements!F3 420000.00"]);
  });

  test("d'un zéro écrit où un bilan a un reliquat, et d'un trop-perçu à côté d'un solde juste", async () => {
    const line = (solde: number, excedent: number): ReturnType<typeof bilanOf> =>
      bilanOf(
        [
          [
            "2.3",
            "Accompagnement rénové (volet 3)",
            5_700_000,
            3_000_000,
            3_000_000,
            3_000_000,
            3_420_000,
            solde,
            excedent,
            null,
          ],
        ],
        "Bilan financier final 2024",
      );
    expect(await alarms(line(0, 0))).toEqual(["blocking solde Bilan!I3 420000.00"]);
    expect(
      await alarms(
        bilanOf(
          [["2.3", "Volet 3", 5_700_000, 3_000_000, 3_000_000, 3_000_000, 1_000_000, 2_000_000, 5, null]],
          "Bilan financier final 2024",
        ),
      ),
    ).toEqual(["blocking solde Bilan!I3 0.00"]);
  });

  test("d'un montant dû au-dessus du plafond", async () => {
    const [card] = await findings(seul(HEADER, ["Volet 3", 5_700_000, 5_800_000, 3_420_000, 2_380_000, null]));
    expect(card).toMatchObject({
      rule: "solde",
      severity: "blocking",
      title: "Plafond dépassé",
      expected: "5700000.00",
    });
  });

  test("d'un total du tableau qui n'est pas la somme de ses lignes", async () => {
    const book = seul(
      ["Objet", "Montant prévisionnel", "Avance", "Solde"],
      ["Volets 1 et 2", 8_887_912, 5_332_747.2, 3_555_164.8],
      ["Volet 3", 5_700_000, 3_420_000, 2_280_000],
      ["Total", 14_587_912, 8_752_747.2, 5_853_164.8],
    );
    expect(await alarms(book)).toEqual(["blocking solde Versements!D5 5835164.80"]);
  });
});

describe("solde se tait", () => {
  test("sur les soldes justes, avec ou sans bilan", async () => {
    expect(await outcome(versementsOf(), "solde")).toMatchObject({ outcome: "passed", checked: 4 });
    const book = seul(HEADER, ["Volet 3", 5_700_000, 5_000_000, 3_420_000, 1_580_000, "-"]);
    expect(await alarms(book)).toEqual([]);
  });

  test("sans colonne de solde ni de versement", async () => {
    const book = seul(["Objet", "Montant prévisionnel", "Avance"], ["Volet 3", 5_700_000, 3_420_000]);
    expect(await alarms(book)).toEqual([]);
  });
});
