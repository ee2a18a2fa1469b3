import { readTables } from "../../src/reading/read";
import type { CibleCell, Indicateurs } from "../../src/reading/indicateursTables";
import { areaAddress, cellAddress } from "../../src/workbook/address";
import { fluxDuNord } from "../builders/fluxStock";
import { indicateursDuNord } from "../builders/indicateurs";
import { nordWithTerritoires } from "../builders/nord";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";
import { versementsOf } from "../builders/versements";

function read(rows: readonly (readonly Typing[])[], options: SheetOptions = {}): readonly Indicateurs[] {
  return readTables(workbook(sheet("Suivi", rows, options))).indicateurs;
}

/** "B3 nombre 6917". */
function said(cell: CibleCell | null): string {
  return cell === null ? "-" : `${cell.state}${cell.valeur === null ? "" : ` ${cell.valeur}`}`;
}

/** "1.1.1 Nombre de jeunes: situation nc; 2024 nombre 50, 2025 cumul 60; atteint 2024 nombre 48; total nombre 110". */
function lignes(tables: readonly Indicateurs[]): string[] {
  return tables.flatMap(({ fiche, lignes: own }) =>
    own.map(({ label, situation, cibles, atteints, total }) => {
      const years = cibles.map(({ annee, cell }) => `${annee} ${said(cell)}`).join(", ");
      const reached = atteints.map(({ annee, cell }) => `; atteint ${annee} ${said(cell)}`).join("");
      const sum = total ? `; total ${said(total)}` : "";
      return `${fiche ?? "-"} ${label}: situation ${said(situation)}; ${years}${reached}${sum}`;
    }),
  );
}

describe("Les tableaux de la source", () => {
  const tables = readTables(indicateursDuNord()).indicateurs;

  test("un tableau par fiche, avec sa plage et son numéro", () => {
    expect(tables.map(({ fiche, area }) => `${fiche ?? "-"} ${areaAddress(area)}`)).toEqual([
      "1.1.1 A3:F5",
      "1.2.2 A9:F10",
      "2.2.3 A14:C16",
      "2.2.8 A20:C22",
      "3.2.1 A26:F27",
      "3.2.2 A32:F34",
      "3.2.3 A38:F39",
      "4.1 A43:F44",
    ]);
  });

  test("des nombres, des cumuls, des mots et leurs années (L1225, L1345, L1529, L1920, L1955, L2035)", () => {
    const found = lignes(tables);
    expect(found).toContain(
      "1.1.1 Nombre d'outils créés: situation nc; 2024 en-definition, 2025 en-definition, 2026 en-definition, 2027 en-definition",
    );
    expect(found).toContain(
      "1.2.2 Nombre de jeunes repérés: situation nc; 2024 texte, 2025 nombre 600, 2026 nombre 3000, 2027 nombre 4500",
    );
    expect(found).toContain(
      "2.2.3 Nombre de personnes en accompagnement global: situation nombre 6917; 2024 nombre 7500",
    );
    expect(found).toContain(
      "3.2.1 Nombre de professionnels formés: situation nc; 2024 texte, 2025 cumul 370, 2026 cumul 370, 2027 cumul 370",
    );
    expect(found).toContain(
      "4.1 Nombre de ménages repérés: situation nc; 2024 texte, 2025 nombre 3000, 2026 cumul 6000, 2027 cumul 6000",
    );
  });

  test("le total que la fiche annonce dans une phrase : former 600 professionnels (L1928, L1955)", () => {
    const total = tables.find(({ fiche }) => fiche === "3.2.2")?.lignes[0]?.total;
    expect([said(total ?? null), total && cellAddress(total.ref.row, total.ref.column)]).toEqual(["nombre 600", "A30"]);
  });
});

