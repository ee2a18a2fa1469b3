/** What can be done with a preview: write it, watch it being written, take it back, check what was written. */
import { Button, ProgressBar, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { useEffect, useRef } from "react";
import type { Receipt } from "../../host/ports";
import {
  PLAN_SENTENCES,
  addSheetLabel,
  fillLabel,
  filled,
  sheetAdded,
  writingProgress,
} from "../../messages/remplissage";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { cellCount, type Phase } from "./state";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px", paddingTop: "2px" },
  line: { display: "flex", alignItems: "center", gap: "6px", fontWeight: tokens.fontWeightSemibold },
});

export type Prepared = Exclude<Phase, { kind: "choosing" | "preparing" }>;

export interface Actions {
  readonly isBusy: boolean;
  readonly prepare: () => void;
  readonly write: () => void;
  readonly undo: (receipt: Receipt) => void;
  readonly check: () => void;
}

/** What the button does, in its own words. */
function writeLabel({ plan }: Prepared): string {
  const [sheet] = plan.draft.sheets;
  return sheet && plan.draft.writes.length === 0
    ? addSheetLabel(sheet.name, sheet.cells.length)
    : fillLabel(cellCount(plan));
}

/** What was done. */
export function writtenSentence({ plan }: Prepared): string {
  const [sheet] = plan.draft.sheets;
  return sheet && plan.draft.writes.length === 0 ? sheetAdded(sheet.name, sheet.cells.length) : filled(cellCount(plan));
}

function Ready({ phase, prepare, write }: Actions & { readonly phase: Prepared }) {
  const styles = useStyles();
  if (phase.kind !== "ready") return null;
  if (phase.isStale) {
    return (
      <>
        <span className={styles.line}>
          <SeverityMark shape="warning" size={14} />
          {PLAN_SENTENCES.stale}
        </span>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={prepare}>
            Préparer de nouveau
          </Button>
        </div>
      </>
    );
  }
  if (cellCount(phase.plan) === 0) return <span>{PLAN_SENTENCES.nothing}</span>;
  return (
    <div className={styles.actions}>
      <Button appearance="primary" onClick={write}>
        {writeLabel(phase)}
      </Button>
    </div>
  );
}

function Writing({ phase }: { readonly phase: Extract<Prepared, { kind: "writing" }> }) {
  const sentence = writingProgress(phase.done, phase.total);
  return (
    <>
      <span>{sentence}</span>
      <ProgressBar aria-label={sentence} thickness="large" value={phase.done} max={Math.max(phase.total, 1)} />
    </>
  );
}

function Written({ phase, isBusy, undo, check }: Actions & { readonly phase: Extract<Prepared, { kind: "written" }> }) {
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
        {writtenSentence(phase)}
      </span>
      <div ref={done} className={styles.actions}>
        <Button appearance="primary" size="small" icon={<CheckmarkRegular />} onClick={check}>
          Contrôler le classeur
        </Button>
        <Button size="small" icon={<ArrowUndoRegular />} disabledFocusable={isBusy} onClick={() => undo(phase.receipt)}>
          Annuler
        </Button>
      </div>
    </>
  );
}

export function PlanActions(props: Actions & { readonly phase: Prepared }) {
  const { phase } = props;
  switch (phase.kind) {
    case "ready":
      return <Ready {...props} />;
    case "writing":
      return <Writing phase={phase} />;
    case "written":
      return <Written {...props} phase={phase} />;
  }
}
