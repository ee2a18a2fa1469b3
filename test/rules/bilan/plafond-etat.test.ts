import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { changed, type Typing } from "../../builders/picture";
import { planOf } from "../cases";
import { bilanOf } from "./cases";

const volet2 = (...amounts: Typing[]): Typing[] => ["2.2", "Volet 2 : offre de solutions", ...amounts];
const action = (...amounts: Typing[]): Typing[] => ["1.1", "Prévenir la pauvreté", ...amounts];

describe("plafond-etat parle", () => {
  test("de la moitié du volet 2 dépassée, quand le plafond ne l'est pas (L683, L708)", async () => {
    const book = bilanOf([volet2(8_752_912, 17_275_000, 17_275_000, 8_752_912, 5_251_747.2)]);
    expect(await alarms(book)).toEqual(["blocking plafond-etat Bilan!F3 8637500.00"]);
    const [card] = await findings(book);
    expect(card).toMatchObject({ reference: "Convention emploi, art. 3.3 et 6", gap: "115412.00" });
  });

  test("du plafond dépassé, quand la moitié ne l'est pas (L733)", async () => {
    const book = bilanOf([volet2(8_752_912, 18_000_000, 18_000_000, 9_000_000, 5_251_747.2)]);
    expect(await alarms(book)).toEqual(["blocking plafond-etat Bilan!F3 8752912.00"]);
  });

  test("du coût dépassé au volet 3 (L770)", async () => {
    const book = bilanOf([["2.3", "Volet 3", 5_700_000, 5_000_000, 5_000_000, 5_700_000, 3_420_000]]);
    expect(await alarms(book)).toEqual(["blocking plafond-etat Bilan!F3 5000000.00"]);
  });

  test("d'une action des solidarités, une fois retirés les autres financeurs", async () => {
    expect(await alarms(changed(nordBilan(), "Bilan 2024!K7", 447_123))).toEqual([
      "blocking plafond-etat Bilan 2024!K7 430000.00",
    ]);
  });

  test("d'un volet dont plusieurs actions disent le dû, au niveau du volet", async () => {
    const book = bilanOf([
      ["2.2.1", "Volet 2 : emploi", 600_000, 1_000_000, 1_000_000, 600_000, 0],
      ["2.2.2", "Volet 2 : mobilité", 400_000, 800_000, 800_000, 400_000, 0],
    ]);
    const [card] = await findings(book);
    expect([card?.severity, card?.rule, card?.gap]).toEqual(["blocking", "plafond-etat", "100000.00"]);
  });

  test("par le plan, d'un bilan qui n'écrit pas le prévu", async () => {
    const plan = planOf([["2.2", "Volet 2", 8_752_912, 8_752_912, 17_505_824]]);
    const book = bilanOf([volet2(null, 18_000_000, 18_000_000, 9_000_000, 5_251_747.2)], undefined, ...plan.sheets);
    const without = {
      ...book,
      sheets: book.sheets.map((one) => ({
        ...one,
        cells: one.cells.filter(({ column }) => one.name !== "Bilan" || column !== 2),
      })),
    };
    expect(await alarms(without)).toEqual(["blocking plafond-etat Bilan!F3 8752912.00"]);
  });
});

describe("plafond-etat se tait", () => {
  test("sur le bilan du Nord", async () => {
    expect(await outcome(nordBilan(), "plafond-etat")).toMatchObject({ outcome: "passed", reason: null });
  });

  test("quand le département demande moins, ou paie plus de la moitié", async () => {
    expect(await alarms(bilanOf([volet2(8_752_912, 17_275_000, 17_275_000, 8_000_000, 5_251_747.2)]))).toEqual([]);
    expect(await alarms(bilanOf([volet2(8_752_912, 20_000_000, 20_000_000, 8_752_912, 5_251_747.2)]))).toEqual([]);
  });

  test("quand une action dépasse la moitié et le volet non", async () => {
    const book = bilanOf([
      ["2.2.1", "Volet 2 : emploi", 600_000, 1_000_000, 1_000_000, 600_000, 0],
      ["2.2.2", "Volet 2 : mobilité", 400_000, 1_200_000, 1_200_000, 400_000, 0],
    ]);
    expect(await alarms(book)).toEqual([]);
  });

  test("sur un dû arrondi à l'euro", async () => {
    const due = { value: 500_001, format: "#,##0" };
    expect(await alarms(bilanOf([action(600_000, 1_000_001, 1_000_001, due, 0)]))).toEqual([]);
  });

  test("sur un montant à compléter, et sur une année sans règle : non vérifiable", async () => {
    const pending = bilanOf([
      action(600_000, "à compléter", "à compléter", "à compléter", 600_000),
      ["1.2", "Prévenir la pauvreté des jeunes", 10, 20, 20, 10, 10],
    ]);
    expect(await alarms(pending)).toEqual([]);
    const later = bilanOf([volet2(8_752_912, 1, 1, 9_000_000, 0)], "Bilan financier 2026");
    expect(await outcome(later, "plafond-etat")).toMatchObject({ outcome: "not-verifiable" });
  });

  test("près du seuil où le plafond et la moitié se rejoignent", async () => {
    const formula = { value: 500_000, formula: "=MIN(C3,ROUNDDOWN(E3*50%,2))" };
    expect(await alarms(bilanOf([action(500_000, 1_000_000, 1_000_000, formula, 500_000, 0, 0)]))).toEqual([]);
  });
});
