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
