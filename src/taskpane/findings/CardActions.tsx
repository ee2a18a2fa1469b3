/** What can be done with a finding: write what it proposes, justify it, go to its cell. */
import { Button, makeStyles } from "@fluentui/react-components";
import { CARD_WORDS, JUSTIFY_WORDS, repairThese } from "../../messages/ongletControler";
import type { CardActs } from "./Card";
import { isSafe, labelOf } from "./corrections";
import type { Entry } from "./view";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
  wide: { maxWidth: "100%" },
  text: { margin: 0 },
});

interface Props {
  readonly entry: Entry;
  readonly acts: CardActs;
  /** The form to justify it is open. */
  readonly isWriting: boolean;
}

/** Where nothing is proposed for a fault that somebody has to mend, it is said. */
function isToMend({ first }: Entry): boolean {
  return first.severity === "blocking" || first.expected !== null;
}

export function CardActions({ entry, acts, isWriting }: Props) {
  const styles = useStyles();
  const { first, findings, status } = entry;
  const label = labelOf(first);
  const isRepeated = findings.length > 1;
  // Values that are only suggested are looked at one by one: each has its own button in the list of the cells.
  const isAtOnce = isRepeated && findings.every(({ finding }) => isSafe(finding));
  return (
    <>
      {label === null && isToMend(entry) && <p className={styles.text}>{CARD_WORDS.noValue}</p>}
      <div className={styles.actions}>
        {label !== null && (!isRepeated || isAtOnce) && (
          <Button appearance="primary" size="small" className={styles.wide} onClick={() => acts.correct(findings)}>
            {isAtOnce ? repairThese(findings.length) : `${label}…`}
          </Button>
        )}
        {status === "open" && !isWriting && (
          <Button size="small" onClick={acts.justify}>
            {`${JUSTIFY_WORDS.title}…`}
          </Button>
        )}
        <Button
          size="small"
          appearance={label === null ? "primary" : "secondary"}
          onClick={() => acts.reveal(first.cell)}
        >
          Aller à la cellule
        </Button>
      </div>
    </>
  );
}
