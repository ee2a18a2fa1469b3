/** The words by which départements head the shares of the State, of the département, and their total. */
import { readTables } from "../../src/reading/read";
import { sheet, workbook } from "../builders/picture";

/** The roles of the amount columns of a plan with these headers. */
function shares(...headers: readonly string[]): readonly string[] {
  const [table] = readTables(
    workbook(
      sheet("Plan 2024", [
        ["Plan de financement 2024"],
        ["N° fiche", "Action", ...headers],
        ["Axe 1 – Prévenir la pauvreté"],
        ["1.1", "Référent de parcours", 30000, 30000, 60000],
        ["1.2", "Points conseil budget", 12000, 12000, 24000],
        ["Total", null, 42000, 42000, 84000],
      ]),
    ),
  ).tables;
  const [line] = table?.lignes.filter(({ kind }) => kind === "action") ?? [];
  return ["etat", "departement", "total"].filter(
    (role) => line?.amounts[role as "etat" | "departement" | "total"] !== undefined,
  );
}

/** The kinds of the rows of a plan whose actions have no number, and whose axis ends with this label. */
function kinds(total: string): readonly string[] {
  const [table] = readTables(
    workbook(
      sheet("Plan 2024", [
        ["Plan de financement 2024"],
        ["Action", "État", "Département", "Total"],
        ["Axe 1 – Prévenir la pauvreté"],
        ["Référent de parcours", 30000, 30000, 60000],
        ["Points conseil budget", 12000, 12000, 24000],
        [total, 42000, 42000, 84000],
        ["Total général", 42000, 42000, 84000],
      ]),
    ),
  ).tables;
  return table?.lignes.map(({ kind }) => kind) ?? [];
}

const ALL = ["etat", "departement", "total"];

test.each([
  "Part État",
  "DDETSPP",
  "DREETS",
  "BOP 304",
  "Programme 304",
  "Crédits P304",
  "Crédits ministériels",
  "Services de l'État",
])("« %s » est la part de l'État", (header) => {
  expect(shares(header, "Département", "Total")).toEqual(ALL);
});

test.each(["Dépt", "Dépt.", "Dpt", "Dép.", "Part dép.", "Conseil dép.", "C.D.", "Conseil Général", "CeA", "CD02"])(
  "« %s » est la part du département",
  (header) => {
    expect(shares("État", header, "Total")).toEqual(ALL);
  },
);

test.each(["Cumul", "Somme", "Coût global", "Ensemble", "Budget"])("« %s » est le total", (header) => {
  expect(shares("État", "Département", header)).toEqual(ALL);
});

test.each(["Dép. de personnel", "Dép. d'investissement", "Région", "Observations"])(
  "« %s » n'est la part de personne",
  (header) => {
    expect(shares("État", header, "Total")).toEqual(["etat", "total"]);
  },
);

test.each([
  "Sous-total axe 1",
  "S/T axe 1",
  "ST axe 1",
  "Montant axe 1",
  "Montant de l'axe 1",
  "Σ axe 1",
  "Total axe 1",
])("« %s » est le sous-total de l'axe", (label) => {
  expect(kinds(label)).toEqual(["section", "action", "action", "sous-total", "total"]);
});
