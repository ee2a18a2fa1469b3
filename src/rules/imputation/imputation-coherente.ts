import { partOf } from "../../domain/bloc";
import type { CodeActivite } from "../../domain/codesActivite";
import { slipFrom } from "../../domain/slips";
import type { WrittenCell } from "../../reading/otherTables";
import { keyOf } from "../../relations/relation";
import { type CellFault, type Rule } from "../rule";
import { codeFault, codeLines, decoded, type CodeLine } from "./lines";

type Champ = "code" | "programme" | "action" | "sous-action";

interface Deviation {
  readonly champ: Champ;
  readonly cell: WrittenCell;
  readonly proposal: string | null;
}

/** Numbers of a field; one cell may list several ("23 - 24 - 26"). */
function numbersOf(cell: WrittenCell | null): readonly string[] {
  return (cell?.written.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ""));
}

function says(cell: WrittenCell | null, expected: string | null): boolean {
  const numbers = numbersOf(cell);
  return expected === null || numbers.length === 0 || numbers.includes(expected.replace(/^0+(?=\d)/, ""));
}

/** Fields of a line that are not what an entry of the list says. */
function deviationsFrom(line: CodeLine, entry: CodeActivite): Deviation[] {
  const { ligne, cell } = line;
  const fields = [
    ["programme", ligne.programme, entry.programme],
    ["action", ligne.action, entry.action],
    ["sous-action", ligne.sousAction, entry.sousAction],
  ] as const;
  const code = decoded(cell)?.code;
  const isOther = code !== undefined && code !== entry.code && contradicts(line, code, entry);
  return [
    ...(isOther ? [{ champ: "code" as const, cell, proposal: entry.code }] : []),
    ...fields.flatMap(([champ, written, expected]) =>
      written && !says(written, expected) ? [{ champ, cell: written, proposal: proposalFor(written, expected) }] : [],
    ),
  ];
}

/**
 * A listed code of another block contradicts its line, and so do other digits for programme and sous-action, or one slip
 * from the right code. An unlisted code that agrees by its digits is only to be confirmed: another rule says so.
 */
function contradicts({ list, cell }: CodeLine, code: string, entry: CodeActivite): boolean {
  const read = decoded(cell);
  if (list.some((one) => one.code === code) || slipFrom(code, entry.code) !== null) return true;
  return read?.programme !== entry.programme || (read.sousAction !== null && read.sousAction !== entry.sousAction);
}

/** What a field should hold; in a list the number to replace is not known from one line. */
function proposalFor(written: WrittenCell, expected: string | null): string | null {
  return numbersOf(written).length > 1 ? null : expected;
}

/** What a code shows by its digits, for a year without a list or a code that is not in it. */
function deviationsFromDigits(line: CodeLine): Deviation[] {
  const { ligne, cell } = line;
  const code = decoded(cell);
  if (!code) return [];
  const fields = [
    ["programme", ligne.programme, code.programme],
    ["action", ligne.action, code.action],
    ["sous-action", ligne.sousAction, code.sousAction],
  ] as const;
  const part = ligne.classement?.part ?? null;
  const programme = part === "solidarites" ? "304" : part === null ? null : "102";
  const isOtherPart = programme !== null && programme !== code.programme;
  const differing = fields.filter(([, written, expected]) => written && !says(written, expected));
  return differing.length > 0 || isOtherPart ? [{ champ: "code", cell, proposal: null }] : [];
}

/** The entry that the words of a line name: its axis or volet. */
function entryOfWords({ ligne, list }: CodeLine): CodeActivite | null {
  if (ligne.blocs.length > 1)
    return list.find((entry) => ligne.blocs.every((bloc) => entry.blocs.includes(bloc))) ?? null;
  const bloc = ligne.classement?.bloc ?? null;
  const entries = bloc === null ? [] : list.filter(({ blocs }) => blocs.includes(bloc));
  return entries.find(({ code }) => code === decodedCode(ligne.codes[0])) ?? entries[0] ?? null;
}

function decodedCode(cell: WrittenCell | undefined): string | null {
  return cell ? (decoded(cell)?.code ?? null) : null;
}

/**
 * The field to accuse: the only one that deviates; where several do, the code, which is what gets a file rejected.
 * Without words that name a block, the other fields vote: a listed code beside one field that differs is right.
 */
function culpritOf(
  line: CodeLine,
): { deviation: Deviation; others: readonly Deviation[]; entry: CodeActivite | null } | null {
  const code = decoded(line.cell)?.code;
  const listed = line.list.find((one) => one.code === code) ?? null;
  const named = entryOfWords(line);
  const part = line.ligne.classement?.part;
  const contradictsPart = listed !== null && part !== undefined && !listed.blocs.some((bloc) => partOf(bloc) === part);
  const fromFields = line.list.find((one) => deviationsFrom(line, one).every(({ champ }) => champ === "code"));
  const entry = named ?? (contradictsPart ? null : listed) ?? (line.ligne.sousAction ? (fromFields ?? null) : null);
  const deviations = entry
    ? deviationsFrom(line, entry)
    : contradictsPart
      ? [{ champ: "code" as const, cell: line.cell, proposal: null }]
      : deviationsFromDigits(line);
  const [first] = deviations;
  if (!first) return null;
  const deviation = deviations.find(({ champ }) => champ === "code") ?? first;
  return { deviation, others: deviations.filter((other) => other !== deviation), entry };
}

/** For a cell that lists several numbers: those that no code uses, replaced by those that are missing. */
function repairedList(cell: WrittenCell, lines: readonly CodeLine[]): string | null {
  const users = lines.filter(
    ({ ligne }) =>
      ligne.sousAction && keyOf(ligne.sousAction.ref) === keyOf(cell.ref) && ligne.sousAction.written === cell.written,
  );
  const used = users.flatMap((line) => decoded(line.cell)?.sousAction ?? []);
  const written = numbersOf(cell);
  const missing = used.filter((number) => !written.includes(number));
  const idle = written.filter((number) => !used.includes(number));
  if (missing.length === 0 || missing.length !== idle.length) return null;
  return cell.written.replace(/\d+/g, (number) =>
    idle.includes(number) ? (missing[idle.indexOf(number)] ?? number) : number,
  );
}

/** A code beside its programme, action, sous-action and the axis or volet of its line: they name one imputation. */
export const imputationCoherente: Rule = {
  id: "imputation-coherente",
  family: "imputation",
  run(context) {
    const lines = codeLines(context);
    const faults = new Map<string, CellFault>();
    for (const line of lines) {
      const culprit = culpritOf(line);
      if (!culprit) continue;
      const { deviation, others, entry } = culprit;
      const proposal =
        deviation.proposal ?? (deviation.champ === "sous-action" ? repairedList(deviation.cell, lines) : null);
      const fault = codeFault(line, deviation.cell, {
        rule: "imputation-coherente",
        severity: "blocking",
        variant: deviation.champ,
        proposal,
        reference: entry?.isOwn ? "Code ajouté par vos soins" : (entry?.source.article ?? null),
        cells: [line.cell, ...others.map(({ cell }) => cell)]
          .map(({ ref }) => ref)
          .filter((ref) => keyOf(ref) !== keyOf(deviation.cell.ref)),
      });
      const key = `${keyOf(fault.cell)} ${line.table.form === "prose" ? line.cell.written : ""}`;
      if (!faults.has(key)) faults.set(key, fault);
    }
    const checked = lines.filter(({ cell }) => decoded(cell) !== null).length;
    return { relations: [], faults: [...faults.values()], checked, unverifiable: [], applies: lines.length > 0 };
  },
};
