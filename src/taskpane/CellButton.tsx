/** A cell's address that goes to the cell. */
import { makeStyles } from "@fluentui/react-components";
import { cellAddress, qualifiedAddress, type CellRef } from "../workbook/address";
import { tokens } from "./tokens";

const useStyles = makeStyles({
  cell: {
    padding: "0 1px",
    border: "none",
    background: "none",
    font: "inherit",
    textAlign: "left",
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly cell: CellRef;
  /** With the sheet's name before it. */
  readonly isQualified: boolean;
  readonly reveal: (cell: CellRef) => void;
}

export function CellButton({ cell, isQualified, reveal }: Props) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.cell} onClick={() => reveal(cell)}>
      {isQualified ? qualifiedAddress(cell) : cellAddress(cell.row, cell.column)}
    </button>
  );
}
