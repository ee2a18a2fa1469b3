/** The server as a driver starts it: one line, safe headers, another port when its own is taken, a clean end. */
import { spawn } from "node:child_process";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import path from "node:path";

// Where this file is run by itself, the first start builds.
jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, "../..");

interface Started {
  readonly lines: readonly string[];
  stop(): Promise<number | null>;
}

/** Starts the server and waits for its first line. */
function start(env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, ["scripts/start.mjs", "--no-open"], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (data) => {
      text += String(data);
      if (text.endsWith("\n")) resolve({ lines: text.trimEnd().split("\n"), stop });
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function headersOf(url: string): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const request = https.get(url, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, ...response.headers });
    });
    request.on("error", reject);
  });
}

async function takenPort(): Promise<{ readonly port: number; release(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = server.address() as AddressInfo;
  return { port, release: () => server.close() };
}

test("une ligne, PORT respecté, un port libre quand il est pris, et une fin propre", async () => {
  const taken = await takenPort();
  const other = await start({ PORT: String(taken.port) });
  taken.release();
  const here = await start({ PORT: String(taken.port) });
  expect(other.lines).toHaveLength(1);
  expect(other.lines[0]).toMatch(/^https:\/\/localhost:\d+\/$/);
  expect(here.lines).toEqual([`https://localhost:${taken.port}/`]);
  expect(other.lines).not.toEqual(here.lines);
  expect(await other.stop()).toBe(0);
  expect(await here.stop()).toBe(0);
});

test("les en-têtes : ni encadrement étranger, ni type deviné ; le volet ne parle qu'à son serveur", async () => {
  const server = await start({});
  const [url = ""] = server.lines;
  const [bench, pane, outside] = await Promise.all([
    headersOf(url),
    headersOf(`${url}volet/index.html`),
    headersOf(`${url}exemples/..%2f..%2fpackage.json`),
  ]);
  await server.stop();
  expect(bench["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(pane["content-security-policy"]).toMatch(/^frame-ancestors 'self' /);
  for (const headers of [bench, pane]) {
    expect(headers["status"]).toBe(200);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-cache");
  }
  expect(outside["status"]).toBe(404);
});
