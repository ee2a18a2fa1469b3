/** Writes that can still be taken back, also those of an earlier session. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useId } from "react";
import type { Receipt } from "../../host/ports";
import { receiptTime } from "../wording";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "6px 12px 8px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "2px 8px",
    paddingTop: "4px",
  },
  what: { flexGrow: 1, flexShrink: 1, flexBasis: "140px" },
  time: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  button: { flexShrink: 0 },
});

interface Props {
  readonly receipts: readonly Receipt[];
  readonly isBusy: boolean;
  readonly undo: (receipt: Receipt) => void;
}

export function Receipts({ receipts, isBusy, undo }: Props) {
  const styles = useStyles();
  // Each task that writes shows the list, in one page.
  const id = useId();
  if (receipts.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Peut encore être annulé
      </h2>
      <ul className={styles.list}>
        {receipts.map((receipt) => (
          <li key={receipt.id} className={styles.line}>
            <span id={`${id}-${receipt.id}`} className={styles.what}>
              {receipt.title}, <span className={styles.time}>{receiptTime(receipt.at)}</span>
            </span>
            <Button
              className={styles.button}
              size="small"
              icon={<ArrowUndoRegular />}
              aria-describedby={`${id}-${receipt.id}`}
              disabledFocusable={isBusy}
              onClick={() => undo(receipt)}
            >
              Annuler
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
