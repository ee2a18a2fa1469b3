/** A task that writes: what to prepare, then its preview, then what was written and the way back. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { DRAFT_SENTENCES, cellCount, previewCounts, writtenSentence } from "../../messages/remplissage";
import { useHiddenStyle } from "../hidden";
import { takeLostFocus } from "../lostFocus";
import { Running } from "../Running";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import type { NextStep, Words } from "./DraftActions";
import { Preview } from "./Preview";
import { Receipts } from "./Receipts";
import type { Drafted, DraftState } from "./state";
import type { DraftTask } from "./useDraft";
import { WriteTrouble } from "./WriteTrouble";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    gap: "6px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props<C, D extends Drafted> {
  readonly task: DraftTask<C, D>;
  readonly words: Words;
  /** The form of what to prepare. */
  readonly choices: ReactNode;
  readonly summary?: ((drafted: D) => ReactNode) | undefined;
  readonly nextStep?: ((drafted: D) => NextStep | null) | undefined;
  /** What is to be done before the preview may be written; null or left out where nothing is. */
  readonly hold?: string | null | undefined;
  readonly check: (() => void) | null;
}

/** What a screen reader is told of the phase; progress is told by its bar. */
function spoken<C, D extends Drafted>(
  { phase, undoing, notice }: DraftState<C, D>,
  { verbe }: Words,
  hold: string | null,
): string {
  if (undoing) return "Annulation en cours…";
  switch (phase.kind) {
    case "choosing":
      return notice ?? "";
    case "preparing":
      return "Préparation en cours…";
    case "ready": {
      const { draft, aCompleter, arrondis, dejaJustes } = phase.drafted;
      if (phase.isStale) return DRAFT_SENTENCES.stale;
      if (hold !== null) return hold;
      return previewCounts(cellCount(draft), aCompleter.length, arrondis.length, dejaJustes);
    }
    case "writing":
      return "Écriture en cours…";
    case "written":
      return writtenSentence(phase.drafted.draft, verbe);
  }
}

export function DraftSteps<C, D extends Drafted>(props: Props<C, D>) {
  const { task, words, choices, summary, nextStep, check, hold = null } = props;
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const { phase, trouble, notice, receipts, undoing } = task.state;
  const region = useRef<HTMLDivElement>(null);
  // A line that was undone goes with its button, and what became of it is told above.
  useEffect(() => {
    if (notice === null && trouble === null) return;
    takeLostFocus(region.current?.querySelector<HTMLElement>("form [type=submit], article button") ?? null);
    void region.current?.scrollIntoView({ block: "start" });
  }, [notice, trouble]);

  return (
    <div ref={region}>
      <div role="status" className={hidden}>
        {spoken(task.state, words, hold)}
      </div>
      <WriteTrouble
        trouble={trouble}
        reveal={task.reveal}
        undoRest={() => trouble?.rest && task.undo(trouble.rest, true)}
      />
      {notice !== null && (
        <div className={styles.notice} aria-hidden="true">
          <SeverityMark shape="fine" />
          {notice}
        </div>
      )}
      {phase.kind === "choosing" && choices}
      {phase.kind === "preparing" && (
        <Running label="Préparation en cours" progress={phase.progress} cancel={task.cancel} />
      )}
      {phase.kind !== "choosing" && phase.kind !== "preparing" && (
        <Preview
          phase={phase}
          words={words}
          summary={summary}
          nextStep={nextStep}
          hold={hold}
          isBusy={undoing !== null}
          back={task.drop}
          prepare={task.prepare}
          write={task.write}
          undo={task.undo}
          check={check}
          reveal={task.reveal}
        />
      )}
      {phase.kind === "choosing" && <Receipts receipts={receipts} isBusy={undoing !== null} undo={task.undo} />}
    </div>
  );
}
