/** The sum behind a finding, term by term; each cell is a way to it. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding, Term } from "../../checking/report";
import { formatFigureShort } from "../../domain/format";
import type { CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  terms: {
    display: "grid",
    gridTemplateColumns: "auto auto 1fr auto",
    columnGap: "8px",
    rowGap: "1px",
    alignItems: "baseline",
    margin: 0,
    padding: "6px 8px",
    listStyleType: "none",
    backgroundColor: tokens.colorNeutralBackground2,
    border: "1px solid transparent",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { display: "contents" },
  label: { color: tokens.colorNeutralForeground2 },
  amount: { textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
});

/** Σ first, then + or −; another coefficient is written out. */
function sign(coefficient: string, isFirst: boolean): string {
  const plain = coefficient.replace(/^-/, "").replace(/\.0+$/, "");
  const factor = plain === "1" ? "" : `${plain.replace(".", ",")}\u00A0×`;
  const plus = isFirst ? "Σ" : "+";
  return `${coefficient.startsWith("-") ? "−" : plus}${factor && ` ${factor}`}`;
}

export function Terms({
  terms,
  grandeur,
  reveal,
}: {
  readonly terms: readonly Term[];
  readonly grandeur: Finding["grandeur"];
  readonly reveal: (cell: CellRef) => void;
}) {
  const styles = useStyles();
  if (terms.length === 0) return null;
  const isElsewhere = new Set(terms.map(({ cell }) => cell.sheet)).size > 1;
  return (
    <ul className={styles.terms} aria-label="Termes de la somme">
      {terms.map(({ cell, amount, written, coefficient, label }, index) => (
        <li key={index} className={styles.term}>
          <span>{sign(coefficient, index === 0)}</span>
          <CellButton cell={cell} isQualified={isElsewhere} reveal={reveal} />
          <span className={styles.label}>{label}</span>
          <span className={styles.amount}>
            {amount === null ? written || "vide" : formatFigureShort(amount, grandeur)}
          </span>
        </li>
      ))}
    </ul>
  );
}