describe("D'autres mises en page", () => {
  test("des années sur une ligne au-dessus, cibles et résultats côte à côte", () => {
    const rows: Typing[][] = [
      ["Matrice des indicateurs"],
      ["Fiche", "Indicateurs", "Valeur initiale", 2024, null, 2025, null],
      [null, null, null, "Cible", "Réalisé", "Cible", "Réalisé"],
      ["1.1", "Taux d'accès aux droits", 0.6, "≥ 80 %", 0.75, "85 %", null],
      ["1.2", "Nombre de jeunes", "1 200", 1_300, "NC", "1\u202F400", null],
    ];
    const merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"];
    expect(lignes(read(rows, { merges, format: "0%" }).slice(0, 1))).toEqual([
      "1.1 Taux d'accès aux droits: situation taux 0.6; 2024 taux 0.8, 2025 taux 0.85; atteint 2024 taux 0.75; atteint 2025 vide",
    ]);
    expect(lignes(read(rows, { merges }).slice(1))).toEqual([
      "1.2 Nombre de jeunes: situation nombre 1200; 2024 nombre 1300, 2025 nombre 1400; atteint 2024 nc; atteint 2025 vide",
    ]);
  });

  test("« Cibles » et « Résultats » au-dessus des années", () => {
    expect(
      lignes(
        read([
          ["Fiche action 3.1"],
          [null, null, "Cibles", null, "Résultats", null],
          ["Indicateur", "Situation de référence", 2024, 2025, 2024, 2025],
          ["Places créées", 10, 12, 15, 11, "En attente"],
        ]),
      ),
    ).toEqual([
      "3.1 Places créées: situation nombre 10; 2024 nombre 12, 2025 nombre 15; atteint 2024 nombre 11; atteint 2025 en-definition",
    ]);
  });

  test("d'autres mots, d'autres places, un total", () => {
    expect(
      lignes(
        read([
          ["Objectif 2024", "Objectif 2025", "Total 2024-2025", "Intitulé de l'indicateur", "Résultat 2024"],
          ["+ 195", "+205", 400, "Professionnels formés", "198 agents"],
        ]),
      ),
    ).toEqual([
      "- Professionnels formés: situation -; 2024 cumul 195, 2025 cumul 205; atteint 2024 nombre 198; total nombre 400",
    ]);
  });

  test("une cible sans année prend celle du titre", () => {
    expect(lignes(read([["Bilan 2025"], ["Indicateur", "Cible", "Atteint"], ["Jeunes suivis", 40, 38]]))).toEqual([
      "- Jeunes suivis: situation -; 2025 nombre 40; atteint 2025 nombre 38",
    ]);
  });

  test("plusieurs fiches sous un en-tête, nommées par des lignes", () => {
    const rows: Typing[][] = [
      ["Indicateur", "Situation", "Cible 2024"],
      ["Fiche action 1.1 : prévention"],
      ["Nombre d'ateliers", 3, 5],
      ["Fiche action 1.2 : jeunes"],
      ["Nombre de maraudes", "ND", "à définir"],
    ];
    expect(lignes(read(rows))).toEqual([
      "1.1 Nombre d'ateliers: situation nombre 3; 2024 nombre 5",
      "1.2 Nombre de maraudes: situation nc; 2024 en-definition",
    ]);
  });

  test("deux fiches côte à côte, chacune sous son titre", () => {
    const rows: Typing[][] = [
      ["Fiche 1.1", null, null, null, "Fiche 1.2"],
      ["Indicateur", "Situation", "Cible 2024", null, "Indicateur", "Situation", "Cible 2024"],
      ["Nombre de jeunes", 1, 2, null, "Nombre de familles", 3, 4],
    ];
    expect(lignes(read(rows))).toEqual([
      "1.1 Nombre de jeunes: situation nombre 1; 2024 nombre 2",
      "1.2 Nombre de familles: situation nombre 3; 2024 nombre 4",
    ]);
  });

  test("une colonne qui donne l'année de chaque ligne", () => {
    const rows: Typing[][] = [
      ["Indicateur", "Année", "Cible", "Atteint"],
      ["Jeunes suivis", { value: 2024, format: "General" }, 100, 90],
      ["Jeunes suivis", { value: 2025, format: "General" }, 120, null],
    ];
    expect(lignes(read(rows))).toEqual([
      "- Jeunes suivis: situation -; 2024 nombre 100; atteint 2024 nombre 90",
      "- Jeunes suivis: situation -; 2025 nombre 120; atteint 2025 vide",
    ]);
  });

  test("plusieurs indicateurs dans une cellule, un par ligne de texte", () => {
    const rows: Typing[][] = [
      ["Indicateurs", "Situation au 31/12/2023", "Cible fin 2024"],
      ["Nombre de jeunes\nNombre de familles", "NC\n12", "15\n+20"],
    ];
    expect(lignes(read(rows))).toEqual([
      "- Nombre de jeunes: situation nc; 2024 nombre 15",
      "- Nombre de familles: situation nombre 12; 2024 cumul 20",
    ]);
  });

  test("une cible fusionnée sur les années vaut pour chacune", () => {
    const rows: Typing[][] = [
      ["Indicateur", "Cible 2024", "Cible 2025"],
      ["Nombre d'ateliers", "En cours de définition"],
    ];
    expect(lignes(read(rows, { merges: ["B2:C2"] }))).toEqual([
      "- Nombre d'ateliers: situation -; 2024 en-definition, 2025 en-definition",
    ]);
  });

  test("un nombre dont le format montre un plus est un cumul", () => {
    const plus = { value: 370, format: '"+"#,##0' };
    expect(
      lignes(
        read([
          ["Indicateur", "Cible 2024", "Cible 2025"],
          ["Agents formés", plus, plus],
        ]),
      ),
    ).toEqual(["- Agents formés: situation -; 2024 cumul 370, 2025 cumul 370"]);
  });

  test.each([
    ["Nombre d'agents formés (600 au total)", "nombre 600"],
    ["Nombre d'agents formés, 600 sur la durée du contrat", "nombre 600"],
    ["Agents formés – cible cumulée : 600", "nombre 600"],
    ["Agents formés d'ici fin 2027", null],
    ["Agents formés en 2025", null],
  ])("« %s » annonce %s", (label, total) => {
    const [table] = read([
      ["Indicateur", "Cible 2025", "Cible 2026"],
      [label, 195, "+195"],
    ]);
    const found = table?.lignes[0]?.total ?? null;
    expect(found && said(found)).toBe(total);
  });
});

