/** What can be done with a preview: write it, watch it being written, take it back, check what was written. */
import { Button, ProgressBar, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { useEffect, useRef } from "react";
import type { Receipt } from "../../host/ports";
import {
  DRAFT_SENTENCES,
  cellCount,
  writeLabel,
  writingProgress,
  writtenSentence,
  type Verbe,
} from "../../messages/remplissage";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import type { Drafted, Phase } from "./state";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px", paddingTop: "2px" },
  line: { display: "flex", alignItems: "center", gap: "6px", fontWeight: tokens.fontWeightSemibold },
});

export type Prepared<D extends Drafted> = Exclude<Phase<D>, { kind: "choosing" | "preparing" }>;

/** What a task says of its own drafts. */
export interface Words {
  readonly verbe: Verbe;
  /** Where a draft has nothing to write. */
  readonly nothing: string;
}

/** What an officer does next with what was written, before its check. */
export interface NextStep {
  readonly label: string;
  readonly act: () => void;
}

export interface Actions {
  readonly words: Words;
  readonly isBusy: boolean;
  /** What is to be done before the preview may be written. */
  readonly hold: string | null;
  readonly prepare: () => void;
  readonly write: () => void;
  readonly undo: (receipt: Receipt) => void;
  /** Null where what is written is no matter for a check. */
  readonly check: (() => void) | null;
}

type ReadyPhase = Extract<Prepared<Drafted>, { kind: "ready" }>;

function Ready({ phase, words, hold, prepare, write }: Actions & { readonly phase: ReadyPhase }) {
  const styles = useStyles();
  if (phase.isStale) {
    return (
      <>
        <span className={styles.line}>
          <SeverityMark shape="warning" size={14} />
          {DRAFT_SENTENCES.stale}
        </span>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={prepare}>
            Préparer de nouveau
          </Button>
        </div>
      </>
    );
  }
  if (hold !== null) {
    return (
      <span className={styles.line}>
        <SeverityMark shape="warning" size={14} />
        {hold}
      </span>
    );
  }
  if (cellCount(phase.drafted.draft) === 0) return <span>{words.nothing}</span>;
  return (
    <div className={styles.actions}>
      <Button appearance="primary" onClick={write}>
        {writeLabel(phase.drafted.draft, words.verbe)}
      </Button>
    </div>
  );
}

function Writing({ phase }: { readonly phase: Extract<Prepared<Drafted>, { kind: "writing" }> }) {
  const sentence = writingProgress(phase.done, phase.total);
  return (
    <>
      <span>{sentence}</span>
      <ProgressBar aria-label={sentence} thickness="large" value={phase.done} max={Math.max(phase.total, 1)} />
    </>
  );
}

interface WrittenProps extends Actions {
  readonly phase: Extract<Prepared<Drafted>, { kind: "written" }>;
  readonly nextStep: NextStep | null;
}

function Written({ phase, words, isBusy, nextStep, undo, check }: WrittenProps) {
  const styles = useStyles();
  const done = useRef<HTMLDivElement>(null);
  // The button that wrote is gone: what can be done next takes the focus.
  useEffect(() => {
    done.current?.querySelector("button")?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <span className={styles.line}>
        <SeverityMark shape="fine" size={16} />
        {writtenSentence(phase.drafted.draft, words.verbe)}
      </span>
      <div ref={done} className={styles.actions}>
        {nextStep && (
          <Button appearance="primary" size="small" onClick={nextStep.act}>
            {nextStep.label}
          </Button>
        )}
        {check && (
          <Button
            appearance={nextStep ? "secondary" : "primary"}
            size="small"
            icon={<CheckmarkRegular />}
            onClick={check}
          >
            Contrôler le classeur
          </Button>
        )}
        <Button size="small" icon={<ArrowUndoRegular />} disabledFocusable={isBusy} onClick={() => undo(phase.receipt)}>
          Annuler
        </Button>
      </div>
    </>
  );
}

export function DraftActions(
  props: Actions & { readonly phase: Prepared<Drafted>; readonly nextStep: NextStep | null },
) {
  const { phase } = props;
  switch (phase.kind) {
    case "ready":
      return <Ready {...props} phase={phase} />;
    case "writing":
      return <Writing phase={phase} />;
    case "written":
      return <Written {...props} phase={phase} />;
  }
}
