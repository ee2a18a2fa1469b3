/** Sheets to be added, or that were: their rows, each figure with where it comes from. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { cellsOf } from "../../messages/remplissage";
import { cellAddress, type CellRef } from "../../workbook/address";
import type { NewCell, NewSheet } from "../../workbook/draft";
import { CellButton } from "../CellButton";
import { tokens } from "../tokens";
import { FormulaText, ValueText } from "./ContentText";
import { rowsOf, textRowsOf } from "./sheetRows";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "5px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  row: { padding: "5px 12px 6px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  cell: {
    display: "grid",
    gridTemplateColumns: "36px minmax(40%, 1fr) minmax(0, max-content)",
    columnGap: "8px",
    paddingTop: "2px",
  },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  // A formula may be long: it has the width under the figure that it makes.
  formula: { gridColumnStart: "2", gridColumnEnd: "-1" },
  address: { fontVariantNumeric: "tabular-nums" },
});

interface Props {
  readonly sheet: NewSheet;
  /** Null while the sheet is not there. */
  readonly reveal: ((cell: CellRef) => void) | null;
}

function Address({ sheet, cell, reveal }: Props & { readonly cell: NewCell }) {
  const styles = useStyles();
  const { row, column } = cell;
  if (reveal) return <CellButton cell={{ sheet: sheet.name, row, column }} isQualified={false} reveal={reveal} />;
  return <span className={styles.address}>{cellAddress(row, column)}</span>;
}

function TextRows({ sheet }: Pick<Props, "sheet">) {
  const styles = useStyles();
  return (
    <section aria-label={`Feuille ${sheet.name}`}>
      {textRowsOf(sheet).map(({ row, text }) => (
        <p key={row} className={mergeClasses(styles.row, styles.text)}>
          {text}
        </p>
      ))}
    </section>
  );
}

function AddedSheet({ sheet, reveal }: Props) {
  const styles = useStyles();
  const rows = rowsOf(sheet);
  if (rows.length === 0) return <TextRows sheet={sheet} />;
  return (
    <section aria-label={`Feuille ${sheet.name}`}>
      {rows.map(({ row, label, cells }) => (
        <div key={row} className={styles.row}>
          <h3 className={styles.label}>{label === "" ? `Ligne ${row + 1}` : label}</h3>
          <ul className={styles.list}>
            {cells.map((cell) => (
              <li key={cell.column} className={styles.cell}>
                <Address sheet={sheet} cell={cell} reveal={reveal} />
                <span className={styles.why}>{cell.why}</span>
                <span className={styles.figure}>
                  <ValueText content={cell.content} />
                </span>
                <span className={styles.formula}>
                  <FormulaText content={cell.content} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** One of several, or one without figures: folded, and drawn only once it is unfolded, for a sheet may have hundreds of cells. */
function FoldedSheet({ sheet, reveal }: Props) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.part} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary tabIndex={0} className={styles.summary}>
        {cellsOf(sheet.name, sheet.cells.length)}
      </summary>
      {isOpen && <AddedSheet sheet={sheet} reveal={reveal} />}
    </details>
  );
}

export function AddedSheets({ sheets, reveal }: Pick<Props, "reveal"> & { readonly sheets: readonly NewSheet[] }) {
  return sheets.map((sheet) => {
    const Shown = sheets.length > 1 || rowsOf(sheet).length === 0 ? FoldedSheet : AddedSheet;
    return <Shown key={sheet.name} sheet={sheet} reveal={reveal} />;
  });
}
