/** The plan de financement filled from the pane: preview, write, check, and the way back. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { openDesk, useBench, verdict, waitSelected, type Desk } from "./bench";
import { faultyPlan } from "./workbooks";

const bench = useBench();
const NAME = "nord-2024-erreurs.xlsx";
const ERREURS = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };
const SHEET = "Plan de financement 2024";

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
const cellOf = ({ page }: Desk, address: string) => page.locator(`[data-address="${SHEET}!${address}"]`);
const article = ({ pane }: Desk) => pane.getByRole("article");

async function openPlan(desk: Desk): Promise<void> {
  await desk.pane.getByRole("tab", { name: "Plan", exact: true }).click();
  await button(desk, "Préparer").waitFor();
}

async function prepare(desk: Desk): Promise<void> {
  await openPlan(desk);
  await button(desk, "Préparer").click();
  await article(desk).waitFor();
}

async function fill(desk: Desk): Promise<void> {
  await button(desk, /^Remplir \d+ cellules?$/).click();
  await article(desk)
    .getByText(/cellules? remplies?$/)
    .waitFor();
}

async function type({ page }: Desk, address: string, text: string): Promise<void> {
  await page.locator(`[data-address="${SHEET}!${address}"]`).dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** What the officer sees in the plan's columns of amounts. */
function amounts({ page }: Desk): Promise<(string | null)[]> {
  const cells = [..."DEF"].flatMap((column) =>
    Array.from({ length: 17 }, (_, row) => `[data-address="${SHEET}!${column}${row + 5}"]`),
  );
  return Promise.all(cells.map((selector) => page.locator(selector).textContent()));
}

test("rien n'est écrit avant l'aperçu ; rempli, puis annulé, le classeur est comme avant", async () => {
  const desk = await openDesk(bench(), ERREURS);
  const before = await amounts(desk);
  await prepare(desk);
  expect(await desk.pane.locator(":focus").textContent()).toBe("Plan de financement 2024");
  // An oversight of a zero: the fiches say 375 000.
  await article(desk).getByRole("button", { name: "D11", exact: true }).first().click();
  await waitSelected(desk, `${SHEET}!D11`);
  expect(await amounts(desk)).toEqual(before);
  await fill(desk);
  await cellOf(desk, "D11").getByText("375\u202F000").waitFor();
  await article(desk).getByRole("button", { name: "Annuler" }).click();
  await desk.pane
    .getByText(/le classeur est comme avant/)
    .first()
    .waitFor();
  expect(await amounts(desk)).toEqual(before);
});

test("après un remplissage, le contrôle d'avant est périmé, et le suivant est proposé", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await button(desk, "Contrôler le classeur").click();
  await verdict(desk);
  await prepare(desk);
  await fill(desk);
  await desk.pane.getByRole("tab", { name: "Contrôler" }).click();
  await desk.pane.getByText("Le classeur a changé depuis le contrôle").waitFor();
  await desk.pane.getByRole("tab", { name: "Plan", exact: true }).click();
  await article(desk).getByRole("button", { name: "Contrôler le classeur" }).click();
  await verdict(desk);
  expect(await desk.pane.getByRole("tab", { name: "Contrôler" }).getAttribute("aria-selected")).toBe("true");
});

test("un classeur changé après l'aperçu : il se refait, et rien n'est écrit entre-temps", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await prepare(desk);
  await type(desk, "D11", "1");
  await article(desk).getByText("Le classeur a changé depuis cet aperçu").waitFor();
  expect(await button(desk, /^Remplir/).count()).toBe(0);
  await button(desk, "Préparer de nouveau").click();
  await button(desk, /^Remplir/).waitFor();
  expect(await cellOf(desk, "D11").textContent()).toMatch(/^1\D*$/);
});

test("une cellule modifiée depuis : l'annulation la nomme, et annule le reste si on le veut", async () => {
  const desk = await openDesk(bench(), ERREURS);
  const before = await cellOf(desk, "D10").textContent();
  await prepare(desk);
  await fill(desk);
  await type(desk, "D11", "375 001");
  await article(desk).getByRole("button", { name: "Annuler" }).click();
  const alert = desk.pane.getByRole("alert").filter({ hasText: "a été modifiée depuis" });
  await alert.getByRole("button", { name: `${SHEET}!D11` }).click();
  await waitSelected(desk, `${SHEET}!D11`);
  await alert.getByRole("button", { name: "Annuler le reste" }).click();
  await desk.pane
    .getByText(/sauf les cellules modifiées depuis/)
    .first()
    .waitFor();
  expect(await cellOf(desk, "D11").textContent()).toContain("375\u202F001");
  expect(await cellOf(desk, "D10").textContent()).toBe(before);
});

