/** Checks again by itself a little after an edit, where the officer asked for it. What the pane writes is no edit. */
import { useEffect, useState } from "react";
import type { Check } from "./useCheck";

const KEY = "controle-pls.controle-automatique";

/** Long enough for the next cell of a row, short enough to see what an edit has changed. */
const PATIENCE_MS = 800;
/** Between two tries while somebody types. */
const TYPING_MS = 2_000;

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}

export interface Live {
  readonly isOn: boolean;
  /** An edit under way keeps Excel from answering. */
  readonly isWaiting: boolean;
  turn(isOn: boolean): void;
}

/** @param isPaused something is being typed or written in the pane: its findings stay as they are */
export function useLive({ state, run }: Check, isPaused: boolean): Live {
  const [isOn, setOn] = useState(kept);
  const { running, checked, edits, seen, quietFailure } = state;
  const isTyping = quietFailure === "cell-edit";
  const isWanted = edits > seen || isTyping;
  const isReady = isOn && !isPaused && checked !== null && running === null && isWanted;
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => run({ isQuiet: true }), isTyping ? TYPING_MS : PATIENCE_MS);
    return () => clearTimeout(timer);
    // Each edit begins the wait anew.
  }, [isReady, isTyping, edits, run]);
  return {
    isOn,
    isWaiting: isOn && isTyping,
    turn: (wanted) => {
      keep(wanted);
      setOn(wanted);
    },
  };
}
