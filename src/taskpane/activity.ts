/** What is under way in the pane, so that a command of the ribbon never begins beside it. */
import { useSyncExternalStore } from "react";

/** `open`: a correction, a justification or a reading that the officer has not ended. */
export type Activity = "checking" | "preparing" | "writing" | "undoing" | "open";

const underWay = new Map<symbol, Activity>();
let current: readonly Activity[] = [];
const listeners = new Set<() => void>();

function told(): void {
  current = [...underWay.values()];
  for (const listener of listeners) listener();
}

/** Says that this has begun; gives the way to say that it has ended, once or more. */
export function begin(activity: Activity): () => void {
  const id = Symbol(activity);
  underWay.set(id, activity);
  told();
  return () => {
    if (underWay.delete(id)) told();
  };
}

/** All that is under way, as it began. */
export function currentActivities(): readonly Activity[] {
  return current;
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same, for a component that shows it. */
export function useActivities(): readonly Activity[] {
  return useSyncExternalStore(watch, currentActivities);
}
