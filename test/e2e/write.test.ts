import { readFileSync } from "node:fs";
import { transformSync } from "@swc/core";
import type { Frame } from "playwright-core";
import { openDesk, useBench, type Desk } from "./bench";
import { faultyPlan } from "./workbooks";

const bench = useBench();

/** The pane's own frame: office.js is there, with its emulated Excel behind it. */
async function frameOf({ page }: Desk): Promise<Frame> {
  const frame = await (await page.locator("#pane iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  return frame;
}

const cellOf = ({ page }: Desk, address: string) => page.locator(`[data-address="${address}"]`);
const tab = ({ page }: Desk, name: string) => page.getByRole("tab", { name, exact: true });

/** What a fill asks of Excel, on a sheet of its own; its formula reads the officer's plan. */
function addSheet(frame: Frame): Promise<void> {
  return frame.evaluate(() =>
    Excel.run(async (context) => {
      // From here on a model of the workbook is kept, which knows nothing of the sheet to come.
      context.workbook.worksheets.getItem("Plan").getRange("D4").values = [[450_000]];
      await context.sync();
      const page = context.workbook.worksheets.add("Annexe 1.b");
      page.getRange("A1:C2").formulas = [
        ["Plan de financement", "", ""],
        ["Un libellé assez long pour passer à la ligne", "=Plan!D3*2", 0.5],
      ];
      const title = page.getRange("A1:C1");
      title.format.font.bold = true;
      title.format.fill.color = "#DDEBF7";
      title.format.horizontalAlignment = "Center";
      title.merge();
      page.getRange("A2").format.wrapText = true;
      page.getRange("A1").format.columnWidth = 90;
      page.getRange("A1").format.rowHeight = 30;
      await context.sync();
    }),
  );
}

describe("le banc montre ce que le complément écrit", () => {
  test("une feuille ajoutée a son onglet, son aspect et ses résultats, puis s'en va", async () => {
    const desk = await openDesk(bench(), await faultyPlan());
    const frame = await frameOf(desk);
    await addSheet(frame);
    expect(await tab(desk, "Plan").getAttribute("aria-selected")).toBe("true");
    await tab(desk, "Annexe 1.b").click();
    const title = cellOf(desk, "Annexe 1.b!A1");
    await title.waitFor();
    expect(await title.textContent()).toBe("Plan de financement");
    const style = await title.evaluate((cell) => {
      const { backgroundColor, width, height } = getComputedStyle(cell);
      return { backgroundColor, width, height, classes: cell.className };
    });
    expect(style).toMatchObject({ backgroundColor: "rgb(221, 235, 247)", width: "248px", height: "40px" });
    expect(style.classes).toContain("bold");
    expect(style.classes).toContain("center");
    expect(await cellOf(desk, "Annexe 1.b!A2").locator(".wrap").count()).toBe(1);
    expect((await cellOf(desk, "Annexe 1.b!B2").textContent())?.replace(/\D/g, "")).toBe("2000000");

    await frame.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Annexe 1.b").delete();
        context.workbook.worksheets.getItem("Plan").getRange("D3").values = [[1]];
        await context.sync();
      }),
    );
    await tab(desk, "Annexe 1.b").waitFor({ state: "detached" });
    expect(await tab(desk, "Plan").getAttribute("aria-selected")).toBe("true");
    expect(await cellOf(desk, "Plan!D3").textContent()).toBe("1");
  });
});

describe("le journal du volet", () => {
  /** The module as the pane has it: it imports types only. */
  const install = async (frame: Frame) => {
    const source = readFileSync("src/excel/writing/browserJournal.ts", "utf8");
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    await frame.evaluate(`{ const exports = {}; ${code}; globalThis.journal = exports.createBrowserJournal(); }`);
  };
  const ENTRY = {
    ...{ version: 1, id: "a", workbook: "Plan.xlsx", title: "Plan 2024", at: "2026-01-01T00:00:00.000Z" },
    ...{ state: "applied", sheets: [{ name: "Annexe", cells: [] }] },
    cells: [
      {
        ref: { sheet: "Plan", row: 1, column: 2 },
        before: { value: "030450232501", error: null, formula: null, numberFormat: "@" },
        after: { value: null, error: null, formula: "=1+1", numberFormat: "General" },
      },
    ],
  };

  test("est retrouvé tel quel après la réouverture, et n'a plus ce qui en est ôté", async () => {
    const desk = await openDesk(bench());
    await install(await frameOf(desk));
    const first = await frameOf(desk);
    await first.evaluate(`journal.put(${JSON.stringify(ENTRY)})`);
    await first.evaluate(`journal.put(${JSON.stringify({ ...ENTRY, id: "b", version: 99 })})`);
    await desk.page.reload();
    await desk.pane.getByRole("button", { name: "Contrôler le classeur" }).waitFor();
    const frame = await frameOf(desk);
    await install(frame);
    expect(await frame.evaluate("journal.all()")).toEqual([ENTRY]);
    await frame.evaluate('journal.remove("a")');
    expect(await frame.evaluate("journal.all()")).toEqual([]);
  });
});
