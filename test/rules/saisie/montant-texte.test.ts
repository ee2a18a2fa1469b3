import { findings } from "../../builders/expectFindings";
import { nord, nordPlan } from "../../builders/nord";
import { changed } from "../../builders/picture";
import { fired, planOf } from "../cases";

describe("montant-texte parle", () => {
  test("d'un montant texte parmi des nombres : une information, avec une réparation sûre", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!D9", "670 730 €"));
    expect(card).toMatchObject({ rule: "montant-texte", severity: "info", fix: { value: "670730", safe: true } });
  });

  test("d'un texte en M€ parmi des nombres, sans réparation sûre : il y perdrait sa précision", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!D5", "2 M€"));
    expect(card).toMatchObject({ rule: "montant-texte", severity: "info", fix: null });
  });

  test("d'un texte que la formule du total ne compte pas : bloquant", async () => {
    const book = planOf([
      ["1.1", "Prévention de la pauvreté", 100_000, 100_000, 200_000],
      ["1.2", "Prévention de la pauvreté des jeunes", "50 000 €", 50_000, 100_000],
      [null, "Sous-total axe 1", { value: 100_000, formula: "=SUM(C3:C4)" }, 150_000, 300_000],
    ]);
    expect(await fired("montant-texte", book)).toEqual(["blocking Texte oublié par la somme"]);
  });
});

describe("montant-texte se tait", () => {
  test("quand toute une colonne est en texte, une façon d'écrire : les fiches de la source", async () => {
    expect(await findings(nord())).toEqual([]);
  });

  test("quand les textes sont aussi nombreux que les nombres dans la colonne", async () => {
    const book = planOf([
      ["1.1", "Prévention de la pauvreté", 100, 100, 200],
      ["1.2", "Prévention de la pauvreté des jeunes", "50 €", 50, 100],
    ]);
    expect(await fired("montant-texte", book)).toEqual([]);
  });
});
