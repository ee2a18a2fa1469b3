import { alarms, findings, outcome } from "../../builders/expectFindings";
import { CALENDRIER, FEUILLE_DE_ROUTE, FICHE_23_JUSTE, fluxDuNord, ficheSheet } from "../../builders/fluxStock";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import type { Workbook } from "../../../src/workbook/picture";

const RULE = "flux-stock";

/** Fiche 2.3 with nothing wrong in it. */
function juste(): Workbook {
  return workbook(ficheSheet(FICHE_23_JUSTE));
}

function feuille(rows: readonly Typing[][]): Workbook {
  return workbook(sheet("Territoires", rows));
}

async function told(book: Workbook): Promise<string[]> {
  return (await findings(book)).map(({ title, cell, expected }) => {
    const address = `${cell.sheet}!${String.fromCharCode(65 + cell.column)}${cell.row + 1}`;
    return `${title} ${address} ${expected ?? "-"}`;
  });
}

describe("flux-stock sur la source", () => {
  test("dit les taux, et chaque nombre écrit de deux façons, une carte chacun, jamais un blocage", async () => {
    expect(await told(fluxDuNord())).toEqual([
      "Nombre écrit de deux façons Fiche 2.3!C4 3240",
      "Nombre écrit de deux façons Fiche 2.3!C7 220",
      "Nombre écrit de deux façons Fiche 2.3!C8 220",
      "Taux contraire aux nombres Fiche 2.3!A13 -",
      "Taux contraire aux nombres Fiche 2.3!A14 -",
      "Nombre écrit de deux façons Reprise du stock!A8 858",
      "Nombre écrit de deux façons Reprise du stock!A16 2022",
    ]);
    expect((await findings(fluxDuNord())).every(({ rule, severity }) => rule === RULE && severity === "warning")).toBe(
      true,
    );
  });

  test("compte en personnes, sans euros, et dit les deux taux (L1774)", async () => {
    const found = await findings(fluxDuNord());
    expect(found[1]?.message).toContain(
      "Écrit\u00A0: 176\u00A0personnes\u00A0; attendu\u00A0: 220\u00A0personnes, écart de 44\u00A0personnes.",
    );
    expect(found[1]).toMatchObject({ actual: "176", expected: "220", gap: "44" });
    expect(found[3]?.message).toContain("le taux annoncé est 80\u00A0%, les nombres donnent 79,21\u00A0%.");
    expect(found.map(({ message }) => message).join(" ")).not.toContain("€");
  });

  test("nomme « emploi » écrit deux fois dans une répartition, une seule fois pour deux cellules (L2512, L2808)", async () => {
    const split = "DUNKERQUE 60% emploi, 20% emploi, 20% remobilisation";
    const book = feuille([[`ROUBAIX 50% emploi, 30% équilibre, 20% remobilisation ${split}`], [split]]);
    const found = await findings(book);
    expect(found).toMatchObject([
      { rule: RULE, severity: "warning", cell: { row: 0 }, cells: [{ row: 1 }], title: "Nom écrit deux fois" },
    ]);
    expect(found[0]?.message).toContain("nomme deux fois «\u00A0emploi\u00A0»");
  });
});

describe("flux-stock parle", () => {
  test.each([
    ["un flux", "C5", 2_756, 2_576],
    ["un stock", "D6", 588, 858],
    ["le total d'une ligne", "B6", 1_587, 1_578],
    ["le total d'une colonne", "D3", 7_090, 7_080],
    ["un nombre d'intégrés", "C10", 1_143, 1_134],
  ])("de %s, sur sa cellule, avec sa valeur", async (_, address, wrong, right) => {
    expect(await alarms(changed(juste(), `Fiche 2.3!${address}`, wrong))).toEqual([
      `warning ${RULE} Fiche 2.3!${address} ${right}`,
    ]);
  });

  test("d'une personne de trop : un compte n'a pas d'arrondi", async () => {
    expect(await alarms(changed(juste(), "Fiche 2.3!D4", 1_401))).toEqual([`warning ${RULE} Fiche 2.3!D4 1400`]);
  });

  test("d'un taux annoncé que les nombres ne donnent pas, sur la cellule du taux", async () => {
    expect(await told(changed(juste(), "Fiche 2.3!A12", "Dunkerque (70%)"))).toEqual([
      "Taux contraire aux nombres Fiche 2.3!A12 -",
    ]);
  });

  test("d'un intégré faux que seul le taux contredit, avec le total", async () => {
    const rows: Typing[][] = [
      ["Commune", "Allocataires concernés", "Allocataires intégrés", "Taux d'intégration"],
      ["Calais", 800, 460, "80 %"],
      ["Boulogne", 500, 400, "80 %"],
      ["Total", 1_300, 1_040, "80 %"],
    ];
    expect(await alarms(feuille(rows))).toEqual([`warning ${RULE} Territoires!C2 640`]);
  });

  test("d'un titre qui annonce 80 % au-dessus de 79,2 %", async () => {
    const rows: Typing[][] = [
      ["Taux d'intégration de 80 %"],
      ["Commune", "Flux", "Stock", "Taux d'intégration"],
      ["Calais", 300, 500, "79,2 %"],
      ["Boulogne", 300, 500, "80 %"],
    ];
    const found = await findings(feuille(rows));
    expect(found).toMatchObject([{ rule: RULE, cell: { row: 2, column: 3 }, title: "Taux contraire aux nombres" }]);
    expect(found[0]?.message).toContain("le titre annonce 80\u00A0%, le tableau porte 79,2\u00A0%.");
  });

  test("de parts qui ne font pas 100 %, dans une phrase et dans un tableau", async () => {
    expect(await told(feuille([["Lens : 50 % emploi, 30 % équilibre, 10 % remobilisation"]]))).toEqual([
      "Parts qui ne font pas 100\u00A0% Territoires!A1 -",
    ]);
    const rows: Typing[][] = [
      ["Répartition des allocataires"],
      ["Commune", "Emploi", "Équilibre", "Remobilisation"],
      ["Lens", "50 %", "30 %", "30 %"],
      ["Calais", "50 %", "30 %", "20 %"],
    ];
    expect(await told(feuille(rows))).toEqual(["Parts qui ne font pas 100\u00A0% Territoires!B3 -"]);
  });

  test("d'un flux mensuel qui ne donne pas le flux, d'un mois du calendrier", async () => {
    const header: Typing[] = ["Commune", "Flux mensuel", "Mois", "Flux (entrants)", "Stock", "Total"];
    const rows: Typing[][] = [header, ["Lens", 50, 6, 400, 1_200, 1_600]];
    expect(await alarms(feuille(rows))).toEqual(["warning flux-stock Territoires!B2 67"]);
    const calendar = workbook(ficheSheet(FICHE_23_JUSTE), sheet("Calendrier", CALENDRIER));
    expect(await alarms(changed(calendar, "Calendrier!F3", 515))).toEqual([
      expect.stringMatching(/^warning flux-stock Calendrier!F3 /),
    ]);
  });

  test("d'un total d'ETP, dans son unité", async () => {
    const rows: Typing[][] = [
      ["Moyens en ETP par dominante"],
      ["Dominante", "France Travail", "Département", "Total"],
      ["Emploi", 3, 15, 18],
      ["Équilibre", 8, 3.5, 12.5],
      ["Total", 11, 18.5, 29.5],
    ];
    const found = await findings(feuille(rows));
    expect(found).toMatchObject([{ rule: RULE, cell: { row: 3, column: 3 }, expected: "11.5" }]);
    expect(found[0]?.message).toContain("attendu\u00A0: 11,5\u00A0ETP");
  });
});