test("une écriture reste annulable depuis l'ouverture de l'onglet", async () => {
  const desk = await openDesk(bench(), ERREURS);
  const before = await amounts(desk);
  await prepare(desk);
  await fill(desk);
  await article(desk).getByRole("button", { name: "Retour" }).click();
  const receipts = desk.pane.getByRole("region", { name: "Peut encore être annulé" });
  expect(await receipts.textContent()).toMatch(/Plan de financement 2024, le \d+ \S+ à \d\d:\d\d/);
  await receipts.getByRole("button", { name: "Annuler" }).click();
  await receipts.waitFor({ state: "detached" });
  expect(await amounts(desk)).toEqual(before);
});

test("sur une nouvelle feuille : le bouton le dit, la feuille s'ajoute, puis s'en va", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await openPlan(desk);
  await desk.pane.getByText("Sur une nouvelle feuille", { exact: true }).click();
  await button(desk, "Préparer").click();
  const add = button(desk, /^Ajouter la feuille « .+ » \(\d+ cellules\)$/);
  const name = /«\s(.+)\s»/.exec((await add.textContent()) ?? "")?.[1] ?? "";
  await add.click();
  await article(desk)
    .getByText(/^Feuille .* ajoutée/)
    .waitFor();
  await desk.page.getByRole("tab", { name, exact: true }).waitFor();
  await article(desk).getByRole("button", { name: "Annuler" }).click();
  await desk.page.getByRole("tab", { name, exact: true }).waitFor({ state: "detached" });
});

test("pendant une saisie, rien n'est écrit, et l'aperçu reste bon", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await prepare(desk);
  await cellOf(desk, "A1").dblclick();
  await desk.page.locator(".editor").waitFor();
  // The click on the pane would end the edit in this page, as it does not in Excel: the pane is asked by script.
  await button(desk, /^Remplir/).evaluate((element: HTMLButtonElement) => element.click());
  await desk.pane
    .getByRole("alert")
    .getByText(/Entrée|Échap/)
    .waitFor();
  await desk.page.keyboard.press("Escape");
  await fill(desk);
});

test("rien à reporter : une phrase dit pourquoi, et le choix reste", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await openPlan(desk);
  await desk.pane.getByLabel("Année").selectOption("2027");
  await button(desk, "Préparer").click();
  await desk.pane.getByRole("alert").getByText(/fiche/).waitFor();
  await button(desk, "Préparer").waitFor();
  expect(await desk.pane.getByLabel("Année").inputValue()).toBe("2027");
});

test("au clavier seul : changer d'onglet, préparer, remplir, annuler", async () => {
  const desk = await openDesk(bench(), ERREURS);
  const focused = desk.pane.locator(":focus");
  const press = (key: string) => desk.page.keyboard.press(key);
  await desk.pane.getByRole("tab", { name: "Contrôler" }).focus();
  await press("ArrowRight");
  expect(await focused.getAttribute("id")).toBe("task-plan");
  await press("ArrowRight");
  await press("ArrowRight");
  expect(await focused.getAttribute("id")).toBe("task-check");
  await press("End");
  await press("ArrowLeft");
  await button(desk, "Préparer").waitFor();
  for (let tabs = 0; tabs < 12 && (await focused.textContent()) !== "Préparer"; tabs += 1) await press("Tab");
  await press("Enter");
  await article(desk).waitFor();
  expect(await focused.textContent()).toBe("Plan de financement 2024");
  await press("Tab");
  expect(await focused.textContent()).toMatch(/^Remplir/);
  await press("Enter");
  await article(desk)
    .getByText(/remplies?$/)
    .waitFor();
  expect(await focused.textContent()).toBe("Contrôler le classeur");
  await press("Tab");
  await press("Enter");
  await desk.pane
    .getByText(/le classeur est comme avant/)
    .first()
    .waitFor();
  expect(await focused.textContent()).toBe("Préparer");
});
