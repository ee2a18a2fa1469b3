import { findings } from "../../builders/expectFindings";
import { sheet, workbook } from "../../builders/picture";

async function told(...texts: string[]): Promise<string[]> {
  const rows = texts.map((text) => [text]);
  return (await findings(workbook(sheet("Convention", rows)))).map(
    ({ rule, severity, cell }) => `${severity} ${rule} ligne ${cell.row + 1}`,
  );
}

test("la source : le comptable de la Somme (L484) et celui du Nord (L1097)", async () => {
  expect(
    await told(
      "Le comptable assignataire est le Directeur Départemental des Finances Publiques de la Somme.",
      "Le comptable assignataire de la dépense est le Directeur départemental des Finances Publiques du Nord.",
    ),
  ).toEqual(["warning mention-divergente ligne 2"]);
});

test("le directeur et la directrice d'un même service se taisent", async () => {
  expect(
    await told(
      "Le comptable assignataire est le Directeur Départemental des Finances Publiques de la Somme.",
      "Le comptable assignataire de la dépense est la directrice départementale des finances publiques de la Somme.",
    ),
  ).toEqual([]);
});

test("deux dates pour une même instruction (L143 et L593)", async () => {
  expect(
    await told(
      "Vu l'instruction n° DGEFP/DPE/2023/192 du 27 novembre 2023 relative à la contractualisation",
      "Vu l'instruction n° DGEFP/DPE/2023/192 du 27 décembre 2023 relative à la contractualisation",
    ),
  ).toEqual(["warning mention-divergente ligne 2"]);
});

const AJOUTE = "+ CONVENTION PARTICULIÈRE POUR TOURCOING : 1 349 393 € (+ REPORT ENVELOPPE 2023 = 87 730 €)";
const DEDUIT =
  "En cas de consommation inférieure au montant de l'avance, l'écart entre le consommé et l'avance ne fait pas l'objet d'un ordre de reversement mais sera déduit du montant prévisionnel 2024 indiqué à l'article 4.1.";

describe("le report d'une année", () => {
  test("ajouté par l'annexe 3 (B) et déduit par l'avenant (L3231, L2304), une carte sur l'annexe", async () => {
    const rows = [[AJOUTE], [DEDUIT]];
    const found = await findings(workbook(sheet("Avenant", rows)));
    expect(found).toMatchObject([
      { rule: "mention-divergente", severity: "warning", cell: { row: 0 }, cells: [{ row: 1 }], fix: null },
    ]);
    expect(found[0]?.message).toContain("Pour le report de 2023, on lit ici «\u00A0+ REPORT ENVELOPPE 2023 = 87 730 €");
    expect(found[0]?.message).toContain("ailleurs «\u00A0sera déduit du montant prévisionnel 2024");
  });

  test("ajouté par une ligne d'un tableau de dépenses prévisionnelles", async () => {
    const table = [
      ["Nature des dépenses", "Montant Etat", "Objet de la dépense"],
      ["Renforcement des équipes", 100_000, "Postes"],
      ["Report 2023", 20_000, "Reliquat de l'enveloppe"],
      ["Total", 120_000],
    ];
    const book = workbook(sheet("Annexe", table), sheet("Avenant", [[DEDUIT]]));
    expect(await findings(book)).toMatchObject([{ rule: "mention-divergente", cell: { sheet: "Annexe", row: 2 } }]);
  });

  test("se tait où toutes les pièces disent de même, ou parlent de deux années", async () => {
    expect(await told(AJOUTE, AJOUTE)).toEqual([]);
    expect(await told(DEDUIT, "Le reliquat constaté est déduit du montant de l'année suivante par avenant.")).toEqual(
      [],
    );
    expect(await told(AJOUTE, DEDUIT.replace("2024", "2026"))).toEqual([]);
    expect(await told("Le bilan tient compte du report de l'échéance de dépôt.", DEDUIT)).toEqual([]);
  });
});
