/** The control report from the tab Contrôler: a sheet beside the others, or a file to keep. */
import { readFile } from "node:fs/promises";
import { check, openDesk, useBench, verdict, waitSelected, type Desk } from "./bench";
import { HOSTILE_TEXTS, faultyPlan, hostilePlan } from "./workbooks";

const bench = useBench();
const SHEET = "Rapport de contrôle";

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
const article = ({ pane }: Desk) => pane.getByRole("article");
const sheetTab = ({ page }: Desk) => page.getByRole("tab", { name: SHEET, exact: true });

async function openReport(desk: Desk): Promise<void> {
  await check(desk);
  await button(desk, SHEET).click();
  await button(desk, /^Ajouter la feuille/).waitFor();
}

async function write(desk: Desk): Promise<void> {
  await button(desk, /^Ajouter la feuille/).click();
  await article(desk)
    .getByText(/^Feuille .* ajoutée/)
    .waitFor();
}

/** The text of the file that a button gives. */
async function saved(desk: Desk, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const [download] = await Promise.all([desk.page.waitForEvent("download"), button(desk, name).click()]);
  return { file: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("le rapport s'ajoute au classeur, sans périmer le contrôle ni changer le suivant, puis s'en va", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await openReport(desk);
  await article(desk)
    .getByText(/^À corriger avant envoi.*1\sconstat bloquant/)
    .waitFor();
  await expect(sheetTab(desk).count()).resolves.toBe(0);
  await write(desk);
  await button(desk, `Aller à la feuille ${SHEET}`).click();
  await waitSelected(desk, `${SHEET}!A1`);
  await article(desk).getByRole("button", { name: "Retour" }).click();
  await desk.pane.locator('[data-cell="Plan!F4"]').waitFor();
  expect(await desk.pane.getByText("Le classeur a changé depuis le contrôle").count()).toBe(0);
  expect(await check(desk)).toBe("bloquant");
  expect(await desk.pane.locator("[data-cell]").count()).toBe(1);
  await desk.pane.getByRole("tab", { name: "Plan", exact: true }).click();
  const receipts = desk.pane.getByRole("region", { name: "Peut encore être annulé" });
  await receipts.getByRole("button", { name: "Annuler" }).click();
  await sheetTab(desk).waitFor({ state: "detached" });
});

test("le rapport dit le classeur tel qu'il est quand on le demande", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await check(desk);
  await desk.page.locator('[data-address="Plan!F4"]').dblclick();
  await desk.page.keyboard.press("Control+A");
  await desk.page.keyboard.type("900 000");
  await desk.page.keyboard.press("Enter");
  await button(desk, SHEET).click();
  await article(desk)
    .getByText(/^Aucune anomalie relevée/)
    .waitFor();
});

test("le même rapport s'enregistre en page et en fichier, sans rien exécuter de ce que disent les cellules", async () => {
  const desk = await openDesk(bench(), await hostilePlan());
  await openReport(desk);
  const page = await saved(desk, "Enregistrer en HTML");
  expect(page.file).toBe("rapport-de-controle.html");
  expect(page.text).toContain("hostile.xlsx");
  for (const text of HOSTILE_TEXTS) if (text.includes("<")) expect(page.text).not.toContain(text);
  const csv = await saved(desk, "Enregistrer en CSV");
  expect(csv.file).toBe("rapport-de-controle.csv");
  expect(csv.text).toMatch(/^\uFEFF.*;.*\r\n/);
  expect(csv.text).toContain("hostile.xlsx");
});

test("un contrôle lancé d'un autre onglet montre ses constats, pas le rapport d'avant", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await openReport(desk);
  await desk.pane.getByRole("tab", { name: "Contrôler" }).focus();
  await desk.page.keyboard.press("ArrowLeft");
  await button(desk, "Préparer").click();
  await article(desk).waitFor();
  await button(desk, /^Ajouter \d+ feuilles/).click();
  await article(desk).getByRole("button", { name: "Contrôler le classeur" }).click();
  await verdict(desk);
  await desk.pane.locator('[data-cell="Plan!F4"]').waitFor();
  expect(await article(desk).count()).toBe(0);
});

test("au clavier seul : ouvrir le rapport, l'ajouter, l'annuler, revenir", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  const focused = desk.pane.locator(":focus");
  const press = (key: string) => desk.page.keyboard.press(key);
  await check(desk);
  await button(desk, SHEET).focus();
  await press("Enter");
  await article(desk).waitFor();
  expect(await focused.textContent()).toBe(SHEET);
  await press("Tab");
  expect(await focused.textContent()).toMatch(/^Ajouter la feuille/);
  await press("Enter");
  await article(desk)
    .getByText(/^Feuille .* ajoutée/)
    .waitFor();
  expect(await focused.textContent()).toBe(`Aller à la feuille ${SHEET}`);
  await press("Tab");
  await press("Enter");
  await desk.pane
    .getByText(/le classeur est comme avant/)
    .first()
    .waitFor();
  expect(await focused.textContent()).toBe("Préparer");
  await press("Tab");
  await press("Enter");
  await desk.pane.locator('[data-cell="Plan!F4"]').waitFor();
  expect(await focused.textContent()).toBe(SHEET);
});
