/** The lines of a bilan: blocks with their subtotals, payments as the convention pays them, the whole. */
import { amountText } from "../../domain/format";
import {
  AU_BILAN_FINAL,
  paiementText,
  reportText,
  SOUS_TOTAL_SOLIDARITES,
  sousTotalText,
  titreDeBloc,
  TOTAL_GENERAL,
  versementText,
  WHY,
} from "../../messages/bilanDraft";
import { A_SAISIR } from "../../messages/bilanRemarques";
import type { CellLook } from "../../workbook/draft";
import type { BilanDeVersement } from "../bilanDraft";
import { text } from "../contenus";
import { LOOKS, totalLook } from "../looks";
import { BILAN } from "./colonnes";
import { isAmount, sommeComplete, sommeDe, taux } from "./formules";
import {
  ecrireDue,
  ecrireSolde,
  ecrireVerse,
  estParBloc,
  FORMAT,
  FORMAT_TAUX,
  LigneDAction,
  resteDuDepartement,
  type Dessin,
} from "./ligneDAction";
import type { BlocDeBilan, PaiementDeBilan, Structure } from "./structure";
import { assembler, tous } from "./termes";

const PREVUS = [BILAN.prevuEtat, BILAN.prevuDepartement, BILAN.prevuTotal] as const;
const DEPENSES = [BILAN.realise, BILAN.ineligible, BILAN.autres, BILAN.eligible] as const;
const PARTS = [BILAN.due, BILAN.departement] as const;
const SOLDES = [BILAN.solde, BILAN.excedent] as const;
const PAIEMENTS = [BILAN.verse, ...SOLDES] as const;
type Rang = Parameters<typeof totalLook>[0];

/** The row of a payment: where its balance stands. */
export interface LigneDeVersementDuBilan {
  readonly id: string;
  readonly row: number;
}

/** Which row stands for what. */
export interface RangsDuBilan {
  readonly blocs: readonly { readonly bloc: BlocDeBilan; readonly row: number }[];
  /** Null without any. */
  readonly solidarites: number | null;
  readonly paiements: readonly {
    readonly paiement: PaiementDeBilan;
    readonly row: number;
    readonly report: number | null;
  }[];
  readonly total: number;
}

export class LignesDuBilan {
  readonly versements: BilanDeVersement[] = [];
  readonly lignesDeVersement: LigneDeVersementDuBilan[] = [];
  readonly actions: LigneDAction;
  readonly #blocs: RangsDuBilan["blocs"][number][] = [];
  readonly #paiements: RangsDuBilan["paiements"][number][] = [];
  #solidarites: number | null = null;
  #total = 0;
  #row: number;
  readonly #first: number;

  constructor(
    private readonly dessin: Dessin,
    first: number,
  ) {
    this.#row = first;
    this.#first = first;
    this.actions = new LigneDAction(dessin);
  }

