/** Which cells each figure of a bilan comes from, year by year: the officer's tables, or the entry sheet. */
import type { ChampDeBilan } from "../../reading/bilanTables";
import { agreedReport, type ReportEcrit } from "./report";
import { reportWhy, repriseWhy } from "../../messages/bilanDraft";
import type { CellRef } from "../../workbook/address";
import type { ActionDeBilan } from "./actions";
import { avance, verseAuClasseur, type VersementsContext } from "./dejaVerse";
import type { LigneRealisee, Realises } from "./realises";
import type { BlocDeBilan, PaiementDeBilan } from "./structure";
import { auMoinsUn, cellsOf, constante, termeOf, tous, type Piece, type Terme } from "./termes";

export type ChampSaisi = Extract<ChampDeBilan, "realise" | "ineligible" | "autres" | "departement">;

/** The cells of a new entry sheet. */
export interface CellulesDeSaisie {
  readonly year: number;
  readonly terme: (cle: string, champ: ChampSaisi) => Terme | null;
  /** By `cle` of an action of the solidarités, or `id` of a payment. */
  readonly verse: (cle: string) => Terme | null;
  readonly report: (id: string) => Terme | null;
  readonly justification: (cle: string) => CellRef | null;
}

/** Where an amount comes from. */
export interface Apport {
  readonly termes: readonly Terme[];
  /** Years that it lacks a row for: without them it cannot be told. */
  readonly sansLigne: readonly number[];
  /** Sheets that have no column for it. */
  readonly sansColonne: readonly string[];
}

/** What was paid already. */
export interface Verse {
  /** Null where the workbook says nothing of it, and no convention either. */
  readonly pieces: readonly Piece[] | null;
  readonly termes: readonly Terme[];
  readonly why: string;
  /** Nobody wrote it: it is what the convention grants. */
  readonly isAvance: boolean;
}

const INCONNU: Verse = { pieces: null, termes: [], why: "", isAvance: false };

/** In a formula's words: where the terms stand, and what those in words say. */
export function whyOf(termes: readonly Terme[]): string {
  const texts = termes.filter(({ isNumber, label }) => !isNumber && label !== "").map(({ label }) => label);
  return repriseWhy(cellsOf(termes), texts);
}

/** A dash says that an action has no other financer; it does not say that nothing was spent. */
function isDepense(champ: ChampSaisi): boolean {
  return champ === "realise" || champ === "departement";
}

function attendu(terme: Terme): Terme {
  return terme.etat === "aucun" ? { ...terme, etat: "mots" } : terme;
}

export class Apports {
  constructor(
    private readonly realises: ReadonlyMap<number, Realises>,
    private readonly saisie: CellulesDeSaisie | null,
    private readonly reports: readonly ReportEcrit[],
    private readonly context: VersementsContext,
  ) {}

  /** The sheet of the formulas. */
  get sheet(): string {
    return this.context.sheet;
  }

  /** True for the year whose expenses are still to be typed. */
  isNew(year: number): boolean {
    return this.saisie?.year === year;
  }

