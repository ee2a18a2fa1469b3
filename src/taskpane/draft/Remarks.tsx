/** What to know before the write: remarks, amounts to complete, amounts that the fiches round. */
import { makeStyles } from "@fluentui/react-components";
import { formatEuros } from "../../domain/format";
import { typographie } from "../../messages/typographie";
import { cellAddress, type CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { tokens } from "../tokens";
import type { Drafted } from "./state";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "5px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  list: { margin: 0, padding: "0 12px 8px 30px" },
  remarks: { margin: 0, padding: "0 12px 6px 30px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly drafted: Drafted;
  /** Sheets that are still to be added: nobody can go to their cells. */
  readonly toCome: readonly string[];
  readonly reveal: (cell: CellRef) => void;
}

function Place({ cell, toCome, reveal }: Omit<Props, "drafted"> & { readonly cell: CellRef }) {
  if (!toCome.includes(cell.sheet)) return <CellButton cell={cell} isQualified={false} reveal={reveal} />;
  return cellAddress(cell.row, cell.column);
}

export function Remarks({ drafted, toCome, reveal }: Props) {
  const styles = useStyles();
  const { remarques, aCompleter, arrondis } = drafted;
  return (
    <>
      {remarques.length > 0 && (
        <ul className={styles.remarks} aria-label="Remarques">
          {remarques.map((remarque) => (
            <li key={remarque}>{typographie(remarque)}</li>
          ))}
        </ul>
      )}
      {aCompleter.length > 0 && (
        <details className={styles.part} open>
          <summary tabIndex={0} className={styles.summary}>
            À compléter ({aCompleter.length})
          </summary>
          <ul className={styles.list}>
            {aCompleter.map(({ ref, subject, reason }) => (
              <li key={`${ref.sheet}!${ref.row},${ref.column}`}>
                <Place cell={ref} toCome={toCome} reveal={reveal} /> {typographie(subject)}&nbsp;:{" "}
                <span className={styles.quiet}>{typographie(reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {arrondis.length > 0 && (
        <details className={styles.part} open>
          <summary tabIndex={0} className={styles.summary}>
            Arrondis ({arrondis.length})
          </summary>
          <ul className={styles.list}>
            {arrondis.map(({ ref, subject, montant, half }) => (
              <li key={`${ref.sheet}!${ref.row},${ref.column}`}>
                <Place cell={ref} toCome={toCome} reveal={reveal} /> {typographie(subject)}&nbsp;:{" "}
                {formatEuros(montant)}{" "}
                <span className={styles.quiet}>à {formatEuros(half)} près, d’après les fiches</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
