/** `bilan`: the bilan of a year, its entry sheet and its échéancier, written in a copy of a workbook. */
import { draftBilan } from "../drafting/bilan";
import { BILAN_USAGE, readBilanArguments } from "./bilanArguments";
import { columnLetters } from "../workbook/address";
import { answerOfDraft, runCopy } from "./copy";
import { print } from "./print";

/** Runs `bilan` with its words; gives the exit code. */
export async function bilan(words: readonly string[]): Promise<number> {
  const options = readBilanArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${BILAN_USAGE}`);
    return 2;
  }
  const { year, etape, cible, dites } = options;
  return runCopy(options, (workbook, { memoire, ...known }) => {
    // A table of theirs is not filled against what they may have said of it.
    if ("problem" in memoire && cible === "modele") return { ok: false, sentence: memoire.problem };
    const colonnes = "problem" in memoire ? [] : memoire.colonnes;
    const drafted = draftBilan(workbook, { year, etape, cible, colonnes, dites, ...known });
    if (!drafted.ok) return drafted;
    const { value } = drafted;
    const about = {
      year: value.year,
      stage: value.etape,
      sheet: value.sheet,
      newSheet: value.modele === null,
      columns: (value.modele?.colonnes ?? []).map(({ column, header, role }) => ({
        column: columnLetters(column),
        header,
        field: role,
      })),
      expenses: value.realise,
      entrySheet: value.isEntry,
      payments: value.versements.map(({ id, label, du, verse, solde, excedent }) => ({
        id,
        label,
        due: du,
        paid: verse,
        balance: solde,
        surplus: excedent,
      })),
    };
    const told = { ...value, remarques: [...value.avertissements, ...value.remarques] };
    return { ok: true, draft: value.draft, answer: answerOfDraft(options, told, about) };
  });
}