describe("Ce qui n'est pas un tableau d'indicateurs", () => {
  test("ni un plan, ni un budget, ni des versements, ni des flux", () => {
    for (const book of [nordWithTerritoires(), versementsOf(), fluxDuNord()])
      expect(readTables(book).indicateurs).toEqual([]);
  });

  test("ni une feuille de route, ni un tableau de montants", () => {
    expect(
      read([
        ["Cible opérationnelle", "Plan d'actions 2024", "Indicateur de suivi 2023 mobilisables", "Échéance", "Pilotes"],
        ["Inscrire 100 % des allocataires", "Convocation", "Nombre d'intégrations", "mai 2024", "Équipe projet"],
      ]),
    ).toEqual([]);
    expect(
      read([
        ["Indicateur", "Montant prévu 2024", "Dépenses réalisées 2024"],
        ["Actions", 100, 80],
      ]),
    ).toEqual([]);
    expect(
      read([
        ["Indicateur Mensuel", "Cible"],
        ["Taux de disponibilité des services", "98 %"],
      ]),
    ).toEqual([]);
  });

  test("et des indicateurs ne sont ni un plan, ni un budget, ni des versements, ni des natures", () => {
    const { tables, versements, imputations, natures, fluxStocks, bilans } = readTables(indicateursDuNord());
    expect([tables, versements, imputations, natures, fluxStocks, bilans].flat()).toEqual([]);
  });
});
