import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { changed, type Typing } from "../../builders/picture";
import { bilanOf } from "./cases";

/** Volet 1 leaves 40 000, volet 2 is over its ceiling by 47 088 (L707, L708). */
const VOLETS: Typing[][] = [
  ["2.1", "Volet 1 : plein emploi", 135_000, 95_000, 95_000, null, null],
  ["2.2", "Volet 2 : offre de solutions", 8_752_912, 17_600_000, 17_600_000, null, null],
];
const versement = (due: number): Typing[] => [
  "Versement volets 1 et 2",
  null,
  null,
  null,
  null,
  due,
  5_332_747.2,
  { value: due - 5_332_747.2, formula: "=MAX(0,F5-G5)" },
  0,
];

describe("fongibilite parle", () => {
  test("d'un dû commun qui reporte le plafond d'un volet sur l'autre", async () => {
    const book = bilanOf([...VOLETS, versement(8_887_912)]);
    expect(await alarms(book)).toEqual(["blocking fongibilite Bilan!F5 8847912.00"]);
    expect((await findings(book))[0]?.title).toBe("Compensation entre volets");
  });

  test("du même dû quand chaque volet écrit le sien", async () => {
    const own = VOLETS.map((row, place) =>
      row.map((value, column) => (column === 5 ? ([95_000, 8_752_912][place] ?? null) : value)),
    );
    expect(await alarms(bilanOf([...own, versement(8_887_912)]))).toEqual(["blocking fongibilite Bilan!F5 8847912.00"]);
  });

  test("d'un solde diminué du trop-perçu d'un autre versement", async () => {
    const book = bilanOf([
      ["2.2", "Volet 2", 8_752_912, 10_000_000, 10_000_000, 5_000_000, 5_332_747.2, 0, 332_747.2],
      ["2.3", "Volet 3", 5_700_000, 5_500_000, 5_500_000, 5_500_000, 3_420_000, 1_747_252.8, 0],
    ]);
    expect(await alarms(book)).toEqual(["blocking fongibilite Bilan!H4 2080000.00"]);
  });

  test("d'un total général de soldes dont les trop-perçus sont retirés", async () => {
    const book = changed(changed(nordBilan(), "Bilan 2024!P33", 3_885_230 - 127_068.15), "Bilan 2024!Q33", 0);
    expect(await alarms(book)).toEqual(["blocking fongibilite Bilan 2024!P33 3885230.00"]);
  });

  test("d'un total de soldes écrits avec leur signe : à justifier", async () => {
    const book = bilanOf([
      ["2.2", "Volet 2", 8_752_912, 10_000_000, 10_000_000, 5_000_000, 5_332_747.2, -332_747.2, null],
      ["2.3", "Volet 3", 5_700_000, 5_500_000, 5_500_000, 5_500_000, 3_420_000, 2_080_000, null],
      ["Total", null, 14_452_912, 15_500_000, 15_500_000, 10_500_000, 8_752_747.2, 1_747_252.8, null],
    ]);
    expect(await alarms(book)).toEqual(["warning fongibilite Bilan!H5 2080000.00"]);
  });
});

describe("fongibilite se tait", () => {
  test("sur le bilan du Nord, dont les totaux montrent soldes et reliquats", async () => {
    expect(await outcome(nordBilan(), "fongibilite")).toMatchObject({ outcome: "passed" });
  });

  test("entre les volets 1 et 2, payés ensemble : le trop-perçu de l'un diminue le solde de l'autre", async () => {
    const book = bilanOf([
      ["2.1", "Volet 1", 135_000, 50_000, 50_000, 50_000, 81_000, 0, 31_000],
      ["2.2", "Volet 2", 8_752_912, 17_275_000, 17_275_000, 8_637_500, 5_251_747.2, 3_385_752.8, 0],
      ["Total volets 1 et 2", null, 8_887_912, 17_325_000, 17_325_000, 8_687_500, 5_332_747.2, 3_354_752.8, 0],
    ]);
    expect(await alarms(book)).toEqual([]);
  });

  test("sur un dû commun qui est la somme des minimums", async () => {
    expect(await alarms(bilanOf([...VOLETS, versement(8_847_912)]))).toEqual([]);
  });
});
