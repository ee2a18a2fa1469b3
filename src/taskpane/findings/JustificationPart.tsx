/** What speaks for a finding, and how to take it back. */
import { Button, makeStyles } from "@fluentui/react-components";
import { JUSTIFY_WORDS } from "../../messages/ongletControler";
import { justificationText } from "../../messages/rapport";
import { tokens } from "../tokens";
import type { Listed } from "./listed";

const useStyles = makeStyles({
  part: {
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground2,
    border: "1px solid transparent",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  text: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
});

interface Props {
  readonly listed: Listed;
  readonly edit: () => void;
  readonly remove: () => void;
}

export function JustificationPart({ listed: { kept, isToReview, finding }, edit, remove }: Props) {
  const styles = useStyles();
  if (!kept) return null;
  const { isReceived, justification } = kept;
  const word = isToReview ? JUSTIFY_WORDS.renew : isReceived ? JUSTIFY_WORDS.adopt : JUSTIFY_WORDS.edit;
  return (
    <section className={styles.part} aria-label="Justification">
      <p className={styles.text}>{justificationText(justification, { isReceived, isToReview })}</p>
      {finding.severity === "blocking" && <p className={styles.text}>{JUSTIFY_WORDS.blocking}</p>}
      <div className={styles.actions}>
        <Button size="small" onClick={edit}>
          {word}
        </Button>
        <Button size="small" onClick={remove}>
          {JUSTIFY_WORDS.remove}
        </Button>
      </div>
    </section>
  );
}
