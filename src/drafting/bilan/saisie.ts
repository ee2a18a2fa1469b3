/** The sheet where an officer types what was spent: the plan's actions, and the cells that the bilan refers to. */
import { ZERO, type Decimal } from "../../domain/decimal";
import {
  blocText,
  departementText,
  HEADERS_SAISIE,
  INTITULE_A_COMPLETER,
  NOTE_DE_LA_SAISIE,
  paiementText,
  reportText,
  titreDeLaSaisie,
  TOTAL,
  WHY,
} from "../../messages/bilanDraft";
import { A_SAISIR, QUOI, sujet } from "../../messages/bilanRemarques";
import { areaAddress, cellAddress, type Area } from "../../workbook/address";
import { EMPTY_CONTENT, type NewSheet, type Validation } from "../../workbook/draft";
import { text } from "../contenus";
import { LOOKS, totalLook } from "../looks";
import type { ACompleter } from "../planDraft";
import { Toile } from "../toile";
import type { ActionDeBilan } from "./actions";
import { whyOf, type CellulesDeSaisie, type ChampSaisi } from "./apports";
import { HEADER_ROW, SAISIE } from "./colonnes";
import { isAmount, contentOf, type Formule } from "./formules";
import type { BlocDeBilan, PaiementDeBilan, Structure } from "./structure";
import { assembler, avecValeur, reprise, termeNeuf, type Piece, type Terme } from "./termes";

/** What a cell of a payment is filled with before anything is typed; null leaves it blank. */
export interface Preremplissage {
  readonly piece: Piece;
  readonly why: string;
}

export interface SaisieOptions {
  readonly name: string;
  readonly year: number;
  readonly departement: string | null;
  readonly verseDeLAction: (action: ActionDeBilan) => Preremplissage | null;
  readonly verseDuPaiement: (paiement: PaiementDeBilan) => Preremplissage | null;
  readonly report: (paiement: PaiementDeBilan) => Preremplissage | null;
}

export interface Saisie extends CellulesDeSaisie {
  readonly sheet: NewSheet;
  readonly aCompleter: readonly ACompleter[];
}

const FORMAT = "#,##0.00";
/** Room for some lines of a justification. */
const ROW_HEIGHT = 32;
const SAISIS = ["realise", "ineligible", "autres", "departement"] as const satisfies readonly ChampSaisi[];
const BLANK = { ...EMPTY_CONTENT, numberFormat: FORMAT };

/** The whole of what a plan foresees for an action in a year. */
function prevu({ prevus }: ActionDeBilan, year: number, sheet: string): Formule | null {
  const ofYear = prevus.get(year);
  return reprise([...(ofYear?.etat ?? []), ...(ofYear?.departement ?? [])], sheet);
}

class FeuilleDeSaisie {
  readonly toile = new Toile(SAISIE.widths);
  readonly aCompleter: ACompleter[] = [];
  readonly rows = new Map<string, number>();
  readonly verses = new Map<string, Terme>();
  readonly reports = new Map<string, Terme>();
  #row = HEADER_ROW + 1;
  #sums = new Map<number, Decimal>();

  constructor(private readonly options: SaisieOptions) {}

  draw({ solidarites, paiements }: Structure): this {
    const { toile } = this;
    const { year, departement } = this.options;
    toile.put(0, 0, text(titreDeLaSaisie(year)), LOOKS.title);
    if (departement !== null) toile.put(1, 0, text(departementText(departement)), LOOKS.subtitle);
    toile.put(2, 0, text(NOTE_DE_LA_SAISIE), LOOKS.subtitle);
    for (const [key, words] of Object.entries(HEADERS_SAISIE) as [keyof typeof HEADERS_SAISIE, string][]) {
      toile.put(HEADER_ROW, SAISIE[key], text(words), LOOKS.header);
    }
    for (const bloc of solidarites) this.#blocDesSolidarites(bloc);
    for (const paiement of paiements) this.#paiement(paiement);
    this.#total();
    return this;
  }

  get lastRow(): number {
    return this.#row - 1;
  }

