/** Keeps, renews and takes back justifications for the list and its cards. */
import { useState } from "react";
import { justificationOf } from "../../checking/justifications";
import { localDay } from "../../domain/days";
import { withJustification, withoutJustification, type Justification } from "../../domain/justification";
import { JUSTIFY_WORDS } from "../../messages/ongletControler";
import type { Check } from "../useCheck";
import type { Said } from "./JustifyForm";
import type { Listed } from "./listed";

export interface Justify {
  /** What was done last, and what a second thought puts back. */
  readonly notice: { readonly sentence: string; readonly removed: readonly Justification[] } | null;
  /** Remembered until the pane closes. */
  readonly author: string;
  save(entry: readonly Listed[], said: Said): Promise<boolean>;
  remove(justifications: readonly Justification[]): void;
  restore(): void;
  forget(): void;
}

/** What was said of the findings of an entry, once each. */
export function keptOf(entry: readonly Listed[]): Justification[] {
  return [...new Set(entry.flatMap(({ kept }) => (kept ? [kept.justification] : [])))];
}

export function useJustify({ state, justify }: Check): Justify {
  const [author, setAuthor] = useState("");
  const [notice, setNotice] = useState<Justify["notice"]>(null);
  const findings = state.checked?.report.findings ?? [];

  const change = async (gone: readonly Justification[], added: readonly Justification[]): Promise<boolean> =>
    justify((all) => added.reduce(withJustification, gone.reduce(withoutJustification, all)));

  return {
    notice,
    author,
    save: async (entry, said) => {
      setAuthor(said.author);
      const one = said.scope === "table" ? entry.slice(0, 1) : entry;
      const added = one.map(({ finding }) =>
        justificationOf(finding, findings, { ...said, date: localDay(new Date()) }),
      );
      const isDone = await change(keptOf(entry), added);
      if (isDone) setNotice({ sentence: JUSTIFY_WORDS.saved, removed: [] });
      return isDone;
    },
    remove: (justifications) => {
      void change(justifications, []).then((isDone) => {
        if (isDone) setNotice({ sentence: JUSTIFY_WORDS.removed, removed: justifications });
      });
    },
    restore: () => {
      const removed = notice?.removed ?? [];
      void change([], removed).then((isDone) => {
        if (isDone) setNotice({ sentence: JUSTIFY_WORDS.saved, removed: [] });
      });
    },
    forget: () => setNotice(null),
  };
}
