/** The settings of the convention in the pane: proposed, kept in the workbook, exported, imported, forgotten. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { MEMORY_NAMESPACE } from "../../src/workbook/memory";
import { openDesk, useBench, type Desk } from "./bench";
import { faultyPlan } from "./workbooks";

const bench = useBench();
const NAME = "nord-2024.xlsx";
const NORD = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
const field = ({ pane }: Desk, name: string) => pane.getByRole("textbox", { name, exact: true });

async function openSettings(desk: Desk): Promise<void> {
  await button(desk, "Réglages de la convention").click();
  await button(desk, "Enregistrer").waitFor();
}

async function save(desk: Desk): Promise<void> {
  await button(desk, "Enregistrer").click();
  await desk.pane.getByText(/Réglages gardés dans le classeur/).waitFor();
}

async function frameOf({ page }: Desk): Promise<Frame> {
  const frame = await (await page.locator("#pane iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  return frame;
}

/** How many parts of ours the workbook holds. */
async function parts(desk: Desk): Promise<number> {
  const frame = await frameOf(desk);
  return frame.evaluate(
    (namespace) =>
      Excel.run(async (context) => {
        const found = context.workbook.customXmlParts.getByNamespace(namespace);
        found.load({ $all: false, id: true });
        await context.sync();
        return found.items.length;
      }),
    MEMORY_NAMESPACE,
  );
}

const json = (text: string) => ({ name: "essai.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("proposés d'après le classeur, gardés seulement par « Enregistrer », retrouvés ensuite", async () => {
  const desk = await openDesk(bench(), NORD);
  await openSettings(desk);
  expect(await field(desk, "Nom").inputValue()).toBe("Nord");
  expect(await field(desk, "SIREN").inputValue()).toBe("225\u202F900\u202F018");
  await button(desk, /^Montants/).click();
  expect(await field(desk, "Volet 2").inputValue()).toBe("8\u202F752\u202F912,00\u00A0€");
  await desk.pane.getByText("Total 20\u202F636\u202F892,00\u00A0€").waitFor();
  expect(await parts(desk)).toBe(0);
  await field(desk, "Hors pacte (Tourcoing)").fill("1349393");
  await save(desk);
  expect(await parts(desk)).toBe(1);
  await button(desk, "Retour").click();
  await openSettings(desk);
  expect(await field(desk, "Hors pacte (Tourcoing)").inputValue()).toBe("1\u202F349\u202F393,00\u00A0€");
  expect(await desk.pane.getByText("Reconnu dans le classeur, à vérifier").count()).toBe(0);
});

test("un autre montant que celui du classeur se dit, et se reprend", async () => {
  const desk = await openDesk(bench(), NORD);
  await openSettings(desk);
  await button(desk, /^Montants/).click();
  await field(desk, "Axe 3").fill("2,7 M€");
  await field(desk, "Axe 4").focus();
  expect(await field(desk, "Axe 3").inputValue()).toBe("2\u202F700\u202F000,00\u00A0€");
  await desk.pane.getByText(/à 50\u202F000\u00A0€ près/).waitFor();
  await button(desk, /^Reprendre .*Axe 3$/).click();
  expect(await field(desk, "Axe 3").inputValue()).toBe("2\u202F698\u202F980,00\u00A0€");
});

test("un champ faux : rien n'est gardé, la phrase est liée au champ, qui reçoit le focus", async () => {
  const desk = await openDesk(bench(), NORD);
  await openSettings(desk);
  await button(desk, /^Montants/).click();
  await field(desk, "Volet 1").fill("NC");
  await button(desk, /^Échéances/).click();
  for (const attempt of [1, 2]) {
    await button(desk, "Enregistrer").click();
    const wrong = desk.pane.locator(':focus[aria-invalid="true"]');
    await wrong.waitFor();
    const ids = ((await wrong.getAttribute("aria-describedby")) ?? "").split(" ");
    const texts = await Promise.all(ids.map((id) => desk.pane.locator(`[id="${id}"]`).textContent()));
    expect([attempt, texts.join(" ")]).toEqual([attempt, expect.stringContaining("Saisissez un montant en euros")]);
  }
  expect(await parts(desk)).toBe(0);
});

test("exportés, effacés, importés : les mêmes réglages reviennent", async () => {
  const desk = await openDesk(bench(), NORD);
  await openSettings(desk);
  await save(desk);
  const downloading = desk.page.waitForEvent("download");
  await button(desk, "Exporter").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("reglages-convention.json");
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: 1, departement: { nom: "Nord", siren: "225900018" } });

  await button(desk, "Effacer").click();
  await button(desk, "Garder").click();
  expect(await parts(desk)).toBe(1);
  await button(desk, "Effacer").click();
  await desk.pane.getByRole("group", { name: "Effacer les réglages" }).getByRole("button", { name: "Effacer" }).click();
  await desk.pane.getByText("Réglages effacés de ce classeur.").waitFor();
  expect(await parts(desk)).toBe(0);
  expect(await field(desk, "Nom").inputValue()).toBe("");

  const input = desk.pane.getByLabel("Fichier de réglages à importer");
  await input.setInputFiles(json("pas du JSON"));
  await desk.pane.getByText(/essai\.json ne se lisent pas/).waitFor();
  await input.setInputFiles(json(text.replace('"version": 1', '"version": 2')));
  await desk.pane.getByText(/version plus récente/).waitFor();
  await input.setInputFiles(json(text));
  await desk.pane.getByText(/vérifiez-les, puis enregistrez/).waitFor();
  expect(await field(desk, "SIREN").inputValue()).toBe("225\u202F900\u202F018");
  expect(await parts(desk)).toBe(0);
  await save(desk);
  expect(await parts(desk)).toBe(1);
});

test("des réglages d'une version plus récente ne sont pas remplacés sans le vouloir", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  const frame = await frameOf(desk);
  await frame.evaluate(
    (xml) =>
      Excel.run(async (context) => {
        context.workbook.customXmlParts.add(xml);
        await context.sync();
      }),
    `<memoire xmlns="${MEMORY_NAMESPACE}">{"version": 3}</memoire>`,
  );
  await button(desk, "Réglages de la convention").click();
  await desk.pane.getByText(/version plus récente/).waitFor();
  expect(await button(desk, "Enregistrer").count()).toBe(0);
});

test("au clavier seul : ouvrir, saisir, enregistrer, revenir ; ce qui est saisi survit à un détour", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  const focused = desk.pane.locator(":focus");
  const press = (key: string) => desk.page.keyboard.press(key);
  await desk.pane.getByRole("tab", { name: "Contrôler" }).focus();
  await press("Tab");
  expect(await focused.getAttribute("aria-label")).toBe("Réglages de la convention");
  await press("Enter");
  await button(desk, "Enregistrer").waitFor();
  expect(await focused.textContent()).toBe("Retour");
  for (let tabs = 0; tabs < 5; tabs += 1) await press("Tab");
  await desk.page.keyboard.type("Creuse");
  await desk.pane.getByRole("tab", { name: "Contrôler" }).click();
  await openSettings(desk);
  expect(await field(desk, "Nom").inputValue()).toBe("Creuse");
  await field(desk, "Nom").focus();
  await press("Enter");
  await desk.pane.getByText(/Réglages gardés/).waitFor();
});