  draw({ solidarites, paiements }: Structure): this {
    const subtotals = solidarites.map((bloc) => this.#bloc(bloc, null));
    const whole: number[] = [];
    const paid: number[] = [];
    if (subtotals.length > 0) {
      const row = this.#somme("partie", SOUS_TOTAL_SOLIDARITES, subtotals, subtotals);
      this.#solidarites = row;
      whole.push(row);
      paid.push(row);
      this.#retenir("solidarites", paiementText("solidarites", null, "solidarites"), row);
    }
    for (const paiement of paiements) {
      const rows = paiement.blocs.map((bloc) => this.#bloc(bloc, paiement));
      whole.push(...rows);
      paid.push(this.#paiement(paiement, rows));
    }
    this.#total = this.#somme("total", TOTAL_GENERAL, whole, paid);
    return this;
  }

  get rangs(): RangsDuBilan {
    return { blocs: this.#blocs, solidarites: this.#solidarites, paiements: this.#paiements, total: this.#total };
  }

  get lastRow(): number {
    return this.#row - 1;
  }

  /** A block: its title, its actions, its subtotal, whose row is given. */
  #bloc(bloc: BlocDeBilan, paiement: PaiementDeBilan | null): number {
    const { grille } = this.dessin;
    const title = { top: this.#row, bottom: this.#row, left: BILAN.fiche, right: BILAN.justification };
    const heading = text(titreDeBloc(bloc.bloc, bloc.part, bloc.annees));
    grille.toile.putOver(title, heading, totalLook("sous-total", LOOKS.axe));
    const first = ++this.#row;
    for (const action of bloc.actions) this.actions.draw(action, bloc, this.#row++);
    const rows = range(first, this.#row - 1);
    const row = this.#sousTotal(bloc, sousTotalText(bloc.bloc, bloc.part), first);
    this.#blocs.push({ bloc, row });
    if (paiement) this.#versements(paiement, rows, row);
    else this.#sommes("sous-total", row, PAIEMENTS, rows, first);
    return row;
  }

  /** What is paid at once stands on the payment's row; Tourcoing's advance beside the report, on its action or block. */
  #versements(paiement: PaiementDeBilan, rows: readonly number[], subtotal: number): void {
    const isHere = paiement.report !== null;
    const [first = subtotal, ...others] = rows;
    const isOne = others.length === 0;
    for (const row of rows) this.#sansPaiement(row, LOOKS.none, isHere && isOne ? SOLDES : PAIEMENTS);
    const look = totalLook("sous-total", LOOKS.amount);
    this.#sansPaiement(subtotal, look, isHere ? SOLDES : PAIEMENTS);
    if (!isHere) return;
    if (isOne) {
      this.#verse(paiement, first);
      this.#sommes("sous-total", subtotal, [BILAN.verse], rows, first);
    } else this.#verse(paiement, subtotal, look);
  }

  #verse(paiement: PaiementDeBilan, row: number, look: CellLook = LOOKS.amount): void {
    const { apports } = this.dessin;
    const verse = apports.verseDuPaiement(paiement);
    const label = this.#nom(paiement);
    if (verse.isAvance) this.actions.avances.push(label);
    ecrireVerse(this.dessin, verse, row, label, look);
  }

  #nom({ id, blocs }: PaiementDeBilan): string {
    const [bloc] = blocs;
    return bloc ? paiementText(id, bloc.bloc, bloc.part) : id;
  }

  #sousTotal(bloc: BlocDeBilan, label: string, first: number): number {
    const { grille, apports } = this.dessin;
    const row = this.#label("sous-total", label);
    const rows = range(first, row - 1);
    this.#sommes("sous-total", row, [...PREVUS, ...DEPENSES], rows, first);
    if (estParBloc(bloc)) {
      const look = totalLook("sous-total", LOOKS.amount);
      ecrireDue(this.dessin, bloc, row, label, look);
      const termes = bloc.actions.flatMap((action) => apports.champ(action, bloc, "departement").termes);
      const sinon = resteDuDepartement(grille, row);
      const plage = grille.plage(BILAN.departement, first, row - 1);
      const piece = termes.length < bloc.actions.length ? null : tous(termes, apports.sheet);
      const typed = piece && assembler([{ ...piece, texte: `SUM(${plage})` }], sinon);
      grille.put(row, BILAN.departement, typed ?? sinon, look, WHY.departement, FORMAT);
    } else this.#sommes("sous-total", row, PARTS, rows, first);
    this.#taux("sous-total", row);
    return row;
  }

  /** Adds up rows of columns that have one amount each; `first`: the first row of the range that may wait. */
  #sommes(rang: Rang, row: number, columns: readonly number[], rows: readonly number[], first: number): void {
    const { grille, formatPrevu } = this.dessin;
    const isRun = rows.every((one, place) => one === (rows[0] ?? 0) + place);
    for (const column of columns) {
      const cells = rows.map((one) => grille.at(one, column));
      const own = isRun
        ? grille.plage(column, rows[0] ?? row, rows.at(-1) ?? row)
        : cells.map(({ texte }) => texte).join(",");
      const somme = sommeComplete(cells, grille.plage(column, first, row - 1), own);
      const isPlanned = PREVUS.some((one) => one === column);
      grille.put(row, column, somme, totalLook(rang, LOOKS.amount), WHY.total, isPlanned ? formatPrevu : FORMAT);
    }
  }

  #taux(rang: Rang, row: number): void {
    const { grille } = this.dessin;
    const look = totalLook(rang, LOOKS.rate);
    const share = taux(grille.at(row, BILAN.departement), grille.at(row, BILAN.eligible));
    grille.put(row, BILAN.tauxDepartement, share, look, WHY.tauxDepartement, FORMAT_TAUX);
    const execution = taux(grille.at(row, BILAN.realise), grille.at(row, BILAN.prevuTotal));
    grille.put(row, BILAN.tauxExecution, execution, look, WHY.tauxExecution, FORMAT_TAUX);
  }