  /** What a cell says today, as text. */
  wordsAt(ref: CellRef): string {
    const { value } = this.context.contentAt(ref);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  /** A figure that stands in each row of an action. */
  champ(action: ActionDeBilan, { annees }: BlocDeBilan, champ: ChampSaisi): Apport {
    const termes: Terme[] = [];
    const sansLigne: number[] = [];
    const sansColonne: string[] = [];
    for (const year of annees) {
      const neuf = this.isNew(year) ? this.saisie?.terme(action.cle, champ) : null;
      const rows = this.#rows(action, year);
      if (neuf) termes.push(neuf);
      else if (rows.length === 0 && action.prevus.has(year)) sansLigne.push(year);
      for (const { table, ligne } of neuf ? [] : rows) {
        const cell = ligne.montants[champ];
        const terme = cell ? termeOf(cell, this.context.contentAt, table.sheet) : null;
        if (terme) termes.push(isDepense(champ) ? attendu(terme) : terme);
        else if (!cell) sansColonne.push(table.sheet);
      }
    }
    return { termes, sansLigne, sansColonne: [...new Set(sansColonne)] };
  }

  /** What was paid for an action of the solidarités. */
  verseDeLAction(action: ActionDeBilan, bloc: BlocDeBilan): Verse {
    return this.#verse(bloc.annees, (year) => {
      if (this.isNew(year)) return this.#saisi(this.saisie?.verse(action.cle));
      const rows = this.#rows(action, year);
      if (rows.length === 0 && !action.prevus.has(year)) return null;
      const ecrit = this.#ecrit(rows);
      if (ecrit) return ecrit;
      const blocs = action.bloc === null ? [] : [action.bloc];
      return this.#avance(blocs, [action], year);
    });
  }

  /** What was paid at once for the blocks of a payment. */
  verseDuPaiement({ id, ligne, blocs }: PaiementDeBilan): Verse {
    const annees = [...new Set(blocs.flatMap((bloc) => bloc.annees))].sort((a, b) => a - b);
    const actions = blocs.flatMap((bloc) => bloc.actions);
    const names = blocs.flatMap(({ bloc }) => bloc ?? []);
    return this.#verse(annees, (year) => {
      if (this.isNew(year)) return this.#saisi(this.saisie?.verse(id));
      const isPlanned = actions.some(({ prevus }) => prevus.has(year));
      const paid = (this.realises.get(year)?.versements ?? []).filter(
        ({ ligne: { blocs: named } }) => named.length > 0 && named.every((bloc) => names.includes(bloc)),
      );
      const rows = actions.flatMap((action) => this.#rows(action, year));
      if (!isPlanned && rows.length === 0 && paid.length === 0) return null;
      const ecrit = this.#ecrit(paid, true) ?? this.#ecrit(rows);
      if (ecrit) return ecrit;
      const known = verseAuClasseur(names, year, this.context);
      const whole = known ?? (ligne && verseAuClasseur(ligne.blocs, year, this.context));
      if (whole) return { pieces: [whole.piece], termes: whole.termes, why: whole.why, isAvance: false };
      return this.#avance(names, actions, year);
    });
  }

  /** What was left of the year before's advance. */
  report({ id, report }: PaiementDeBilan, year: number): Verse {
    if (report === null) return INCONNU;
    if (this.isNew(year)) return this.#saisi(this.saisie?.report(id)) ?? INCONNU;
    const cells = (this.realises.get(year)?.reports ?? []).flatMap(({ table, ligne: { montants } }) => {
      const cell = montants.verse ?? Object.values(montants).find(({ state }) => state === "amount");
      return (cell && termeOf(cell, this.context.contentAt, table.sheet)) ?? [];
    });
    if (cells.length > 0)
      return { pieces: [tous(cells, this.context.sheet)], termes: cells, why: whyOf(cells), isAvance: false };
    const written = agreedReport(this.reports);
    if (!written) return INCONNU;
    const terme = constante(written.montant, written.ref);
    const why = reportWhy(report, written.ref);
    return { pieces: [tous([terme], this.context.sheet)], termes: [terme], why, isAvance: false };
  }

  justifications(action: ActionDeBilan, { annees }: BlocDeBilan): CellRef[] {
    return annees.flatMap((year) => {
      if (this.isNew(year)) return this.saisie?.justification(action.cle) ?? [];
      return this.#rows(action, year).flatMap(({ table, ligne }) => {
        const column = table.colonnes.justification;
        return column === undefined ? [] : [{ sheet: table.sheet, row: ligne.row, column }];
      });
    });
  }

  #rows({ cle }: ActionDeBilan, year: number): readonly LigneRealisee[] {
    return this.realises.get(year)?.parAction.get(cle) ?? [];
  }

  /** Each year's part; a year that has nothing to do with it gives null. */
  #verse(annees: readonly number[], ofYear: (year: number) => Verse | null): Verse {
    const parts = annees.flatMap((year) => ofYear(year) ?? []);
    const pieces = parts.map((part) => part.pieces);
    if (parts.length === 0 || pieces.some((one) => one === null)) return INCONNU;
    return {
      pieces: pieces.flatMap((one) => one ?? []),
      termes: parts.flatMap(({ termes }) => termes),
      why: parts.map(({ why }) => why).join(" "),
      isAvance: parts.some(({ isAvance }) => isAvance),
    };
  }

  #saisi(terme: Terme | null | undefined): Verse | null {
    if (!terme) return null;
    return { pieces: [tous([terme], this.context.sheet)], termes: [terme], why: whyOf([terme]), isAvance: false };
  }

  /** `isFilledOnly`: blank cells are no answer where another place may have one. */
  #ecrit(rows: readonly LigneRealisee[], isFilledOnly = false): Verse | null {
    const termes = rows.flatMap(({ table, ligne: { montants } }) => {
      const cell = montants.verse;
      return (cell && termeOf(cell, this.context.contentAt, table.sheet)) ?? [];
    });
    const isFilled = termes.some(({ etat }) => etat === "montant");
    if (termes.length === 0 || (isFilledOnly && !isFilled)) return null;
    return { pieces: [auMoinsUn(termes, this.context.sheet)], termes, why: whyOf(termes), isAvance: false };
  }

  #avance(blocs: Parameters<typeof avance>[0], actions: readonly ActionDeBilan[], year: number): Verse {
    const etats = actions.flatMap(({ prevus }) => prevus.get(year)?.etat ?? []);
    const granted = avance(blocs, etats, year, this.context);
    return granted ? { pieces: [granted.piece], termes: granted.termes, why: granted.why, isAvance: true } : INCONNU;
  }
}
