/** Corrections: prepared from the workbook as it stands, shown, written by the one write path, checked again. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CodeActivite } from "../../domain/codesActivite";
import { draftCorrections, type CorrectionDraft } from "../../drafting/corrections";
import type { InteractiveHost } from "../../host/ports";
import { CORRECTION_SENTENCES, CORRIGER, gone } from "../../messages/corrections";
import { afterCorrection, CORRECT_WORDS } from "../../messages/ongletControler";
import { qualifiedAddress } from "../../workbook/address";
import type { Workbook } from "../../workbook/picture";
import { DraftSteps } from "../draft/DraftSteps";
import { useDraft } from "../draft/useDraft";
import { takeLostFocus } from "../lostFocus";
import type { Check, LoadCheck } from "../useCheck";
import { useKeys } from "../useKeys";
import { correctionOf, secondCorrectionOf } from "./corrections";
import { inspect } from "./inspect";
import { identified, type Listed } from "./listed";

const useStyles = makeStyles({
  text: { margin: 0, padding: "0 12px 8px" },
  choices: { padding: "10px 12px 12px", display: "flex", flexWrap: "wrap", gap: "8px" },
});

const WORDS = { verbe: CORRIGER, nothing: CORRECTION_SENTENCES.nothing };

/** The findings to correct; with `isSecond` by the other cell that explains them. */
export interface Targets {
  readonly findings: readonly Listed[];
  readonly isSecond: boolean;
}

interface Props {
  readonly host: InteractiveHost;
  readonly check: Check;
  readonly loadCheck: LoadCheck;
  readonly ownCodes: readonly CodeActivite[];
  readonly targets: Targets;
  readonly othersWrites: number;
  readonly onWritten: () => void;
  readonly close: () => void;
}

/** The draft of what the workbook still shows of these findings: it may have changed since they were found. */
async function drafting(
  { host, loadCheck, ownCodes }: Pick<Props, "host" | "loadCheck" | "ownCodes">,
  { findings, isSecond }: Targets,
  workbook: Workbook,
) {
  const inspected = await inspect(host, await loadCheck(), workbook, ownCodes);
  const current = identified(inspected.report.findings);
  const found = findings.map(({ id, finding }) => ({ now: current.get(id) ?? null, cell: finding.cell }));
  const corrections = found.flatMap(({ now }) => {
    const correction = now && (isSecond ? secondCorrectionOf(now) : correctionOf(now));
    return correction ?? [];
  });
  const drafted = draftCorrections(workbook, corrections);
  const away = found.flatMap(({ now, cell }) => (now ? [] : [gone(qualifiedAddress(cell))]));
  return { ok: true as const, value: { ...drafted, remarques: [...away, ...drafted.remarques] } };
}

/** What became of the findings, once the workbook was checked again. */
function Outcome({ check, targets, since }: Pick<Props, "check" | "targets"> & { readonly since: number }) {
  const styles = useStyles();
  const { running, checked } = check.state;
  const isChecked = checked !== null && checked.at.getTime() >= since && running === null;
  const ids = new Set(targets.findings.map(({ id }) => id));
  const found = checked?.listed.findings ?? [];
  const still = found.filter(({ id }) => ids.has(id)).length;
  const left = found.filter(({ status }) => status === "open").length;
  return (
    <p role="status" className={styles.text}>
      {isChecked ? afterCorrection(targets.findings.length, still, left) : CORRECT_WORDS.checking}
    </p>
  );
}

export function CorrectTask(props: Props) {
  const { host, check, targets, othersWrites, onWritten, close } = props;
  const styles = useStyles();
  const region = useRef<HTMLDivElement>(null);
  const [writtenAt, setWrittenAt] = useState(0);
  const task = useDraft<object, CorrectionDraft>({
    host,
    choices: {},
    drafting: (workbook) => drafting(props, targets, workbook),
    othersWrites,
    onWritten: () => {
      onWritten();
      check.markStale();
      setWrittenAt(Date.now());
      check.run({ isQuiet: true });
    },
  });
  const { phase, undoing } = task.state;
  const isBusy = phase.kind === "writing" || undoing !== null;
  const { prepare } = task;
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    prepare();
  }, [prepare]);
  const leave = () => {
    task.cancel();
    close();
  };
  useKeys(region, { escape: () => !isBusy && leave() });

  return (
    <div ref={region}>
      <DraftSteps
        task={{ ...task, drop: close, cancel: leave }}
        words={WORDS}
        check={() => {
          close();
          check.run();
        }}
        choices={
          <div className={styles.choices}>
            <Button ref={takeLostFocus} appearance="primary" onClick={close}>
              {CORRECT_WORDS.back}
            </Button>
            <Button onClick={prepare}>{CORRECT_WORDS.again}</Button>
          </div>
        }
        summary={() => phase.kind === "written" && <Outcome check={check} targets={targets} since={writtenAt} />}
        nextStep={() => ({ label: CORRECT_WORDS.back, act: close })}
      />
    </div>
  );
}
