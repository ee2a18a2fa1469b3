import { readTables } from "../../src/reading/read";
import type { PlanDeFinancement } from "../../src/reading/tables";
import { areaAddress } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { alarms } from "../builders/expectFindings";
import { nord, nordWithTerritoires, TERRITOIRES } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";

function kinds(book: Workbook): string[] {
  return readTables(book).tables.map(({ kind, sheet: name, area }) => `${kind} ${name}!${areaAddress(area)}`);
}

function plan(book: Workbook): PlanDeFinancement {
  const found = readTables(book).tables.find((table) => table.kind === "plan-de-financement");
  if (!found) throw new Error("no plan read");
  return found;
}

/** Covered rows of each total, by label: "Sous total: 1.1, 1.2". */
function coverage(table: PlanDeFinancement): string[] {
  const name = (index: number): string => table.lignes[index]?.fiche ?? table.lignes[index]?.label ?? "?";
  return table.lignes.flatMap((line, index) =>
    line.covers.length > 0 ? [`${name(index)}: ${line.covers.map(name).join(", ")}`] : [],
  );
}

describe("Le plan du Nord (annexe 1.b)", () => {
  test("chaque total couvre ce que son libellé et sa place disent", () => {
    expect(coverage(plan(nord()))).toEqual([
      "Sous total: 1.1, 1.2",
      "Sous total: 3.1, 3.2",
      "Sous total: 4.1, 4.2",
      'Sous total "Solidarités": Sous total, Sous total, Sous total',
      'Sous total "Emploi": 2.1, 2.2, 2.3',
      'Total financier Pacte local des solidarités: Sous total "Solidarités", Sous total "Emploi"',
      "Total financier Contractualisation Etat: Total financier Pacte local des solidarités, Conventionnement 2024 de l'expérimentation à Tourcoing",
    ]);
  });

  test("une faute dans un sous-total ne déplace pas les blocs", () => {
    const before = coverage(plan(nord()));
    for (const address of ["Plan!D7", "Plan!F10", "Plan!D14", "Plan!D18", "Plan!E21"]) {
      expect(coverage(plan(changed(nord(), address, 12_345)))).toEqual(before);
    }
  });

  test("chaque action est rangée dans son axe ou son volet", () => {
    const blocs = plan(nord()).lignes.flatMap(({ fiche, kind, classement }) =>
      kind === "action" ? [`${fiche ?? "-"} ${classement?.bloc ?? "?"}`] : [],
    );
    expect(blocs).toEqual([
      "1.1 axe-1",
      "1.2 axe-1",
      "3.1 axe-3",
      "3.2 axe-3",
      "4.1 axe-4",
      "4.2 axe-4",
      "2.1 volet-1",
      "2.2 volet-2",
      "2.3 volet-3",
      "- tourcoing",
    ]);
  });

  test("les vingt fiches sont lues, chacune avec son numéro", () => {
    const fiches = readTables(nord()).tables.flatMap((table) => (table.kind === "budget-fiche" ? [table.fiche] : []));
    expect(fiches).toEqual([
      "1.1.1",
      "1.1.2",
      "1.2.1",
      "1.2.2",
      "2.1",
      "2.2.1",
      "2.2.2",
      "2.2.3",
      "2.2.4",
      "2.2.5",
      "2.2.6",
      "2.2.7",
      "2.2.8",
      "3.1.1",
      "3.1.2",
      "3.2.1",
      "3.2.2",
      "3.2.3",
      "4.1",
      "4.2",
    ]);
  });
});

describe("La fiche 2.3 par territoires", () => {
  test("les lignes sont reconnues : année, pacte, villes, hors pacte", () => {
    const table = readTables(workbook(sheet("F", TERRITOIRES))).tables[0];
    expect(table?.lignes.map(({ kind }) => kind)).toEqual([
      "annee",
      "pacte",
      "territoire",
      "territoire",
      "territoire",
      "territoire",
      "hors-pacte",
    ]);
  });

  test("seul le montant du pacte remonte à l'action 2.3 du plan", async () => {
    const book = changed(nordWithTerritoires(), "Fiche 2.3!B4", "5 800 000 €");
    expect((await alarms(book)).filter((line) => line.startsWith("blocking"))).toEqual([
      expect.stringMatching(/^blocking \S+ Fiche 2\.3!B4 5700000\.00$/),
    ]);
  });
});

