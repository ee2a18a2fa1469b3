// Builds by webpack, kept under .cache/build by a hash of what they are made of: a second start builds nothing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CACHE, ROOT, Trouble, say } from "./prepare.mjs";

const PURE = ["domain", "workbook", "reading", "relations", "rules", "messages", "checking", "host"];
/** The folders of src/ that each build stands on, beyond the pure part. */
const FOLDERS = {
  pane: [...PURE, "drafting", "reporting", "worker", "excel", "commands", "taskpane", "../docs/regles"],
  bench: [...PURE, "xlsx", "calculation", "emulator", "bench"],
  cli: [...PURE, "drafting", "reporting", "xlsx", "calculation", "cli"],
  detection: [...PURE, "../test/detection", "../test/builders"],
  speed: [...PURE, "xlsx", "calculation", "../test/speed", "../test/detection"],
};
const CONFIG = ["package-lock.json", "webpack.config.js", "tsconfig.json", ".swcrc"];
/** Builds of one kind that stay, so that going back to a former branch does not build again. */
const KEPT = 3;

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(target) {
  const hash = createHash("sha256");
  const folders = FOLDERS[target].map((name) => path.join(ROOT, "src", name)).filter((folder) => existsSync(folder));
  const files = [...CONFIG.map((name) => path.join(ROOT, name)), ...folders.flatMap(filesUnder)];
  for (const file of files) hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** Runs webpack on the targets into `folderOf(target)`; throws a Trouble that holds webpack's errors. */
export async function build(targets, folderOf, env = {}) {
  const { default: webpack } = await import("webpack");
  const { default: configure } = await import(pathToFileURL(path.join(ROOT, "webpack.config.js")).href);
  const configs = configure(env)
    .filter(({ name }) => targets.includes(name))
    .map((config) => ({ ...config, output: { ...config.output, path: folderOf(config.name) } }));
  const compiler = webpack(configs);
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result)))),
  );
  if (stats.hasErrors()) throw new Trouble(stats.toString({ preset: "errors-only", colors: false }));
}

function dropOldBuilds(target) {
  const folder = path.join(CACHE, "build");
  const builds = readdirSync(folder)
    .filter((name) => name.startsWith(`${target}-`))
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of builds.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}

/** The folders of the builds of these targets, built now where the sources have changed. */
export async function ensureBuilt(...targets) {
  const places = targets.map((target) => ({
    target,
    folder: path.join(CACHE, "build", `${target}-${hashOf(target)}`),
  }));
  const missing = places.filter(({ folder }) => !existsSync(folder));
  if (missing.length > 0) {
    say(`Construction (${missing.map(({ target }) => target).join(", ")})…`);
    mkdirSync(path.join(CACHE, "build"), { recursive: true });
    // Built aside, then renamed: an interrupted build, or two at a time, never leave half a folder.
    const aside = (target) => path.join(CACHE, "build", `.${target}-${process.pid}`);
    await build(
      missing.map(({ target }) => target),
      aside,
    );
    for (const { target, folder } of missing) {
      if (existsSync(folder)) rmSync(aside(target), { recursive: true });
      else renameSync(aside(target), folder);
      dropOldBuilds(target);
    }
  }
  return places.map(({ folder }) => folder);
}
