/** What a plan will write, or has written: one sentence of counts, one button, then the cells. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect, useRef } from "react";
import { previewCounts } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import { tokens } from "../tokens";
import { AddedSheet } from "./AddedSheet";
import { Remarks } from "./Remarks";
import { PlanActions, type Actions, type Prepared } from "./PlanActions";
import { cellCount } from "./state";
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

interface Props extends Actions {
  readonly phase: Prepared;
  readonly back: () => void;
  readonly reveal: (cell: CellRef) => void;
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
        <PlanActions {...props} />
      </div>
      <Remarks plan={plan} reveal={isThere ? reveal : null} />
      <Writes writes={plan.draft.writes} reveal={reveal} />
      {plan.draft.sheets.map((sheet) => (
        <AddedSheet key={sheet.name} sheet={sheet} reveal={phase.kind === "written" ? reveal : null} />
      ))}
    </article>
  );
}
