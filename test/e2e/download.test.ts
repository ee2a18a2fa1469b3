/** The workbook of the bench as a file: what was typed and what the pane keeps are in it, all the rest as it came. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { AUCUN_REGLAGE, reglagesJson } from "../../src/domain/reglages";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { readXlsxMemory, writeXlsxMemory } from "../../src/xlsx/write/memory";
import { contentAt } from "../host/writing";
import { changedParts, refOf } from "../xlsx/write/writing";
import { check, open, openDesk, useBench, type Desk } from "./bench";
import { faultyPlan } from "./workbooks";

const bench = useBench();

function example(name: string) {
  return { name, bytes: new Uint8Array(readFileSync(path.resolve(__dirname, "../../assets/exemples", name))) };
}
const NORD = example("nord-2024.xlsx");
const PLAN = "Plan de financement 2024";

interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function download({ page }: Desk): Promise<Downloaded> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger le classeur" }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

async function valueAt({ name, bytes }: Downloaded, address: string) {
  const read = await readXlsx(bytes, { name });
  if (!read.ok) throw new Error(read.sentence);
  return contentAt(read.value, refOf(address)).value;
}

/** Types into a cell as an officer does. */
async function type({ page }: Desk, address: string, text: string): Promise<void> {
  await page.locator(`[data-address="${address}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("une cellule saisie est dans le fichier, une formule et sa valeur aussi ; les autres parties, octet pour octet", async () => {
  const desk = await openDesk(bench(), NORD);
  const untouched = await download(desk);
  expect(untouched.name).toBe("nord-2024.xlsx");
  expect(Buffer.compare(untouched.bytes, NORD.bytes)).toBe(0);

  await type(desk, `${PLAN}!H5`, "=D5*2");
  await type(desk, `${PLAN}!D5`, "2 100 000,50");
  const file = await download(desk);
  expect(file.name).toBe("nord-2024.xlsx");
  expect(await valueAt(file, `${PLAN}!D5`)).toBe(2_100_000.5);
  expect(await valueAt(file, `${PLAN}!H5`)).toBe(4_200_001);
  expect(changedParts(NORD.bytes, file.bytes)).toEqual(["xl/worksheets/sheet1.xml"]);
});

test("les formules du fichier ont leur nouvelle valeur, et le fichier se rouvre sur le banc", async () => {
  const formulas = example("nord-2024-formules.xlsx");
  const desk = await openDesk(bench(), formulas);
  await type(desk, `${PLAN}!D5`, "2100000");
  const file = await download(desk);
  expect(await valueAt(formulas, `${PLAN}!F21`)).toBe(36_788_177);
  expect(await valueAt(file, `${PLAN}!F21`)).toBe(36_888_177);
  expect(changedParts(formulas.bytes, file.bytes)).toEqual(["xl/worksheets/sheet1.xml"]);
  await open(desk, { ...file, name: "repris.xlsx" });
  const total = desk.page.locator(`[data-address="${PLAN}!F21"]`);
  await total.waitFor();
  expect((await total.textContent())?.replace(/\D/g, "")).toBe("36888177");
});

test("les réglages d'un fichier sont dans le volet, et ceux du volet dans le fichier", async () => {
  const departement = { nom: "Creuse", siren: null };
  const kept = await writeXlsxMemory(NORD.bytes, reglagesJson({ ...AUCUN_REGLAGE, departement }), NORD.name);
  if (!kept.ok) throw new Error(kept.sentence);
  const desk = await openDesk(bench(), { name: "garde.xlsx", bytes: kept.value });
  await desk.page.locator("#name").getByText("garde.xlsx").waitFor();
  await desk.pane.getByRole("button", { name: "Réglages de la convention" }).click();
  const name = desk.pane.getByRole("textbox", { name: "Nom", exact: true });
  await name.waitFor();
  expect(await name.inputValue()).toBe("Creuse");
  expect(Buffer.compare((await download(desk)).bytes, kept.value)).toBe(0);

  await name.fill("Corrèze");
  await desk.pane.getByRole("button", { name: "Enregistrer" }).click();
  await desk.pane.getByText(/Réglages gardés dans le classeur/).waitFor();
  const file = await download(desk);
  const memory = readXlsxMemory(file.bytes, file.name);
  expect(memory.ok && JSON.parse(memory.value ?? "")).toMatchObject({
    version: 2,
    reglages: { departement: { nom: "Corrèze" } },
  });
  expect(changedParts(kept.value, file.bytes)).toEqual(["customXml/item1.xml"]);
});

test("un classeur neuf est vide, se remplit, se contrôle et se télécharge ; le suivant a un autre nom", async () => {
  const desk = await openDesk(bench());
  const fresh = desk.page.getByRole("button", { name: "Nouveau classeur" });
  await fresh.click();
  await desk.page.locator("#name").getByText("Classeur1.xlsx").waitFor();
  expect(await desk.page.getByRole("tab").allTextContents()).toEqual(["Feuil1"]);
  await type(desk, "Feuil1!B2", "1 310,5");
  await type(desk, "Feuil1!B3", "=B2*2");
  await type(desk, "Feuil1!A2", "1.1");
  expect(await check(desk)).toBe("non-verifiable");
  const file = await download(desk);
  expect(file.name).toBe("Classeur1.xlsx");
  expect([await valueAt(file, "Feuil1!B2"), await valueAt(file, "Feuil1!B3")]).toEqual([1310.5, 2621]);
  expect(await valueAt(file, "Feuil1!A2")).toBe("1.1");
  await fresh.click();
  await desk.page.locator("#name").getByText("Classeur2.xlsx").waitFor();
});

test("ce qui est tapé dans la barre de formule, sans Entrée, est dans le fichier", async () => {
  const desk = await openDesk(bench(), NORD);
  await desk.page.locator(`[data-address="${PLAN}!D6"]`).click();
  await desk.page.locator("#content").fill("460 000");
  const file = await download(desk);
  expect(await valueAt(file, `${PLAN}!D6`)).toBe(460_000);
});

test("une feuille du fichier supprimée : rien n'est téléchargé, une phrase dit quoi faire", async () => {
  const desk = await openDesk(bench(), NORD);
  const frame = await (await desk.page.locator("#pane iframe").elementHandle())?.contentFrame();
  await frame?.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Versements").delete();
      await context.sync();
    }),
  );
  let downloads = 0;
  desk.page.on("download", () => (downloads += 1));
  await desk.page.getByRole("button", { name: "Télécharger le classeur" }).click();
  const trouble = desk.page.getByRole("alert");
  await trouble.getByText("n’a pas été téléchargé").waitFor();
  expect(await trouble.textContent()).toBe(
    "«\u00a0nord-2024.xlsx\u00a0» n’a pas été téléchargé. La feuille «\u00a0Versements\u00a0», supprimée ici, ne peut pas être retirée du fichier\u00a0: rouvrez-le, puis supprimez-la dans Excel.",
  );
  expect(downloads).toBe(0);
  await open(desk, await faultyPlan());
  await trouble.waitFor({ state: "hidden" });
});
