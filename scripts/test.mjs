// npm test: all the set-up, then types, lint, format, unit tests, browser tests. Ends with "N passed, N failed".
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { CACHE, ROOT, Trouble, ensureModules, main, say } from "./prepare.mjs";

const bin = (file) => path.join(ROOT, "node_modules", file);

/** Runs a Node script; its output comes all at once, when it ends, so that parallel runs do not mix. */
function run(title, args, env = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } });
    const output = [];
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.on("close", (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(Buffer.concat(output));
      console.log(`${code === 0 ? "ok    " : "ÉCHEC "} ${title} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

/** Runs one jest project; a suite that could not run counts as a failed test. */
async function jest(project, env) {
  const report = path.join(CACHE, `jest-${project}.json`);
  rmSync(report, { force: true });
  // A slow machine is no failure: five seconds, jest's own limit, are few for a workbook made to fill the memory.
  const args = ["--selectProjects", project, "--json", `--outputFile=${report}`, "--testTimeout=30000"];
  const ok = await run(`tests ${project}`, [bin("jest/bin/jest.js"), ...args], env);
  if (!existsSync(report)) return { ok: false, passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  return { ok, passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** A browser for the tests of the pane; Debian's package when there is none and we may install it. */
function ensureBrowser() {
  const isRoot = process.getuid?.() === 0;
  if (!findBrowser() && isRoot && existsSync("/usr/bin/apt-get")) {
    say("Aucun navigateur : installation du paquet chromium (apt-get)…");
    spawnSync("apt-get", ["update", "-q"], { stdio: ["ignore", 2, 2] });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: ["ignore", 2, 2],
      env,
    });
  }
  const browser = findBrowser();
  if (!browser) {
    say("Les tests du volet veulent Chrome, Edge ou Chromium. Installez-en un, ou indiquez le sien :");
    say("CHROME_PATH=/chemin/vers/chrome npm test");
  }
  return browser;
}

await main(async () => {
  ensureModules();
  mkdirSync(CACHE, { recursive: true });
  const checks = await Promise.all([
    run("types", [bin("typescript/bin/tsc"), "--noEmit"]),
    run("eslint", [bin("eslint/bin/eslint.js"), "."]),
    run("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]),
  ]);
  const results = [await jest("unit")];
  const browser = ensureBrowser();
  if (browser) {
    // Built once here: the test files start their servers at the same time.
    const built = await ensureBuilt("pane", "bench").catch((error) => {
      if (error instanceof Trouble) say(error.message);
      else throw error;
    });
    results.push(built ? await jest("e2e", { CHROME_PATH: browser }) : { ok: false, passed: 0, failed: 1 });
  } else results.push({ ok: false, passed: 0, failed: 1 });

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  const isFine = checks.every(Boolean) && results.every(({ ok }) => ok);
  process.exitCode = isFine ? 0 : 1;
});
