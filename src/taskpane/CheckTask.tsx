/** The tab Contrôler: the verdict first, then the findings, then what was checked. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { lazy, useEffect, useLayoutEffect, useState } from "react";
import { begin } from "./activity";
import { Empty } from "./Empty";
import { Loaded } from "./Loaded";
import { OwnCodes } from "./OwnCodes";
import { preload } from "./preload";
import type { ReportProps } from "./report/ReportTask";
import { Running } from "./Running";
import type { Checked } from "./state";
import { Trouble } from "./Trouble";
import type { Check } from "./useCheck";
import { useLive } from "./useLive";
import type { OwnCodesState } from "./useOwnCodes";
import { VerdictBlock } from "./VerdictBlock";

const loadFindings = async () => ({ default: (await import("./findings/FindingsPart")).FindingsPart });
const FindingsPart = lazy(loadFindings);
const ReportTask = lazy(async () => ({ default: (await import("./report/ReportTask")).ReportTask }));

const useStyles = makeStyles({
  away: { display: "none" },
  said: { padding: "4px 12px" },
});

interface Props {
  readonly check: Check;
  readonly own: OwnCodesState;
  /** For its parts that write: the corrections, and the report. */
  readonly writing: ReportProps;
}

export function CheckTask({ check, own, writing }: Props) {
  const styles = useStyles();
  const { state, run, cancel, close } = check;
  const { checked, running } = state;
  // The report goes with the check that it was asked for after: a new check shows its findings.
  const [reporting, setReporting] = useState<{ readonly of: Checked | null; readonly isShown: boolean } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isAway = running !== null && !running.isQuiet;
  const isOfThisCheck = reporting !== null && reporting.of === checked && !isAway;
  const isReportShown = isOfThisCheck && reporting.isShown;
  const showReport = (isShown: boolean) => setReporting({ of: checked, isShown });
  const live = useLive(check, isBusy || isReportShown);
  useEffect(() => preload(loadFindings), []);
  useLayoutEffect(() => (isAway ? begin("checking") : undefined), [isAway]);

  return (
    <>
      <Trouble sentence={state.trouble} />
      <VerdictBlock
        checked={checked}
        isHidden={isAway || state.open !== null || isBusy || isReportShown}
        isRunning={isAway}
        isStale={state.isStale}
        isBack={isOfThisCheck && !reporting.isShown}
        live={live}
        run={() => run()}
        report={() => showReport(true)}
      />
      <div role="status">{state.note !== null && <div className={styles.said}>{state.note}</div>}</div>
      {isAway && (
        <Running label="Contrôle en cours" progress={running.progress} isRead={running.isRead} cancel={cancel} />
      )}
      {!isAway && !checked && <Empty run={() => run()} />}
      {isReportShown && (
        <Loaded leave={() => showReport(false)}>
          <ReportTask {...writing} close={() => showReport(false)} />
        </Loaded>
      )}
      {checked && (
        // Kept while a check runs or the report is shown: its filters and folds are the officer's.
        <div className={mergeClasses((isAway || isReportShown) && styles.away)}>
          <Loaded leave={close}>
            <FindingsPart {...writing} check={check} checked={checked} onBusy={setBusy} />
          </Loaded>
          {!isBusy && <OwnCodes {...own} />}
        </div>
      )}
    </>
  );
}
