/** Fills the officer's own table of a plan, recognised by its labels: only what is missing or wrong is written. */
import { EUROS_IN } from "../domain/amount";
import { type Bloc } from "../domain/bloc";
import { codesOf, type CodeActivite } from "../domain/codesActivite";
import { Decimal } from "../domain/decimal";
import { formatEurosShort } from "../domain/format";
import {
  codeWhy,
  coveredCell,
  leftBlank,
  replaces,
  shareKept,
  sumOfColumns,
  sumOfRowsWhy,
  subjectOfFigure,
  wordsAreSkipped,
} from "../messages/plan";
import type { ModeleDePlan } from "../reading/modele";
import type { AmountCell, LigneDePlan } from "../reading/tables";
import { cellAddress, type CellRef } from "../workbook/address";
import { isSameContent, type CellContent, type CellWrite } from "../workbook/draft";
import { contentOfFigure, formula, globalBudget, sumOfRows, text } from "./contenus";
import type { Figure, FormulaPlace } from "./figure";
import { countsWith } from "./renvois";
import { agrees, etatOf, etatOfFigure, isFree, RIEN, showsWords, sumOf, type Etat } from "./etats";
import type { Parts } from "./sources";
import { Suivi, type SuiviDuPlan } from "./suivi";

export interface Remplissage extends SuiviDuPlan {
  readonly writes: readonly CellWrite[];
  readonly dejaJustes: number;
  readonly remarques: readonly string[];
}

/** What the fill knows of a line of the table: its shares, and its block for the code. */
export interface Besoin {
  readonly parts: Parts;
  readonly bloc: Bloc | null;
}

export interface RemplissageOptions {
  readonly year: number;
  readonly ownCodes: readonly CodeActivite[];
  readonly contentAt: (ref: CellRef) => CellContent;
  /** The formulas of the workbook that count with a cell. */
  readonly renvoisTo: (ref: CellRef) => readonly CellRef[];
}

type Share = "etat" | "departement" | "total";

class Filling {
  readonly suivi = new Suivi();
  readonly writes: CellWrite[] = [];
  readonly remarques: string[] = [];
  dejaJustes = 0;
  /** Addresses of the cells that will hold words. */
  readonly #words = new Set<string>();
  /** By line and share: what the cells will say. */
  readonly #etats = new Map<string, Etat>();
  readonly #place: FormulaPlace;
  /** By line. */
  readonly #besoins: readonly (Besoin | null)[];
  /** One figure with cents gives them to the whole table. */
  readonly #hasCents: boolean;

  constructor(
    private readonly modele: ModeleDePlan,
    besoinOf: (ligne: LigneDePlan) => Besoin | null,
    private readonly options: RemplissageOptions,
  ) {
    this.#place = { sheet: modele.sheet, unit: "€" };
    this.#besoins = modele.lignes.map((ligne) => (ligne.kind === "action" ? besoinOf(ligne) : null));
    const figures = this.#besoins.flatMap((besoin) => (besoin ? [besoin.parts.etat, besoin.parts.departement] : []));
    this.#hasCents = figures.some((figure) => figure.kind === "montant" && !figure.value.isInteger());
  }

  run(): void {
    this.modele.lignes.forEach((ligne, place) => {
      if (ligne.kind === "action") this.#action(ligne, place);
    });
    // What others add up is known first, whether totals stand above or below.
    const done = new Set(this.modele.lignes.flatMap(({ kind }, place) => (kind === "action" ? [place] : [])));
    for (let round = 0; round < this.modele.lignes.length; round++) {
      this.modele.lignes.forEach((ligne, place) => {
        if (done.has(place) || ligne.covers.length === 0 || !ligne.covers.every((covered) => done.has(covered))) return;
        done.add(place);
        this.#total(ligne, place);
      });
    }
  }

