/** The keyboard alone, and what a screen reader is told: every action is reached, letters stay where they belong. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { check, openDesk, selectedCell, useBench, type Desk } from "./bench";
import { article, button, lines, press, typeIn } from "./pane";
import { faultyPlan } from "./workbooks";

const bench = useBench();
const NAME = "nord-2024-erreurs.xlsx";
const ERREURS = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };

/** What a mouse can press or fill in, by its name; lists and tabs that the arrows walk count as one stop. */
async function actions({ pane }: Desk): Promise<string[]> {
  return pane.locator("body").evaluate((body) => {
    const all = [...body.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary")];
    const isSeen = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
    // Of a group of radio buttons Tab reaches the chosen one, the arrows the others.
    const isStop = (one: HTMLElement) =>
      one.tabIndex >= 0 && !(one instanceof HTMLInputElement && one.type === "radio" && !one.checked);
    return all.filter(isSeen).map((one, index) => {
      one.dataset["stop"] = String(index);
      const isWalked = one.matches("[role=tab], [data-cell]");
      return isStop(one) || (!isWalked && !one.matches("[type=radio], [type=file]")) ? String(index) : "";
    });
  });
}

/** Tabs through the pane from its first stop; gives what was met. */
async function met(desk: Desk, most: number): Promise<Set<string>> {
  const seen = new Set<string>();
  await desk.pane.locator("[role=tablist] [tabindex='0']").first().focus();
  for (let stops = 0; stops < most + 10; stops += 1) {
    const stop = await desk.pane.locator("body").evaluate((body) => {
      const active = body.ownerDocument.activeElement;
      return active instanceof HTMLElement ? (active.dataset["stop"] ?? "") : "";
    });
    if (stop !== "") seen.add(stop);
    await press(desk, "Tab");
  }
  return seen;
}

async function isAllReached(desk: Desk, state: string): Promise<void> {
  const wanted = (await actions(desk)).filter((stop) => stop !== "");
  expect(wanted.length).toBeGreaterThan(4);
  const reached = await met(desk, wanted.length);
  const missed = wanted.filter((stop) => !reached.has(stop));
  const texts = await Promise.all(
    missed.map((stop) => desk.pane.locator(`[data-stop="${stop}"]`).evaluate((one) => one.outerHTML.slice(0, 160))),
  );
  expect({ state, texts }).toEqual({ state, texts: [] });
}

test("chaque action du volet se rejoint avec Tab, dans chaque onglet", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await check(desk);
  await isAllReached(desk, "constats");
  await lines(desk).first().click();
  await article(desk).waitFor();
  await isAllReached(desk, "fiche");
  await button(desk, "Justifier…").click();
  await desk.pane.getByLabel("Motif").waitFor();
  await isAllReached(desk, "justification");
  for (const tab of ["Plan", "Bilan"]) {
    await desk.pane.getByRole("tab", { name: tab, exact: true }).click();
    await button(desk, "Préparer").waitFor();
    await isAllReached(desk, tab);
    await button(desk, "Préparer").click();
    await article(desk).last().waitFor();
    await isAllReached(desk, `${tab}, aperçu`);
  }
  await button(desk, "Réglages de la convention").click();
  await button(desk, "Enregistrer").waitFor();
  await isAllReached(desk, "réglages");
});

test("hors de la liste et de la fiche, aucune lettre n'agit ; dans un champ, elle s'écrit", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await check(desk);
  const before = await selectedCell(desk);
  const places = [
    desk.pane.getByRole("tab", { name: "Contrôler" }),
    button(desk, "Contrôler le classeur"),
    desk.pane.locator("summary").first(),
  ];
  for (const place of places) {
    await place.focus();
    await press(desk, "g", "c", "j", "n", "p");
  }
  expect(await article(desk).count()).toBe(0);
  expect(await selectedCell(desk)).toBe(before);
  await desk.pane.getByRole("searchbox").focus();
  await press(desk, "g", "c", "j");
  expect(await desk.pane.getByRole("searchbox").inputValue()).toBe("gcj");
  expect(await article(desk).count()).toBe(0);
});

test("ce qui change s'annonce dans une région qui était déjà là", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await desk.pane.locator("body").evaluate((body) => {
    for (const region of body.querySelectorAll("[role=status], [role=alert]"))
      region.setAttribute("data-was-there", "");
  });
  const told = (text: RegExp) =>
    desk.pane.locator("[data-was-there]").filter({ hasText: text }).waitFor({ state: "attached" });
  await check(desk);
  await told(/À corriger avant envoi/);
  await typeIn(desk, "Plan!F4", "900 000,00");
  await told(/Le classeur a changé depuis le contrôle/);
  await desk.page.locator('[data-address="Plan!A1"]').dblclick();
  await desk.page.locator(".editor").waitFor();
  await button(desk, "Contrôler le classeur").evaluate((one: HTMLButtonElement) => one.click());
  await told(/Entrée|Échap/);
});
