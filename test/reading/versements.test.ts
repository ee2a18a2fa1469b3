import { readTables } from "../../src/reading/read";
import type { LigneDeVersement, Versements } from "../../src/reading/otherTables";
import { areaAddress, cellAddress } from "../../src/workbook/address";
import { nordPlan } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";
import { versementsOf } from "../builders/versements";

function read(rows: readonly (readonly Typing[])[]): readonly Versements[] {
  return readTables(workbook(sheet("Versements", rows))).versements;
}

/** "volet-1 volet-2: base B4 8887912, avance D4 5332747.2" */
function told({ blocs, taux, ...ligne }: LigneDeVersement): string {
  const champs = (["base", "avance", "du", "verse", "solde", "tropPercu"] as const).flatMap((champ) => {
    const cell = ligne[champ];
    return cell
      ? [`${champ} ${cellAddress(cell.ref.row, cell.ref.column)} ${cell.amount?.value.toString() ?? cell.state}`]
      : [];
  });
  const rate = taux ? [`taux ${taux.rate.value.toString()}`] : [];
  return `${blocs.join(" ") || ligne.part}: ${[...champs, ...rate].join(", ")}`;
}

const lignes = (rows: readonly (readonly Typing[])[]): string[] =>
  read(rows).flatMap((table) => table.lignes.map(told));

test("le tableau de la source, avec sa plage, son année et ses blocs", () => {
  const [table, ...others] = readTables(versementsOf()).versements;
  expect(others).toEqual([]);
  expect(table).toMatchObject({ form: "tableau", year: 2024, unit: "€" });
  expect(table && areaAddress(table.area)).toBe("A3:E7");
  expect(table?.lignes.map(told)).toEqual([
    "volet-1 volet-2: base B4 8887912, avance D4 5332747.2, solde E4 3555164.8, taux 0.6",
    "volet-3: base B5 5700000, avance D5 3420000, solde E5 2280000, taux 0.6",
    "tourcoing: base B6 1349393, avance D6 809635.8, solde E6 539757.2, taux 0.6",
    "axe-1 axe-3 axe-4: base B7 6048980, avance D7 6048980, solde E7 0, taux 1",
  ]);
});

test("les colonnes dans un autre ordre, avec d'autres mots, en k€", () => {
  expect(
    lignes([
      ["Échéancier des versements 2024 – montants en k€"],
      ["Avance (hors solde, 60 %)", "Versement", "Subvention notifiée", "Déjà versé", "Reste à verser", "Indu"],
      ["3 420", "V3", "5 700", "3 420", "2 280", "-"],
    ]),
  ).toEqual([
    "volet-3: base C3 5700000, avance A3 3420000, verse D3 3420000, solde E3 2280000, tropPercu F3 none, taux 0.6",
  ]);
});

test.each([
  ["Volet 1 et volet 2", "volet-1 volet-2"],
  ["V1+V2", "volet-1 volet-2"],
  ["Volets 1, 2 et 3", "volet-1 volet-2 volet-3"],
  ["Avance du volet 1 et du volet 2", "volet-1 volet-2"],
  ["Axe 3", "axe-3"],
  ["Convention solidarités", "axe-1 axe-3 axe-4"],
  ["Expérimentation Tourcoing", "tourcoing"],
])("« %s » paie %s", (label, blocs) => {
  expect(lignes([["Versements"], ["Objet", "Montant prévisionnel", "Avance"], [label, 100, 60]])).toEqual([
    `${blocs}: base B3 100, avance C3 60`,
  ]);
});

test("des lignes d'un intitulé et de sa valeur, sous un titre ou avec leur volet", () => {
  expect(
    lignes([
      ["Volet 3"],
      ["Montant prévisionnel", 5_700_000],
      ["Taux d'avance", "60 %"],
      ["Avance", 3_420_000],
      ["Solde", 2_280_000],
      [],
      ["Avance volets 1 et 2 (60 %)", 5_332_747.2],
      ["Solde volets 1 et 2", 3_555_164.8],
    ]),
  ).toEqual([
    "volet-3: base B2 5700000, avance B4 3420000, solde B5 2280000, taux 0.6",
    "volet-1 volet-2: avance B7 5332747.2, solde B8 3555164.8, taux 0.6",
  ]);
});

test("une phrase dans une cellule", () => {
  const [table] = read([["Avance volets 1 et 2 : 5 332 747,20 €, soit 60 % du montant prévisionnel"]]);
  expect(table?.form).toBe("prose");
  expect(table?.lignes.map(told)).toEqual(["volet-1 volet-2: avance A1 5332747.2, taux 0.6"]);
});

test("un total est une ligne à part, une année écrite dans la ligne est la sienne", () => {
  const [table] = read([
    ["Tourcoing"],
    ["Objet", "Montant prévisionnel", "Avance"],
    ["Année 2023", 1_021_731, 613_038.6],
    ["Année 2024", 1_349_393, 809_635.8],
    ["Total", 2_371_124, 1_422_674.4],
  ]);
  expect(table?.lignes.map(({ kind, year, part }) => `${kind} ${year ?? "-"} ${part ?? "-"}`)).toEqual([
    "ligne 2023 hors-pacte",
    "ligne 2024 hors-pacte",
    "total - hors-pacte",
  ]);
});

test("ni un plan, ni une facture, ni un bilan ne sont des versements", () => {
  expect(readTables(nordPlan()).versements).toEqual([]);
  expect(read([["Facture"], ["Prestation", "Montant", "Acompte", "Solde"], ["Traiteur", 100, 50, 50]])).toEqual([]);
  const bilan = ["Volet", "Montant prévisionnel", "Dépenses réalisées", "Avance", "Solde"];
  expect(read([["Bilan 2024"], bilan, ["Volet 3", 100, 80, 60, 20]])).toEqual([]);
});
