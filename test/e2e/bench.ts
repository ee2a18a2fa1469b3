/** The bench under test: its server started as a driver starts it, a page on it, and the pane in that page. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { chromium, type Browser, type BrowserContextOptions, type FrameLocator, type Page } from "playwright-core";
import { browserSwitches, findBrowser } from "../../scripts/browser.mjs";

const ROOT = path.resolve(__dirname, "../..");

export interface Bench {
  readonly url: string;
  readonly browser: Browser;
}

/** A first build, where a test file is run by itself. */
const START_MS = 120_000;
const TEST_MS = 40_000;
/** Below the test's own limit, so that a failure names what was waited for. */
const STEP_MS = 10_000;

function startServer(): ChildProcessByStdio<null, Readable, null> {
  // The port may be held by another test file: the server takes the next free one.
  return spawn(process.execPath, ["scripts/start.mjs", "--no-open"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Gives each test of this file a server, started as a driver starts it, and a browser. */
export function useBench(): () => Bench {
  jest.setTimeout(TEST_MS);
  let bench: Bench | null = null;
  let server: ReturnType<typeof startServer> | null = null;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error("no Chrome, Edge or Chromium: npm test says what to do");
    const started = (server = startServer());
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: started.stdout }).once("line", resolve);
      started.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
    bench = { url, browser: await chromium.launch({ executablePath, args: browserSwitches() }) };
  }, START_MS);
  afterAll(async () => {
    await bench?.browser.close();
    server?.kill("SIGTERM");
  });
  afterEach(async () => {
    await Promise.all(bench?.browser.contexts().map((context) => context.close()) ?? []);
    const seen = incidents;
    incidents = [];
    expect(seen).toEqual([]);
  });
  return () => {
    if (!bench) throw new Error("the bench has not started");
    return bench;
  };
}

export interface Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
}

/** What no page may do here: run a dialog, throw, or ask something of the outside. Looked at after each test. */
let incidents: string[] = [];

export interface Picked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function pickFile(page: Page, { name, bytes }: Picked): Promise<void> {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return page.setInputFiles("#file", { name, mimeType, buffer: Buffer.from(bytes) });
}

interface Opening {
  /** What follows the bench's address. */
  readonly address?: string;
  readonly isPaneOpen?: boolean;
}

/** Opens the bench on its first example, or on a file given by the file picker, and waits for the pane. */
export async function openDesk(
  bench: Bench,
  file: Picked | null = null,
  options: BrowserContextOptions = {},
  { address = "", isPaneOpen = true }: Opening = {},
): Promise<Desk> {
  const context = await bench.browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    ...options,
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(bench.url) && !/^(?:data|blob):/.test(request.url())) {
      incidents.push(`outside: ${request.url()}`);
    }
  });
  await page.goto(`${bench.url}${address}`);
  const desk = { page, pane: page.frameLocator("#pane iframe") };
  if (file) await open(desk, file);
  if (isPaneOpen) await checkButton(desk).waitFor();
  else await page.locator("#grid [data-address]").first().waitFor();
  return desk;
}

/** Gives a file to the picker and waits until the page has taken it, or has refused it. */
export async function open({ page }: Desk, file: Picked): Promise<void> {
  await pickFile(page, file);
  await page.getByText(file.name).first().waitFor();
}

export const checkButton = ({ pane }: Desk) => pane.getByRole("button", { name: "Contrôler le classeur" });

/** Presses the button and gives the verdict's id. */
export async function check(desk: Desk): Promise<string> {
  await checkButton(desk).click();
  return verdict(desk);
}

/** The verdict's id, once there is one and the list under it has come. */
export async function verdict({ pane }: Desk): Promise<string> {
  const done = pane.locator('[role=status][data-verdict]:not([data-verdict=""])');
  await done.waitFor({ state: "attached" });
  await pane.getByText("Ouverture…").waitFor({ state: "detached" });
  return (await done.getAttribute("data-verdict")) ?? "";
}

/** "Sheet!A1" of the selected cell of the grid. */
export async function selectedCell({ page }: Desk): Promise<string | null> {
  return page.locator('[role=gridcell][aria-selected="true"]').getAttribute("data-address");
}

/** Waits until this cell is the selected one. */
export async function waitSelected({ page }: Desk, address: string): Promise<void> {
  await page.locator(`[data-address="${address}"][aria-selected="true"]`).waitFor();
}
