/** The figures of one payment, as its few lines show them. Pure. */
import { LIGNES_DE_PAIEMENT, type Etape } from "../../domain/bilan";
import { Decimal } from "../../domain/decimal";
import { formatEuros } from "../../domain/format";
import type { BilanDeVersement } from "../../drafting/bilanDraft";
import { BILAN_SENTENCES, EXCEDENT_NOM } from "../../messages/ongletBilan";

export interface Figure {
  readonly label: string;
  readonly text: string;
  /** An amount; false for words in its place. */
  readonly isAmount: boolean;
}

function figure(label: string, euros: string | null, absent: string = BILAN_SENTENCES.aCompleter): Figure {
  return { label, text: euros === null ? absent : formatEuros(euros), isAmount: euros !== null };
}

/** What is due, what was paid, and what follows: a balance, a surplus where there is one. */
export function figuresOf({ id, du, verse, solde, excedent }: BilanDeVersement, etape: Etape): readonly Figure[] {
  const ligne = LIGNES_DE_PAIEMENT.find((one) => one.id === id);
  const isLater = ligne?.soldeSur === "bilan-final" && etape === "intermediaire";
  const surplus = excedent === null || new Decimal(excedent).isZero() ? null : excedent;
  return [
    figure("Dû par l’État", du),
    figure("Déjà versé", verse),
    figure("Solde à verser", solde, isLater ? BILAN_SENTENCES.auBilanFinal : BILAN_SENTENCES.aCompleter),
    ...(surplus === null ? [] : [figure(EXCEDENT_NOM[ligne?.excedent ?? "trop-percu"], surplus)]),
  ];
}
