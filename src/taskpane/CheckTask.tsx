/** The tab Contrôler: the verdict first, then the findings, then what was checked. */
import { lazy, useEffect, useState } from "react";
import { Coverage } from "./Coverage";
import { Empty } from "./Empty";
import { FindingList } from "./FindingList";
import { Loaded } from "./Loaded";
import { Nothing } from "./Nothing";
import { OwnCodes } from "./OwnCodes";
import { preload } from "./preload";
import { Running } from "./Running";
import { Trouble } from "./Trouble";
import type { Check } from "./useCheck";
import type { OwnCodesState } from "./useOwnCodes";
import { VerdictBlock } from "./VerdictBlock";

const loadCard = async () => ({ default: (await import("./Card")).Card });
const Card = lazy(loadCard);

interface Props {
  readonly check: Check;
  readonly own: OwnCodesState;
}

export function CheckTask({ check, own }: Props) {
  const { state, run, cancel, open, close, reveal } = check;
  const [lastOpened, setLastOpened] = useState<number | null>(null);
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

  return (
    <>
      <Trouble sentence={state.trouble} />
      <VerdictBlock
        checked={checked}
        isHidden={running !== null || opened !== undefined}
        isRunning={running !== null}
        isStale={state.isStale}
        run={run}
      />
      {running && <Running label="Contrôle en cours" progress={running.progress} cancel={cancel} />}
      {!running && !checked && <Empty run={run} />}
      {opened && checked && state.open !== null && (
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
      {!running && checked && (
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
