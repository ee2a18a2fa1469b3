/** `npm run bench:detection [-- --count 40 --seed 1 --json]`: how much is found, named first and repaired, by kind of fault. */
import { parseArgs } from "node:util";
import { exactSums, ours, random } from "./checkers";
import { KINDS } from "./faults";
import { measure, together, type Measure, type Rates } from "./measure";

const CHECKERS = { "Contrôle PLS": ours, "sommes exactes": exactSums, hasard: random } as const;

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function lineOf(name: string, rates: Rates): string[] {
  const { faults, found, first, exact, cards, goodCards } = rates;
  const of = (part: number): string => percent(part, faults);
  return [name, String(faults), of(found), of(first), of(exact), percent(goodCards, cards)];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_none, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")).join("\n");
}

function textOf(name: string, measured: Measure): string {
  const { clean, pairs, kinds } = measured;
  const rows = [
    [name, "fautes", "trouvées", "en premier", "valeur juste", "précision"],
    ...KINDS.map((kind) => lineOf(kind, kinds[kind])),
    lineOf("ensemble", together(measured)),
  ];
  return [
    table(rows),
    `classeurs justes avec une alarme : ${clean.alarmed} sur ${clean.workbooks}`,
    `deux fautes, les deux premières cartes justes : ${percent(pairs.both, pairs.workbooks)} de ${pairs.workbooks}`,
  ].join("\n");
}

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const measures: [string, Measure][] = [];
for (const [name, check] of Object.entries(CHECKERS)) {
  measures.push([name, await measure(check, Number(values.count), Number(values.seed))]);
}
console.log(
  values.json
    ? JSON.stringify(Object.fromEntries(measures), null, 2)
    : measures.map(([name, measured]) => textOf(name, measured)).join("\n\n"),
);
