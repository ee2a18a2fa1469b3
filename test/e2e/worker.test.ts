/** A large workbook in the pane: the check works in a thread of its own, and the page stays the officer's. */
import { writeXlsx } from "hucre";
import { button, said } from "./pane";
import { check, checkButton, open, openDesk, useBench, verdict, type Desk, type Picked } from "./bench";
import { faultyPlan, planRows } from "./workbooks";

const bench = useBench();
jest.setTimeout(90_000);

/** From the click to the pane that says so. */
const CANCEL_MS = 200;
const TRIES = 4;
/** Several machines share the one that runs these tests. */
const PATIENCE_MS = 30_000;

/** Six plans, and six sheets of notes that make the workbook large: 60 000 cells. */
async function largeWorkbook(): Promise<Picked> {
  const notes = (sheet: number) =>
    Array.from({ length: 1_000 }, (_row, row) =>
      Array.from({ length: 10 }, (_cell, column) => (column === 0 ? `Note ${sheet}.${row}` : row * 10 + column)),
    );
  const sheets = Array.from({ length: 6 }, (_sheet, index) => [
    { name: `Plan ${index + 1}`, rows: planRows() },
    { name: `Notes ${index + 1}`, rows: notes(index) },
  ]);
  return { name: "grand.xlsx", bytes: await writeXlsx({ sheets: sheets.flat() }) };
}

/**
 * Notes, from now on, the tasks that hold the pane for more than 50 ms. Those in which a message of Excel came are
 * office.js's, which unpacks it: ours begin after them.
 */
async function watchTasks({ pane }: Desk): Promise<void> {
  await pane.locator("html").evaluate(() => {
    const held: { readonly start: number; readonly end: number }[] = [];
    const messages: number[] = [];
    Object.assign(window, { held, messages });
    window.addEventListener("message", () => messages.push(performance.now()));
    new PerformanceObserver((list) => {
      // The bench's page shares the thread of this test: its tasks are named otherwise.
      const own = list.getEntries().filter(({ name }) => name === "self");
      for (const { startTime, duration } of own) held.push({ start: startTime, end: startTime + duration });
    }).observe({ type: "longtask" });
  });
}

/** How long our own tasks among them held it since the last time, in milliseconds. */
async function ownTasks({ page, pane }: Desk): Promise<readonly number[]> {
  // The observer is told a moment later.
  await page.waitForTimeout(200);
  return pane.locator("html").evaluate((): number[] => {
    const held: readonly { readonly start: number; readonly end: number }[] = Reflect.get(window, "held").splice(0);
    const messages: readonly number[] = Reflect.get(window, "messages");
    return held
      .filter(({ start, end }) => !messages.some((at) => at >= start && at <= end))
      .map(({ start, end }) => end - start);
  });
}

const running = ({ pane }: Desk) => pane.getByRole("region", { name: "Contrôle en cours" });

test("un grand classeur : aucune de nos tâches ne retient le volet plus de 50 ms", async () => {
  const desk = await openDesk(bench(), await largeWorkbook());
  desk.page.setDefaultTimeout(PATIENCE_MS);
  await desk.page.waitForLoadState("networkidle");
  await watchTasks(desk);
  const held: (readonly number[])[] = [];
  // A machine that is busy with something else stretches a task now and then; one that is too long is so each time.
  while (held.length < TRIES && !held.some((tasks) => tasks.length === 0)) {
    await checkButton(desk).click();
    // The progress of the check itself, sheet by sheet, after that of the reading.
    await said(desk, /Contrôle de la feuille \d+ sur 12/);
    await running(desk).waitFor({ state: "detached" });
    expect(await verdict(desk)).toBe("sans-anomalie");
    held.push(await ownTasks(desk));
  }
  expect(held.at(-1)).toEqual([]);
});

test("« Annuler » est entendu en moins de 200 ms pendant le contrôle, et le suivant aboutit", async () => {
  const desk = await openDesk(bench(), await largeWorkbook());
  desk.page.setDefaultTimeout(PATIENCE_MS);
  await checkButton(desk).click();
  await said(desk, /Contrôle de la feuille \d+ sur 12/);
  const milliseconds = await running(desk).evaluate(async (region) => {
    const started = performance.now();
    const gone = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (region.isConnected) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    region.querySelector("button")?.click();
    await gone;
    return performance.now() - started;
  });
  expect(milliseconds).toBeLessThan(CANCEL_MS);
  // Nothing of the check that was stopped comes after it.
  await expect(desk.pane.locator("[data-verdict]").getAttribute("data-verdict")).resolves.toBe("");
  expect(await check(desk)).toBe("sans-anomalie");
});

test("un navigateur sans fil : le volet contrôle lui-même, et son aide le dit", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await desk.page.context().addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await desk.page.reload();
  await open(desk, await faultyPlan());
  expect(await check(desk)).toBe("bloquant");
  await button(desk, "Aide").click();
  await said(desk, /dans le volet lui-même/);
});

test("avec un fil, l'aide n'en parle pas ; son script vient du volet, sous un nom qui porte son empreinte", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  expect(await check(desk)).toBe("bloquant");
  const scripts = desk.page.workers().map((worker) => new URL(worker.url()));
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.origin).toBe(new URL(bench().url).origin);
  expect(scripts[0]?.pathname).toMatch(/\/volet\/\d+\.[0-9a-f]{16,}\.js$/);
  await button(desk, "Aide").click();
  await said(desk, /Touches, dans la liste/);
  expect(await desk.pane.getByText(/dans le volet lui-même/).count()).toBe(0);
});
