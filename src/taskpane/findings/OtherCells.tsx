/** The cells of a finding that its terms do not name. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding } from "../../checking/report";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", columnGap: "8px", fontSize: tokens.fontSizeBase200 },
});

export function OtherCells({
  finding,
  reveal,
}: {
  readonly finding: Finding;
  readonly reveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  const named = new Set([finding.cell, ...finding.terms.map(({ cell }) => cell)].map(qualifiedAddress));
  const others = finding.cells.filter((cell) => !named.has(qualifiedAddress(cell)));
  if (others.length === 0) return null;
  return (
    <div className={styles.cells}>
      <span>{others.length === 1 ? "Autre cellule\u00A0:" : "Autres cellules\u00A0:"}</span>
      {others.map((cell) => (
        <CellButton
          key={qualifiedAddress(cell)}
          cell={cell}
          isQualified={cell.sheet !== finding.cell.sheet}
          reveal={reveal}
        />
      ))}
    </div>
  );
}
