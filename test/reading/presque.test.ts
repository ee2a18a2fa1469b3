import { checkWorkbook } from "../../src/checking/check";
import type { Workbook } from "../../src/workbook/picture";
import { alarms } from "../builders/expectFindings";
import { FOREIGN } from "../builders/foreign";
import { nord } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";

async function near(book: Workbook): Promise<string[]> {
  return (await checkWorkbook(book)).near.map(
    ({ kind, sheet: name, range, message }) =>
      `${kind} ${name}!${range} ${/il manque (.*?)\. /.exec(message)?.[1] ?? ""}`,
  );
}

const one = (rows: readonly (readonly Typing[])[], name = "Feuille"): Workbook => workbook(sheet(name, rows));
const NBSP = "\u00A0";

describe("Un tableau presque reconnu dit ce qui lui manque", () => {
  test.each<[string, string, Typing[][], string]>([
    [
      "un plan sans la part de l'État",
      "Plan",
      [
        ["Contrat local des solidarités, plan de financement 2025"],
        ["N°", "Intitulé", "Part Département", "Coût total"],
        ["1.1", "Prévention", 100_000, 200_000],
        ["1.2", "Petite enfance", 150_000, 300_000],
        [null, "Total", 250_000, 500_000],
      ],
      "plan-de-financement Plan!A2:D5 la colonne « Participation État »",
    ],
    [
      "un plan avec la seule part de l'État",
      "Plan",
      [
        ["Pacte des solidarités 2025"],
        ["N°", "Intitulé", "Participation État"],
        ["1.1", "Prévention", 100_000],
        ["1.2", "Petite enfance", 150_000],
      ],
      "plan-de-financement Plan!A2:C4 la colonne « Crédits CD ou Budget global »",
    ],
    [
      "un plan dont la part de l'État porte un nom inconnu",
      "Plan",
      [
        ["Plan de financement 2025 du pacte local"],
        ["N°", "Intitulé", "Dotation", "Fonds propres", "Enveloppe"],
        ["1.1", "Axe 1, prévention de la pauvreté", 100_000, 100_000, 200_000],
        ["1.2", "Petite enfance", 150_000, 150_000, 300_000],
      ],
      "plan-de-financement Plan!A2:E4 la colonne « Participation État » et la colonne « Crédits CD ou Budget global »",
    ],
    [
      "un tableau de parts qui s'additionnent, sans titre ni numéro",
      "Feuil1",
      [
        ["Libellé", "Part État", "Part Département", "Coût total"],
        ["Aide aux familles", 100_000, 100_000, 200_000],
        ["Aide aux jeunes", 150_000, 150_000, 300_000],
      ],
      "plan-de-financement Feuil1!A1:D3 ce qui dit de quel tableau il s’agit (un titre, des numéros d’action ou des axes)",
    ],
    [
      "un budget de fiche sans année",
      "Fiche 1.1.1",
      [
        ["Budget prévisionnel de la fiche-action 1.1.1"],
        ["Poste", "État", "Département", "Total"],
        ["Personnel", 100_000, 100_000, 200_000],
      ],
      "budget-fiche Fiche 1.1.1!A2:D3 l’année de chaque ligne",
    ],
    [
      "un budget de fiche sans la part de l'État",
      "Fiche 1.1.1",
      [
        ["Budget prévisionnel de la fiche-action 1.1.1"],
        ["Année", "Département", "Total"],
        [2024, 100_000, 200_000],
        [2025, 100_000, 200_000],
      ],
      "budget-fiche Fiche 1.1.1!A2:C4 la colonne « Participation État »",
    ],
    [
      "des versements sans avance ni solde",
      "Versements",
      [
        ["Convention emploi, versements"],
        ["Objet", "Montant prévisionnel", "Déjà versé"],
        ["Volet 1", 135_000, 81_000],
        ["Volet 2", 8_752_912, 5_251_747],
      ],
      "versements Versements!A2:C4 la colonne « Avance ou Solde »",
    ],
    [
      "des imputations sans code lisible",
      "Imputations",
      [
        ["Programme", "Action", "Sous-action", "Code activité", "Montant"],
        ["Inclusion", "11", "12", "à venir", 2_450_000],
        ["Inclusion", "11", "13", "à venir", 900_000],
      ],
      "imputations Imputations!A1:E3 des codes activité lisibles, ou un programme 304 ou 102",
    ],
    [
      "des engagements sans les montants autorisés",
      "GA",
      [
        ["Opération", "Enveloppe", "Déjà contractés", "Proposés dans le rapport"],
        ["OP1", "E1", 100_000, 50_000],
        ["OP2", "E2", 200_000, 70_000],
      ],
      "grand-angle GA!A1:D3 la colonne « Montants autorisés »",
    ],
    [
      "un fléchage sans montant reconnu",
      "ERBM",
      [
        ["Fléchage Bassin minier (ERBM)"],
        ["Thématique", "Action", "Somme"],
        ["Logement", "3.1", 100_000],
        ["Emploi", "2.2", 50_000],
      ],
      "flechage ERBM!A2:C4 la colonne « Montant fléché »",
    ],
  ])("%s", async (_, name, rows, expected) => {
    const book = one(rows, name);
    expect((await near(book)).map((line) => line.replaceAll(NBSP, " "))).toEqual([expected]);
    expect(await alarms(book)).toEqual([]);
  });

  test("un plan lu, mais sans année ni unité, le dit sans alarme", async () => {
    const book = one([
      ["Plan de financement"],
      ["N°", "Intitulé", "Part État", "Part CD", "Total"],
      ["1.1", "Prévention", 100, 100, 200],
      ["1.2", "Petite enfance", 150.5, 150.5, 301],
      [null, "Total", 250.5, 250.5, 501],
    ]);
    expect(await near(book)).toEqual([expect.stringMatching(/^plan-de-financement Feuille!A2:E5 l’année et l’unité/)]);
    expect(await alarms(book)).toEqual([]);
  });

  test("deux colonnes pour une même part le disent", async () => {
    const book = one([
      ["Plan de financement 2025"],
      ["N°", "Intitulé", "Part État", "Part État", "Part CD", "Total"],
      ["1.1", "Prévention", 100_000, 90_000, 90_000, 180_000],
      ["1.2", "Petite enfance", 150_000, 140_000, 140_000, 280_000],
    ]);
    expect(await near(book)).toEqual([expect.stringMatching(/de quoi choisir entre les colonnes/)]);
  });
});

describe("Ce qui n'est pas presque reconnu", () => {
  test.each(FOREIGN)("%s", async (_, rows) => {
    const report = await checkWorkbook(one(rows));
    expect(report.near).toEqual([]);
    expect(report.findings).toEqual([]);
  });

  test("le classeur du Nord, lu en entier", async () => {
    expect(await near(nord())).toEqual([]);
  });
});
