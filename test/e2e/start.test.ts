/** What the pane loads, and when: its first lines are light, and what does not come later is told. */
import { gzipSync } from "node:zlib";
import { check, checkButton, openDesk, useBench } from "./bench";

const bench = useBench();

/** Own code and styles at the first paint, in bytes. */
const BUDGET = 170_000;

/** The parts that come after the first one. */
const LATER = /\/volet\/\d+\.[0-9a-f]+\.js$/;

test("les premières lignes du volet tiennent dans leur budget, compressées", async () => {
  const desk = await openDesk(bench());
  const page = await desk.pane.locator("html").evaluate(() => location.href);
  const response = await desk.page.request.get(page);
  const html = await response.text();
  const scripts = [...html.matchAll(/<script[^>]* src="?([^"\s>]+)/g)]
    .map(([, source = ""]) => new URL(source, page).href)
    .filter((url) => !url.includes("office-js"));
  expect(scripts).toHaveLength(1);
  const own = await Promise.all(scripts.map(async (url) => (await desk.page.request.get(url)).body()));
  const bytes = [Buffer.from(html), ...own].reduce((total, body) => total + gzipSync(body, { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});

test("le contrôle se charge avant qu'on le demande, le plan et les réglages quand on les ouvre", async () => {
  const loaded: string[] = [];
  const desk = await openDesk(bench());
  desk.page.on("request", (request) => {
    if (LATER.test(request.url())) loaded.push(request.url());
  });
  await desk.page.waitForLoadState("networkidle");
  loaded.length = 0;
  await check(desk);
  expect(loaded).toEqual([]);
  await desk.pane.getByRole("tab", { name: "Plan", exact: true }).click();
  await desk.pane.getByRole("button", { name: "Préparer" }).waitFor();
  const withPlan = loaded.length;
  expect(withPlan).toBeGreaterThan(0);
  await desk.pane.getByRole("button", { name: "Réglages de la convention" }).click();
  await desk.pane.getByRole("button", { name: "Enregistrer" }).waitFor();
  expect(loaded.length).toBeGreaterThan(withPlan);
});

test("le contrôle ne se charge pas : une phrase le dit, et il repart dès que le serveur répond", async () => {
  const desk = await openDesk(bench());
  let isDown = true;
  await desk.page.context().route(LATER, (route) => (isDown ? route.abort() : route.continue()));
  await desk.page.reload();
  await checkButton(desk).click();
  await desk.pane
    .getByRole("alert")
    .getByText(/Le contrôle ne se charge pas/)
    .waitFor();
  isDown = false;
  expect(await check(desk)).not.toBe("");
});
