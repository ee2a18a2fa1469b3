/** The bilan written in the officer's own table: a blank annexe 3, half filled, or with columns of its own. */
import { checkWorkbook } from "../../src/checking/check";
import type { ColonneDite } from "../../src/domain/colonnesDeBilan";
import type { ColonnesDeTable } from "../../src/domain/colonnesGardees";
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import type { BilanDraft } from "../../src/drafting/bilan";
import { columnIndex } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { annexe3, ENTETES_ANNEXE_3 } from "../builders/annexe3";
import { applied } from "../builders/applied";
import { bilanOf, broken, cellAt, differences, filledIn, shownAt, typedOver, type Typed } from "../builders/bilanDraft";
import { nordPlan } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";

const FEUILLE = "Annexe 3";
const DANS_LE_MODELE = { cible: "modele" } as const;
const VIERGE = workbook(...nordPlan().sheets, annexe3());

const SPENT: Typed = {
  "Annexe 3!E3": 3_900_000.33,
  "Annexe 3!E4": 700_000.57,
  "Annexe 3!G4": 100_000,
  "Annexe 3!E6": 5_000_000,
  "Annexe 3!E7": 1_341_460,
  "Annexe 3!E9": 0,
  "Annexe 3!E10": 1_050_000.01,
  "Annexe 3!E12": 120_000.5,
  "Annexe 3!E13": 12_000_000,
  "Annexe 3!F13": 0.1,
  "Annexe 3!E15": 6_000_000,
  "Annexe 3!E16": 1_400_000,
  "Annexe 3!I17": 87_730,
};

async function findings(book: Workbook): Promise<readonly unknown[]> {
  return (await checkWorkbook(book, { reglages: AUCUN_REGLAGE, ownCodes: [], date: "2024-12-01" })).findings;
}

describe("Une annexe 3 vierge", () => {
  const draft = bilanOf(VIERGE, DANS_LE_MODELE);
  const after = applied(VIERGE, draft.draft);

  test("elle est remplie sur place, avec l'échéancier pour seule feuille nouvelle", () => {
    expect(draft).toMatchObject({ sheet: FEUILLE, realise: FEUILLE, isEntry: false, modele: { sheet: FEUILLE } });
    expect(draft.draft.sheets.map(({ name }) => name)).toEqual(["Échéancier 2024"]);
    expect(draft.modele?.colonnes[8]).toEqual({
      column: 8,
      header: "Avance déjà versée",
      role: "verse",
      reconnu: "verse",
      estTitre: false,
    });
  });

  test("le prévu et l'avance renvoient au plan, les dépenses restent à saisir", () => {
    expect(cellAt(after, `${FEUILLE}!C3`)).toMatchObject({
      value: 2_000_000,
      formula: expect.stringContaining("Plan!"),
    });
    expect(shownAt(after, FEUILLE, "I14", "E3", "H3", "J15")).toEqual([
      5_332_747.2,
      undefined,
      "à compléter",
      "au bilan final",
    ]);
    expect(draft.aCompleter.map(({ ref }) => ref.sheet)).not.toContain("Bilan 2024");
    expect(draft.aCompleter[0]).toMatchObject({ ref: { sheet: FEUILLE, row: 2, column: 4 } });
  });

  test("ce qui est annoncé est ce que les formules donnent", async () => {
    const same = await typedOver(after, {});
    expect(differences(after, same)).toEqual([]);
    expect(broken(same)).toEqual([]);
  });

  test("les dépenses saisies donnent les mêmes montants que notre propre feuille, au centime", async () => {
    const full = await typedOver(after, SPENT);
    expect(broken(full)).toEqual([]);
    expect(shownAt(full, FEUILLE, "H3", "H4", "H13", "H14", "J14", "J16", "K5", "F18", "G18", "H18")).toEqual([
      1_950_000.16, 300_000.28, 5_999_999.95, 6_120_000.45, 787_253.25, 452_027.2, 199_999.56, 0.1, 100_000,
      18_643_373.89,
    ]);
    const dates = full.sheets.find(({ name }) => name === "Échéancier 2024")?.cells ?? [];
    expect(dates.find(({ formula }) => formula?.includes("'Annexe 3'!J14"))?.value).toBe(787_253.25);
    expect(await findings(full)).toEqual([]);
    expect(bilanOf(full, DANS_LE_MODELE)).toMatchObject({ draft: { writes: [], sheets: [] } });
  });

  test("une cellule de dépenses vide n'est pas un zéro dans les totaux", async () => {
    const full = await typedOver(after, { ...SPENT, "Annexe 3!E4": null });
    expect(shownAt(full, FEUILLE, "E5", "F5", "H5", "E18")).toEqual(Array(4).fill("à compléter"));
  });

  test("une seule dépense saisie, rien n'est à réécrire : les formules attendent les autres", async () => {
    const begun = await typedOver(after, { "Annexe 3!E3": 3_900_000.33 });
    const again = bilanOf(begun, DANS_LE_MODELE);
    expect(again).toMatchObject({ draft: { writes: [], sheets: [] }, avertissements: [] });
    expect(again.aCompleter).toContainEqual(expect.objectContaining({ ref: { sheet: FEUILLE, row: 3, column: 4 } }));
  });

  test("une nouvelle feuille reste possible", () => {
    const { modele, draft: own } = bilanOf(VIERGE, { cible: "nouvelle-feuille" });
    expect(modele).toBeNull();
    expect(own.writes).toEqual([]);
    expect(own.sheets.map(({ name }) => name)).toEqual(["Bilan 2024", "Échéancier 2024"]);
  });
});

