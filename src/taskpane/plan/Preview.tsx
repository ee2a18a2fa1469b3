/** What a plan will write, or has written: one sentence of counts, one button, then the cells. */
import { Button, ProgressBar, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect, useRef } from "react";
import type { Receipt } from "../../host/ports";
import {
  PLAN_SENTENCES,
  addSheetLabel,
  fillLabel,
  filled,
  previewCounts,
  sheetAdded,
  writingProgress,
} from "../../messages/plan";
import type { CellRef } from "../../workbook/address";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { AddedSheet } from "./AddedSheet";
import { Remarks } from "./Remarks";
import { cellCount, type Phase } from "./state";
import { Writes } from "./Writes";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "2px 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: { paddingRight: "8px", color: tokens.colorNeutralForeground2 },
  head: { padding: "6px 12px 8px", display: "flex", flexDirection: "column", gap: "4px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px", paddingTop: "2px" },
  line: { display: "flex", alignItems: "center", gap: "6px", fontWeight: tokens.fontWeightSemibold },
});

export type Prepared = Exclude<Phase, { kind: "choosing" | "preparing" }>;

interface Props {
  readonly phase: Prepared;
  readonly isBusy: boolean;
  readonly back: () => void;
  readonly prepare: () => void;
  readonly write: () => void;
  readonly undo: (receipt: Receipt) => void;
  readonly check: () => void;
  readonly reveal: (cell: CellRef) => void;
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

function Ready({ phase, prepare, write }: Pick<Props, "prepare" | "write"> & { readonly phase: Prepared }) {
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

function Written({
  phase,
  isBusy,
  undo,
  check,
}: Pick<Props, "isBusy" | "undo" | "check"> & { readonly phase: Extract<Prepared, { kind: "written" }> }) {
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

export function Preview(props: Props) {
  const { phase, isBusy, back, reveal } = props;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { plan } = phase;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    void heading.current?.scrollIntoView({ block: "nearest" });
  }, [plan]);
  const isThere = !plan.isNewSheet || phase.kind === "written";
  return (
    <article aria-labelledby="plan-title">
      <div className={styles.bar}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronLeftRegular />}
          disabledFocusable={isBusy || phase.kind === "writing"}
          onClick={back}
        >
          Retour
        </Button>
        <span className={styles.place}>{plan.sheet}</span>
      </div>
      <div className={styles.head}>
        {/* In the tab order: on the web office.js moves Tab on from there, and from nothing that it cannot reach. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <h2 id="plan-title" ref={heading} tabIndex={0} className={styles.heading}>
          {plan.draft.title}
        </h2>
        {phase.kind !== "written" && (
          <span>{previewCounts(cellCount(plan), plan.aCompleter.length, plan.arrondis.length, plan.dejaJustes)}</span>
        )}
        <Ready {...props} />
        {phase.kind === "writing" && <Writing phase={phase} />}
        {phase.kind === "written" && <Written {...props} phase={phase} />}
      </div>
      <Remarks plan={plan} reveal={isThere ? reveal : null} />
      <Writes writes={plan.draft.writes} reveal={reveal} />
      {plan.draft.sheets.map((sheet) => (
        <AddedSheet key={sheet.name} sheet={sheet} reveal={phase.kind === "written" ? reveal : null} />
      ))}
    </article>
  );
}
