/** Earmarks, commitments and planned expenses by nature: other people's layouts, and tables that are none of them. */
import { readTables } from "../../src/reading/read";
import type { Workbook } from "../../src/workbook/picture";
import { alarms } from "../builders/expectFindings";
import { nordPlan } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";

function book(rows: readonly Typing[][], merges: string[] = [], name = "Feuille"): Workbook {
  return workbook(sheet(name, rows, { merges, format: "#,##0" }));
}

/** "Écoute: 550000 = 25000 + 525000" for each line of the earmarks. */
function flechages(read: Workbook): string[] {
  return readTables(read).flechages.flatMap(({ lignes }) =>
    lignes.map(({ label, montant, parties }) => {
      const parts = parties.map(({ amount }) => amount?.value.toFixed()).join(" + ");
      return `${label}: ${montant.amount?.value.toFixed() ?? montant.state}${parts === "" ? "" : ` = ${parts}`}`;
    }),
  );
}

describe("le fléchage", () => {
  const HEADER: Typing[] = ["Thématique", "Action", "Montant (en k€)"];

  test("dans une unité de colonne, sous un titre loin au-dessus, la thématique fusionnée", () => {
    const rows: Typing[][] = [
      ["Focus sur le Bassin minier"],
      ["Descriptif"],
      [],
      [],
      HEADER,
      ["Jeunes (axe 1)", "Collège", 25],
      [null, "Repérage", 30],
      ["TOTAL", null, 55],
    ];
    expect(flechages(book(rows, ["A6:A7"]))).toEqual([
      "Jeunes (axe 1): 25000",
      "Jeunes (axe 1): 30000",
      "TOTAL: 55000",
    ]);
  });

  test.each([
    ["le sous-total d'abord", "550 k€ 25 k€ 25 k€ 500 k€", "550000 = 25000 + 25000 + 500000"],
    ["le sous-total à la fin", "25 k€\n25 k€\n500 k€\n550 k€", "550000 = 25000 + 25000 + 500000"],
    ["le sous-total annoncé par un signe", "25 k€ + 500 k€ = 520 k€", "520000 = 25000 + 500000"],
    ["aucun sous-total", "25 k€ + 500 k€", "525000"],
    ["un montant et des mots", "25 k€ par an", "25000"],
    ["un sous-total faux, le plus grand", "550 k€ 25 k€ 25 k€ 50 k€", "550000 = 25000 + 25000 + 50000"],
    ["des lignes sans unité", "550\n25\n525", "550 = 25 + 525"],
  ])("une cellule de plusieurs montants : %s", (_, cell, read) => {
    const rows = [["Crédits fléchés"], ["Thématique", "Action", "Montant"], ["Jeunes", "Collège", cell]];
    expect(flechages(book(rows))).toEqual([`Jeunes: ${read}`]);
  });

  test("les puces de l'action disent qu'il n'y a pas de sous-total, si les montants ne disent pas le contraire", () => {
    const rows = [
      ["Crédits fléchés"],
      ["Thématique", "Action", "Montant"],
      ["Jeunes", "- un\n- deux\n- trois", "600 k€ 25 k€ 30 k€"],
    ];
    expect(flechages(book(rows))).toEqual(["Jeunes: 655000"]);
    const exact = rows.map((row) => row.map((text) => text.replace("600 k€", "55 k€")));
    expect(flechages(book(exact))).toEqual(["Jeunes: 55000 = 25000 + 30000"]);
  });

  test("n'est ni la feuille d'une fiche, ni un budget de travaux, ni un tableau du personnel", () => {
    const body: Typing[][] = [
      ["Gros œuvre", "Toiture", 25],
      ["Total", null, 25],
    ];
    const titles = ["Fiche action 1.1.1", "Budget de travaux du gymnase", "Effectifs 2024"];
    for (const title of titles) expect(flechages(book([[title], HEADER, ...body]))).toEqual([]);
    // Le titre d'une fiche, plus proche, l'emporte sur celui du fléchage.
    expect(flechages(book([["Synthèse Bassin minier"], ["Fiche action 1.1.1"], HEADER, ...body]))).toEqual([]);
  });
});