describe("Une annexe 3 à moitié remplie", () => {
  test("une formule et un montant justes sont laissés, un montant faux est remplacé et le dit", async () => {
    const half = Object.entries({
      ...SPENT,
      "Annexe 3!H3": 1_950_000.16,
      "Annexe 3!C3": { value: 2_000_000, formula: "=Plan!D5" },
      "Annexe 3!H4": 350_000,
    }).reduce((book, [at, typing]) => changed(book, at, typing), VIERGE);
    const draft = bilanOf(half, DANS_LE_MODELE);
    const written = draft.draft.writes.map(({ ref, why }) => [ref.row, ref.column, why] as const);
    expect(written.filter(([row, column]) => row === 2 && (column === 7 || column === 2))).toEqual([]);
    expect(written.find(([row, column]) => row === 3 && column === 7)?.[2]).toMatch(/^Remplace 350.000,00/);
    expect(draft.dejaJustes).toBe(2);
    expect(draft.avertissements).toEqual([
      expect.stringMatching(/^Une cellule déjà remplie sera remplacée\u00A0: H4\./),
    ]);
    expect(shownAt(await filledIn(half, draft), FEUILLE, "J14")).toEqual([787_253.25]);
  });

  test("ce que l'officier a saisi comme déjà versé l'emporte sur l'avance", async () => {
    const typed = Object.entries({ ...SPENT, "Annexe 3!I14": 6_000_000 }).reduce(
      (book, [at, typing]) => changed(book, at, typing),
      VIERGE,
    );
    const draft = bilanOf(typed, DANS_LE_MODELE);
    expect(shownAt(await filledIn(typed, draft), FEUILLE, "I14", "J14")).toEqual([6_000_000, 120_000.45]);
  });
});

