/** Totals that the words of a fiche announce for its cumulative indicators: "Former 600 professionnels". */
import { plainText } from "../domain/amount";
import { yearsIn } from "../domain/years";
import type { Indicateurs, LigneDIndicateur } from "./indicateursTables";
import type { ProseCell } from "./prose";

const PROMISE = /([a-z]{4,})(?:r|rons|rait)?\s+(\d{1,3}(?: \d{3})+|\d+)\s+([a-z]{5,})/g;
/** Letters that a verb and its participle share: "former", "formés". */
const STEM = 4;
const YEARLY = /\b(?:par an|chaque annee|annuel)/;

/** The count that a sentence promises of what an indicator counts; null where it speaks of one year, or of other things. */
function promised(label: string, sentence: string): string | null {
  const plain = plainText(sentence);
  if (YEARLY.test(plain) || yearsIn(plain).length > 0) return null;
  const words = plainText(label).match(/[a-z]{4,}/g) ?? [];
  for (const [, verb = "", digits = "", noun = ""] of plain.matchAll(PROMISE)) {
    const counts = words.some((word) => word.slice(0, -1) === noun.slice(0, -1) || word === noun);
    const acts = words.some((word) => word.slice(0, STEM) === verb.slice(0, STEM) && word !== noun);
    if (counts && acts) return digits.replace(/ /g, "");
  }
  return null;
}

function withTotal(ligne: LigneDIndicateur, prose: readonly ProseCell[]): LigneDIndicateur {
  if (ligne.total !== null || !ligne.cibles.some(({ cell }) => cell.state === "cumul")) return ligne;
  for (const { ref, text } of prose) {
    for (const sentence of text.split(/[\n;]|\.(?=\s)/)) {
      const valeur = promised(ligne.label, sentence);
      if (valeur !== null) return { ...ligne, total: { ref, state: "nombre", valeur, written: sentence.trim() } };
    }
  }
  return ligne;
}

/** The tables with the totals that the sentences between the table before and their own announce. */
export function withTotauxAnnonces(tables: readonly Indicateurs[], prose: readonly ProseCell[]): Indicateurs[] {
  return tables.map((table) => {
    const above = tables.filter(({ area, sheet }) => sheet === table.sheet && area.bottom < table.area.top);
    const from = Math.max(-1, ...above.map(({ area }) => area.bottom));
    const own = prose.filter(({ ref }) => ref.sheet === table.sheet && ref.row > from && ref.row < table.area.top);
    return { ...table, lignes: table.lignes.map((ligne) => withTotal(ligne, own)) };
  });
}
