import { findings } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import type { Sheet } from "../../../src/workbook/picture";
import { sheet, workbook, type Typing } from "../../builders/picture";

const about = (text: string): Typing[][] => [[text]];

/** L243: 1 349 303 € for Tourcoing, against 1 349 393 € in the plan. */
const TOURCOING =
  "Au titre du volet 3, 5 700 000 € relatif aux nouveaux déploiements. Ces crédits s'ajoutent à ceux régis par convention particulière pour l'expérimentation à Tourcoing (1 349 303 €).";

async function told(...sheets: readonly Sheet[]): Promise<string[]> {
  return (await findings(workbook(...sheets))).map(
    ({ rule, severity, cell, expected }) => `${severity} ${rule} ${cell.sheet} ${expected ?? "-"}`,
  );
}

test("la source : 1 349 303 € contre 1 349 393 € pour Tourcoing", async () => {
  expect(await told(...nordPlan().sheets, sheet("Contrat", about(TOURCOING)))).toEqual([
    "warning montant-divergent Contrat 1349393.00",
  ]);
});

test("le même montant se tait", async () => {
  expect(await told(...nordPlan().sheets, sheet("Contrat", about(TOURCOING.replace("303", "393"))))).toEqual([]);
});

test("un montant d'une autre année, ou d'une autre chose, se tait", async () => {
  const texts = [
    "Au titre de l'axe Prévenir la pauvreté, 2 540 000 € sont prévus en 2026 pour la suite.",
    "Une avance de 3 420 000 € soit 60 % du montant prévisionnel au titre du volet 3.",
    "Au titre du volet 2, 8 752 912 € maximum visant à étoffer l'offre de solutions.",
  ];
  expect(
    await told(
      ...nordPlan().sheets,
      sheet(
        "Contrat",
        texts.map((text) => [text]),
      ),
    ),
  ).toEqual([]);
});

test("deux phrases qui se contredisent, sans plan", async () => {
  const rows = [
    ["Au titre du volet 3, un montant maximum de 5 700 000 €."],
    ["Au titre du volet 3, l'État verse 7 500 000 € au plus."],
  ];
  expect(await told(sheet("Convention", rows))).toEqual(["warning montant-divergent Convention 5700000.00"]);
});
