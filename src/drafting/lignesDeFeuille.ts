/** The lines of a new plan, cell by cell. */
import { A_COMPLETER } from "../domain/amount";
import { codesOf, type CodeActivite } from "../domain/codesActivite";
import { ZERO, type Decimal } from "../domain/decimal";
import {
  codeWhy,
  HEADERS,
  observationOf,
  planTitle,
  sourcesOfLine,
  TOTAL_PARTIEL,
  titleToComplete,
} from "../messages/plan";
import { cellAddress } from "../workbook/address";
import type { CellContent, CellLook } from "../workbook/draft";
import type { ActionAFinancer } from "./actions";
import type { Colonnes, ColonnesDeParts } from "./colonnes";
import { contentOfFigure, formula, globalBudget, sumOfRows, text, textFormula } from "./contenus";
import { halfLabels, type Figure, type FormulaPlace } from "./figure";
import type { Ligne } from "./lignes";
import { LOOKS, totalLook } from "./looks";
import type { Parts } from "./sources";
import { Suivi } from "./suivi";
import { Toile } from "./toile";

export interface FeuilleOptions {
  readonly name: string;
  readonly year: number;
  /** Name of the département, or null. */
  readonly departement: string | null;
  readonly ownCodes: readonly CodeActivite[];
  /** The shares of an action in the plan in force, for an avenant; null for a first plan. */
  readonly enVigueur: ((action: ActionAFinancer) => Parts) | null;
}

type LigneDAction = Extract<Ligne, { kind: "action" }>;
type LigneDeTotal = Exclude<Ligne, { kind: "action" }>;
/** Euros of a line, by share. */
type Totaux = Readonly<Record<keyof ColonnesDeParts, Decimal>>;

const SHARES = ["etat", "departement", "total"] as const;
const NOTHING: Totaux = { etat: ZERO, departement: ZERO, total: ZERO };

function euros(figure: Figure): Decimal {
  return figure.kind === "montant" ? figure.value : ZERO;
}

function isPending({ etat, departement }: Parts): boolean {
  return etat.kind === "a-completer" || departement.kind === "a-completer";
}

function totauxOf(parts: Parts): Totaux {
  const [etat, departement] = [euros(parts.etat), euros(parts.departement)];
  return { etat, departement, total: isPending(parts) ? ZERO : etat.plus(departement) };
}

/** One plan among the columns: the new one, or the one in force beside it. */
interface Version {
  readonly columns: ColonnesDeParts;
  readonly partsOf: (action: ActionAFinancer) => Parts;
  readonly totaux: Map<number, Totaux>;
}

export class LignesDeFeuille {
  readonly suivi = new Suivi();
  readonly toile: Toile;
  /** Numbers of the actions that no text names. */
  readonly untitled: string[] = [];
  readonly #firstRow: number;
  readonly #place: FormulaPlace;
  readonly #format: string;
  readonly #plan: Version;
  readonly #avant: Version | null;