  #action(ligne: LigneDePlan, place: number): void {
    const besoin = this.#besoins[place] ?? null;
    const { etat, total } = ligne.amounts;
    const address = etat ? cellAddress(etat.ref.row, etat.ref.column) : "";
    this.#share(ligne, place, "etat", besoin?.parts.etat ?? null, address);
    this.#share(ligne, place, "departement", besoin?.parts.departement ?? null, address);
    // A share merged with another row is unknown here: a global budget without it would be a wrong figure.
    const isMerged = this.#isMerged(place, "etat") || this.#isMerged(place, "departement");
    if (total && isMerged) this.#etats.set(`${place} total`, etatOf(total));
    else if (total) this.#globalBudget(ligne, place, total);
    else this.#etats.set(`${place} total`, RIEN);
    const code = besoin && this.#codeFor(besoin.bloc);
    if (code && this.modele.codeColumn !== null) this.#code(ligne, code);
  }

  #share(ligne: LigneDePlan, place: number, share: "etat" | "departement", figure: Figure | null, etat: string): void {
    const cell = ligne.amounts[share];
    const subject = subjectOfFigure(ligne.fiche, ligne.label, share);
    this.#etats.set(`${place} ${share}`, etatOf(cell));
    if (!cell || figure === null) return;
    if (this.#isMerged(place, share)) return void this.remarques.push(coveredCell(subject));
    if (!isFree(cell) && figure.kind === "a-completer") return;
    if (cell.state === "amount" && figure.kind === "aucune-part") {
      if (!cell.amount?.value.isZero()) this.remarques.push(shareKept(subject, cell.written));
      return;
    }
    const isRight =
      (cell.state === "amount" && agrees(etatOf(cell), etatOfFigure(figure))) ||
      (cell.state === "none" && figure.kind === "aucune-part");
    if (isRight) return void (this.dejaJustes += 1);
    this.suivi.note(figure, cell.ref, ligne, share);
    this.#etats.set(`${place} ${share}`, etatOfFigure(figure));
    if (figure.kind !== "montant") {
      const [reader] = this.#otherReaders(cell.ref);
      if (reader) return void this.remarques.push(leftBlank(subject, reader));
      this.#words.add(cellAddress(cell.ref.row, cell.ref.column));
    }
    const content = contentOfFigure(figure, this.#in(cell), this.#formatOf(cell, etatOfFigure(figure).euros), etat);
    this.#write(cell, content, figure.why);
  }

  /** One cell for the shares of several actions: nobody can say which of them its figure is. */
  #isMerged(place: number, share: Share): boolean {
    const stateAt = (at: number) => this.modele.lignes[at]?.amounts[share]?.state;
    return stateAt(place) === "covered" || stateAt(place + 1) === "covered";
  }

  /** Formulas that count with a cell and are not the table's own totals, which the fill can write anew. */
  #otherReaders(ref: CellRef): CellRef[] {
    const isOwn = ({ sheet, row, column }: CellRef): boolean =>
      sheet === this.modele.sheet &&
      this.modele.lignes.some(({ row: own, kind, amounts: { etat, departement, total }, covers }) =>
        own !== row
          ? false
          : kind === "action"
            ? total?.ref.column === column
            : covers.length > 0 && [etat, departement, total].some((cell) => cell?.ref.column === column),
      );
    return this.options.renvoisTo(ref).filter((reader) => !isOwn(reader));
  }

  #globalBudget(ligne: LigneDePlan, place: number, cell: AmountCell): void {
    const shares = (["etat", "departement"] as const).flatMap((share) => (ligne.amounts[share] ? [share] : []));
    const parts = shares.map((share) => this.#etats.get(`${place} ${share}`) ?? RIEN);
    const sum = sumOf(parts);
    const columns = shares.flatMap((share) => ligne.amounts[share]?.ref.column ?? []);
    // Two blank shares that nobody fills add up to nothing that is to be written.
    const isBlank = sum.euros.isZero() && shares.every((share) => ligne.amounts[share]?.state === "empty");
    const isLeft = sum.isPending ? cell.state === "amount" && cell.formula === null : isBlank;
    // Words there would be an error in the formulas of others: these go on counting with what is known.
    const shown = { ...sum, isPending: sum.isPending && this.#otherReaders(cell.ref).length === 0 };
    const isWritten = this.#result(cell, place, "total", sum, isLeft, sumOfColumns(), (format) =>
      globalBudget(cell.ref.row, columns, shown, this.#in(cell), format),
    );
    if (isWritten && shown.isPending) this.#words.add(cellAddress(cell.ref.row, cell.ref.column));
  }

  #total(ligne: LigneDePlan, place: number): void {
    const covered = ligne.covers.flatMap((index) => this.modele.lignes[index] ?? []);
    for (const share of ["etat", "departement", "total"] as const) {
      const cell = ligne.amounts[share];
      if (!cell) continue;
      const etats = ligne.covers.map((index) => this.#etats.get(`${index} ${share}`) ?? RIEN);
      const sum = { ...sumOf(etats), isPending: false };
      const rows = covered.flatMap(({ amounts }) => amounts[share]?.ref.row ?? []);
      if (rows.length === 0) continue;
      const areTotals = covered.every(({ kind, amounts }) => kind !== "action" && !showsWords(amounts[share]));
      // A total that somebody wrote is not replaced by the sum of what is known so far.
      const isLeft = sum.isPartial === true && cell.state === "amount" && cell.formula === null;
      this.#result(cell, place, share, sum, isLeft, sumOfRowsWhy(ligne.label), (format) =>
        formula(sumOfRows(rows, cell.ref.column, areTotals), sum.euros, this.#in(cell), format),
      );
    }
  }

  /**
   * A cell that follows from others: its own formula is left alone unless it would add words, a constant only where it is
   * still right. True where it is written.
   */
  #result(
    cell: AmountCell,
    place: number,
    share: Share,
    etat: Etat,
    isLeft: boolean,
    why: string,
    content: (format: string) => CellContent,
  ): boolean {
    this.#etats.set(`${place} ${share}`, etat);
    if (isLeft || cell.state === "covered") return false;
    const addsWords = cell.formula !== null && countsWith(cell.formula, this.modele.sheet, this.#words);
    if (cell.formula !== null && cell.state !== "error" && !addsWords) return false;
    if (!addsWords && cell.state === "amount" && agrees(etatOf(cell), etat)) {
      this.dejaJustes += 1;
      return false;
    }
    this.#write(cell, content(this.#formatOf(cell, etat.euros)), addsWords ? wordsAreSkipped(why) : why);
    return true;
  }

  #codeFor(bloc: Bloc | null): CodeActivite | null {
    const { year, ownCodes } = this.options;
    return codesOf(year, ownCodes).find(({ blocs }) => bloc !== null && blocs.includes(bloc)) ?? null;
  }

  #code({ row }: LigneDePlan, { code, source }: CodeActivite): void {
    const ref = { sheet: this.modele.sheet, row, column: this.modele.codeColumn ?? 0 };
    const before = this.options.contentAt(ref);
    if (before.value !== null || before.formula !== null || before.error !== null) return;
    this.writes.push({ ref, before, after: text(code, "@"), why: codeWhy(source.article) });
  }

  #write(cell: AmountCell, after: CellContent, why: string): void {
    const before = this.options.contentAt(cell.ref);
    if (isSameContent(before, after)) return void (this.dejaJustes += 1);
    const held = before.formula ?? (cell.amount ? formatEurosShort(cell.amount.value) : cell.written);
    this.writes.push({ ref: cell.ref, before, after, why: held === "" ? why : replaces(held, why) });
  }

  #in(cell: AmountCell): FormulaPlace {
    return { ...this.#place, unit: cell.unit };
  }

  /** The officer's own format, unless it would show nothing of an amount. */
  #formatOf(cell: AmountCell, euros: Decimal): string {
    const { numberFormat } = this.options.contentAt(cell.ref);
    if (numberFormat !== "General" && numberFormat !== "@") return numberFormat;
    const shown = euros.div(new Decimal(EUROS_IN[cell.unit]));
    if (cell.unit === "€") return this.#hasCents ? '#,##0.00\\ "€"' : '#,##0\\ "€"';
    return shown.isInteger() ? "#,##0" : `#,##0.${"0".repeat(Math.min(6, shown.decimalPlaces()))}`;
  }
}

/** The writes that bring a table to what the fiches say. */
export function remplir(
  modele: ModeleDePlan,
  besoinOf: (ligne: LigneDePlan) => Besoin | null,
  options: RemplissageOptions,
): Remplissage {
  const filling = new Filling(modele, besoinOf, options);
  filling.run();
  const { writes, dejaJustes, remarques, suivi } = filling;
  return { writes, dejaJustes, remarques, ...suivi.result() };
}
