/** The main job in the pane: check, read the findings, go to the cells. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { check, checkButton, open, openDesk, selectedCell, useBench, verdict, waitSelected } from "./bench";
import { NO_WORKBOOK, faultyPlan, manySheets, planRows, withoutTable, workbook } from "./workbooks";

const bench = useBench();
const SAMPLES = path.resolve(__dirname, "../../assets/exemples");

test("le premier exemple s'ouvre, se contrôle, et rien ne sort du poste", async () => {
  const desk = await openDesk(bench());
  await expect(desk.pane.locator("[data-verdict]").getAttribute("data-verdict")).resolves.toBe("");
  expect(["bloquant", "a-justifier", "sans-anomalie"]).toContain(await check(desk));
});

test("un total faux : verdict, constat, fiche, et la cellule est sélectionnée dans la feuille", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  expect(await check(desk)).toBe("bloquant");
  await desk.pane.getByText("À corriger avant envoi").waitFor();
  const lines = desk.pane.locator("[data-cell]");
  expect(await lines.count()).toBe(1);
  expect(await lines.first().getAttribute("data-cell")).toBe("Plan!F4");
  await lines.first().click();
  await waitSelected(desk, "Plan!F4");
  const card = desk.pane.getByRole("article");
  await card.getByText("Aller à la cellule").waitFor();
  const text = (await card.textContent()) ?? "";
  expect(text).toContain("990\u202F000,00\u00A0€");
  expect(text).toContain("900\u202F000,00\u00A0€");
  expect(text).toContain("90\u202F000,00\u00A0€");
  // A term of the sum is a way to its cell.
  await card.getByRole("button", { name: "D4" }).click();
  await waitSelected(desk, "Plan!D4");
});

test("une saisie dans la feuille périme le contrôle ; le suivant voit la correction", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await check(desk);
  await desk.pane.locator("[data-cell]").first().click();
  await waitSelected(desk, "Plan!F4");
  await desk.page.locator('[data-address="Plan!F4"]').dblclick();
  await desk.page.keyboard.press("Control+A");
  await desk.page.keyboard.type("900 000,00");
  await desk.page.keyboard.press("Enter");
  await waitSelected(desk, "Plan!F5");
  await desk.pane.getByRole("button", { name: "Retour" }).click();
  await desk.pane.getByText("Le classeur a changé depuis le contrôle").waitFor();
  expect(await check(desk)).toBe("sans-anomalie");
  expect(await desk.pane.locator("[data-cell]").count()).toBe(0);
});

test("une saisie dans un classeur en formules recalcule ses totaux", async () => {
  const name = "nord-2024-formules.xlsx";
  const desk = await openDesk(bench(), { name, bytes: readFileSync(path.join(SAMPLES, name)) });
  const at = (address: string) => desk.page.locator(`[data-address="Plan de financement 2024!${address}"]`);
  await at("D5").dblclick();
  await desk.page.keyboard.press("Control+A");
  await desk.page.keyboard.type("2 100 000");
  await desk.page.keyboard.press("Enter");
  await at("D7").getByText("2\u202F550\u202F000").waitFor();
  await at("F5").getByText("4\u202F100\u202F000").waitFor();
});

test("pendant une saisie, le volet dit ce qu'il faut faire", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await desk.page.locator('[data-address="Plan!A1"]').dblclick();
  await desk.page.locator(".editor").waitFor();
  // The click on the pane would end the edit in this page, as it does not in Excel: the pane is asked by script.
  await checkButton(desk).evaluate((button: HTMLButtonElement) => button.click());
  await desk.pane
    .getByRole("alert")
    .getByText(/Entrée|Échap/)
    .waitFor();
});

test("200 feuilles : quatre échanges avec Excel au plus", async () => {
  const desk = await openDesk(bench(), await manySheets());
  const batches = async () => Number(await desk.page.locator("#pane").getAttribute("data-batches"));
  // The pane registers for changes when it opens: only the check itself counts.
  await desk.page.waitForTimeout(500);
  const before = await batches();
  expect(await check(desk)).toBe("bloquant");
  expect((await batches()) - before).toBeLessThanOrEqual(4);
  await desk.pane.locator('[data-cell="Plan!F4"]').click();
  await waitSelected(desk, "Plan!F4");
});

test("un fichier qui n'est pas un classeur : une phrase, et le classeur d'avant reste", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await open(desk, NO_WORKBOOK);
  const alert = await desk.page.locator("#trouble").textContent();
  expect(alert).toMatch(/notes\.xlsx.*ne s'ouvre pas/);
  expect(alert).not.toMatch(/Error|undefined|at /);
  expect(await selectedCell(desk)).toBe("Plan!A1");
  expect(await check(desk)).toBe("bloquant");
});

test("aucun tableau connu : le volet dit ce qui est attendu", async () => {
  const desk = await openDesk(bench(), await withoutTable());
  expect(await check(desk)).toBe("non-verifiable");
  await desk.pane.getByText("Aucun tableau connu.").waitFor();
});

test("un plan juste : aucune anomalie relevée, et ce qui a été contrôlé est dit", async () => {
  const desk = await openDesk(bench(), await workbook("plan.xlsx", { Plan: planRows() }));
  expect(await check(desk)).toBe("sans-anomalie");
  await desk.pane.getByText(/rien à signaler/).waitFor();
  await desk.pane.getByText(/tableau lu/).click();
  await desk.pane.getByRole("button", { name: /^Plan!A/ }).waitFor();
});

test("au clavier seul : contrôler, ouvrir, aller à la cellule, revenir", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  const focused = desk.pane.locator(":focus");
  await checkButton(desk).focus();
  await desk.page.keyboard.press("Enter");
  await verdict(desk);
  // The button that was pressed has gone: the focus stays in the pane, on the one that checks again.
  expect(await focused.textContent()).toBe("Contrôler le classeur");
  await desk.page.keyboard.press("Tab");
  expect(await focused.getAttribute("aria-expanded")).toBe("true");
  await desk.page.keyboard.press("Tab");
  expect(await focused.getAttribute("data-cell")).toBe("Plan!F4");
  await desk.page.keyboard.press("g");
  await waitSelected(desk, "Plan!F4");
  await desk.page.keyboard.press("Enter");
  await desk.pane.getByRole("article").waitFor();
  expect(await focused.textContent()).toBe("Retour");
  await desk.page.keyboard.press("Escape");
  await desk.pane.getByRole("article").waitFor({ state: "detached" });
  expect(await focused.getAttribute("data-cell")).toBe("Plan!F4");
});
