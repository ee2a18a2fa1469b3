/** What a draft will write, or has written: one sentence of counts, one button, then the cells. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { cellCount, previewCounts } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import { tokens } from "../tokens";
import { AddedSheets } from "./AddedSheet";
import { DraftActions, type Actions, type NextStep, type Prepared } from "./DraftActions";
import { Remarks } from "./Remarks";
import type { Drafted } from "./state";
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
});

interface Props<D extends Drafted> extends Actions {
  readonly phase: Prepared<D>;
  readonly back: () => void;
  readonly reveal: (cell: CellRef) => void;
  /** What the draft comes to, before its remarks. */
  readonly summary?: ((drafted: D) => ReactNode) | undefined;
  readonly nextStep?: ((drafted: D) => NextStep | null) | undefined;
}

export function Preview<D extends Drafted>({ summary, nextStep, ...props }: Props<D>) {
  const { phase, isBusy, back, reveal } = props;
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { drafted } = phase;
  const { draft, aCompleter, arrondis, dejaJustes } = drafted;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    void heading.current?.scrollIntoView({ block: "nearest" });
  }, [drafted]);
  const toCome = phase.kind === "written" ? [] : draft.sheets.map(({ name }) => name);
  return (
    <article aria-labelledby={id}>
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
        <span className={styles.place}>{drafted.sheet}</span>
      </div>
      <div className={styles.head}>
        {/* In the tab order: on the web office.js moves Tab on from there, and from nothing that it cannot reach. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <h2 id={id} ref={heading} tabIndex={0} className={styles.heading}>
          {draft.title}
        </h2>
        {phase.kind !== "written" && (
          <span>{previewCounts(cellCount(draft), aCompleter.length, arrondis.length, dejaJustes)}</span>
        )}
        <DraftActions {...props} nextStep={nextStep?.(drafted) ?? null} />
      </div>
      {summary?.(drafted)}
      <Remarks drafted={drafted} toCome={toCome} reveal={reveal} />
      <Writes writes={draft.writes} reveal={reveal} />
      <AddedSheets sheets={draft.sheets} reveal={phase.kind === "written" ? reveal : null} />
    </article>
  );
}
