/** The tab Plan: what to prepare, then its preview, then what was written and the way back. Loaded when first opened. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CodeActivite } from "../../domain/codesActivite";
import { PLAN_SENTENCES, missingNotifies, previewCounts } from "../../messages/remplissage";
import { useHiddenStyle } from "../hidden";
import type { InteractiveHost } from "../../host/ports";
import { keptReglages } from "../keptReglages";
import { takeLostFocus } from "../lostFocus";
import { Running } from "../Running";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { Choices } from "./Choices";
import { writtenSentence } from "./PlanActions";
import { Preview } from "./Preview";
import { Receipts } from "./Receipts";
import { cellCount, type PlanState } from "./state";
import { usePlan, type LoadDraftPlan } from "./usePlan";
import { WriteTrouble } from "./WriteTrouble";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    gap: "6px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly host: InteractiveHost;
  readonly ownCodes: readonly CodeActivite[];
  readonly loadDraftPlan: LoadDraftPlan;
  /** Grows when the settings were written. */
  readonly settingsVersion: number;
  readonly onWritten: () => void;
  readonly check: () => void;
  readonly openSettings: () => void;
}

/** What a screen reader is told of the phase; progress is told by its bar. */
function spoken({ phase, undoing, notice }: PlanState): string {
  if (undoing) return "Annulation en cours…";
  switch (phase.kind) {
    case "choosing":
      return notice ?? "";
    case "preparing":
      return "Préparation en cours…";
    case "ready": {
      const { plan, isStale } = phase;
      if (isStale) return PLAN_SENTENCES.stale;
      return previewCounts(cellCount(plan), plan.aCompleter.length, plan.arrondis.length, plan.dejaJustes);
    }
    case "writing":
      return "Écriture en cours…";
    case "written":
      return writtenSentence(phase);
  }
}

/** The hint about the settings, and the year that they say, once read. */
function useSettings(host: InteractiveHost, version: number, choose: (choices: { year: number | null }) => void) {
  const [years, setYears] = useState<ReadonlySet<number> | null>(null);
  useEffect(() => {
    let isGone = false;
    void keptReglages(host).then((kept) => {
      // What cannot be read is told when the plan is prepared, or in the settings.
      if (isGone || !kept.ok) return;
      setYears(new Set(kept.value?.notifies.map(({ annee }) => annee)));
      if (kept.value?.annee) choose({ year: kept.value.annee });
    });
    return () => {
      isGone = true;
    };
    // The year is the settings' at the opening and after they changed, the officer's from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [host, version]);
  return years;
}

export function PlanTask({ host, ownCodes, loadDraftPlan, settingsVersion, onWritten, check, openSettings }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const plan = usePlan({ host, ownCodes, loadDraftPlan, onWritten });
  const { state } = plan;
  const { phase, choices, trouble, notice, receipts, undoing } = state;
  const years = useSettings(host, settingsVersion, plan.choose);
  const isMissing = years !== null && (choices.year === null ? years.size === 0 : !years.has(choices.year));
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
        {spoken(state)}
      </div>
      <WriteTrouble
        trouble={trouble}
        reveal={plan.reveal}
        undoRest={() => trouble?.rest && plan.undo(trouble.rest, true)}
      />
      {notice !== null && (
        <div className={styles.notice} aria-hidden="true">
          <SeverityMark shape="fine" />
          {notice}
        </div>
      )}
      {phase.kind === "choosing" && (
        <Choices
          choices={choices}
          hint={isMissing ? missingNotifies(choices.year) : null}
          choose={plan.choose}
          prepare={plan.prepare}
          openSettings={openSettings}
        />
      )}
      {phase.kind === "preparing" && (
        <Running label="Préparation en cours" progress={phase.progress} cancel={plan.cancel} />
      )}
      {phase.kind !== "choosing" && phase.kind !== "preparing" && (
        <Preview
          phase={phase}
          isBusy={undoing !== null}
          back={plan.drop}
          prepare={plan.prepare}
          write={plan.write}
          undo={plan.undo}
          check={check}
          reveal={plan.reveal}
        />
      )}
      {phase.kind === "choosing" && <Receipts receipts={receipts} isBusy={undoing !== null} undo={plan.undo} />}
    </div>
  );
}