  constructor(
    private readonly lines: readonly Ligne[],
    private readonly options: FeuilleOptions,
    private readonly columns: Colonnes,
    private readonly headerRow: number,
  ) {
    const { enVigueur } = options;
    this.toile = new Toile(columns.widths);
    this.#firstRow = headerRow + 1;
    this.#place = { sheet: options.name, unit: "€" };
    this.#plan = { columns: columns.plan, partsOf: (action) => action, totaux: new Map() };
    this.#avant = columns.avant && enVigueur && { columns: columns.avant, partsOf: enVigueur, totaux: new Map() };
    const all = this.#versions.flatMap(({ partsOf }) =>
      lines.flatMap((line) =>
        line.kind === "action" ? [partsOf(line.action).etat, partsOf(line.action).departement] : [],
      ),
    );
    this.#format = all.every((figure) => euros(figure).isInteger()) ? '#,##0\\ "€"' : '#,##0.00\\ "€"';
  }

  draw(): this {
    this.#titles();
    this.lines.forEach((line, place) => {
      if (line.kind === "action") this.#action(line, place);
      else this.#total(line, place);
      this.#evolution(line, place);
    });
    this.#axes();
    return this;
  }

  get #versions(): readonly Version[] {
    return this.#avant ? [this.#avant, this.#plan] : [this.#plan];
  }

  #titles(): void {
    const { year, departement, enVigueur } = this.options;
    const { columns, toile, headerRow } = this;
    const head = (column: number, words: string): void => toile.put(headerRow, column, text(words), LOOKS.header);
    toile.put(0, 0, text(planTitle(year, enVigueur !== null)), LOOKS.title);
    if (departement !== null) toile.put(1, 0, text(`Département\u00A0: ${departement}`), LOOKS.subtitle);
    head(columns.axe, HEADERS.axe);
    head(columns.fiche, HEADERS.fiche);
    head(columns.titre, HEADERS.titre);
    for (const version of this.#versions) {
      const before = this.#avant === null ? "" : version === this.#avant ? HEADERS.avant : HEADERS.apres;
      for (const share of SHARES) head(version.columns[share], `${before}${HEADERS[share](year)}`);
    }
    if (columns.evolution !== null) head(columns.evolution, HEADERS.evolution);
    head(columns.code, HEADERS.code(year));
    head(columns.observations, HEADERS.observations);
    toile.put(headerRow, columns.sources, text(HEADERS.sources), { ...LOOKS.source, bold: true });
  }

  #action({ action }: LigneDAction, place: number): void {
    const row = this.#firstRow + place;
    const { columns, toile } = this;
    const label = action.titre ?? titleToComplete();
    if (action.titre === null && action.fiche !== null) this.untitled.push(action.fiche);
    if (action.fiche === null) {
      toile.putOver({ top: row, bottom: row, left: columns.axe, right: columns.titre }, text(label), LOOKS.axe);
    } else {
      toile.put(row, columns.fiche, text(action.fiche, "@"), LOOKS.number);
      toile.put(row, columns.titre, text(label), LOOKS.label);
    }
    for (const version of this.#versions) this.#shares(row, place, version, version.partsOf(action));
    for (const part of ["etat", "departement"] as const) {
      const ref = { sheet: this.options.name, row, column: columns.plan[part] };
      this.suivi.note(action[part], ref, { fiche: action.fiche, label }, part);
    }
    const { year, ownCodes } = this.options;
    const code = codesOf(year, ownCodes).find(({ blocs }) => action.bloc !== null && blocs.includes(action.bloc));
    toile.put(row, columns.code, text(code?.code ?? "", "@"), LOOKS.number, code ? codeWhy(code.source.article) : "");
    toile.put(row, columns.observations, text(observationOf(action, halfLabels(action.etat))), LOOKS.note);
    toile.put(row, columns.sources, text(sourcesOfLine(action)), LOOKS.source);
  }

  #shares(row: number, place: number, { columns, totaux }: Version, parts: Parts): void {
    const address = cellAddress(row, columns.etat);
    for (const part of ["etat", "departement"] as const) {
      const look = parts[part].kind === "a-completer" ? LOOKS.toComplete : LOOKS.amount;
      const content = contentOfFigure(parts[part], this.#place, this.#format, address);
      this.toile.put(row, columns[part], content, look, parts[part].why);
    }
    const total = euros(parts.etat).plus(euros(parts.departement));
    const sum = { euros: total, isPending: isPending(parts) };
    const content = globalBudget(row, [columns.etat, columns.departement], sum, this.#place, this.#format);
    this.toile.put(
      row,
      columns.total,
      content,
      sum.isPending ? LOOKS.toComplete : LOOKS.amount,
      HEADERS.total(this.options.year),
    );
    totaux.set(place, totauxOf(parts));
  }

  #total(line: LigneDeTotal, place: number): void {
    const row = this.#firstRow + place;
    const { columns, toile } = this;
    const look = (of: CellLook): CellLook => totalLook(line.kind, of);
    const left = line.kind === "sous-total" ? columns.fiche : columns.axe;
    toile.putOver({ top: row, bottom: row, left, right: columns.titre }, text(line.label), look(LOOKS.label));
    for (const version of this.#versions) this.#sums(row, place, line, version);
    toile.put(row, columns.code, text(""), look(LOOKS.number));
    toile.put(row, columns.observations, this.#partialNote(line), look(LOOKS.note));
  }

  #sums(row: number, place: number, line: LigneDeTotal, { columns, totaux }: Version): void {
    const rows = line.covers.map((covered) => this.#firstRow + covered);
    const areTotals = line.covers.every((covered) => this.lines[covered]?.kind !== "action");
    const covered = line.covers.map((other) => totaux.get(other) ?? NOTHING);
    const sum = (share: keyof Totaux): Decimal => covered.reduce((total, one) => total.plus(one[share]), ZERO);
    const totals = { etat: sum("etat"), departement: sum("departement"), total: sum("total") };
    totaux.set(place, totals);
    for (const share of SHARES) {
      const content = formula(sumOfRows(rows, columns[share], areTotals), totals[share], this.#place, this.#format);
      this.toile.put(row, columns[share], content, totalLook(line.kind, LOOKS.amount), line.label);
    }
  }

  #evolution(line: Ligne, place: number): void {
    const { evolution } = this.columns;
    if (!this.#avant || evolution === null) return;
    const row = this.#firstRow + place;
    const [after, before] = [this.#plan, this.#avant].map(({ columns }) => cellAddress(row, columns.total));
    const euro = ({ totaux }: Version): Decimal => totaux.get(place)?.total ?? ZERO;
    const difference = formula(
      `${after ?? ""}-${before ?? ""}`,
      euro(this.#plan).minus(euro(this.#avant)),
      this.#place,
      this.#format,
    );
    const look = line.kind === "action" ? LOOKS.amount : totalLook(line.kind, LOOKS.amount);
    // What is still to be completed is no fall to nothing.
    const isOpen = line.kind === "action" && isPending(line.action);
    const waiting = `IF(ISNUMBER(${after ?? ""}),${after ?? ""}-${before ?? ""},"${A_COMPLETER}")`;
    const content = isOpen ? { ...text(A_COMPLETER, this.#format), formula: `=${waiting}` } : difference;
    this.toile.put(row, evolution, content, isOpen ? LOOKS.toComplete : look);
  }

  /** Live: it goes when the officer has completed the amounts that the total lacks. */
  #partialNote(line: LigneDeTotal): CellContent {
    const under = this.#actionsUnder(line);
    const rows = under.map(({ place }) => this.#firstRow + place);
    const { etat, departement } = this.columns.plan;
    const first = cellAddress(Math.min(...rows), etat);
    const last = cellAddress(Math.max(...rows), departement);
    const body = `IF(COUNTIF(${first}:${last},"${A_COMPLETER}")>0,"${TOTAL_PARTIEL}","")`;
    return textFormula(body, under.some(({ action }) => isPending(action)) ? TOTAL_PARTIEL : "");
  }

  #actionsUnder(line: LigneDeTotal): { readonly place: number; readonly action: ActionAFinancer }[] {
    return line.covers.flatMap((place) => {
      const covered = this.lines[place];
      if (!covered) return [];
      return covered.kind === "action" ? [{ place, action: covered.action }] : this.#actionsUnder(covered);
    });
  }

  /** Each axis once, over all its lines. */
  #axes(): void {
    let first = 0;
    while (first < this.lines.length) {
      const axe = this.lines[first]?.axe ?? "";
      let end = first + 1;
      while (axe !== "" && this.lines[end]?.axe === axe) end += 1;
      const [top, bottom] = [this.#firstRow + first, this.#firstRow + end - 1];
      const column = this.columns.axe;
      if (axe !== "") this.toile.putOver({ top, bottom, left: column, right: column }, text(axe), LOOKS.axe);
      first = end;
    }
  }
}
