/** The cells of a finding that its terms do not name, and the second cell that would explain it as well. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding } from "../checking/report";
import { formatEuros } from "../domain/format";
import { qualifiedAddress, type CellRef } from "../workbook/address";
import { CellButton } from "./CellButton";

const useStyles = makeStyles({
  text: { margin: 0 },
  cells: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
});

export function CellLinks({
  finding,
  reveal,
}: {
  readonly finding: Finding;
  readonly reveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  const named = new Set([finding.cell, ...finding.terms.map(({ cell }) => cell)].map(qualifiedAddress));
  const others = finding.cells.filter((cell) => !named.has(qualifiedAddress(cell)));
  const { runnerUp } = finding;
  return (
    <>
      {runnerUp && (
        <p className={styles.text}>
          Ou bien <CellButton cell={runnerUp.cell} isQualified reveal={reveal} />, qui vaudrait{" "}
          {formatEuros(runnerUp.expected)}.
        </p>
      )}
      {others.length > 0 && (
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
      )}
    </>
  );
}
