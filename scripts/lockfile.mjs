// npm run lockfile: completes package-lock.json with the binaries of other systems.
// A registry or a cache that holds the packages of one system only makes npm leave the others out of the lockfile;
// npm ci then refuses it, on every system. Versions are the exact ones that the parents ask for.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const FILE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../package-lock.json");
const SYSTEMS = ["darwin", "win32", "linux", "freebsd", "android", "openharmony", "sunos", "aix"];
const PROCESSORS = ["x64", "arm64", "ia32", "arm", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

/** What a binary's name says of the machines it is for: "@swc/core-linux-arm64-musl". */
function target(name) {
  const words = name.split(/[/-]/).map((word) => (/^arm(?:eabi|v7)?$/.test(word) ? "arm" : word));
  const system = SYSTEMS.find((os) => words.includes(os));
  const processor = PROCESSORS.find((cpu) => words.includes(cpu));
  const libc =
    system === "linux" && /musl/.test(name)
      ? ["musl"]
      : system === "linux" && /gnu|glibc/.test(name)
        ? ["glibc"]
        : null;
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc }),
    ...(system && { os: [system] }),
  };
}

const lock = JSON.parse(readFileSync(FILE, "utf8"));

/** Where node finds a package from another one: its own node_modules, or one above. */
function isFound(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

let added = 0;
for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const { cpu, os } = target(name);
    if (isFound(folder, name)) continue;
    if ((!cpu && !os) || !/^\d/.test(version)) {
      console.error(`${folder} demande ${name}@${version} : à verrouiller à la main`);
      process.exitCode = 1;
      continue;
    }
    const { dev } = entry;
    lock.packages[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...target(name) };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.error(`${added} paquet(s) d'autres systèmes ajouté(s) au verrou.`);
