import { checkWorkbook } from "../../src/checking/check";
import type { CheckReport } from "../../src/checking/report";
import type { Lecture } from "../../src/domain/lecture";
import { draftPlan } from "../../src/drafting/plan";
import { readTables } from "../../src/reading/read";
import { areaAddress } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { alarms } from "../builders/expectFindings";
import { nord } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";
import { OPTIONS } from "../builders/plan";

const ROWS: Typing[][] = [
  ["Note interne"],
  ["Ref.", "Libellé", "Dotation", "Fonds propres", "Enveloppe"],
  ["1.1", "Prévention", 100, 100, 200],
  ["1.2", "Petite enfance", 150, 150, 310],
  [null, "Total", 250, 250, 500],
];

const ROLES = ["fiche", "label", "etat", "departement", "total"];

/** What an officer would say of the table whose header is given. */
function lecture(headers: readonly string[], roles: readonly (string | null)[], more: Partial<Lecture> = {}): Lecture {
  const columns = headers.map((header, place) => ({ header, role: roles[place] ?? null }));
  return { sheet: "Feuil1", columns, rank: 1, kind: "plan-de-financement", unit: null, year: null, ...more };
}

const HEADERS = ["Ref.", "Libellé", "Dotation", "Fonds propres", "Enveloppe"];
const PLAN = lecture(HEADERS, ROLES, { unit: "k€", year: 2025 });

function book(rows: readonly (readonly Typing[])[], ...lectures: Lecture[]): Workbook {
  return { ...workbook(sheet("Feuil1", rows)), lectures };
}

function tables({ tables: read }: CheckReport): string[] {
  return read.map(({ kind, sheet: name, range, year, unit }) => `${kind} ${name}!${range} ${year} ${unit}`);
}

