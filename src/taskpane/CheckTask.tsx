/** The tab Contrôler: the verdict first, then the findings, then what was checked. */
import { lazy, useEffect, useState } from "react";
import { Coverage } from "./Coverage";
import { Empty } from "./Empty";
import { FindingList } from "./FindingList";
import { Loaded } from "./Loaded";
import { Nothing } from "./Nothing";
import { OwnCodes } from "./OwnCodes";
import { preload } from "./preload";
import type { ReportProps } from "./report/ReportTask";
import { Running } from "./Running";
import type { Checked } from "./state";
import { Trouble } from "./Trouble";
import type { Check } from "./useCheck";
import type { OwnCodesState } from "./useOwnCodes";
import { VerdictBlock } from "./VerdictBlock";

const loadCard = async () => ({ default: (await import("./Card")).Card });
const Card = lazy(loadCard);
const ReportTask = lazy(async () => ({ default: (await import("./report/ReportTask")).ReportTask }));

interface Props {
  readonly check: Check;
  readonly own: OwnCodesState;
  readonly report: ReportProps;
}

export function CheckTask({ check, own, report }: Props) {
  const { state, run, cancel, open, close, reveal } = check;
  const [lastOpened, setLastOpened] = useState<number | null>(null);
  // The report goes with the check that it was asked for after: a new check shows its findings.
  const [reporting, setReporting] = useState<{ readonly of: Checked | null; readonly isShown: boolean } | null>(null);
  const { checked, running } = state;
  useEffect(() => preload(loadCard), []);
  const opened = checked && state.open !== null && !running ? checked.findings[state.open] : undefined;

  const show = (index: number) => {
    const finding = checked?.findings[index];
    if (!finding) return;
    setLastOpened(index);
    open(index);
    reveal(finding.cell);
  };

  const showReport = (isShown: boolean) => setReporting({ of: checked, isShown });
  const isOfThisCheck = reporting !== null && reporting.of === checked && !running;
  const isReportShown = isOfThisCheck && reporting.isShown;

  return (
    <>
      <Trouble sentence={state.trouble} />
      <VerdictBlock
        checked={checked}
        isHidden={running !== null || opened !== undefined || isReportShown}
        isRunning={running !== null}
        isStale={state.isStale}
        isBack={isOfThisCheck && !reporting.isShown}
        run={run}
        report={() => showReport(true)}
      />
      {running && <Running label="Contrôle en cours" progress={running.progress} cancel={cancel} />}
      {!running && !checked && <Empty run={run} />}
      {isReportShown && (
        <Loaded leave={() => showReport(false)}>
          <ReportTask {...report} close={() => showReport(false)} />
        </Loaded>
      )}
      {opened && checked && state.open !== null && !isReportShown && (
        <Loaded leave={close}>
          <Card
            finding={opened}
            index={state.open}
            count={checked.findings.length}
            close={close}
            show={show}
            reveal={reveal}
          />
        </Loaded>
      )}
      {!running && checked && !isReportShown && (
        <>
          {checked.report.tables.length === 0 && <Nothing />}
          <FindingList
            findings={checked.findings}
            opened={state.open}
            focusOn={state.open === null ? lastOpened : null}
            show={show}
            reveal={reveal}
          />
          <Coverage report={checked.report} reveal={reveal} />
          <OwnCodes codes={own.ownCodes} problem={own.problem} load={own.load} forget={own.forget} />
        </>
      )}
    </>
  );
}
