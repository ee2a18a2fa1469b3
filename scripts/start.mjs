// npm start: all the set-up, the server, and a window on the bench. `--no-open`: one line, the address, and serve.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setInterval, clearInterval } from "node:timers";
import { browserSwitches, findBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureCertificate } from "./certificate.mjs";
import { ensureModules, main, say } from "./prepare.mjs";

const DEFAULT_PORT = 8443;
/** As it was before the set-up, which takes its time. */
const PARENT = process.ppid;

function wantedPort() {
  const port = Number(process.env.PORT);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : DEFAULT_PORT;
}

/** Opens the bench in a window of its own profile, which trusts the bench's key and nothing else new. */
function openWindow(browser, url, pin, onClosed) {
  const profile = mkdtempSync(path.join(tmpdir(), "controle-pls-"));
  const child = spawn(
    browser,
    [
      ...browserSwitches(),
      `--user-data-dir=${profile}`,
      `--ignore-certificate-errors-spki-list=${pin}`,
      // Chrome warns about the switch above in a bar, unless it is told that this is a test.
      "--test-type",
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-features=Translate",
      "--window-size=1366,768",
      `--app=${url}`,
    ],
    { stdio: "ignore" },
  );
  const clean = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  child.on("error", () => say(`Le navigateur ne s'ouvre pas. Ouvrez ${url} dans Chrome, Edge ou Chromium.`));
  child.on("exit", () => {
    clean();
    onClosed();
  });
  return () => child.kill();
}

/** npm passes SIGTERM to its shell only: the server would outlive both. */
function stopWithParent(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

await main(async () => {
  ensureModules();
  const open = !process.argv.includes("--no-open");
  const [[paneFolder, benchFolder], { key, cert, pin }] = await Promise.all([
    ensureBuilt("pane", "bench"),
    ensureCertificate(),
  ]);
  const { serve } = await import("./server.mjs");
  const server = await serve({ paneFolder, benchFolder, credentials: { key, cert }, wantedPort: wantedPort() });
  const url = `https://localhost:${server.port}/`;
  process.stdout.write(`${url}\n`);

  let closeWindow = () => {};
  const stop = () => {
    closeWindow();
    void server.stop();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  stopWithParent(stop);
  if (!open) return;

  const browser = findBrowser();
  if (browser) {
    say("Le banc s'ouvre dans sa fenêtre ; la fermer, ou Ctrl+C ici, arrête le serveur.");
    closeWindow = openWindow(browser, url, pin, () => void server.stop());
  } else {
    say(`Ni Chrome, ni Edge, ni Chromium sur cette machine. Ouvrez ${url} dans un autre navigateur :`);
    say("il annoncera un certificat inconnu (celui du banc, fait ici même) ; acceptez-le pour cette adresse.");
    say("Ou indiquez un navigateur : CHROME_PATH=/chemin/vers/chrome npm start");
  }
});