  /** A total of blocks, and of what was paid for them. */
  #somme(rang: Rang, label: string, rows: readonly number[], paid: readonly number[]): number {
    const row = this.#label(rang, label);
    this.#sommes(rang, row, [...PREVUS, ...DEPENSES, ...PARTS], rows, this.#first);
    this.#taux(rang, row);
    this.#sommes(rang, row, PAIEMENTS, paid, this.#first);
    return row;
  }

  /** The label of a total, over the columns before the amounts; the row that it stands in. */
  #label(rang: Rang, label: string): number {
    const row = this.#row++;
    const { toile } = this.dessin.grille;
    const over = { top: row, bottom: row, left: BILAN.fiche, right: BILAN.code };
    toile.putOver(over, text(label), totalLook(rang, LOOKS.label));
    toile.put(row, BILAN.justification, text(""), totalLook(rang, LOOKS.note));
    return row;
  }

  #sansPaiement(row: number, look: CellLook, columns: readonly number[]): void {
    for (const column of columns) this.dessin.grille.write(row, column, text(""), look);
  }

  #paiement(paiement: PaiementDeBilan, subtotals: readonly number[]): number {
    const { grille } = this.dessin;
    const report = paiement.report === null ? null : this.#report(paiement, paiement.report);
    const [bloc] = paiement.blocs;
    const label = versementText(paiement.id, bloc?.bloc ?? null, bloc?.part ?? "emploi");
    const row = this.#label("partie", label);
    const look = totalLook("partie", LOOKS.amount);
    for (let column: number = BILAN.prevuEtat; column < BILAN.verse; column++)
      grille.write(row, column, text(""), look);
    grille.put(row, BILAN.due, sommeDe(subtotals.map((one) => grille.at(one, BILAN.due))), look, WHY.total, FORMAT);
    if (report === null) this.#verse(paiement, row, look);
    else
      grille.put(
        row,
        BILAN.verse,
        sommeDe([...subtotals, report].map((one) => grille.at(one, BILAN.verse))),
        look,
        WHY.total,
        FORMAT,
      );
    if (paiement.attendLeFinal) {
      for (const column of SOLDES) grille.write(row, column, text(AU_BILAN_FINAL), look, WHY.auFinal);
    } else ecrireSolde(this.dessin, row, paiement.ligne?.excedent === "reliquat" ? WHY.reliquat : WHY.tropPercu, look);
    this.#paiements.push({ paiement, row, report });
    this.#retenir(paiement.id, this.#nom(paiement), row);
    return row;
  }

  #report(paiement: PaiementDeBilan, year: number): number {
    const { grille, apports } = this.dessin;
    const row = this.#row++;
    const over = { top: row, bottom: row, left: BILAN.fiche, right: BILAN.code };
    grille.toile.putOver(over, text(reportText(year)), LOOKS.label);
    for (let column: number = BILAN.prevuEtat; column <= BILAN.excedent; column++) {
      if (column !== BILAN.verse) grille.write(row, column, text(""), LOOKS.none);
    }
    grille.toile.put(row, BILAN.justification, text(""), LOOKS.note);
    const verse = apports.report(paiement, this.dessin.year);
    const known = verse.pieces && assembler(verse.pieces);
    grille.lit(verse.termes);
    if (known) grille.put(row, BILAN.verse, known, LOOKS.amount, verse.why, FORMAT);
    else grille.missing(row, BILAN.verse, FORMAT, { subject: reportText(year), reason: A_SAISIR.report(year) });
    return row;
  }

  #retenir(id: string, label: string, row: number): void {
    const amount = (column: number): string | null => {
      const { valeur } = this.dessin.grille.at(row, column);
      return isAmount(valeur) ? amountText(valeur) : null;
    };
    const [du = null, verse = null, solde = null, excedent = null] = [BILAN.due, ...PAIEMENTS].map(amount);
    this.versements.push({ id, label, du, verse, solde, excedent });
    this.lignesDeVersement.push({ id, row });
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_none, i) => first + i);
}
