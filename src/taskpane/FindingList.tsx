/** The findings by severity, then by sheet. Arrows move, Entrée opens, G goes to the cell. */
import { makeStyles } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Finding } from "../checking/report";
import type { CellRef } from "../workbook/address";
import { FindingLine } from "./FindingLine";
import { SeverityMark } from "./SeverityMark";
import { SEVERITIES } from "./state";
import { tokens } from "./tokens";
import { SEVERITY_WORDS } from "./wording";

const useStyles = makeStyles({
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    margin: 0,
    padding: "6px 12px 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  sheet: {
    padding: "2px 12px 0 34px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: "0 0 4px" },
});

interface Props {
  readonly findings: readonly Finding[];
  readonly opened: number | null;
  /** The line to give the focus back to, when its card was closed. */
  readonly focusOn: number | null;
  readonly show: (index: number) => void;
  readonly reveal: (cell: CellRef) => void;
}

/** Where a key moves from a line; null when it moves nowhere. */
function target(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, count - 1);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

export function FindingList({ findings, opened, focusOn, show, reveal }: Props) {
  const styles = useStyles();
  const lines = useRef(new Map<number, HTMLButtonElement>());
  // One line is in the tab order: Tab goes through the pane, arrows through the list.
  const [reachable, setReachable] = useState(0);

  useLayoutEffect(() => {
    if (focusOn !== null) lines.current.get(focusOn)?.focus();
  }, [focusOn]);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const finding = findings[index];
    const to = target(event.key, index, findings.length);
    if (to !== null) lines.current.get(to)?.focus();
    else if (finding && event.key.toLowerCase() === "g") reveal(finding.cell);
    else return;
    event.preventDefault();
  };

  const numbered = findings.map((finding, index) => ({ finding, index }));
  return SEVERITIES.map((severity) => {
    const group = numbered.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) return null;
    const words = SEVERITY_WORDS[severity];
    return (
      <section key={severity} className={styles.group} aria-labelledby={`severity-${severity}`}>
        <h2 id={`severity-${severity}`} className={styles.heading}>
          <SeverityMark shape={severity} size={14} />
          {group.length < 2 ? words.one : words.many} ({group.length})
        </h2>
        <ul className={styles.list}>
          {group.map(({ finding, index }, place) => (
            <li key={index}>
              {finding.cell.sheet !== group[place - 1]?.finding.cell.sheet && (
                <div className={styles.sheet}>{finding.cell.sheet}</div>
              )}
              <FindingLine
                finding={finding}
                isCurrent={index === opened}
                tabIndex={index === Math.min(reachable, findings.length - 1) ? 0 : -1}
                hold={(button) => {
                  if (button) lines.current.set(index, button);
                  else lines.current.delete(index);
                }}
                onClick={() => show(index)}
                onFocus={() => setReachable(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
