/** Before the first check, and where there is no pane to show: each is a page that says what to do. */
import type { BrowserContextOptions } from "playwright-core";
import { overflow, paneFrame, violations } from "./axe";
import { check, checkButton, openDesk, useBench, type Desk } from "./bench";
import { button, focused, press } from "./pane";

const bench = useBench();
const OFFICE = "**/office-js/office.js";
const LOOKS: readonly BrowserContextOptions[] = [
  { colorScheme: "light" },
  { colorScheme: "dark" },
  { forcedColors: "active" },
];

/** axe finds nothing in the pane, and 320 pixels are enough, in each look. */
async function isForEveryone(desk: Desk): Promise<void> {
  await desk.page.addStyleTag({ content: "#pane { flex: none !important; width: 320px; height: 378px }" });
  for (const { colorScheme = null, forcedColors = null } of LOOKS) {
    await desk.page.emulateMedia({ colorScheme, forcedColors });
    expect(await violations(paneFrame(desk))).toEqual([]);
  }
  expect(await overflow(paneFrame(desk))).toBe(0);
}

const title = ({ pane }: Desk, name: string) => pane.getByRole("alert").getByRole("heading", { name });
const NO_ANSWER = "Excel ne répond pas au volet";

test("avant le premier contrôle : trois lignes et un bouton", async () => {
  const desk = await openDesk(bench());
  const start = desk.pane.getByRole("region", { name: "Contrôle" });
  expect(await start.getByRole("listitem").count()).toBe(3);
  // Each holds in one line of a pane of 350 pixels.
  const heights = await start.getByRole("listitem").evaluateAll((lines) => lines.map((line) => line.clientHeight));
  expect(Math.max(...heights)).toBeLessThan(24);
  expect(await start.getByRole("button").allTextContents()).toEqual(["Contrôler le classeur"]);
});

test("ouvert hors d'Excel, le volet dit où l'ouvrir", async () => {
  const desk = await openDesk(bench());
  // A tab of its own: office.js remembers in each that it was in Excel.
  const page = await desk.page.context().newPage();
  await page.goto(`${bench().url}volet/index.html`);
  await page.getByRole("alert").getByRole("heading", { name: "Ce volet s’ouvre dans Excel" }).waitFor();
  await page.getByText(/groupe Contrôle PLS, bouton «\sOuvrir le volet\s»/).waitFor();
  expect(await page.getByRole("button").count()).toBe(0);
  expect(await violations(page.mainFrame())).toEqual([]);
  await page.setViewportSize({ width: 320, height: 378 });
  expect(await overflow(page.mainFrame())).toBe(0);
});

test("office.js refusé : la page le dit aussitôt, et « Recharger le volet » suffit dès qu'il revient", async () => {
  const desk = await openDesk(bench());
  await desk.page.route(OFFICE, (route) => route.abort());
  await desk.page.reload();
  await title(desk, NO_ANSWER).waitFor();
  await isForEveryone(desk);
  await desk.page.unroute(OFFICE);
  await button(desk, "Recharger le volet").focus();
  await press(desk, "Enter");
  expect(await check(desk)).not.toBe("");
});

test("office.js qui tarde : une page au bout de dix secondes, et le volet dès qu'il arrive", async () => {
  const desk = await openDesk(bench());
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await desk.page.clock.install();
  await desk.page.route(OFFICE, async (route) => {
    await held;
    await route.continue();
  });
  await desk.page.reload({ waitUntil: "commit" });
  await desk.pane.getByText("Ouverture du volet…").waitFor();
  // The page's own script is there when it waits for the other one.
  await desk.pane.locator("#office-js").waitFor({ state: "attached" });
  await desk.page.waitForTimeout(1_000);
  await desk.page.clock.fastForward(5_000);
  expect(await title(desk, NO_ANSWER).count()).toBe(0);
  await desk.page.clock.fastForward(6_000);
  await title(desk, NO_ANSWER).waitFor();
  await desk.page.clock.resume();
  await isForEveryone(desk);
  answer();
  await checkButton(desk).waitFor();
  expect(await title(desk, NO_ANSWER).count()).toBe(0);
  expect(await focused(desk).count()).toBe(0);
});