describe("Ce qu'un agent dit d'un tableau", () => {
  test("sans lui, le tableau n'est pas lu", async () => {
    expect(tables(await checkWorkbook(book(ROWS)))).toEqual([]);
  });

  test("le fait lire avec son genre, ses colonnes, son unité et son année", async () => {
    const report = await checkWorkbook(book(ROWS, PLAN));
    expect(tables(report)).toEqual(["plan-de-financement Feuil1!A2:E5 2025 k€"]);
    expect(report.tables[0]?.reading).toMatchObject({ confirmed: PLAN });
    expect(report.unusedReadings).toEqual([]);
    expect(await alarms(book(ROWS, PLAN))).toEqual([expect.stringMatching(/^blocking \S+ Feuil1!E4 300000\.00$/)]);
  });

  test("tient quand des lignes sont insérées ou que le tableau descend", async () => {
    const moved = [[], [], ["Un autre titre"], ...ROWS.slice(1, 3), ["1.3", "Ajoutée", 10, 10, 20], ...ROWS.slice(3)];
    expect(tables(await checkWorkbook(book(moved, PLAN)))).toEqual(["plan-de-financement Feuil1!A4:E8 2025 k€"]);
  });

  test("tient quand la feuille est renommée", async () => {
    const renamed = { ...workbook(sheet("Autre nom", ROWS)), lectures: [PLAN] };
    expect(tables(await checkWorkbook(renamed))).toEqual(["plan-de-financement Autre nom!A2:E5 2025 k€"]);
  });

  test("est dit quand les en-têtes ont changé", async () => {
    const other = ROWS.map((row, place) =>
      place === 1 ? ["Ref.", "Libellé", "Dotation", "Apport", "Enveloppe"] : row,
    );
    const report = await checkWorkbook(book(other, PLAN));
    expect(tables(report)).toEqual([]);
    expect(report.unusedReadings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/ne correspond plus à aucun tableau/),
    ]);
  });

  test("de deux tableaux aux mêmes en-têtes, en désigne un", async () => {
    const twice = [...ROWS, [], [], [], ...ROWS.slice(1)];
    const second = { ...PLAN, rank: 2 };
    expect(tables(await checkWorkbook(book(twice, second)))).toEqual(["plan-de-financement Feuil1!A9:E12 2025 k€"]);
  });

  test("peut dire qu'un tableau n'est pas à contrôler", async () => {
    const [plan] = nord().sheets;
    const found = readTables(nord()).enTetes.find(({ kind }) => kind === "plan-de-financement");
    if (!plan || !found) throw new Error("no plan");
    const none = lecture(found.lieu.headers, [], { sheet: plan.name, kind: "aucun" });
    const read = readTables({ ...nord(), lectures: [none] });
    expect(read.tables.filter(({ kind }) => kind === "plan-de-financement")).toEqual([]);
  });

  test("corrige une colonne mal lue", async () => {
    const rows: Typing[][] = [
      ["Pacte des solidarités 2025"],
      ["N°", "Intitulé", "Part État demandée", "Part État", "Part CD", "Total"],
      ["1.1", "Prévention", 120_000, 100_000, 100_000, 200_000],
      ["1.2", "Petite enfance", 170_000, 150_000, 150_000, 300_000],
    ];
    const said = lecture(
      ["N°", "Intitulé", "Part État demandée", "Part État", "Part CD", "Total"],
      ["fiche", "label", null, "etat", "departement", "total"],
    );
    const plan = readTables(book(rows, said)).tables[0];
    expect(plan?.lignes.map(({ amounts }) => amounts.etat?.amount?.value.toNumber())).toEqual([100_000, 150_000]);
  });

  test.each<[string, Lecture["kind"], Typing[][], (string | null)[]]>([
    [
      "budget-fiche",
      "budget-fiche",
      [
        ["Quand", "Dotation", "Apport", "Somme"],
        [2025, 10, 10, 20],
        [2026, 5, 5, 10],
      ],
      ["annee", "etat", "departement", "total"],
    ],
    [
      "imputations",
      "imputations",
      [
        ["Poste", "Clé", "Somme"],
        ["Axe 1", "030450232301", 100],
        ["Axe 3", "030450232501", 50],
      ],
      ["label", "code", "montant"],
    ],
    [
      "versements",
      "versements",
      [
        ["Quoi", "Base", "Acpt", "Reste"],
        ["Volet 1", 100, 60, 40],
        ["Volet 2", 200, 120, 80],
      ],
      ["label", "base", "avance", "solde"],
    ],
    [
      "realise",
      "realise",
      [
        ["Ref.", "Action", "Sorties"],
        ["1.1", "Prévention", 100],
        ["1.2", "Petite enfance", 50],
      ],
      ["fiche", "label", "realise"],
    ],
    [
      "indicateurs",
      "indicateurs",
      [
        ["Mesure", "But A", "But B"],
        ["Jeunes suivis", 100, 120],
        ["Places", 50, 60],
      ],
      ["label", "cible-2024", "cible-2025"],
    ],
    [
      "flechage",
      "flechage",
      [
        ["Sujet", "Quoi", "Somme"],
        ["Logement", "3.1", 100],
        ["Emploi", "2.2", 50],
      ],
      ["thematique", "action", "montant"],
    ],
    [
      "grand-angle",
      "grand-angle",
      [
        ["Op.", "Max", "Pris", "Rapport"],
        ["OP1", 100, 50, 20],
        ["OP2", 200, 50, 30],
      ],
      ["operation", "autorises", "contractes", "proposes"],
    ],
    [
      "plan-previsionnel-nature",
      "plan-previsionnel-nature",
      [
        ["Charges", "Somme", "Détail"],
        ["Personnel", 100, "2 ETP"],
        ["Matériel", 50, "-"],
      ],
      ["nature", "montant", "objet"],
    ],
  ])("vaut pour le genre %s", async (kind, said, rows, roles) => {
    const headers = (rows[0] ?? []).map(String);
    const report = await checkWorkbook(book(rows, lecture(headers, roles, { kind: said, year: 2025 })));
    expect(report.tables.map((table) => table.kind)).toContain(kind);
    expect(report.unusedReadings).toEqual([]);
  });

  test("sert aussi à remplir le plan", () => {
    const rows: Typing[][] = [
      ["Ref.", "Libellé", "Dotation", "Fonds propres", "Enveloppe"],
      ["1.1", "Axe 1, accrochage scolaire"],
      ["1.2", "Axe 1, jeunes"],
    ];
    const fiches: Typing[][] = [
      ["Budget prévisionnel de l'action 1.1"],
      ["Année", "État", "Conseil départemental", "Total"],
      [2025, 100_000, 100_000, 200_000],
    ];
    const both = { ...workbook(sheet("Feuil1", rows), sheet("Fiche 1.1", fiches)), lectures: [PLAN] };
    const drafted = draftPlan(both, { ...OPTIONS, year: 2025 });
    expect(drafted.ok ? drafted.value.draft.writes.map(({ ref }) => `${ref.sheet} ${ref.row}`) : drafted).toContain(
      "Feuil1 1",
    );
  });
});

test("chaque tableau lu dit ses colonnes et ce qu'elles sont", () => {
  const found = readTables(nord()).enTetes.find(({ kind }) => kind === "plan-de-financement");
  expect(found?.roles).toEqual(["axe", "fiche", "label", "etat", "departement", "total"]);
  expect(found && areaAddress(found.area)).toMatch(/^[AB]4:/);
});
