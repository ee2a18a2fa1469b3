/** Where the officer is among the findings: what the list shows, which card is open, what is being done about it. */
import { useState } from "react";
import type { CellRef } from "../../workbook/address";
import type { ReadTable } from "../lectures/form";
import type { Checked } from "../state";
import type { Check } from "../useCheck";
import type { Targets } from "./CorrectTask";
import { corrigeOf } from "./corrections";
import type { Listed } from "./listed";
import { orderOf, placeOf, stepFrom, type Place } from "./order";
import { folded, groupsOf, WHOLE, type Entry, type Group, type View } from "./view";

/** What stands in the place of the list, or in the card. */
export type Task =
  | { readonly kind: "correct"; readonly targets: Targets }
  /** The entry as it was when the form was opened: a check meanwhile must not take away what is being typed. */
  | { readonly kind: "justify"; readonly entry: Entry }
  | { readonly kind: "page"; readonly rule: string }
  | { readonly kind: "reading"; readonly table: ReadTable };

export interface Findings {
  readonly view: View;
  readonly groups: readonly Group[];
  readonly unfolded: ReadonlySet<string>;
  readonly order: readonly Entry[];
  /** The open card; null for none. */
  readonly place: Place | null;
  readonly task: Task | null;
  /** The line to give the focus back to. */
  readonly returnTo: string | null;
  look(view: View): void;
  toggle(group: Group): void;
  show(entry: Entry): void;
  step(by: 1 | -1): void;
  nextOf(by: 1 | -1): Entry | null;
  close(): void;
  reveal(cell: CellRef): void;
  correct(findings: readonly Listed[], isSecond?: boolean): void;
  justify(entry: Entry): void;
  showPage(rule: string): void;
  /** Opens the form in which the reading of a table is told. */
  tell(table: ReadTable): void;
  endTask(): void;
}

/** Groups are unfolded, but for what is justified; a search unfolds all. */
function unfoldedOf(groups: readonly Group[], toggled: ReadonlySet<string>, { search }: View): ReadonlySet<string> {
  const isUnfolded = ({ id, isJustified }: Group) => search !== "" || toggled.has(id) === isJustified;
  return new Set(groups.filter(isUnfolded).map(({ id }) => id));
}

interface Last {
  readonly id: string | null;
  readonly index: number;
}

function returnOf({ id, index }: Last, order: readonly Entry[]): string | null {
  if (id === null) return null;
  return placeOf(id, order, [])?.entry.id ?? order[Math.min(index, order.length - 1)]?.id ?? null;
}

/** @param onMove the officer turns to another finding */
export function useFindings(check: Check, { report, listed }: Checked, onMove: () => void): Findings {
  const [view, look] = useState<View>(WHOLE);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<Task | null>(null);
  const [last, setLast] = useState<Last>({ id: null, index: 0 });
  const { state, open, close, reveal } = check;
  const groups = groupsOf(report, listed.findings, view);
  const unfolded = unfoldedOf(groups, toggled, view);
  const order = orderOf(groups, unfolded);
  const place = state.open === null ? null : placeOf(state.open, order, folded(listed.findings));

  const remember = (entry: Entry) => {
    setLast({ id: entry.id, index: Math.max(order.indexOf(entry), 0) });
    onMove();
  };
  const show = (entry: Entry) => {
    remember(entry);
    setTask(null);
    open(entry.id);
    reveal(entry.first.cell);
  };
  const nextOf = (by: 1 | -1) => (place ? stepFrom(place.index, last.index, by, order) : null);
  return {
    ...{ view, groups, unfolded, order, place, task, look, show, nextOf, reveal },
    returnTo: returnOf(last, order),
    toggle: ({ id }) => {
      const other = new Set(toggled);
      if (!other.delete(id)) other.add(id);
      setToggled(other);
    },
    step: (by) => {
      const entry = nextOf(by);
      if (entry) show(entry);
    },
    close: () => {
      setTask(null);
      close();
    },
    correct: (findings, isSecond = false) => {
      const [first] = findings;
      if (!first || (corrigeOf(first.finding) === null && !isSecond)) return;
      const entry = order.find(({ findings: all }) => all.includes(first));
      if (entry) remember(entry);
      setTask({ kind: "correct", targets: { findings, isSecond } });
    },
    justify: (entry) => {
      remember(entry);
      open(entry.id);
      setTask({ kind: "justify", entry });
    },
    tell: (table) => setTask({ kind: "reading", table }),
    showPage: (rule) => setTask({ kind: "page", rule }),
    endTask: () => setTask(null),
  };
}
