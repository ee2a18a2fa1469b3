/** The row of an action in a bilan: what was foreseen, what was spent, and what the State owes for it. */
import { A_COMPLETER } from "../../domain/amount";
import { Decimal, ZERO } from "../../domain/decimal";
import { amountText } from "../../domain/format";
import { dueWhy, INTITULE_A_COMPLETER, WHY } from "../../messages/bilanDraft";
import { A_SAISIR, QUOI, sujet } from "../../messages/bilanRemarques";
import { subjectOfFigure } from "../../messages/plan";
import type { CellLook } from "../../workbook/draft";
import { text, textFormula } from "../contenus";
import { referenceTo } from "../figure";
import { LOOKS } from "../looks";
import type { Arrondi } from "../planDraft";
import type { ActionDeBilan } from "./actions";
import { whyOf, type Apport, type Apports, type ChampSaisi, type Verse } from "./apports";
import { BILAN } from "./colonnes";
import { AU_NIVEAU_DU_BLOC, difference, due, reste, siNombres, sommeComplete, taux, tauxOuTiret } from "./formules";
import type { Formule } from "./formules";
import type { Grille } from "./grille";
import type { BlocDeBilan } from "./structure";
import { assembler, complement, partOuAucune, reprise, tous, type Terme } from "./termes";

/** What the rows of a bilan have in common. */
export interface Dessin {
  readonly grille: Grille;
  readonly apports: Apports;
  readonly year: number;
  /** Format of what was foreseen: without centimes where no plan has any. */
  readonly formatPrevu: string;
}

export const FORMAT = "#,##0.00";
export const FORMAT_TAUX = "0.0%";
/** Room for three lines of a justification, in points. */
const ROW_HEIGHT = 38;

/** True where the State's share is one amount for the block, and not its action's. */
export function estParBloc({ regle, part, actions }: BlocDeBilan): boolean {
  const niveau = regle?.niveau ?? (part === "solidarites" ? "action" : "bloc");
  return niveau === "bloc" && actions.length > 1;
}

/** Writes what the State owes on a row, from its own cells. */
export function ecrireDue(
  { grille, year }: Dessin,
  { regle }: Pick<BlocDeBilan, "regle">,
  row: number,
  subject: string,
  look: CellLook = LOOKS.amount,
): void {
  const [prevu, eligible, autres] = [BILAN.prevuEtat, BILAN.eligible, BILAN.autres].map((one) => grille.at(row, one));
  if (!prevu || !eligible || !autres) return;
  if (!regle) {
    grille.missing(row, BILAN.due, FORMAT, { subject: `${subject}, ${QUOI.due}`, reason: A_SAISIR.due(year) });
    return;
  }
  // No share of the State is a ceiling of zero.
  const plafond = prevu.valeur === "NC" ? { texte: `N(${prevu.texte})`, valeur: ZERO } : prevu;
  const { quotite, sansAutresFinanceurs, source } = regle;
  const why = dueWhy(new Decimal(quotite), sansAutresFinanceurs, source.article);
  grille.put(row, BILAN.due, due(regle, { plafond, eligible, autres }), look, why, FORMAT);
}

/** The CD's part of a row, where nobody typed what it paid: the rest of the expense. */
export function resteDuDepartement(grille: Grille, row: number): Formule {
  const eligible = grille.at(row, BILAN.eligible);
  const autres = grille.at(row, BILAN.autres);
  const owed = grille.at(row, BILAN.due);
  return siNombres({ eligible, autres, owed }, `ROUND(${eligible.texte}-${autres.texte}-${owed.texte},2)`, (amounts) =>
    amounts.eligible.minus(amounts.autres).minus(amounts.owed).toDecimalPlaces(2),
  );
}

/** Balance and surplus of a row, from what is due and what was paid. */
export function ecrireSolde({ grille }: Dessin, row: number, why: string, look: CellLook = LOOKS.amount): void {
  const [owed, paid] = [grille.at(row, BILAN.due), grille.at(row, BILAN.verse)];
  grille.put(row, BILAN.solde, reste(owed, paid), look, WHY.solde, FORMAT);
  grille.put(row, BILAN.excedent, reste(paid, owed), look, why, FORMAT);
}

/** What was paid already, or a cell to type it in. */
export function ecrireVerse(
  { grille, year }: Dessin,
  verse: Verse,
  row: number,
  subject: string,
  look: CellLook = LOOKS.amount,
): void {
  const known = verse.pieces && assembler(verse.pieces);
  grille.lit(verse.termes);
  if (known) grille.put(row, BILAN.verse, known, look, verse.why, FORMAT);
  else grille.missing(row, BILAN.verse, FORMAT, { subject: `${subject}, ${QUOI.verse}`, reason: A_SAISIR.verse(year) });
}

