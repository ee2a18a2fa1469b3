// What every command does first. Node built-ins only: node_modules may not be there yet.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const CACHE = path.join(ROOT, ".cache");

/** Progress goes to stderr: stdout is for the answer (the address, the report). */
export const say = (text) => process.stderr.write(`${text}\n`);

/** A trouble that a sentence explains; shown without a stack trace. */
export class Trouble extends Error {}

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** Installs the dependencies when they are missing or older than the lockfile. */
export function ensureModules() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Trouble(`Node 20 ou plus récent est nécessaire (ici ${process.version}).`);
  const installed = modified(path.join(ROOT, "node_modules/.package-lock.json"));
  const wanted = modified(path.join(ROOT, "package-lock.json")) ?? 0;
  if (installed !== null && installed >= wanted) return;
  say("Installation des dépendances (npm ci)…");
  // npm's own entry, when npm started us: on Windows npm is a .cmd file, which needs a shell.
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, "ci", "--include=dev"], { cwd: ROOT, stdio: ["ignore", 2, 2] })
    : spawnSync("npm ci --include=dev", { cwd: ROOT, stdio: ["ignore", 2, 2], shell: true });
  if (done.status !== 0) throw new Trouble("npm ci a échoué : voir les lignes au-dessus.");
}

/** Runs a command's body; a Trouble ends it with its sentence and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