describe("flux-stock se tait", () => {
  test("sur la fiche 2.3 quand tout y est juste, taux arrondis compris (L1771-1773)", async () => {
    expect(await alarms(juste())).toEqual([]);
    expect(await outcome(juste(), RULE)).toMatchObject({ outcome: "passed", checked: 23 });
  });

  test("sur un flux mensuel arrondi à l'unité : 103 × 7 pour 720 (L2398, L2739)", async () => {
    const rows: Typing[][] = [
      ["Bassin d'emploi retenu : ville de Dunkerque"],
      ["Nombre BRSA nouveaux entrants (flux mensuel) : 103"],
      ["Nombre de BRSA « stock » : 858"],
    ];
    const route = FEUILLE_DE_ROUTE.slice(5, 10);
    const book = workbook(sheet("Route", route), sheet("Reprise", rows));
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, RULE)).toMatchObject({ outcome: "passed", checked: 2 });
  });

  test("sur un calendrier dont les mois sont arrondis ou tronqués : 155 × 9 pour 1 400 (L2862)", async () => {
    expect(await alarms(workbook(ficheSheet(FICHE_23_JUSTE), sheet("Calendrier", CALENDRIER)))).toEqual([]);
  });

  test("sur deux flux d'années ou de durées différentes, sur une cible et ce qui fut atteint", async () => {
    const table = (title: string, flux: number, mois: number): Typing[][] => [
      [title],
      ["Commune", "Flux", "Stock", "Mois"],
      ["Lens", flux, 900, mois],
    ];
    const pair = (one: Typing[][], other: Typing[][]): Workbook => workbook(sheet("A", one), sheet("B", other));
    const allocataires = "Allocataires du RSA";
    expect(await alarms(pair(table(`${allocataires} 2024`, 300, 6), table(`${allocataires} 2025`, 500, 6)))).toEqual(
      [],
    );
    expect(await alarms(pair(table(allocataires, 300, 6), table(allocataires, 500, 10)))).toEqual([]);
    expect(await alarms(pair(table(allocataires, 300, 6), table(`Bilan : ${allocataires}`, 280, 6)))).toEqual([]);
    expect(await alarms(pair(table(allocataires, 300, 6), table(allocataires, 280, 6)))).toHaveLength(1);
  });

  test("sur des parts arrondies, ou dont la phrase ne dit que deux (L2584)", async () => {
    expect(
      await alarms(
        feuille([
          ['58,9% en parcours dit "Emploi" 26,5% en parcours dit "Equilibre" 14,6% en parcours dit "Remobilisation"'],
        ]),
      ),
    ).toEqual([]);
    expect(await alarms(feuille([["Lens : 33 % emploi, 33 % équilibre, 33 % remobilisation"]]))).toEqual([]);
    expect(await alarms(feuille([["50 % emploi et 20 % remobilisation à Lens"]]))).toEqual([]);
  });

  test("sur un territoire qui n'est pas encore rempli", async () => {
    const rows: Typing[][] = [
      ["Allocataires du RSA"],
      ["Commune", "Flux", "Stock", "Total"],
      ["Lens", 300, 900, 1_200],
      ["Liévin", null, null, null],
      ["Total", 500, 1_500, 2_000],
    ];
    expect(await alarms(feuille(rows))).toEqual([]);
  });
});