export class LigneDAction {
  readonly arrondis: Arrondi[] = [];
  /** Row of each action, by its `cle`. */
  readonly rows = new Map<string, number>();
  /** Actions that a year's table has no row for, by year. */
  readonly sansLigne = new Map<number, string[]>();
  /** Sheets without a column, by field. */
  readonly sansColonne = { ineligible: new Set<string>(), autres: new Set<string>() };
  /** Actions whose payment is only what the convention grants. */
  readonly avances: string[] = [];

  constructor(private readonly dessin: Dessin) {}

  draw(action: ActionDeBilan, bloc: BlocDeBilan, row: number): void {
    const { grille } = this.dessin;
    this.rows.set(action.cle, row);
    grille.toile.atLeast(row, ROW_HEIGHT);
    const titre = action.titre ?? INTITULE_A_COMPLETER;
    grille.write(row, BILAN.fiche, text(action.fiche ?? "", "@"), LOOKS.number);
    grille.write(row, BILAN.titre, text(titre), LOOKS.note);
    grille.write(row, BILAN.code, text(action.code ?? "", "@"), LOOKS.number);
    this.#prevu(action, bloc, row);
    this.#realise(action, bloc, row);
    this.#parts(action, bloc, row);
    if (action.part === "solidarites") this.#paiement(action, bloc, row);
    this.#justification(action, bloc, row);
  }

