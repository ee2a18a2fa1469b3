/** npm ci refuses a lockfile that lacks the binaries of another system, on every system: npm run lockfile adds them. */
import { readFileSync } from "node:fs";
import path from "node:path";

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

test("le verrou des dépendances nomme les paquets de tous les systèmes", () => {
  const { packages }: Lock = JSON.parse(readFileSync(path.resolve(__dirname, "../../package-lock.json"), "utf8"));
  const names = new Set(Object.keys(packages).map((folder) => folder.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