describe("D'autres mises en page", () => {
  const kEuros: Typing[][] = [
    ["Département de la Somme"],
    ["Plan de financement prévisionnel 2024"],
    [null, null, null, null, "Montants en k€"],
    ["Intitulé", "N°", null, "Part Département", "Part État", "Coût total", "Taux État"],
    ["Axe 1 – Prévention de la pauvreté"],
    ["Soutien à la parentalité", "1.1", null, 120.5, 120.5, 241, { value: 0.5, format: "0%" }],
    ["Jeunes sortants de l'ASE", "1.2", null, 300, 250, 550, { value: 0.4545, format: "0.0%" }],
    ["Total axe 1", null, null, 420.5, 370.5, 791],
    ["Insertion et emploi"],
    ["Volet 1 – chefferie de projet", "5.1", null, "NC", 80, 80],
    ["Volet 2 – offre de solutions", "5.2", null, 410, 410, 820],
    ["Total emploi", null, null, 410, 490, 900],
    ["TOTAL GÉNÉRAL", null, null, 830.5, 860.5, 1691],
  ];

  test("un plan en k€, colonnes dans un autre ordre, axes en lignes de titre, une colonne vide", async () => {
    const book = workbook(sheet("Financement", kEuros, { at: "B3", format: "#,##0.0" }));
    const read = plan(book);
    expect({ unit: read.unit, year: read.year }).toEqual({ unit: "k€", year: 2024 });
    expect(coverage(read)).toEqual([
      "Total axe 1: 1.1, 1.2",
      "Total emploi: 5.1, 5.2",
      "TOTAL GÉNÉRAL: Total axe 1, Total emploi",
    ]);
    expect(await alarms(book)).toEqual([]);
  });

  test("une faute dans ce plan est nommée dans son unité", async () => {
    const book = changed(workbook(sheet("F", kEuros, { format: "#,##0.0" })), "F!E7", 520);
    expect(await alarms(book)).toEqual([expect.stringMatching(/^blocking \S+ F!E7 250000\.00$/)]);
  });

  test("des totaux au-dessus de leur bloc", async () => {
    const book = workbook(
      sheet("Plan", [
        ["Plan de financement 2025"],
        ["Fiche", "Action", "État", "CD", "Total"],
        [null, "TOTAL", 700, 700, 1400],
        [null, "Axe 1 – Prévention de la pauvreté", 300, 300, 600],
        ["1.1", "Prévention", 100, 100, 200],
        ["1.2", "Petite enfance", 200, 200, 400],
        [null, "Axe 3 – Accès aux droits", 400, 400, 800],
        ["3.1", "Logement", 150, 150, 300],
        ["3.2", "Aller-vers", 250, 250, 500],
      ]),
    );
    expect(coverage(plan(book))).toEqual([
      "TOTAL: Axe 1 – Prévention de la pauvreté, Axe 3 – Accès aux droits",
      "Axe 1 – Prévention de la pauvreté: 1.1, 1.2",
      "Axe 3 – Accès aux droits: 3.1, 3.2",
    ]);
    expect(await alarms(book)).toEqual([]);
  });

  test("deux années côte à côte donnent deux plans", () => {
    const book = workbook(
      sheet(
        "Plan",
        [
          ["Plan de financement"],
          ["Fiche", "Action", 2024, null, null, 2025, null, null],
          [null, null, "État", "CD", "Total", "État", "CD", "Total"],
          ["1.1", "Prévention de la pauvreté", 10, 10, 20, 30, 30, 60],
          [null, "Total", 10, 10, 20, 30, 30, 60],
        ],
        { merges: ["C2:E2", "F2:H2", "A2:A3", "B2:B3"] },
      ),
    );
    expect(readTables(book).tables.map(({ kind, year }) => `${kind} ${year}`)).toEqual([
      "plan-de-financement 2024",
      "plan-de-financement 2025",
    ]);
  });

  test("une fiche par feuille, numérotée par le nom de la feuille", () => {
    const budget: Typing[][] = [["Budget prévisionnel"], ["Année", "État", "Département", "Total"], [2024, 1, 1, 2]];
    const book = workbook(sheet("Fiche 1.1.1", budget), sheet("Fiche 1.1.2", budget));
    expect(readTables(book).tables.map((table) => (table.kind === "budget-fiche" ? table.fiche : null))).toEqual([
      "1.1.1",
      "1.1.2",
    ]);
  });

  test("deux tableaux côte à côte sont deux tableaux", () => {
    const book = workbook(
      sheet("Fiches", [
        ["Budget de l'action 1.1.1", null, null, null, null, "Budget de l'action 1.1.2"],
        ["Année", "État", "CD", "Total", null, "Année", "État", "CD", "Total"],
        [2024, 1, 1, 2, null, 2024, 3, 3, 6],
      ]),
    );
    expect(readTables(book).tables.map((table) => (table.kind === "budget-fiche" ? table.fiche : null))).toEqual([
      "1.1.1",
      "1.1.2",
    ]);
  });

  test("une ligne vide dans le tableau ne le coupe pas", () => {
    const book = workbook(
      sheet("Plan", [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total"],
        ["1.1", "Prévention", 1, 1, 2],
        [],
        ["1.2", "Petite enfance", 2, 2, 4],
        [],
        [null, "Total", 3, 3, 6],
      ]),
    );
    expect(coverage(plan(book))).toEqual(["Total: 1.1, 1.2"]);
  });

  test("un tableau d'un autre genre sous le plan n'en fait pas partie", () => {
    const book = workbook(
      sheet("Plan", [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total"],
        ["1.1", "Prévention", 1, 1, 2],
        [null, "Total", 1, 1, 2],
        [],
        ["Objet", "Programme", "Action", "Sous-action", "Code activité", "Montant"],
        ["Axe 1", "304", "23", "23", "030450232301", 1],
      ]),
    );
    expect(kinds(book)).toEqual(["plan-de-financement Plan!A2:E4"]);
  });
});

describe("Ce qui n'est pas à nous", () => {
  test.each<[string, Typing[][]]>([
    [
      "un suivi de commandes (État = statut)",
      [
        ["Commande", "État", "Total"],
        ["A12", "livrée", 120],
        ["A13", "en cours", 80],
      ],
    ],
    [
      "un tableau d'ETP",
      [
        ["Dominante", "Conseil départemental", "France Travail", "Total"],
        ["Emploi", 3, 4, 7],
      ],
    ],
    [
      "un bilan",
      [
        ["Action", "Prévu État", "Prévu CD", "Réalisé total", "Solde à verser"],
        ["1.1", 1, 1, 2, 0],
      ],
    ],
    ["de la prose", [["L'État et le Département participent chacun à hauteur de 50 % du coût total des actions."]]],
  ])("%s n'est pas lu comme un plan", (_, rows) => {
    expect(kinds(workbook(sheet("Feuille", rows)))).toEqual([]);
  });
});