  #prevu(action: ActionDeBilan, { annees }: BlocDeBilan, row: number): void {
    const { grille, apports, formatPrevu } = this.dessin;
    const label = action.titre ?? INTITULE_A_COMPLETER;
    for (const part of ["etat", "departement"] as const) {
      const termes = annees.flatMap((year) => action.prevus.get(year)?.[part] ?? []);
      const column = part === "etat" ? BILAN.prevuEtat : BILAN.prevuDepartement;
      const shown = partOuAucune(termes, apports.sheet);
      grille.lit(termes);
      const subject = subjectOfFigure(action.fiche, label, part);
      if (shown) grille.put(row, column, shown, LOOKS.amount, whyOf(termes), formatPrevu);
      else if (part === "departement") grille.write(row, column, text("NC", formatPrevu), LOOKS.amount);
      else grille.missing(row, column, formatPrevu, { subject, reason: A_SAISIR.prevu });
      if (shown?.valeur === A_COMPLETER) this.#attend(termes, `${subject}, ${QUOI.prevu}`, A_SAISIR.prevu);
      this.#arrondi(termes, subject, row, column);
    }
    const cells = [grille.at(row, BILAN.prevuEtat), grille.at(row, BILAN.prevuDepartement)];
    const plage = cells.map(({ texte }) => texte).join(":");
    grille.put(row, BILAN.prevuTotal, sommeComplete(cells, plage, plage), LOOKS.amount, WHY.prevuTotal, formatPrevu);
  }

  #arrondi(termes: readonly Terme[], subject: string, row: number, column: number): void {
    const half = termes.reduce((sum, term) => sum.plus(term.half), ZERO);
    if (half.isZero()) return;
    const montant = termes.reduce((sum, { value }) => sum.plus(value), ZERO);
    const ref = this.dessin.grille.ref(row, column);
    this.arrondis.push({ ref, subject, montant: amountText(montant), half: amountText(half) });
  }

  /** Cells of the officer's tables that wait for an amount. */
  #attend(termes: readonly Terme[], subject: string, reason: string): void {
    for (const { ref, etat } of termes) {
      if (ref && (etat === "vide" || etat === "mots")) this.dessin.grille.aCompleter.push({ ref, subject, reason });
    }
  }

  #champ(action: ActionDeBilan, bloc: BlocDeBilan, champ: ChampSaisi): Apport {
    const apport = this.dessin.apports.champ(action, bloc, champ);
    this.dessin.grille.lit(apport.termes);
    return apport;
  }

  #realise(action: ActionDeBilan, bloc: BlocDeBilan, row: number): void {
    const { grille, apports, year } = this.dessin;
    const spent = this.#champ(action, bloc, "realise");
    const known = spent.sansLigne.length === 0 ? reprise(spent.termes, apports.sheet) : null;
    const subject = sujet(action.fiche, action.titre ?? INTITULE_A_COMPLETER, QUOI.realise);
    for (const one of spent.sansLigne) {
      this.sansLigne.set(one, [...(this.sansLigne.get(one) ?? []), action.fiche ?? `« ${action.titre ?? ""} »`]);
    }
    if (known) {
      grille.put(row, BILAN.realise, known, LOOKS.amount, whyOf(spent.termes), FORMAT);
      if (!apports.isNew(year)) this.#attend(spent.termes, subject, A_SAISIR.realise(year));
    } else {
      grille.missing(row, BILAN.realise, FORMAT, { subject, reason: A_SAISIR.sansLigne(spent.sansLigne[0] ?? year) });
    }
    const base = grille.at(row, BILAN.realise);
    for (const champ of ["ineligible", "autres"] as const) {
      const { termes, sansColonne } = this.#champ(action, bloc, champ);
      for (const sheet of sansColonne) this.sansColonne[champ].add(sheet);
      const shown = complement(termes, base, apports.sheet);
      grille.put(row, BILAN[champ], shown, LOOKS.amount, whyOf(termes), FORMAT);
    }
    const eligible = difference(base, grille.at(row, BILAN.ineligible));
    grille.put(row, BILAN.eligible, eligible, LOOKS.amount, WHY.eligible, FORMAT);
  }

  /** What State and CD bear of the expense: on the row, or "-" where the block alone tells. */
  #parts(action: ActionDeBilan, bloc: BlocDeBilan, row: number): void {
    const { grille, apports } = this.dessin;
    const isShared = estParBloc(bloc);
    const tiret = text(AU_NIVEAU_DU_BLOC);
    if (isShared) grille.write(row, BILAN.due, tiret, LOOKS.amount, WHY.auNiveauDuBloc);
    else ecrireDue(this.dessin, bloc, row, sujet(action.fiche, action.titre ?? "", "").replace(/, $/, ""));
    const { termes } = this.#champ(action, bloc, "departement");
    const others = isShared ? bloc.actions.flatMap((one) => apports.champ(one, bloc, "departement").termes) : termes;
    const sinon = isShared
      ? { texte: `"${AU_NIVEAU_DU_BLOC}"`, valeur: AU_NIVEAU_DU_BLOC }
      : resteDuDepartement(grille, row);
    const piece = termes.length === 0 ? null : tous(termes, apports.sheet);
    // All the actions of a block, or none: some of them would not add up to the block's.
    const whole = piece && { ...piece, attendus: tous(others, apports.sheet).attendus };
    const isOpen = tous(others, apports.sheet).valeur === null;
    const shown = whole ? assembler([{ ...whole, valeur: isOpen ? null : whole.valeur }], sinon) : sinon;
    grille.put(row, BILAN.departement, shown ?? sinon, LOOKS.amount, WHY.departement, FORMAT);
    const [paid, eligible] = [grille.at(row, BILAN.departement), grille.at(row, BILAN.eligible)];
    const share = isShared ? tauxOuTiret(paid, eligible) : taux(paid, eligible);
    grille.put(row, BILAN.tauxDepartement, share, LOOKS.rate, WHY.tauxDepartement, FORMAT_TAUX);
    const execution = taux(grille.at(row, BILAN.realise), grille.at(row, BILAN.prevuTotal));
    grille.put(row, BILAN.tauxExecution, execution, LOOKS.rate, WHY.tauxExecution, FORMAT_TAUX);
  }

  #paiement(action: ActionDeBilan, bloc: BlocDeBilan, row: number): void {
    const { apports } = this.dessin;
    const verse = apports.verseDeLAction(action, bloc);
    const label = sujet(action.fiche, action.titre ?? INTITULE_A_COMPLETER, "").replace(/, $/, "");
    if (verse.isAvance) this.avances.push(label);
    ecrireVerse(this.dessin, verse, row, label);
    ecrireSolde(this.dessin, row, WHY.reliquat);
  }

  /** Live, from wherever the officer writes it. */
  #justification(action: ActionDeBilan, bloc: BlocDeBilan, row: number): void {
    const { grille, apports } = this.dessin;
    const refs = apports.justifications(action, bloc);
    const words = refs.map((ref) => apports.wordsAt(ref)).filter((one) => one !== "");
    const addresses = refs.map((ref) => referenceTo(ref, apports.sheet));
    const [first] = addresses;
    if (first === undefined) grille.write(row, BILAN.justification, text(""), LOOKS.note);
    else {
      const body = addresses.length === 1 ? `IF(${first}="","",${first})` : `TRIM(${addresses.join('&" "&')})`;
      grille.write(row, BILAN.justification, textFormula(body, words.join(" ")), LOOKS.note);
    }
  }
}
