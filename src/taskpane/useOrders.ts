/** What the ribbon asks of the pane: done at once, or refused in a sentence while something is under way. */
import { useEffect, useRef, useState } from "react";
import type { Order, Ribbon } from "../commands/ribbon";
import { refusedOrder } from "../messages/ruban";
import { currentActivities, useActivities, type Activity } from "./activity";

/** A correction or a justification stands in the way of a check only: the other tasks have a tab of their own. */
function inTheWay(order: Order, activities: readonly Activity[]): Activity | null {
  const task = activities.find((activity) => activity !== "open");
  return task ?? (order === "check" ? (activities[0] ?? null) : null);
}

export interface Orders {
  /** Why the last order was refused, as long as it holds. */
  readonly refusal: string | null;
}

/** @param obey begins what is asked */
export function useOrders(ribbon: Ribbon, obey: (order: Order) => void): Orders {
  const [refused, setRefused] = useState<Order | null>(null);
  const activities = useActivities();
  const latest = useRef(obey);
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(
    () =>
      ribbon.listen((order) => {
        const isRefused = inTheWay(order, currentActivities()) !== null;
        setRefused(isRefused ? order : null);
        if (!isRefused) latest.current(order);
      }),
    [ribbon],
  );
  const obstacle = refused && inTheWay(refused, activities);
  return { refusal: refused && obstacle ? refusedOrder(refused, obstacle) : null };
}

interface Asked {
  readonly isAsked: boolean;
  /** All that is to be known before has been read. */
  readonly isReady: boolean;
  readonly prepare: () => void;
  /** The order was taken: it is not to be obeyed twice. */
  readonly taken: () => void;
}

/** Prepares what the ribbon asked for, once the tab has come and knows the settings. */
export function useAsked({ isAsked, isReady, prepare, taken }: Asked): void {
  useEffect(() => {
    if (!isAsked || !isReady) return;
    taken();
    // Another order may have come while this one waited for its tab.
    if (inTheWay("plan", currentActivities()) === null) prepare();
  });
}
