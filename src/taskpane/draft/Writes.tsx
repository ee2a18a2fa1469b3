/** Cells to be written, each with what it holds, what it will hold and why. Rows that wrap: the pane is narrow. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { typographie } from "../../messages/typographie";
import type { CellWrite } from "../../workbook/draft";
import type { CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { useHiddenStyle } from "../hidden";
import { tokens } from "../tokens";
import { ContentText } from "./ContentText";

const useStyles = makeStyles({
  sheet: {
    margin: 0,
    padding: "6px 12px 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: {
    display: "grid",
    gridTemplateColumns: "44px 1fr 1fr",
    columnGap: "8px",
    padding: "4px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    paddingTop: "2px",
    paddingBottom: "2px",
    borderTopStyle: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  after: { fontWeight: tokens.fontWeightSemibold },
  why: {
    gridColumnStart: "1",
    gridColumnEnd: "-1",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly writes: readonly CellWrite[];
  readonly reveal: (cell: CellRef) => void;
}

function Table({ sheet, writes, reveal }: Props & { readonly sheet: string }) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  return (
    // A grid of its own keeps no table's meaning in every browser: the roles say it.
    <div role="table" aria-label={`Cellules de la feuille ${sheet}`}>
      <div role="row" className={mergeClasses(styles.row, styles.head)}>
        <span role="columnheader">Cellule</span>
        <span role="columnheader" className={styles.figure}>
          Avant
        </span>
        <span role="columnheader" className={styles.figure}>
          Après
        </span>
        <span role="columnheader" className={hidden}>
          Pourquoi
        </span>
      </div>
      {writes.map(({ ref, before, after, why }) => (
        <div key={`${ref.row},${ref.column}`} role="row" className={styles.row}>
          <span role="cell">
            <CellButton cell={ref} isQualified={false} reveal={reveal} />
          </span>
          <span role="cell" className={styles.figure}>
            <ContentText content={before} />
          </span>
          <span role="cell" className={mergeClasses(styles.figure, styles.after)}>
            <ContentText content={after} />
          </span>
          <span role="cell" className={styles.why}>
            {typographie(why)}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Top to bottom, as the sheet is read: a draft may fill its totals last. */
function inOrder(writes: readonly CellWrite[]): readonly CellWrite[] {
  return [...writes].sort(({ ref: one }, { ref: other }) => one.row - other.row || one.column - other.column);
}

export function Writes({ writes, reveal }: Props) {
  const styles = useStyles();
  const sheets = [...new Set(writes.map(({ ref }) => ref.sheet))];
  return sheets.map((sheet) => (
    <section key={sheet} aria-label={`Feuille ${sheet}`}>
      {sheets.length > 1 && <h3 className={styles.sheet}>{sheet}</h3>}
      <Table sheet={sheet} writes={inOrder(writes.filter(({ ref }) => ref.sheet === sheet))} reveal={reveal} />
    </section>
  ));
}
