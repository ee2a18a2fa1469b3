/** The report as a new sheet: A4 landscape, as many pages as it needs, its header on each; words only, never a formula. */
import { formatFigure } from "../domain/format";
import { text } from "../drafting/contenus";
import { LOOKS } from "../drafting/looks";
import { Toile } from "../drafting/toile";
import { COLONNES_DU_RAPPORT, FAITS } from "../messages/rapport";
import type { CellLook, NewSheet } from "../workbook/draft";
import type { Ligne, Rapport, Section, Valeur } from "./rapport";

/** 0-based columns; the amounts stand side by side. */
const COLONNES = { state: 0, cell: 1, text: 2, written: 3, expected: 4, gap: 5, article: 6, whatToDo: 7 } as const;
type Champ = keyof typeof COLONNES;
const CHAMPS = Object.keys(COLONNES) as readonly Champ[];
const LAST = COLONNES.whatToDo;
/** In characters of the default font; together they make a page's width at nine points. */
const WIDTHS = [13, 18, 46, 17, 17, 16, 18, 28];

const TEXT: CellLook = { ...LOOKS.label, size: 10 };
const BAND: CellLook = { ...TEXT, bold: true, fill: LOOKS.header.fill };
const HEADER: CellLook = { ...LOOKS.header, size: 10 };
/** Told apart in black and white by their weight. */
const TONES: Readonly<Record<Ligne["tone"], CellLook>> = {
  blocking: { ...TEXT, bold: true, fill: "F8D7DA" },
  warning: { ...TEXT, fill: "FFF2CC" },
  info: { ...TEXT, italic: true },
  plain: TEXT,
};

function valeur(value: Valeur): string {
  if (value === null) return "";
  return "amount" in value ? formatFigure(value.amount, value.grandeur) : value.text;
}

class Page {
  readonly toile = new Toile(WIDTHS);
  #row = 0;

  get row(): number {
    return this.#row;
  }

  /** Words from one column to another, on the current row. */
  #over(left: number, right: number, words: string, look: CellLook): void {
    this.toile.putOver({ top: this.#row, bottom: this.#row, left, right }, text(words), look);
  }

  next(): void {
    this.#row += 1;
  }

  title(words: string): void {
    this.toile.put(this.#row, 0, text(words), LOOKS.title);
    this.next();
  }

  fait(label: string, value: string, look: CellLook = TEXT): void {
    this.#over(0, COLONNES.cell, label, { ...TEXT, bold: true });
    this.#over(COLONNES.text, LAST, value, look);
    this.next();
  }

  header(): void {
    for (const champ of CHAMPS) this.toile.put(this.#row, COLONNES[champ], text(COLONNES_DU_RAPPORT[champ]), HEADER);
    this.next();
  }

  band(words: string, look: CellLook = BAND): void {
    this.#over(0, LAST, words, look);
    this.next();
  }

  constat(ligne: Ligne): void {
    const put = (champ: Champ, words: string, look: CellLook = TEXT): void =>
      this.toile.put(this.#row, COLONNES[champ], text(words), look);
    const right: CellLook = { ...TEXT, horizontal: "right" };
    put("state", ligne.state, TONES[ligne.tone]);
    put("cell", [ligne.cell, ligne.others].filter((words) => words !== "").join("\n"));
    put("text", ligne.text);
    put("written", valeur(ligne.written), right);
    put("expected", valeur(ligne.expected), right);
    put("gap", valeur(ligne.gap), right);
    put("article", ligne.article);
    put("whatToDo", ligne.whatToDo);
    this.next();
    if (ligne.justification === "") return;
    put("state", "");
    this.#over(COLONNES.cell, LAST, ligne.justification, { ...TEXT, italic: true });
    this.next();
  }

  regle({ state, title, cell, text: words }: Ligne): void {
    this.toile.put(this.#row, COLONNES.state, text(state), TEXT);
    this.#over(COLONNES.cell, COLONNES.text, cell === "" ? title : `${title}, ${cell}`, TEXT);
    this.#over(COLONNES.written, LAST, words, TEXT);
    this.next();
  }

  section({ heading, note, kind, lines }: Section): void {
    this.band(heading);
    if (note !== null) this.band(note, TEXT);
    for (const ligne of lines) {
      if (kind === "constats") this.constat(ligne);
      else this.regle(ligne);
    }
  }
}

/** The sheet of a report. The first cell holds its title, by which the readers know it and pass it over. */
export function feuilleDuRapport({ titre, verdict, faits, sections }: Rapport, name: string): NewSheet {
  const page = new Page();
  page.title(titre);
  page.fait(FAITS.verdict, verdict, { ...TEXT, bold: true });
  for (const { label, value } of faits) page.fait(label, value);
  page.next();
  const header = page.row;
  page.header();
  for (const section of sections) page.section(section);
  return page.toile.finish({
    name,
    frozenRows: 0,
    validations: [],
    print: {
      orientation: "landscape",
      pagesHigh: null,
      area: { top: 0, left: 0, bottom: page.row - 1, right: LAST },
      titleRows: { first: header, last: header },
    },
  });
}
