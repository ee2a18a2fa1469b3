import { readTables } from "../../src/reading/read";
import { CHAMPS_DE_BILAN, type Bilan, type LigneDeBilan } from "../../src/reading/bilanTables";
import { areaAddress, cellAddress } from "../../src/workbook/address";
import { nordBilan } from "../builders/bilan";
import { nord } from "../builders/nord";

/** "action 1.1 axe-1: realise E4 3912450.3, verse I4 2000000" */
function told({ kind, label, fiche, blocs, montants }: LigneDeBilan): string {
  const cells = CHAMPS_DE_BILAN.flatMap((champ) => {
    const cell = montants[champ];
    if (!cell || cell.state === "empty") return [];
    return [`${champ} ${cellAddress(cell.ref.row, cell.ref.column)} ${cell.amount?.value.toString() ?? cell.state}`];
  });
  return `${kind} ${fiche ?? label} ${blocs.join(" ")}: ${cells.join(", ")}`;
}

const table = (name: string): Bilan | undefined => readTables(nordBilan()).bilans.find(({ sheet }) => sheet === name);

/** What a row adds up, by labels. */
function covered(bilan: Bilan | undefined, label: string): string[] {
  const line = bilan?.lignes.find((one) => one.label === label);
  return line?.covers.map((index) => bilan?.lignes[index]?.fiche ?? bilan?.lignes[index]?.label ?? "?") ?? [];
}

test("un réalisé : ses blocs, sa plage, son année, l'avance des volets 1 et 2 dans une cellule fusionnée, le report", () => {
  const realise = table("Réalisé 2024");
  expect(realise).toMatchObject({ kind: "realise", year: 2024, years: [2024], etape: null, unit: "€" });
  expect(realise && areaAddress(realise.area)).toBe("A3:J14");
  expect(realise?.lignes.map(told).slice(5)).toEqual([
    "action 4.2 axe-4: prevuTotal D9 1050000, realise E9 1012500.5, ineligible F9 2500.5, autres G9 0, departement H9 505000, verse I9 525000",
    "action 2.1 volet-1: prevuTotal D10 135000, realise E10 128450, ineligible F10 0, autres G10 0, departement H10 0, verse I10 5332747.2",
    "action 2.2 volet-2: prevuTotal D11 17505824, realise E11 17320118.46, ineligible F11 45118.46, autres G11 0, departement H11 8637500, verse I11 covered",
    "action 2.3 volet-3: prevuTotal D12 5700000, realise E12 5812300.75, ineligible F12 0, autres G12 0, departement H12 112300.75, verse I12 3420000",
    "action Conventionnement 2024 de l'expérimentation à Tourcoing tourcoing: prevuTotal D13 1349393, realise E13 1402118, ineligible F13 0, autres G13 0, departement H13 52725, verse I13 809635.8",
    "report Report 2023 tourcoing: verse I14 87730",
  ]);
});

test("un bilan : chaque colonne, les lignes de paiement, ce que chaque total additionne", () => {
  const bilan = table("Bilan 2024");
  expect(bilan).toMatchObject({ kind: "bilan", year: 2024, etape: "intermediaire", lignes: { length: 22 } });
  expect(bilan?.lignes.find(({ fiche }) => fiche === "1.2")).toMatchObject({
    code: { written: "030450232301" },
    justification: { written: "Cofinancement FSE obtenu en cours d'année" },
    tauxExecution: { written: "1.01371111" },
    tauxDepartement: { subject: "departement" },
  });
  expect(covered(bilan, "Sous-total Solidarités")).toEqual([
    "Sous-total axe 1",
    "Sous-total axe 3",
    "Sous-total axe 4",
  ]);
  expect(covered(bilan, "Versement volets 1 et 2")).toEqual(["Sous-total volet 1", "Sous-total volet 2"]);
  expect(covered(bilan, "Versement convention particulière")).toEqual([
    "Conventionnement 2024 de l'expérimentation à Tourcoing",
    "Report 2023",
  ]);
  expect(covered(bilan, "Total général")).toEqual([
    "Sous-total Solidarités",
    "Sous-total volet 1",
    "Sous-total volet 2",
    "Sous-total volet 3",
    "Conventionnement 2024 de l'expérimentation à Tourcoing",
  ]);
  expect(bilan?.lignes.find(({ label }) => label === "Versement volet 3")?.montants.solde?.state).toBe("none");
});

test("ni le plan ni les fiches ne sont des bilans, et un bilan n'est rien d'autre", () => {
  expect(readTables(nord()).bilans).toEqual([]);
  const reading = readTables(nordBilan());
  expect(reading.tables.map(({ sheet }) => sheet)).toEqual(["Plan"]);
  expect([...reading.versements, ...reading.natures]).toEqual([]);
});
