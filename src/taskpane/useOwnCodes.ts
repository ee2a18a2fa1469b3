/** The officer's own codes activité, kept on this machine: the workbook is sent to others, they are not. */
import { useCallback, useState } from "react";
import type { CodeActivite } from "../domain/codesActivite";
import { ownCodesJson, parseOwnCodes } from "../domain/ownCodes";

const KEY = "controle-pls.codes";

export interface OwnCodesState {
  readonly ownCodes: readonly CodeActivite[];
  readonly problem: string | null;
  /** Takes the codes of a file in the place of those that are there. */
  load(file: File): void;
  change(codes: readonly CodeActivite[]): void;
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
  const change = useCallback((codes: readonly CodeActivite[]) => {
    keep(codes.length === 0 ? null : ownCodesJson(codes));
    setOwnCodes(codes);
    setProblem(null);
  }, []);
  const load = useCallback(
    (file: File) => {
      void file.text().then((text) => {
        const codes = parseOwnCodes(text, file.name);
        if ("problem" in codes) setProblem(codes.problem);
        else change(codes);
      });
    },
    [change],
  );
  return { ownCodes, problem, load, change };
}
