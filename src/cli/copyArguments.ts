/** The words that every command that writes a copy takes. */
import { parseArgs } from "node:util";
import type { CopyArguments } from "./copy";

const SHARED = {
  out: { type: "string" },
  year: { type: "string" },
  settings: { type: "string" },
  codes: { type: "string" },
} as const;

type OwnOptions = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;

export interface CopyWords extends CopyArguments {
  readonly year: number | null;
  /** What the command's own options say: their text, true for those that take none. */
  readonly own: Readonly<Record<string, string | boolean | undefined>>;
}

function parsed(words: readonly string[], own: OwnOptions) {
  return parseArgs({ args: [...words], allowPositionals: true, options: { ...own, ...SHARED } });
}

/** Files that a command may write, and what is said of others. */
export interface OutForms {
  readonly pattern: RegExp;
  readonly forms: string;
}

const COPIES: OutForms = { pattern: /\.xls[xm]$/i, forms: "La copie doit être un .xlsx ou un .xlsm" };

/** Reads the words of a command that writes a copy, or says in French what is wrong with them. */
export function readCopyArguments(
  words: readonly string[],
  own: OwnOptions,
  { pattern, forms }: OutForms = COPIES,
): CopyWords | { readonly problem: string } {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(words, own);
  } catch (error) {
    const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    return { problem: `Option inconnue ou sans valeur : ${option}.` };
  }
  const { values, positionals } = read;
  const { out, year, settings, codes, ...others } = values;
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) return { problem: "Indiquez un classeur, et un seul." };
  if (out === undefined) return { problem: "Indiquez où écrire la copie : --out COPIE.xlsx." };
  if (!pattern.test(out)) return { problem: `${forms} : ${out}.` };
  if (year !== undefined && !/^20\d\d$/.test(year)) {
    return { problem: `Année illisible : ${year}. Écrivez par exemple --year 2024.` };
  }
  return {
    path,
    out,
    year: year === undefined ? null : Number(year),
    settings: settings ?? null,
    codes: codes ?? null,
    own: others,
  };
}
