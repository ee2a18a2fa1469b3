/** Tables of other départements, filled: where totals stand, what they are called, how their rows are parted. */
import { fiches, filled, filledWith, HEADER, OPTIONS, plan, SOLIDARITES, writes } from "../builders/modeles";
import { sheet, type Typing } from "../builders/picture";

describe("Les totaux d'un modèle à remplir", () => {
  test("au-dessus de leurs lignes : chaque sous-total de son axe, le total de tous les axes", () => {
    const draft = filled(
      SOLIDARITES,
      plan([
        [null, "Total général"],
        [null, "Sous-total axe 1"],
        ["1.1", "Jeunes"],
        ["1.2", "Accueil"],
        [null, "Sous-total axe 3"],
        ["3.1", "Aller-vers"],
        ["3.2", "Logement"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C3: "=C4+C7", C4: "=SUM(C5:C6)", C7: "=SUM(C8:C9)" });
  });

  test("au-dessus de leurs lignes, sous un titre d'axe : le titre n'est pas une ligne", () => {
    const draft = filled(
      SOLIDARITES,
      plan([
        [null, "Total général"],
        [null, "Axe 1 – Prévenir la pauvreté"],
        [null, "Sous-total axe 1"],
        ["1.1", "Jeunes"],
        ["1.2", "Accueil"],
        [null, "Axe 3 – Lutter contre la grande exclusion"],
        [null, "Sous-total axe 3"],
        ["3.1", "Aller-vers"],
        ["3.2", "Logement"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C3: "=C5+C9", C5: "=SUM(C6:C7)", C9: "=SUM(C10:C11)" });
    expect(Object.keys(writes(draft)).filter((cell) => /\D[48]$/.test(cell))).toEqual([]);
  });

  test("en dessous, nommés par leur axe : un sous-total n'ajoute pas le précédent", () => {
    const draft = filled(
      SOLIDARITES,
      plan([
        ["1.1", "Jeunes"],
        ["1.2", "Accueil"],
        [null, "Sous-total axe 1"],
        ["3.1", "Aller-vers"],
        ["3.2", "Logement"],
        [null, "Sous-total axe 3"],
        [null, "Total général"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C5: "=SUM(C3:C4)", C8: "=SUM(C6:C7)", C9: "=C5+C8" });
  });

  test("d'une seule action sans part du département : un nombre, jamais « NC »", () => {
    const emploi = fiches({
      "2.1": [135_000, "NC", 135_000],
      "2.2": [50_000, 50_000, 100_000],
    });
    const draft = filled(
      emploi,
      plan([
        ["2.1", "Volet 1 : préparer l'application de la loi Plein emploi"],
        [null, "Sous-total volet 1"],
        ["2.2", "Volet 2 : amplifier la politique d'accès à l'emploi pour tous"],
        [null, "Sous-total volet 2"],
        [null, "Total emploi"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ D3: "NC", D4: "=SUM(D3)", D6: "=SUM(D5)", D7: "=D4+D6" });
  });

  test("qui répètent « NC » par une formule : la somme les passe", () => {
    const emploi = fiches({
      "2.1": [135_000, "NC", 135_000],
      "2.2": [50_000, 50_000, 100_000],
    });
    const draft = filled(
      emploi,
      plan([
        ["2.1", "Volet 1 : préparer l'application de la loi Plein emploi", null, "NC"],
        [null, "Sous-total volet 1", null, { value: "NC", formula: "=D3" }],
        ["2.2", "Volet 2 : amplifier la politique d'accès à l'emploi pour tous"],
        [null, "Sous-total volet 2"],
        [null, "Total emploi"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C7: "=C4+C6", D7: "=SUM(D4,D6)" });
  });
});

describe("Deux fiches côte à côte", () => {
  test("sans part du département dans celle de gauche, au-dessus d'autres fiches : les deux sont lues", () => {
    const header = ["Exercice", "État", "Département", "Total"];
    const year: Typing = { value: 2024, format: "General" };
    const draft = filled(
      sheet("Fiches", [
        ["Fiche action n° 2.1", null, null, null, null, "Fiche action n° 2.2"],
        [...header, null, ...header],
        [year, 135_000, null, 135_000, null, year, 50_000, 50_000, 100_000],
        [],
        ["Fiche action n° 2.3"],
        header,
        [year, 7_000, null, 7_000],
      ]),
      plan([
        ["2.1", "Préparer l'application de la loi Plein emploi"],
        ["2.2", "Amplifier la politique d'accès à l'emploi pour tous"],
        ["2.3", "Accompagnement rénové des allocataires du RSA"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C3: "=Fiches!B3", D3: "NC", C4: "=Fiches!G3", C5: "=Fiches!B7" });
  });
});

describe("Les totaux au-dessus, la ligne hors pacte en dernier", () => {
  test("chaque sous-total garde ses seules lignes", () => {
    const draft = filled(
      fiches({ "1.1": [100_000, 100_000, 200_000], "2.1": [3_000, "NC", 3_000] }),
      plan([
        [null, "Total"],
        [null, "Sous total Solidarités"],
        ["1.1", "Jeunes"],
        [null, "Sous total Emploi"],
        ["2.1", "Préparer l'application de la loi Plein emploi"],
        [null, "Tourcoing (hors pacte)"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ C4: "=SUM(C5)", C6: "=SUM(C7)" });
  });
});

describe("Les lignes d'un modèle à remplir", () => {
  test("après une ligne vide, « Action 1.2 : … » est encore du tableau", () => {
    const draft = filled(
      SOLIDARITES,
      sheet("Plan", [
        ["Plan de financement 2024"],
        ["Intitulé de l'action", "État", "Département", "Total"],
        ["Action 1.1 : Jeunes"],
        [],
        ["Action 1.2 : Accueil"],
        ["Action 3.1 : Aller-vers"],
      ]),
    );
    expect(writes(draft)).toMatchObject({ B3: "=Fiches!B3", B5: "=Fiches!B7", B6: "=Fiches!B11" });
  });
});

describe("Un modèle dont les totaux sont déjà des formules, au-dessus de leurs lignes", () => {
  test("range chaque action dans son bloc, même quand ses formules ne donnent encore que des zéros", () => {
    const zero = (formula: string): Typing => ({ value: 0, formula });
    const draft = filled(
      fiches({ "1.1": [100_000, 100_000, 200_000], "4.1": [20_000, 20_000, 40_000], "2.1": [3_000, "NC", 3_000] }),
      sheet("Plan", [
        ["Plan de financement 2024"],
        [...HEADER, "Code activité"],
        [null, "Total général", zero("=C4+C9")],
        [null, "Sous total Solidarités", zero("=C5+C7")],
        [null, "Sous-total axe 1", zero("=C6")],
        ["1.1", "Jeunes", null, null, zero("=C6+D6")],
        [null, "Sous-total axe 4", zero("=C8")],
        ["4.1", "Énergie", null, null, zero("=C8+D8")],
        [null, "Sous total Emploi", zero("=C10")],
        ["2.1", "Préparer l'application de la loi Plein emploi", null, null, zero("=C10+D10")],
      ]),
    );
    expect(writes(draft)).toMatchObject({ F6: "030450232301", F8: "030450232601", F10: "010200002535" });
    expect(writes(draft)).toMatchObject({ D10: "NC", D3: "=D4+D9", D4: "=D5+D7", D9: "=SUM(D10)" });
  });
});

describe("Une action des fiches que le modèle ne porte pas", () => {
  test("est dite : son montant n'est jamais perdu sans un mot", () => {
    const { remarques } = filled(
      SOLIDARITES,
      plan([
        ["1.1", "Jeunes"],
        ["1.2", "Accueil"],
        ["3.1", "Aller-vers"],
        [null, "Total"],
      ]),
    );
    expect(remarques).toEqual([expect.stringContaining("pas de ligne pour l'action 3.2")]);
  });

  test("un tableau pour chaque convention : celui de la partie demandée est rempli", () => {
    const both = fiches({ "1.1": [100_000, 100_000, 200_000], "2.1": [3_000, "NC", 3_000] });
    const sheets = [
      both,
      sheet("Solidarités", [["Plan de financement 2024"], HEADER, ["1.1", "Jeunes"], ["1.2", "Accueil"]]),
      sheet("Emploi", [["Plan de financement 2024"], HEADER, ["2.1", "Volet 1, loi Plein emploi"], [null, "Total"]]),
    ];
    expect(filledWith({ ...OPTIONS, parties: "emploi" }, ...sheets).sheet).toBe("Emploi");
    expect(filledWith({ ...OPTIONS, parties: "solidarites" }, ...sheets).sheet).toBe("Solidarités");
  });
});

describe("Une part fusionnée sur deux lignes", () => {
  test("est dite, et aucun budget global n'est écrit sans elle", () => {
    const draft = filled(
      SOLIDARITES,
      plan(
        [
          ["1.1", "Jeunes"],
          ["1.2", "Accueil"],
          ["3.1", "Aller-vers"],
          ["3.2", "Logement"],
        ],
        { merges: ["C3:C4"] },
      ),
    );
    expect(draft.remarques).toEqual([expect.stringContaining("1.1, État"), expect.stringContaining("1.2, État")]);
    expect(writes(draft)).toMatchObject({ D4: "=Fiches!C7" });
    expect(Object.keys(writes(draft)).filter((address) => /^(?:C[34]|E[34])$/.test(address))).toEqual([]);
  });
});

describe("Deux lignes d'un même numéro", () => {
  test("ne sont remplies ni l'une ni l'autre, et c'est dit", () => {
    const draft = filled(
      SOLIDARITES,
      plan([
        ["1.1", "Jeunes"],
        ["1.2", "Accueil"],
        ["3.1", "Aller-vers"],
        ["3.2", "Logement"],
        [{ value: 1.1, format: "0.00" }, "Dixième action de l'axe"],
      ]),
    );
    expect(draft.remarques).toEqual([expect.stringContaining("portent le numéro 1.1")]);
    expect(writes(draft)).toMatchObject({ C4: "=Fiches!B7" });
    expect(writes(draft)).not.toHaveProperty("C3");
    expect(writes(draft)).not.toHaveProperty("C7");
  });
});
