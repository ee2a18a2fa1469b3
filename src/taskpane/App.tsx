/** The pane: one task at a time, the verdict first, then the findings, then what was checked. */
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { InteractiveHost } from "../host/ports";
import { Card } from "./Card";
import { Coverage } from "./Coverage";
import { Empty } from "./Empty";
import { FindingList } from "./FindingList";
import { Header } from "./Header";
import { Nothing } from "./Nothing";
import { OwnCodes } from "./OwnCodes";
import { Running } from "./Running";
import { useTheme } from "./theme";
import { Trouble } from "./Trouble";
import { useCheck } from "./useCheck";
import { useOwnCodes } from "./useOwnCodes";
import { VerdictBlock } from "./VerdictBlock";

const useStyles = makeStyles({
  pane: { height: "100%", minWidth: "0", display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  task: { flexGrow: 1, minHeight: "0", overflowY: "auto", display: "flex", flexDirection: "column" },
  findings: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function App({ host }: { readonly host: InteractiveHost }) {
  const styles = useStyles();
  const theme = useTheme();
  const { ownCodes, problem, load, forget } = useOwnCodes();
  const { state, run, cancel, open, close, reveal } = useCheck(host, ownCodes);
  const [lastOpened, setLastOpened] = useState<number | null>(null);
  const { checked, running } = state;
  const opened = checked && state.open !== null && !running ? checked.findings[state.open] : undefined;

  const show = (index: number) => {
    const finding = checked?.findings[index];
    if (!finding) return;
    setLastOpened(index);
    open(index);
    reveal(finding.cell);
  };

  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <Header />
      <div className={styles.task} role="tabpanel" aria-labelledby="task-check">
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
          <Card
            finding={opened}
            index={state.open}
            count={checked.findings.length}
            close={close}
            show={show}
            reveal={reveal}
          />
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
            <OwnCodes codes={ownCodes} problem={problem} load={load} forget={forget} />
          </>
        )}
      </div>
    </FluentProvider>
  );
}
