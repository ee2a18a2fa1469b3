import type { FluxStock } from "../../src/reading/fluxStockTables";
import { readTables } from "../../src/reading/read";
import { areaAddress, cellAddress } from "../../src/workbook/address";
import { FICHE_23, fluxDuNord } from "../builders/fluxStock";
import { indicateursDuNord } from "../builders/indicateurs";
import { nordWithTerritoires } from "../builders/nord";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

function read(rows: readonly (readonly Typing[])[], options: SheetOptions = {}): readonly FluxStock[] {
  return readTables(workbook(sheet("Territoires", rows, options))).fluxStocks;
}

/** "dunkerque concernes: flux B3 720, stock C3 858, 7 mois, taux 0.8". */
function lignes(tables: readonly FluxStock[]): string[] {
  return tables.flatMap(({ lignes: own }) =>
    own.map(({ territoire, kind, public: counted, nombres, details, mois, taux, covers }) => {
      const counts = Object.entries(nombres).map(
        ([champ, cell]) =>
          `${champ} ${cellAddress(cell.ref.row, cell.ref.column)} ${cell.amount?.value.toString() ?? cell.state}`,
      );
      const parts = details.map(({ nom, cell }) => `${nom} ${cell.amount?.value.toString() ?? cell.state}`);
      const others = [
        ...(mois === null ? [] : [`${mois} mois`]),
        ...(taux ? [`taux ${taux.rate.value.toString()}`] : []),
        ...(covers.length > 0 ? [`covers ${covers.join(" ")}`] : []),
      ];
      return `${territoire ?? kind} ${counted}: ${[...counts, ...parts, ...others].join(", ")}`;
    }),
  );
}

describe("Les tableaux de la source", () => {
  test("la fiche 2.3 : totaux au-dessus de leurs territoires, puis ceux qui sont intégrés (L1763-1776)", () => {
    const [table, ...others] = read(FICHE_23);
    expect(others).toEqual([]);
    expect(table && [table.form, areaAddress(table.area)]).toEqual(["tableau", "A2:D15"]);
    const found = lignes(table ? [table] : []);
    expect(found).toHaveLength(12);
    expect(found).toContain("total concernes: total B3 12348, stock D3 7080, flux C3 5268, covers 1 2 3 4 5");
    expect(found).toContain("dunkerque concernes: total B6 1578, stock D6 858, flux C6 720, 7 mois");
    expect(found).toContain("maubeuge integres: total B13 1741, stock D13 1618, flux C13 123, taux 0.8");
  });

  test("les lignes d'un territoire, et le calendrier (L2396-2453, L2719-2787, L2861-2870)", () => {
    const { fluxStocks } = readTables(fluxDuNord());
    const of = (name: string): string[] => lignes(fluxStocks.filter((table) => table.sheet === name));
    expect(of("Feuille de route")[0]).toBe("roubaix concernes: bassin A3 9993, flux A4 2576, stock A5 826, 8 mois");
    expect(of("Reprise du stock")[1]).toBe("dunkerque concernes: mensuel A7 103, stock A8 1578");
    expect(of("Calendrier")[3]).toMatch(/^denain concernes: avril empty, .*septembre|^denain concernes: avril empty/);
    expect(of("Calendrier")).toHaveLength(5);
  });
});