describe("Des colonnes propres au tableau", () => {
  const ENTETES = ENTETES_ANNEXE_3.map((header) => (header === "Part État due" ? "Colonne 8" : header));
  const book = workbook(...nordPlan().sheets, annexe3(ENTETES));
  const DITES = [{ column: columnIndex("H"), role: "due" as const }];
  const entetes = ENTETES.map((header, column) => ({ column, header }));
  const gardees = (...colonnes: ColonneDite[]): ColonnesDeTable => ({ sheet: FEUILLE, entetes, colonnes });
  const roleOf = ({ modele }: BilanDraft, letters: string) =>
    modele?.colonnes.find(({ column }) => column === columnIndex(letters))?.role;

  test("une colonne que rien ne dit est laissée, et le solde se calcule sans elle", async () => {
    const full = await filledIn(book, bilanOf(book, DANS_LE_MODELE), SPENT);
    expect(shownAt(full, FEUILLE, "H3", "J14", "J16")).toEqual([undefined, 787_253.25, 452_027.2]);
    expect(broken(full)).toEqual([]);
  });

  test.each([
    ["dite maintenant", { dites: DITES }],
    ["gardée dans le classeur", { colonnes: [gardees(...DITES)] }],
  ])("une colonne corrigée à la main, %s, est remplie", async (_name, options) => {
    const draft = bilanOf(book, { ...DANS_LE_MODELE, ...options });
    expect(draft.modele?.colonnes[7]).toMatchObject({ header: "Colonne 8", role: "due", reconnu: null });
    expect(shownAt(await filledIn(book, draft, SPENT), FEUILLE, "H3", "J14")).toEqual([1_950_000.16, 787_253.25]);
  });

  test("ce qui est dit maintenant passe avant ce qui est gardé, et le reste de ce qui est gardé tient", () => {
    const colonnes = [gardees({ column: 7, role: "eligible" }, { column: 10, role: null })];
    const draft = bilanOf(book, { ...DANS_LE_MODELE, colonnes, dites: DITES });
    expect([roleOf(draft, "H"), roleOf(draft, "K")]).toEqual(["due", null]);
  });

  test.each([
    ["un autre en-tête", annexe3(ENTETES.map((header) => (header === "Colonne 8" ? "Colonne H" : header)))],
    ["une colonne insérée avant elle", annexe3(["N°", ...ENTETES])],
    ["une autre colonne au texte changé", annexe3(ENTETES.map((header) => (header === "Fiche" ? "Action" : header)))],
    ["une feuille renommée", annexe3(ENTETES, "Bilan reçu")],
  ])("%s : ce qui fut dit ne vaut plus, une phrase le dit, et rien n'en est repris", (_name, own) => {
    const moved = workbook(...nordPlan().sheets, own);
    const colonnes = [gardees(...DITES)];
    const draft = bilanOf(moved, { ...DANS_LE_MODELE, colonnes });
    expect(draft.colonnesPerdues).toEqual(colonnes);
    expect(draft.avertissements).toEqual([
      expect.stringMatching(
        /^Vous aviez corrigé .*«\sAnnexe 3\s» \(«\sColonne 8\s» en H\).*corrigez-les de nouveau\.$/,
      ),
    ]);
    expect({ ...draft, avertissements: [], colonnesPerdues: [] }).toEqual(bilanOf(moved, DANS_LE_MODELE));
  });

  test("le tableau descendu de quelques lignes garde ce qui en fut dit", () => {
    const { cells, ...rest } = annexe3(ENTETES);
    const lower = { ...rest, cells: cells.map((cell) => ({ ...cell, row: cell.row + 3 })) };
    const draft = bilanOf(workbook(...nordPlan().sheets, lower), { ...DANS_LE_MODELE, colonnes: [gardees(...DITES)] });
    expect([roleOf(draft, "H"), draft.colonnesPerdues]).toEqual(["due", []]);
  });

  test("ce qui est dit du tableau à remplir ne change rien à la lecture des autres", () => {
    const spent = sheet("Dépenses", [
      ["Réalisé 2024"],
      ["Fiche", "Intitulé", "Dépenses réalisées", "x", "y", "z", "Autres financeurs", "Commentaire"],
      ["1.1", "Accrochage scolaire", 3_900_000.33, 1, 1, 1, 0, 12],
      ["1.2", "Jeunes en précarité", 700_000.57, 1, 1, 1, 100_000, 13],
    ]);
    const both = workbook(...nordPlan().sheets, spent, annexe3(ENTETES));
    const draft = bilanOf(both, { ...DANS_LE_MODELE, dites: [...DITES, { column: 6, role: "autres" }] });
    expect(draft.sheet).toBe(FEUILLE);
    const formulas = draft.draft.writes.map(({ after }) => after.formula ?? "").join();
    expect(formulas).toContain("Dépenses!G4");
    expect(roleOf(draft, "H")).toBe("due");
  });

  test("des colonnes qu'aucun tableau n'a : une phrase le dit", () => {
    const { avertissements } = bilanOf(book, { ...DANS_LE_MODELE, dites: [{ column: columnIndex("Z"), role: "due" }] });
    expect(avertissements).toContainEqual(expect.stringMatching(/colonne Z.*pas été repris/));
  });

  test("un tableau dont rien ne dit ce que l'État doit est proposé, et rempli une fois sa colonne dite", async () => {
    const bare = ENTETES.map((header, column) => (column > 7 && column < 11 ? `Colonne ${column + 1}` : header));
    const own = workbook(...nordPlan().sheets, annexe3(bare));
    const draft = bilanOf(own, DANS_LE_MODELE);
    expect(draft).toMatchObject({ modele: null, candidat: { sheet: FEUILLE } });
    const told = bilanOf(own, { ...DANS_LE_MODELE, dites: DITES });
    expect(told).toMatchObject({ modele: { sheet: FEUILLE }, candidat: null });
    expect(shownAt(await filledIn(own, told, SPENT), FEUILLE, "H3")).toEqual([1_950_000.16]);
  });
});

test("une ligne que le plan ne connaît pas est nommée et reste telle quelle", () => {
  const book = changed(changed(VIERGE, `${FEUILLE}!A15`, "2.9"), `${FEUILLE}!B15`, "Action nouvelle");
  const { remarques, draft } = bilanOf(book, DANS_LE_MODELE);
  expect(remarques.join(" ")).toMatch(/Action nouvelle.*ligne 15/);
  expect(remarques.join(" ")).toMatch(/pas de ligne pour 2\.3/);
  expect(draft.writes.filter(({ ref }) => ref.row === 14)).toEqual([]);
});
