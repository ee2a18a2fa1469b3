/** Where an officer is in the list: the lines in view, the one whose card is open, what comes before and after. Pure. */
import type { Entry, Group } from "./view";

export interface Place {
  readonly entry: Entry;
  /** Among the lines in view; -1 where the entry has left them, as one that was just justified has. */
  readonly index: number;
}

/** The lines in view, top to bottom. */
export function orderOf(groups: readonly Group[], unfolded: ReadonlySet<string>): Entry[] {
  return groups.flatMap(({ id, entries }) => (unfolded.has(id) ? entries : []));
}

/** The entry that holds a finding, and its place; null where nothing holds it. */
export function placeOf(id: string | null, order: readonly Entry[], all: readonly Entry[]): Place | null {
  const holds = ({ findings }: Entry) => findings.some((one) => one.id === id);
  const entry = order.find(holds) ?? all.find(holds);
  return entry ? { entry, index: order.indexOf(entry) } : null;
}

/**
 * The entry one step further or back; null at an end.
 * @param last where the open entry stood before it left the lines in view: the next one took its place
 */
export function stepFrom(index: number, last: number, by: 1 | -1, order: readonly Entry[]): Entry | null {
  if (index !== -1) return order[index + by] ?? null;
  return order[by === 1 ? last : last - 1] ?? null;
}
