// npm run build: the pane as it is put on a server, in dist/, with its icons and its manifest.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { ROOT, Trouble, ensureModules, main, say } from "./prepare.mjs";

/** What the manifest of the sources names, and what stands for a server that is not known yet. */
const BENCH_ADDRESS = "https://localhost:8443";
const PLACEHOLDER = "https://controle-pls.example";

const USAGE = "npm run build -- [--address https://serveur/chemin] [--office-js cdn|local]";

function options(args) {
  try {
    const { values } = parseArgs({ args, options: { address: { type: "string" }, "office-js": { type: "string" } } });
    const address = (values.address ?? PLACEHOLDER).replace(/\/+$/, "");
    const office = values["office-js"] ?? "cdn";
    if (!address.startsWith("https://") || !["cdn", "local"].includes(office))
      throw new TypeError("L'adresse est en https ; office.js vient de « cdn » ou de « local ».");
    return { address, office };
  } catch (error) {
    throw new Trouble(`${error.message}\nUsage : ${USAGE}`);
  }
}

/** Builds dist/: `volet/`, `icons/`, `manifest.xml`. office.js comes from Microsoft, or unmodified beside the pane. */
async function release(args) {
  const { address, office } = options(args);
  const dist = path.join(ROOT, "dist");
  rmSync(dist, { recursive: true, force: true });
  await build(["pane"], () => path.join(dist, "volet"), { office });
  cpSync(path.join(ROOT, "assets/icons"), path.join(dist, "icons"), { recursive: true });
  if (office === "local") {
    const source = path.join(ROOT, "node_modules/@microsoft/office-js/dist");
    const filter = (file) => !/\.(?:debug\.js|d\.ts)$/.test(file);
    cpSync(source, path.join(dist, "volet/office-js"), { recursive: true, filter });
  }
  const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8").replace(/\n<!--[^]*?-->/, "");
  writeFileSync(path.join(dist, "manifest.xml"), manifest.replaceAll(BENCH_ADDRESS, address));
  say(`dist/ est prêt pour ${address} (office.js : ${office}).`);
  if (address === PLACEHOLDER) say(`Adresse à remplacer par celle du serveur : ${USAGE}`);
}

await main(async () => {
  ensureModules();
  await release(process.argv.slice(2));
});
