/** The findings of a check: the list, the card that is open, and what is done about them. Loaded with the check. */
import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, useEffect } from "react";
import type { CodeActivite } from "../../domain/codesActivite";
import type { InteractiveHost } from "../../host/ports";
import { JUSTIFY_WORDS, repairAll } from "../../messages/ongletControler";
import { begin } from "../activity";
import { LinkButton } from "../LinkButton";
import { Near } from "../lectures/Near";
import { useLectures, type Lectures } from "../lectures/useLectures";
import { Loaded } from "../Loaded";
import type { Checked } from "../state";
import type { Check, LoadCheck } from "../useCheck";
import { Coverage } from "./Coverage";
import { isSafe } from "./corrections";
import { Filters } from "./Filters";
import { FindingList } from "./FindingList";
import { SEVERITIES } from "./listed";
import { Nothing } from "./Nothing";
import { OpenCard } from "./OpenCard";
import { Unused } from "./Unused";
import { useFindings, type Findings } from "./useFindings";
import { useJustify, type Justify } from "./useJustify";
import { sheetsOf } from "./view";

const CorrectTask = lazy(async () => ({ default: (await import("./CorrectTask")).CorrectTask }));
const ReadingTask = lazy(async () => ({ default: (await import("../lectures/ReadingTask")).ReadingTask }));
const RulePage = lazy(async () => ({ default: (await import("../pages/RulePage")).RulePage }));

const useStyles = makeStyles({
  notice: { display: "flex", flexWrap: "wrap", gap: "0 8px" },
  said: { padding: "4px 12px" },
  repair: { padding: "0 12px 6px" },
});

interface Props {
  readonly host: InteractiveHost;
  readonly check: Check;
  readonly checked: Checked;
  readonly loadCheck: LoadCheck;
  readonly ownCodes: readonly CodeActivite[];
  readonly othersWrites: number;
  readonly onWritten: () => void;
  /** Something is being read, typed or written: no check by itself meanwhile. */
  readonly onBusy: (isBusy: boolean) => void;
}

type Parts = Props & { readonly findings: Findings; readonly justify: Justify; readonly lectures: Lectures };

/** The region is always there, so that what is said in it is announced. */
function Notice({ justify: { notice, restore } }: Pick<Parts, "justify">) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.notice}>
      {notice && (
        <span className={styles.said}>
          {notice.sentence} {notice.removed.length > 0 && <LinkButton text={JUSTIFY_WORDS.restore} act={restore} />}
        </span>
      )}
    </div>
  );
}

function List({ check, checked, findings, justify, lectures }: Parts) {
  const styles = useStyles();
  const { report, listed } = checked;
  const { groups, order, view, place } = findings;
  const safe = listed.findings.filter(({ finding, status }) => isSafe(finding) && status === "open");
  const shown = groups.reduce(
    (total, { counts }) => total + SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0),
    0,
  );
  return (
    <>
      {!place && (
        <>
          {report.tables.length === 0 && report.near.length === 0 && <Nothing />}
          <Near report={report} lectures={lectures} reveal={check.reveal} tell={findings.tell} />
          <Filters
            view={view}
            sheets={sheetsOf(listed.findings)}
            severities={SEVERITIES.filter((severity) => listed.counts[severity].all > 0)}
            shown={shown}
            all={listed.findings.length}
            choose={findings.look}
          />
          {safe.length > 0 && (
            <div className={styles.repair}>
              <Button size="small" onClick={() => findings.correct(safe)}>
                {repairAll(safe.length)}
              </Button>
            </div>
          )}
        </>
      )}
      <FindingList
        groups={groups}
        unfolded={findings.unfolded}
        order={order}
        toggle={findings.toggle}
        opened={place?.entry.id ?? null}
        returnTo={place ? null : findings.returnTo}
        hasSheets={view.grouping !== "sheet"}
        show={findings.show}
        reveal={({ first }) => check.reveal(first.cell)}
        correct={({ findings: alike }) => findings.correct(alike)}
        justify={(entry) => findings.justify(entry)}
      />
      <Unused unused={listed.unused} remove={(justification) => justify.remove([justification])} />
      <Coverage report={report} reveal={check.reveal} showPage={findings.showPage} tell={findings.tell} />
    </>
  );
}

export function FindingsPart(props: Props) {
  const { check, checked, onBusy } = props;
  const justify = useJustify(check);
  const findings = useFindings(check, checked, justify.forget);
  const { task, endTask } = findings;
  useEffect(() => onBusy(task !== null), [onBusy, task]);
  useEffect(() => (task === null || task.kind === "page" ? undefined : begin("open")), [task]);
  const { running } = check.state;
  const isPageLeft = task?.kind === "page" && running !== null && !running.isQuiet;
  // The ribbon asks for a check while a page is read: the check shows its findings.
  useEffect(() => {
    if (isPageLeft) endTask();
  }, [isPageLeft, endTask]);
  const lectures = useLectures(props.host, check);
  const parts = { ...props, findings, justify, lectures };
  if (task?.kind === "correct") {
    return (
      <Loaded leave={endTask}>
        <CorrectTask {...props} targets={task.targets} close={endTask} />
      </Loaded>
    );
  }
  if (task?.kind === "reading") {
    return (
      <Loaded leave={endTask}>
        <ReadingTask table={task.table} lectures={lectures} reveal={check.reveal} close={endTask} />
      </Loaded>
    );
  }
  if (task?.kind === "page") {
    return (
      <Loaded leave={endTask}>
        <RulePage rule={task.rule} close={endTask} />
      </Loaded>
    );
  }
  return (
    <>
      <Notice justify={justify} />
      <OpenCard checked={checked} findings={findings} justify={justify} />
      <List {...parts} />
    </>
  );
}
