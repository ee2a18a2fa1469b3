// npm run build: the pane as it is put on a server, in dist/, with its icons and its manifest.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { ROOT, Trouble, ensureModules, main, say } from "./prepare.mjs";

/** What the manifest of the sources names, and what stands for a server that is not known yet. */
const BENCH_ADDRESS = "https://localhost:8443";
const PLACEHOLDER = "https://controle-pls.example";

const USAGE = "npm run build -- [--base-url https://serveur/dossier/] [--office cdn|local]";

/**
 * What Excel 2019 and later, on Windows, on a Mac, on the web and on tablets, ask office.js for: the loader, one file a
 * platform, its own words in French and in English. The rest of the package is for Word, Outlook, Excel 2013 and so on.
 */
const OFFICE_FILES = [
  /^office\.js$/,
  /^o15apptofilemappingtable\.js$/,
  /^excel-(?:android|ios|mac|web|win32|winrt)-16\.\d\d(?:-core)?\.js$/,
  /^(?:es6-promise|custom-functions-runtime)\.js$/,
  /^telemetry\/oteljs_agave\.js$/,
  /^(?:fr-\w\w|en-us)\/office_strings\.js$/,
];

/** Files that a server may send compressed, and those that are too small to be worth it. */
const COMPRESSED = /\.(?:js|css|html|json|svg|xml|md)$/;
const SMALLEST = 1024;
const LARGE = 1_000_000;

function options(args) {
  try {
    const { values } = parseArgs({ args, options: { "base-url": { type: "string" }, office: { type: "string" } } });
    const address = (values["base-url"] ?? PLACEHOLDER).replace(/\/+$/, "");
    const office = values.office ?? "cdn";
    if (!URL.canParse(address) || !address.startsWith("https://") || !["cdn", "local"].includes(office))
      throw new TypeError("L'adresse est en https ; office.js vient de « cdn » ou de « local ».");
    return { address, office };
  } catch (error) {
    throw new Trouble(`${error.message}\nUsage : ${USAGE}`);
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The files of office.js that Excel asks for, byte for byte: its licence wants it unmodified. */
function copyOffice(target) {
  const source = path.join(ROOT, "node_modules/@microsoft/office-js/dist");
  for (const file of filesUnder(source)) {
    const name = path.relative(source, file).split(path.sep).join("/");
    if (OFFICE_FILES.some((pattern) => pattern.test(name))) cpSync(file, path.join(target, name));
  }
}

/** Beside each file its .br and .gz, for servers that send what is there (nginx, IIS, Apache). */
function compress(folder) {
  for (const file of filesUnder(folder)) {
    const bytes = readFileSync(file);
    if (!COMPRESSED.test(file) || bytes.length < SMALLEST) continue;
    // The best quality takes a minute for the megabytes of office.js, and saves a twentieth.
    const level = bytes.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: level };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Builds dist/: `volet/`, `icons/`, `manifest.xml`. office.js comes from Microsoft, or unmodified beside the pane. */
async function release(args) {
  const { address, office } = options(args);
  const dist = path.join(ROOT, "dist");
  rmSync(dist, { recursive: true, force: true });
  await build(["pane"], () => path.join(dist, "volet"), { office, release: true });
  cpSync(path.join(ROOT, "assets/icons"), path.join(dist, "icons"), { recursive: true });
  if (office === "local") copyOffice(path.join(dist, "volet/office-js"));
  compress(dist);
  const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8").replace(/\n<!--[^]*?-->/, "");
  writeFileSync(path.join(dist, "manifest.xml"), manifest.replaceAll(BENCH_ADDRESS, address));
  say(`dist/ est prêt pour ${address} (office.js : ${office}).`);
  if (address === PLACEHOLDER) say(`Adresse à remplacer par celle du serveur : ${USAGE}`);
}

await main(async () => {
  ensureModules();
  await release(process.argv.slice(2));
});
