/** The findings in their groups. Arrows or N and P move, Entrée opens, G goes to the cell, C corrects, J justifies. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Severity } from "../../checking/report";
import { typographie } from "../../messages/typographie";
import { takeLostFocus } from "../lostFocus";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { SEVERITY_WORDS } from "../wording";
import { useHiddenStyle } from "../hidden";
import { FindingLine } from "./FindingLine";
import { SEVERITIES } from "./listed";
import type { Entry, Group } from "./view";

const useStyles = makeStyles({
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  fold: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    width: "100%",
    padding: "6px 12px 4px",
    border: "none",
    background: "none",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  arrow: { width: "10px", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  title: { flexGrow: 1 },
  count: { display: "flex", alignItems: "center", gap: "3px", fontVariantNumeric: "tabular-nums" },
  sheet: {
    padding: "2px 12px 0 34px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: "0 0 4px" },
});

/** What can be done with a line. */
export interface LineActions {
  readonly show: (entry: Entry) => void;
  readonly reveal: (entry: Entry) => void;
  readonly correct: (entry: Entry) => void;
  readonly justify: (entry: Entry) => void;
}

interface Props extends LineActions {
  readonly groups: readonly Group[];
  /** Ids of the groups whose lines are shown. */
  readonly unfolded: ReadonlySet<string>;
  readonly toggle: (group: Group) => void;
  /** The entry whose card is open. */
  readonly opened: string | null;
  /** The line that takes the focus, where what held it is gone; null for none. */
  readonly returnTo: string | null;
  /** The lines in view, top to bottom. */
  readonly order: readonly Entry[];
  /** Lines of one sheet have its name above them, where the groups are no sheets. */
  readonly hasSheets: boolean;
}

/** Where a key moves from a line; null when it moves nowhere. */
function target(key: string, place: number, count: number): number | null {
  switch (key) {
    case "arrowdown":
    case "n":
      return Math.min(place + 1, count - 1);
    case "arrowup":
    case "p":
      return Math.max(place - 1, 0);
    case "home":
      return 0;
    case "end":
      return count - 1;
    default:
      return null;
  }
}

function Counts({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  return SEVERITIES.map(
    (severity) =>
      counts[severity] > 0 && (
        <span key={severity} className={styles.count}>
          <SeverityMark shape={severity} size={14} />
          {counts[severity]}
          <span className={hidden}>{SEVERITY_WORDS[severity][counts[severity] < 2 ? "one" : "many"]}</span>
        </span>
      ),
  );
}

export function FindingList({ groups, unfolded, toggle, order, opened, returnTo, hasSheets, ...actions }: Props) {
  const styles = useStyles();
  const lines = useRef(new Map<string, HTMLButtonElement>());
  // One line is in the tab order: Tab goes through the pane, arrows through the list.
  const [reachable, setReachable] = useState<string | null>(null);
  const inTabOrder = order.some(({ id }) => id === reachable) ? reachable : (order[0]?.id ?? null);

  useEffect(() => {
    const line = returnTo === null ? undefined : lines.current.get(returnTo);
    if (!line) return;
    takeLostFocus(line);
    if (line === document.activeElement) void line.scrollIntoView({ block: "nearest" });
  }, [returnTo]);

  const onKeyDown = (event: KeyboardEvent, entry: Entry) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const acts: Readonly<Record<string, (entry: Entry) => void>> = {
      g: actions.reveal,
      c: actions.correct,
      j: actions.justify,
    };
    const to = target(key, order.indexOf(entry), order.length);
    if (to !== null) lines.current.get(order[to]?.id ?? "")?.focus();
    else if (acts[key]) acts[key](entry);
    else return;
    event.preventDefault();
  };

  const line = (entry: Entry) => (
    <FindingLine
      entry={entry}
      isCurrent={entry.id === opened}
      tabIndex={entry.id === inTabOrder ? 0 : -1}
      hold={(button) => {
        if (button) lines.current.set(entry.id, button);
        else lines.current.delete(entry.id);
      }}
      onClick={() => actions.show(entry)}
      onFocus={() => setReachable(entry.id)}
      onKeyDown={(event) => onKeyDown(event, entry)}
    />
  );

  return groups.map((group) => (
    <section key={group.id} className={styles.group} aria-label={typographie(group.title)}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded.has(group.id)}
          onClick={() => toggle(group)}
        >
          <span aria-hidden="true" className={styles.arrow}>
            {unfolded.has(group.id) ? "▾" : "▸"}
          </span>
          <span className={styles.title}>{typographie(group.title)}</span>
          <Counts counts={group.counts} />
        </button>
      </h2>
      {unfolded.has(group.id) && (
        <ul className={styles.list}>
          {group.entries.map((entry, place) => (
            <li key={entry.id}>
              {hasSheets && entry.first.cell.sheet !== group.entries[place - 1]?.first.cell.sheet && (
                <div className={styles.sheet}>{entry.first.cell.sheet}</div>
              )}
              {line(entry)}
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}
