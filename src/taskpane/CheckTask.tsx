/** The tab Contrôler: the verdict first, then the findings, then what was checked. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { lazy, useEffect, useState } from "react";
import type { InteractiveHost } from "../host/ports";
import { Empty } from "./Empty";
import { Loaded } from "./Loaded";
import { OwnCodes } from "./OwnCodes";
import { preload } from "./preload";
import { Running } from "./Running";
import { Trouble } from "./Trouble";
import type { Check, LoadCheck } from "./useCheck";
import { useLive } from "./useLive";
import type { OwnCodesState } from "./useOwnCodes";
import { VerdictBlock } from "./VerdictBlock";

const loadFindings = async () => ({ default: (await import("./findings/FindingsPart")).FindingsPart });
const FindingsPart = lazy(loadFindings);

const useStyles = makeStyles({
  away: { display: "none" },
  said: { padding: "4px 12px" },
});

interface Props {
  readonly host: InteractiveHost;
  readonly check: Check;
  readonly loadCheck: LoadCheck;
  readonly own: OwnCodesState;
  readonly othersWrites: number;
  readonly onWritten: () => void;
}

export function CheckTask({ host, check, loadCheck, own, othersWrites, onWritten }: Props) {
  const styles = useStyles();
  const { state, run, cancel, close } = check;
  const { checked, running } = state;
  const [isBusy, setBusy] = useState(false);
  const live = useLive(check, isBusy);
  useEffect(() => preload(loadFindings), []);
  const isAway = running !== null && !running.isQuiet;

  return (
    <>
      <Trouble sentence={state.trouble} />
      <VerdictBlock
        checked={checked}
        isHidden={isAway || state.open !== null || isBusy}
        isRunning={isAway}
        isStale={state.isStale}
        live={live}
        run={() => run()}
      />
      <div role="status">{state.note !== null && <div className={styles.said}>{state.note}</div>}</div>
      {isAway && <Running label="Contrôle en cours" progress={running.progress} cancel={cancel} />}
      {!isAway && !checked && <Empty run={() => run()} />}
      {checked && (
        // Kept while a check runs: its filters and folds are the officer's.
        <div className={mergeClasses(isAway && styles.away)}>
          <Loaded leave={close}>
            <FindingsPart
              {...{ host, check, checked, loadCheck, othersWrites, onWritten }}
              ownCodes={own.ownCodes}
              onBusy={setBusy}
            />
          </Loaded>
          {!isBusy && <OwnCodes codes={own.ownCodes} problem={own.problem} load={own.load} forget={own.forget} />}
        </div>
      )}
    </>
  );
}