  #blocDesSolidarites(bloc: BlocDeBilan): void {
    const top = this.#row;
    for (const action of bloc.actions) {
      const row = this.#row;
      this.#action(action);
      const verse = this.options.verseDeLAction(action);
      const label = sujet(action.fiche, action.titre ?? INTITULE_A_COMPLETER, QUOI.verse);
      this.#verse(this.verses, action.cle, { top: row, bottom: row, left: SAISIE.verse, right: SAISIE.verse }, verse, {
        label,
        reason: A_SAISIR.verse(this.options.year),
      });
    }
    this.#blocLabel(bloc, top);
  }

  #paiement(paiement: PaiementDeBilan): void {
    const { toile } = this;
    const { year } = this.options;
    const first = this.#row;
    for (const bloc of paiement.blocs) {
      const top = this.#row;
      for (const action of bloc.actions) this.#action(action);
      const isLast = bloc === paiement.blocs.at(-1);
      if (isLast && paiement.report !== null) this.#report(paiement, paiement.report);
      this.#blocLabel(bloc, top);
    }
    const [bloc] = paiement.blocs;
    if (!bloc) return;
    const last = this.#row - (paiement.report === null ? 1 : 2);
    const area = { top: first, bottom: last, left: SAISIE.verse, right: SAISIE.verse };
    const label = `${paiementText(paiement.id, bloc.bloc, bloc.part)}, ${QUOI.verse}`;
    this.#verse(this.verses, paiement.id, area, this.options.verseDuPaiement(paiement), {
      label,
      reason: A_SAISIR.verse(year),
    });
    for (let row = first; row < this.#row; row++) toile.atLeast(row, ROW_HEIGHT);
  }

  #action(action: ActionDeBilan): void {
    const { toile } = this;
    const { name, year } = this.options;
    const row = this.#row++;
    const titre = action.titre ?? INTITULE_A_COMPLETER;
    this.rows.set(action.cle, row);
    toile.atLeast(row, ROW_HEIGHT);
    toile.put(row, SAISIE.fiche, text(action.fiche ?? "", "@"), LOOKS.number);
    toile.put(row, SAISIE.titre, text(titre), LOOKS.label);
    const planned = prevu(action, year, name);
    const terms = action.prevus.get(year);
    const why = planned ? whyOf([...(terms?.etat ?? []), ...(terms?.departement ?? [])]) : "";
    toile.put(row, SAISIE.prevu, planned ? contentOf(planned, FORMAT) : text("-"), LOOKS.amount, why);
    this.#add(SAISIE.prevu, planned);
    for (const champ of SAISIS) toile.put(row, SAISIE[champ], BLANK, LOOKS.entry);
    toile.put(row, SAISIE.justification, text(""), LOOKS.entryText);
    const ref = { sheet: name, row, column: SAISIE.realise };
    this.aCompleter.push({ ref, subject: sujet(action.fiche, titre, QUOI.realise), reason: A_SAISIR.realise(year) });
  }

  #report(paiement: PaiementDeBilan, year: number): void {
    const { toile } = this;
    const row = this.#row++;
    toile.put(row, SAISIE.fiche, text(""), LOOKS.none);
    toile.put(row, SAISIE.titre, text(reportText(year)), LOOKS.label);
    for (const column of [SAISIE.prevu, ...SAISIS.map((champ) => SAISIE[champ])]) {
      toile.put(row, column, text(""), LOOKS.none);
    }
    const area = { top: row, bottom: row, left: SAISIE.verse, right: SAISIE.verse };
    this.#verse(this.reports, paiement.id, area, this.options.report(paiement), {
      label: reportText(year),
      reason: A_SAISIR.report(year),
    });
    toile.put(row, SAISIE.justification, text(""), LOOKS.entryText);
  }

  #verse(
    into: Map<string, Terme>,
    key: string,
    area: Area,
    filled: Preremplissage | null,
    { label, reason }: { readonly label: string; readonly reason: string },
  ): void {
    const ref = { sheet: this.options.name, row: area.top, column: area.left };
    const shown = filled && assembler([filled.piece]);
    const isKnown = shown !== null && isAmount(shown.valeur);
    this.toile.putOver(area, shown ? contentOf(shown, FORMAT) : BLANK, LOOKS.entry, filled?.why ?? "");
    const terme = termeNeuf(ref, label);
    into.set(key, shown ? (isKnown ? avecValeur(terme, shown.valeur) : { ...terme, etat: "mots" }) : terme);
    this.#add(SAISIE.verse, shown);
    if (!isKnown) this.aCompleter.push({ ref, subject: label, reason });
  }

  #blocLabel({ bloc, part }: BlocDeBilan, top: number): void {
    const area = { top, bottom: this.#row - 1, left: SAISIE.bloc, right: SAISIE.bloc };
    this.toile.putOver(area, text(blocText(bloc, part)), LOOKS.axe);
  }

  #add(column: number, shown: Formule | null): void {
    const amount = shown && isAmount(shown.valeur) ? shown.valeur : ZERO;
    this.#sums.set(column, (this.#sums.get(column) ?? ZERO).plus(amount));
  }

  #total(): void {
    const { toile } = this;
    const row = this.#row++;
    const label = { top: row, bottom: row, left: SAISIE.bloc, right: SAISIE.titre };
    toile.putOver(label, text(TOTAL), totalLook("total", LOOKS.label));
    for (let column = SAISIE.prevu; column <= SAISIE.verse; column++) {
      const rows = areaAddress({ top: HEADER_ROW + 1, bottom: row - 1, left: column, right: column });
      const somme = { texte: `SUM(${rows})`, valeur: this.#sums.get(column) ?? ZERO };
      toile.put(row, column, contentOf(somme, FORMAT), totalLook("total", LOOKS.amount), WHY.total);
    }
    toile.put(row, SAISIE.justification, text(""), totalLook("total", LOOKS.note));
  }
}

/** Amounts that are typed: warned of where they are none, or negative. */
function validation(bottom: number): Validation {
  const area = { top: HEADER_ROW + 1, bottom, left: SAISIE.realise, right: SAISIE.verse };
  return { kind: "amount", area, title: "Montant", message: "Un montant en euros, positif ou nul." };
}

/** The entry sheet of a structure's actions, and the cells that its bilan refers to. */
export function feuilleDeSaisie(structure: Structure, options: SaisieOptions): Saisie {
  const { name, year } = options;
  const drawn = new FeuilleDeSaisie(options).draw(structure);
  const last = drawn.lastRow;
  const sheet = drawn.toile.finish({
    name,
    frozenRows: HEADER_ROW + 1,
    validations: [validation(last - 1)],
    print: {
      orientation: "landscape",
      pagesHigh: null,
      area: { top: 0, left: 0, bottom: last, right: SAISIE.justification },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  });
  const refOf = (cle: string, column: number) => {
    const row = drawn.rows.get(cle);
    return row === undefined ? null : { sheet: name, row, column };
  };
  return {
    sheet,
    aCompleter: drawn.aCompleter,
    year,
    terme: (cle, champ) => {
      const ref = refOf(cle, SAISIE[champ]);
      return ref && termeNeuf(ref, cellAddress(ref.row, ref.column));
    },
    verse: (cle) => drawn.verses.get(cle) ?? null,
    report: (id) => drawn.reports.get(id) ?? null,
    justification: (cle) => refOf(cle, SAISIE.justification),
  };
}