describe("D'autres mises en page", () => {
  test("le flux mensuel, les mois et la période en colonnes, le total en bas", () => {
    expect(
      lignes(
        read([
          ["Allocataires du RSA par territoire 2025"],
          ["Territoire", "Flux mensuel", "Nombre de mois", "Flux sur la période", "Stock", "Total"],
          ["Ville de Lens", 50, 6, 300, 1_200, 1_500],
          ["Liévin", 20, 6, 120, "800", 920],
          ["TOTAL", 70, null, 420, 2_000, 2_420],
        ]),
      ),
    ).toEqual([
      "lens concernes: mensuel B3 50, flux D3 300, stock E3 1200, total F3 1500, 6 mois",
      "lievin concernes: mensuel B4 20, flux D4 120, stock E4 800, total F4 920, 6 mois",
      "total concernes: mensuel B5 70, flux D5 420, stock E5 2000, total F5 2420, covers 0 1",
    ]);
  });

  test("concernés et intégrés côte à côte, le taux dans sa colonne", () => {
    const rows: Typing[][] = [
      [null, "Allocataires concernés", null, null, "Allocataires intégrés", null],
      ["Commune", "Stock", "Nouveaux entrants", "Ensemble", "Total", "Taux d'intégration"],
      ["Calais", 500, 300, 800, 640, { value: 0.8, format: "0 %" }],
    ];
    expect(lignes(read(rows, { merges: ["B1:D1", "E1:F1"] }))).toEqual([
      "calais concernes: stock B3 500, flux C3 300, total D3 800",
      "calais integres: total E3 640, taux 0.8",
    ]);
  });

  test("les territoires en colonnes", () => {
    expect(
      lignes(
        read([
          ["Public de l'expérimentation"],
          ["BRSA", "Lens", "Liévin", "Total"],
          ["Flux", 100, 200, 300],
          ["Stock", 400, 500, 900],
          ["Total", 500, 700, 1_200],
          ["Allocataires intégrés", 400, 560, 960],
          ["Taux d'intégration", "80 %", "80 %", "80 %"],
        ]),
      ),
    ).toEqual([
      "lens concernes: flux B3 100, stock B4 400, total B5 500",
      "lens integres: total B6 400, taux 0.8",
      "lievin concernes: flux C3 200, stock C4 500, total C5 700",
      "lievin integres: total C6 560, taux 0.8",
      "total concernes: flux D3 300, stock D4 900, total D5 1200, covers 0 2",
      "total integres: total D6 960, taux 0.8, covers 1 3",
    ]);
  });

  test("des sous-totaux, des années côte à côte, un flux annuel", () => {
    expect(
      lignes(
        read([
          ["File active BRSA"],
          ["EPCI", "Flux mensuel", "Flux annuel", "Stock", "Total file active"],
          ["CA du Boulonnais", 50, 600, 1_200, 1_800],
          ["Sous-total littoral", 50, 600, 1_200, 1_800],
          ["Total", 50, 600, 1_200, 1_800],
        ]),
      ),
    ).toEqual([
      "boulonnais concernes: mensuel B3 50, flux C3 600, stock D3 1200, total E3 1800, 12 mois",
      "total concernes: mensuel B4 50, flux C4 600, stock D4 1200, total E4 1800, 12 mois, covers 0",
      "total concernes: mensuel B5 50, flux C5 600, stock D5 1200, total E5 1800, 12 mois, covers 1",
    ]);
    const [table] = read([
      ["Allocataires"],
      ["Commune", "Flux 2024", "Stock 2024", "Flux 2025", "Stock 2025"],
      ["Lens", 1, 2, 3, 4],
    ]);
    expect(table?.lignes.map(({ year }) => year)).toEqual([2024, 2025]);
  });

  test("les lignes d'un territoire, la valeur dans la cellule voisine", () => {
    expect(
      lignes(
        read([
          ["Bassin d'emploi", "Ville d'Arras"],
          ["Nombre de BRSA entrants (flux sur 6 mois)", 240],
          ["Nombre de BRSA stock", 700],
        ]),
      ),
    ).toEqual(["arras concernes: flux B2 240, stock B3 700, 6 mois"]);
  });

  test("des ETP par dominante et par acteur, avec leurs totaux", () => {
    const [table] = read([
      ["Moyens en ETP par dominante"],
      ["Dominante", "France Travail", "Département", "Ressources locales", "Total"],
      ["Emploi", 3, 15, 0, 18],
      ["Équilibre", 8, "3 ETP", 9.5, 20.5],
      ["Total", 11, 18, 9.5, 38.5],
    ]);
    expect(table && [table.form, table.grandeur]).toEqual(["repartition", "ETP"]);
    expect(lignes(table ? [table] : [])).toEqual([
      "emploi concernes: total E3 18, france travail 3, departement 15, ressources locales 0",
      "equilibre concernes: total E4 20.5, france travail 8, departement 3, ressources locales 9.5",
      "total concernes: total E5 38.5, france travail 11, departement 18, ressources locales 9.5, covers 0 1",
    ]);
  });

  test("une répartition dans une phrase, ville par ville (L2512)", () => {
    expect(
      lignes(read([["ROUBAIX 50% emploi, 30% équilibre, 20% remobilisation DUNKERQUE 60 % emploi, 40 % équilibre"]])),
    ).toEqual([
      "roubaix concernes: emploi 50, equilibre 30, remobilisation 20",
      "dunkerque concernes: emploi 60, equilibre 40",
    ]);
  });
});

describe("Ce qui n'est pas un tableau de personnes", () => {
  test("ni un plan, ni des budgets, ni des indicateurs", () => {
    for (const book of [nordWithTerritoires(), indicateursDuNord()]) expect(readTables(book).fluxStocks).toEqual([]);
  });

  test("ni un stock de marchandises, ni un calendrier de paiements, ni des crédits par acteur", () => {
    expect(
      read([
        ["Article", "Flux", "Stock", "Total"],
        ["Papier", 10, 20, 30],
      ]),
    ).toEqual([]);
    expect(
      read([
        ["Calendrier des paiements"],
        ["Objet", "Janvier", "Février", "Mars"],
        ["Avance", "100 €", "100 €", "100 €"],
      ]),
    ).toEqual([]);
    expect(
      read([
        ["Moyens (ETP) et crédits par acteur"],
        ["Action", "Etat", "Département", "Total"],
        ["1.1", 100, 100, 200],
      ]),
    ).toEqual([]);
  });

  test("et des personnes ne sont ni un plan, ni un budget, ni des versements, ni des natures", () => {
    const { tables, versements, imputations, natures, indicateurs, bilans } = readTables(fluxDuNord());
    expect([tables, versements, imputations, natures, indicateurs, bilans].flat()).toEqual([]);
    const acteurs: Typing[][] = [
      ["Pacte local des solidarités : ETP par dominante"],
      ["Dominante", "Etat", "Département", "Total"],
      ["Emploi", 3, 15, 18],
      ["Remobilisation", 2, 4, 6],
    ];
    const book = workbook(sheet("Moyens", acteurs));
    expect(readTables(book).tables).toEqual([]);
    expect(readTables(book).fluxStocks).toHaveLength(1);
  });
});
