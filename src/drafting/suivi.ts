/** What the officer has to know of the figures of a plan: those to complete, and those that are only known rounded. */
import { amountText } from "../domain/format";
import { subjectOfFigure, type PartNommee } from "../messages/plan";
import type { CellRef } from "../workbook/address";
import type { Figure } from "./figure";
import type { ACompleter, Arrondi } from "./planDraft";

export interface SuiviDuPlan {
  readonly aCompleter: readonly ACompleter[];
  readonly arrondis: readonly Arrondi[];
}

export class Suivi {
  readonly #aCompleter: ACompleter[] = [];
  readonly #arrondis: Arrondi[] = [];

  note(
    figure: Figure,
    ref: CellRef,
    line: { readonly fiche: string | null; readonly label: string },
    part: PartNommee,
  ): void {
    const subject = subjectOfFigure(line.fiche, line.label, part);
    if (figure.kind === "a-completer") this.#aCompleter.push({ ref, subject, reason: figure.why });
    if (figure.kind === "montant" && !figure.half.isZero()) {
      this.#arrondis.push({ ref, subject, montant: amountText(figure.value), half: amountText(figure.half) });
    }
  }

  result(): SuiviDuPlan {
    return { aCompleter: this.#aCompleter, arrondis: this.#arrondis };
  }
}
