import { AUCUN_REGLAGE, type Reglages } from "../../../src/domain/reglages";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { NOTIFIED } from "../../builders/plan";
import { planOf } from "../cases";

const WITH = { reglages: NOTIFIED };

function notified(...amounts: (readonly [Reglages["notifies"][number]["bloc"], string])[]): { reglages: Reglages } {
  return {
    reglages: { ...AUCUN_REGLAGE, notifies: amounts.map(([bloc, montant]) => ({ annee: 2024, bloc, montant })) },
  };
}

/** A plan of volet 2 alone, whose amounts agree with each other. */
function volet2(etat: Typing, ...others: Typing[][]) {
  return planOf([
    ["2.2", "Volet 2 : offre de solutions", etat, etat, { value: Number(etat) * 2, formula: "=C3+D3" }],
    ...others,
  ]);
}

describe("notifie parle", () => {
  test("d'un volet au-dessus de son maximum (L708), deux chiffres intervertis", async () => {
    const book = volet2(8_757_212);
    expect(await alarms(book, notified(["volet-2", "8752912.00"]))).toEqual(["blocking notifie Plan!C3 8752912.00"]);
    const [card] = await findings(book, notified(["volet-2", "8752912.00"]));
    expect(card).toMatchObject({ title: "Montant notifié dépassé", reference: "Convention emploi, art. 4.1" });
    expect(card?.message).toContain("4\u202F300,00\u00A0€ de plus");
  });

  test("de crédits notifiés qu'aucune action ne prend : à justifier", async () => {
    expect(await alarms(volet2(8_000_000), notified(["volet-2", "8752912.00"]))).toEqual([
      "warning notifie Plan!C3 8752912.00",
    ]);
  });

  test("d'un axe par son sous-total, avec ses actions", async () => {
    const book = planOf([
      ["1.1", "Prévenir la pauvreté", 100_000, 100_000, 200_000],
      ["1.2", "Prévenir la pauvreté des jeunes", 50_000, 50_000, 100_000],
      [null, "Sous-total axe 1", 150_000, 150_000, 300_000],
    ]);
    expect(await alarms(book, notified(["axe-1", "140000.00"]))).toEqual(["blocking notifie Plan!C5 140000.00"]);
  });

  test("d'un maximum écrit dans une phrase, sans réglages : à justifier, jamais bloquant", async () => {
    const phrase = "- 8 752 912 € maximum au titre du volet 2 visant à étoffer l'offre de solutions d'insertion ;";
    const book = workbook(...volet2(8_900_000).sheets, sheet("Convention", [[phrase]]));
    expect(await alarms(book)).toEqual(["warning notifie Plan!C3 8752912.00"]);
    expect(await alarms(workbook(...volet2(8_752_912).sheets, sheet("Convention", [[phrase]])))).toEqual([]);
    expect(await alarms(workbook(...volet2(8_000_000).sheets, sheet("Convention", [[phrase]])))).toEqual([]);
  });
});

describe("notifie se tait", () => {
  test("sur le plan du Nord et ses montants notifiés ; Tourcoing n'en a pas : c'est dit", async () => {
    expect(await alarms(nordPlan(), WITH)).toEqual([]);
    expect(await outcome(nordPlan(), "notifie", WITH)).toMatchObject({ outcome: "passed", checked: 6 });
    expect((await outcome(nordPlan(), "notifie", WITH)).reason).toContain("Aucun montant notifié pour la convention");
  });

  test("sans montant notifié : sans objet", async () => {
    expect(await outcome(nordPlan(), "notifie")).toMatchObject({ outcome: "not-applicable" });
  });

  test("pour une autre année que celle de la notification : non vérifiable", async () => {
    const book = planOf([["2.2", "Volet 2", 9_000_000, 9_000_000, 18_000_000]], "Plan de financement 2025");
    expect(await outcome(book, "notifie", WITH)).toMatchObject({ outcome: "not-verifiable" });
    expect(await alarms(book, WITH)).toEqual([]);
  });

  test("sur une participation que ses propres totaux accusent déjà : une faute, une carte", async () => {
    expect(await alarms(changed(nordPlan(), "Plan!D16", 8_757_212), WITH)).toEqual([
      expect.stringMatching(/^blocking (?!notifie)\S+ Plan!D16 8752912\.00$/),
    ]);
  });

  test("sur un montant à compléter, une cellule fusionnée sur deux volets, un arrondi", async () => {
    const pending = volet2(8_000_000, ["2.2.9", "Volet 2 : suite", "à compléter", 10, 10]);
    expect(await outcome(pending, "notifie", WITH)).toMatchObject({ outcome: "not-verifiable" });
    const merged = sheet(
      "Plan",
      [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total"],
        ["2.1", "Volet 1", 8_887_912, "NC", 135_000],
        ["2.2", "Volet 2", null, 8_752_912, 17_505_824],
      ],
      { merges: ["C3:C4"] },
    );
    expect((await findings(workbook(merged), WITH)).filter(({ rule }) => rule === "notifie")).toEqual([]);
    expect(await alarms(volet2(8_752_912), notified(["volet-2", "8752912.40"]))).toEqual([]);
  });

  test("sur une partie du volet dans un autre plan : moins n'y prouve rien", async () => {
    const part = (name: string, amount: number) =>
      sheet(name, [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total"],
        ["2.2", "Volet 2", amount, amount, amount * 2],
      ]);
    const book = workbook(part("Nord", 4_000_000), part("Sud", 4_752_912));
    expect(await alarms(book, WITH)).toEqual([]);
    expect((await outcome(book, "notifie", WITH)).reason).toContain("Plusieurs plans portent le volet 2");
  });
});
