import { alarms, findings, outcome } from "../../builders/expectFindings";
import { changed } from "../../builders/picture";
import { seul, VERSEMENTS, versementsOf } from "../../builders/versements";
import { fired } from "../cases";

describe("avance parle, en une seule carte", () => {
  test.each([
    ["une avance à 50 %", "Versements!D4", 4_443_956, "5332747.20"],
    ["deux chiffres intervertis", "Versements!D5", 3_240_000, "3420000.00"],
    ["un zéro oublié", "Versements!D6", 80_963.58, "809635.80"],
    ["une avance des solidarités à 60 %", "Versements!D7", 3_629_388, "6048980.00"],
  ])("%s", async (_, cell, typed, expected) => {
    const found = await alarms(changed(versementsOf(), cell, typed));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^blocking (?:avance|solde) ${cell} ${expected}$`))]);
  });

  test("d'une avance à 55 % avec un solde qui la suit, sans colonne de taux", async () => {
    const rows = VERSEMENTS.map((row) => row.filter((_, column) => column !== 2));
    rows[3] = ["Volets 1 et 2", 8_887_912, 4_888_351.6, { value: 3_999_560.4, formula: "=B4-C4" }];
    expect(await alarms(versementsOf(rows))).toEqual(["blocking avance Versements!C4 5332747.20"]);
  });

  test("d'un taux écrit qui n'est pas celui de la convention, avec l'avance qui le suit", async () => {
    const book = changed(versementsOf(), "Versements!C5", { value: 0.5, format: "0%" });
    const [card, ...others] = await findings(book);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "avance", severity: "blocking", title: "Taux d'avance inexact" });
    expect(card?.message).toContain("écrit est 50\u00A0%, la convention prévoit 60\u00A0%");
    const followed = changed(
      changed(book, "Versements!D5", { value: 2_850_000, formula: "=ROUND(B5*C5,2)" }),
      "Versements!E5",
      { value: 2_850_000, formula: "=B5-D5" },
    );
    expect(await alarms(followed)).toEqual(["blocking avance Versements!C5 -"]);
  });

  test("d'une avance au taux écrit dans l'en-tête, contre le plan quand le tableau n'a pas de base", async () => {
    const rows = [["Versements 2024"], ["Objet", "Avance (60 %)", "Solde"], ["Volet 3", 3_402_000, 2_280_000]];
    expect(await fired("avance", versementsOf(rows))).toEqual(["blocking Avance inexacte"]);
  });

  test("d'une phrase, sans bloquer", async () => {
    const text = "Avance volets 1 et 2 : 5 323 747,20 €, soit 60 % du montant prévisionnel";
    expect(await alarms(versementsOf([["Versements"], [text]]))).toEqual(["warning avance Versements!A2 5332747.20"]);
  });
});

describe("avance se tait", () => {
  test("sur les avances de la source (L462, L731-732, L2301-2308)", async () => {
    expect(await findings(versementsOf())).toEqual([]);
    expect(await outcome(versementsOf(), "avance")).toMatchObject({ outcome: "passed", checked: 4, reason: null });
    const header = ["Objet", "Montant prévisionnel", "Avance", "Solde"];
    const tourcoing = seul(header, ["Tourcoing 2023", 1_021_731, 613_038.6, 408_692.4]);
    expect(await alarms(tourcoing)).toEqual([]);
    expect(await outcome(tourcoing, "avance")).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("sur les phrases de la convention (L731-732), au point comme à la virgule", async () => {
    const book = versementsOf([
      ["La contribution de l'État est versée de la manière suivante :"],
      ["- Une avance de 5 332 747.20 € soit 60 % du montant prévisionnel au titre du volet 1 et du volet 2 ;"],
      ["- Une avance de 3 420 000 € soit 60 % du montant prévisionnel au titre du volet 3 en 2024 ;"],
    ]);
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "avance")).toMatchObject({ outcome: "passed", checked: 2 });
  });

  test("sur un produit arrondi à l'euro, ou au millier d'euros", async () => {
    const header = ["Objet", "Montant prévisionnel", "Avance", "Solde"];
    const rounded = seul(header, ["Volets 1 et 2", "8 887 912 €", "5 332 747 €", "3 555 165 €"]);
    expect(await alarms(rounded)).toEqual([]);
    const thousands = seul(["Objet", "Montant prévisionnel (k€)", "Avance (k€)"], ["Volet 3", "5 700", "3 420"]);
    expect(await alarms(thousands)).toEqual([]);
  });

  test("une année sans donnée n'est pas vérifiable, ni une ligne qui ne dit pas ce qu'elle paie", async () => {
    const header = ["Objet", "Montant prévisionnel", "Avance", "Solde"];
    const later = seul(header, ["Volet 3 – 2026", 100, 50, 50]);
    expect(await outcome(later, "avance")).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("2026"),
    });
    const unnamed = seul(header, ["Emploi", 100, 50, 50]);
    expect(await outcome(unnamed, "avance")).toMatchObject({ outcome: "not-verifiable" });
  });

  test("sans versement, la règle est sans objet : une facture a aussi un acompte et un solde", async () => {
    const facture = seul(["Prestation", "Montant", "Acompte", "Solde"], ["Traiteur", 100, 50, 40]);
    expect(await outcome(facture, "avance")).toMatchObject({ outcome: "not-applicable" });
    expect(await outcome(facture, "solde")).toMatchObject({ outcome: "not-applicable" });
  });
});
