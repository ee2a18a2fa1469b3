/** Every state of the pane for everyone: axe finds nothing, and 320 pixels are enough. */
import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Frame } from "playwright-core";
import { check, openDesk, useBench, type Desk } from "./bench";
import { faultyPlan, withoutTable } from "./workbooks";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const bench = useBench();

function paneFrame({ page }: Desk): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes("/volet/"));
  if (!frame) throw new Error("the pane is not open");
  return frame;
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Ids and elements of what axe finds in a page or a frame. The script is ours to inject: evaluate passes the CSP. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const results: AxeResults = await frame.evaluate("axe.run(document, {iframes: false})");
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const overflow = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function states(
  options: BrowserContextOptions,
  visit: (name: string, desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(bench(), await faultyPlan(), options);
  await visit("avant contrôle", desk);
  await desk.pane.getByRole("button", { name: "Aide" }).click();
  await visit("aide", desk);
  await desk.pane.getByRole("button", { name: "Aide" }).click();
  await check(desk);
  await visit("constats", desk);
  for (const summary of await desk.pane.locator("summary").all()) await summary.click();
  await visit("ce qui a été contrôlé", desk);
  await desk.pane.locator("[data-cell]").first().click();
  await desk.pane.getByRole("article").waitFor();
  await visit("fiche", desk);
  await desk.page.context().close();
}

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["clair", { colorScheme: "light" }],
  ["sombre", { colorScheme: "dark" }],
  ["contraste imposé", { forcedColors: "active" }],
];

test.each(LOOKS)("axe ne trouve rien, en %s", async (_name, options) => {
  const found: string[] = [];
  await states({ ...options, reducedMotion: "reduce" }, async (state, desk) => {
    found.push(...(await violations(paneFrame(desk))).map((violation) => `${state}: ${violation}`));
  });
  expect(found).toEqual([]);
});

test("axe ne trouve rien dans le banc, ni sans tableau connu", async () => {
  const desk = await openDesk(bench(), await withoutTable());
  await check(desk);
  expect(await violations(paneFrame(desk))).toEqual([]);
  expect(await violations(desk.page.mainFrame())).toEqual([]);
});

test("320 pixels de large : rien ne déborde", async () => {
  const found: string[] = [];
  await states({}, async (state, desk) => {
    await desk.page.addStyleTag({ content: "#pane { flex: none !important; width: 320px; height: 378px }" });
    const pixels = await overflow(paneFrame(desk));
    if (pixels > 0) found.push(`${state}: ${pixels}`);
  });
  expect(found).toEqual([]);
});
