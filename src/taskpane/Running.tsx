/** A reading under way: where it is, and the way to stop it. */
import { Button, ProgressBar, makeStyles } from "@fluentui/react-components";
import type { ReadProgress } from "../host/ports";
import { takeLostFocus } from "./lostFocus";
import { progressSentence } from "./wording";

const useStyles = makeStyles({
  running: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    alignItems: "flex-start",
    padding: "16px 12px",
    // Most checks are over before this shows: no flash.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "100ms",
    animationDelay: "200ms",
    animationFillMode: "backwards",
  },
});

interface Props {
  readonly label: string;
  readonly progress: ReadProgress | null;
  /** What is under way is no longer the reading. */
  readonly isRead?: boolean;
  readonly cancel: () => void;
}

export function Running({ label, progress, isRead = false, cancel }: Props) {
  const styles = useStyles();
  const sentence = progressSentence(progress, isRead);
  return (
    <section className={styles.running} aria-label={label}>
      <span>{sentence}</span>
      <ProgressBar
        aria-label={sentence}
        thickness="large"
        {...(progress ? { value: progress.done, max: Math.max(progress.total, 1) } : {})}
      />
      <Button ref={takeLostFocus} size="small" onClick={cancel}>
        Annuler
      </Button>
    </section>
  );
}
