/** Chooses what the columns of the officer's table are for, and keeps it in the workbook. */
import { useState } from "react";
import type { ColonneDite } from "../../domain/colonnesDeBilan";
import { isSheetOf, withColonnes, withoutColonnes, type ColonnesDeTable } from "../../domain/colonnesGardees";
import type { BilanDraft } from "../../drafting/bilanDraft";
import type { InteractiveHost } from "../../host/ports";
import { COLONNES_SENTENCES } from "../../messages/colonnesDeBilan";
import { changeMemoire } from "../memoire";
import { aGarder, AUCUN_CHOIX, choisir, tableauDe, type Choix } from "./colonnes";

export interface Colonnes {
  readonly choix: Choix;
  readonly isBusy: boolean;
  /** Why they could not be kept. */
  readonly trouble: string | null;
  choose(drafted: BilanDraft, said: ColonneDite): void;
  keep(drafted: BilanDraft): void;
  /** What is remembered of tables that have changed. */
  forget(drafted: BilanDraft): void;
}

interface Edit {
  /** The preview that was corrected: another one begins without a choice. */
  readonly drafted: BilanDraft | null;
  readonly choix: Choix;
}

/** @param onKept the preview is out of date */
export function useColonnes(host: InteractiveHost, drafted: BilanDraft | null, onKept: () => void): Colonnes {
  const [edit, setEdit] = useState<Edit>({ drafted: null, choix: AUCUN_CHOIX });
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const choix = edit.drafted === drafted ? edit.choix : AUCUN_CHOIX;

  const change = async (edited: (all: readonly ColonnesDeTable[]) => readonly ColonnesDeTable[]): Promise<void> => {
    setBusy(true);
    const kept = await changeMemoire(host, (memoire) => ({ ...memoire, colonnes: edited(memoire.colonnes) })).catch(
      (cause: unknown) => {
        console.error(cause);
        return { ok: false, sentence: COLONNES_SENTENCES.interrupted } as const;
      },
    );
    setBusy(false);
    setTrouble(kept.ok ? null : kept.sentence);
    if (kept.ok) onKept();
  };

  return {
    choix,
    isBusy,
    trouble,
    choose: (of, said) => {
      const tableau = tableauDe(of);
      if (tableau) setEdit({ drafted: of, choix: choisir(tableau, choix, said) });
    },
    keep: (of) => {
      const tableau = tableauDe(of);
      if (!tableau) return;
      const said = aGarder(tableau, choix);
      const gone = of.colonnesPerdues.filter((one) => isSheetOf(one, said.sheet));
      void change((all) => withColonnes(withoutColonnes(all, gone), said));
    },
    forget: ({ colonnesPerdues }) => void change((all) => withoutColonnes(all, colonnesPerdues)),
  };
}
