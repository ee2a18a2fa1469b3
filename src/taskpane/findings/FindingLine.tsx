/** One line of the list: shape, cell, what is wrong with its figure, how many cells are alike. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { formatFigureShort } from "../../domain/format";
import { cellsOf, LIST_WORDS } from "../../messages/ongletControler";
import { typographie } from "../../messages/typographie";
import { cellAddress, qualifiedAddress } from "../../workbook/address";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import type { Entry } from "./view";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "16px minmax(34px, auto) 1fr",
    columnGap: "6px",
    alignItems: "start",
    width: "100%",
    padding: "3px 12px",
    border: "none",
    textAlign: "left",
    font: "inherit",
    color: "inherit",
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText" },
  },
  mark: { paddingTop: "2px" },
  cell: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  gap: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  review: { fontStyle: "italic" },
});

interface Props {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly tabIndex: 0 | -1;
  readonly hold: (button: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function FindingLine({ entry, isCurrent, hold, ...button }: Props) {
  const styles = useStyles();
  const { first, findings, isToReview } = entry;
  const { cell, severity, title, gap, grandeur } = first;
  const count = findings.length;
  return (
    <button
      type="button"
      ref={hold}
      className={mergeClasses(styles.line, isCurrent && styles.current)}
      data-cell={qualifiedAddress(cell)}
      aria-current={isCurrent ? "true" : undefined}
      {...button}
    >
      <span className={styles.mark}>
        <SeverityMark shape={severity} size={14} />
      </span>
      <span className={styles.cell}>{cellAddress(cell.row, cell.column)}</span>
      <span>
        {typographie(title)}
        {count > 1 && <> {cellsOf(count)}</>}
        {count === 1 && gap !== null && (
          <>
            , <span className={styles.gap}>{formatFigureShort(gap.replace(/^-/, ""), grandeur)}</span>
          </>
        )}
        {isToReview && (
          <>
            {" · "}
            <span className={styles.review}>{LIST_WORDS.toReview}</span>
          </>
        )}
      </span>
    </button>
  );
}
