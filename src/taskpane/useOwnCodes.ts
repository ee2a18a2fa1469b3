/** The officer's own codes activité, kept on this machine: the workbook is sent to others, they are not. */
import { useCallback, useState } from "react";
import type { CodeActivite } from "../domain/codesActivite";
import { parseOwnCodes } from "../domain/ownCodes";

const KEY = "controle-pls.codes";

export interface OwnCodesState {
  readonly ownCodes: readonly CodeActivite[];
  readonly problem: string | null;
  load(file: File): void;
  forget(): void;
}

/** What was kept; nothing where the browser keeps nothing, or what it kept no longer reads. */
function kept(): readonly CodeActivite[] {
  try {
    const codes = parseOwnCodes(localStorage.getItem(KEY) ?? "[]", "enregistré");
    return "problem" in codes ? [] : codes;
  } catch {
    return [];
  }
}

function keep(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing loses them when the pane closes: the officer adds them again.
  }
}

export function useOwnCodes(): OwnCodesState {
  const [ownCodes, setOwnCodes] = useState(kept);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback((file: File) => {
    void file.text().then((text) => {
      const codes = parseOwnCodes(text, file.name);
      setProblem("problem" in codes ? codes.problem : null);
      if ("problem" in codes) return;
      keep(text);
      setOwnCodes(codes);
    });
  }, []);
  const forget = useCallback(() => {
    keep(null);
    setOwnCodes([]);
    setProblem(null);
  }, []);
  return { ownCodes, problem, load, forget };
}