describe("les engagements proposés", () => {
  function operations(read: Workbook): string[] {
    return readTables(read).grandsAngles.flatMap(({ lignes }) =>
      lignes.map(
        ({ kind, label, autorises, contractes, proposes }) =>
          `${kind} ${label} ${[autorises, contractes, proposes].map((cell) => cell?.amount?.value.toFixed() ?? "-").join(" ")}`,
      ),
    );
  }

  test("colonnes dans un autre ordre, en-têtes fusionnés, total", () => {
    const rows: Typing[][] = [
      ["Engagements en k€"],
      ["Proposés au rapport", "Montants autorisés", "Déjà engagés", "Opération"],
      [500, 900, 100, "OP1"],
      [500, 900, 100, "TOTAL"],
      ["Vu le rapport"],
    ];
    expect(operations(book(rows))).toEqual(["ligne OP1 900000 100000 500000", "total TOTAL 900000 100000 500000"]);
  });

  test("ne sont pas dans une phrase, un devis ou une liste de marchés", () => {
    expect(
      operations(
        book([
          ["Opération", "Devis proposés"],
          ["Toiture", 500],
        ]),
      ),
    ).toEqual([]);
    expect(operations(book([["Il est proposé d'autoriser l'opération et son enveloppe."], [12]]))).toEqual([]);
  });
});

describe("les dépenses prévisionnelles par nature", () => {
  function natures(read: Workbook): string[] {
    return readTables(read).plansPrevisionnels.flatMap(({ lignes }) =>
      lignes.map(({ kind, label, montant, details }) => {
        const found = details.map((detail) => `${detail.label} ${detail.montant.amount?.value.toFixed() ?? "?"}`);
        return `${kind} ${label} ${montant.amount?.value.toFixed() ?? montant.state} [${found.join(", ")}]`;
      }),
    );
  }

  const HEADER: Typing[] = ["Nature des dépenses", "Montant État", "Objet de la dépense"];

  test("détails à puces sur une seule ligne, après un deux-points, en k€", () => {
    const rows: Typing[][] = [
      HEADER,
      ["Équipes", 600_000, "Accueil • 19 ETP (400 000 €) Appui • 2 ETP (200 k€)"],
      ["Solutions", 300_000, "Ateliers : 100 000 €\nBilans – 200 000 €"],
      ["dont numérique", 50_000, ""],
      ["Total", 900_000],
    ];
    expect(natures(book(rows))).toEqual([
      "ligne Équipes 600000 [19 ETP 400000, 2 ETP 200000]",
      "ligne Solutions 300000 [Ateliers 100000, Bilans 200000]",
      "dont dont numérique 50000 []",
      "total Total 900000 []",
    ]);
  });

  test("la liste des natures d'une fiche n'en est pas, ni le relevé de ce qui a été réalisé", () => {
    expect(
      natures(
        book([
          ["Nature des dépenses", "Montant"],
          ["Postes", 100],
        ]),
      ),
    ).toEqual([]);
    expect(
      natures(
        book([
          ["Nature des dépenses", "Montant réalisé", "Objet"],
          ["Postes", 100, "x"],
        ]),
      ),
    ).toEqual([]);
    expect(readTables(book([HEADER, ["Postes", 100, "Deux postes"]])).natures).toEqual([]);
  });
});

test("une facture, un budget de travaux et un tableau du personnel ne disent rien, à côté d'un plan", async () => {
  const facture: Typing[][] = [
    ["Facture n° 12"],
    ["Désignation", "Quantité", "Montant"],
    ["Prestation d'accompagnement (2 jours à 600 €)", 2, 1_200],
    ["Total TTC", null, 1_440],
    ["Arrêtée la présente facture à la somme de mille quatre cents euros"],
  ];
  const travaux: Typing[][] = [
    ["Opération gymnase"],
    ["Opération", "Enveloppe", "Autorisés", "Réalisés"],
    ["Toiture", 500_000, 900_000, 1_000_000],
    ["Total", 500_000, 900_000, 2_000_000],
  ];
  const personnel: Typing[][] = [
    ["Nature du contrat", "Montant brut", "Objet de la mission"],
    ["CDD", 24_000, "Renfort (12 000 €)"],
  ];
  const sheets = [sheet("Facture", facture), sheet("Travaux", travaux), sheet("Personnel", personnel)];
  expect(await alarms(workbook(...nordPlan().sheets, ...sheets))).toEqual([]);
  expect(await alarms(workbook(...sheets))).toEqual([]);
});
