/** The pane: one task at a time. What only some officers open is loaded when they do. */
import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { lazy, useCallback, useState } from "react";
import { CheckTask } from "./CheckTask";
import { Header, type Task } from "./Header";
import { Loaded } from "./Loaded";
import type { LoadDraftPlan } from "./plan/PlanTask";
import type { InteractiveHost } from "../host/ports";
import { useTheme } from "./theme";
import { useCheck, type LoadCheck } from "./useCheck";
import { useOwnCodes } from "./useOwnCodes";

const PlanTask = lazy(async () => ({ default: (await import("./plan/PlanTask")).PlanTask }));
const Settings = lazy(async () => ({ default: (await import("./settings/Settings")).Settings }));

const useStyles = makeStyles({
  pane: { height: "100%", minWidth: "0", display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  task: {
    flexGrow: 1,
    minHeight: "0",
    overflowY: "auto",
    // What is out of sight for screen readers stays inside: elsewhere it would lengthen the page.
    position: "relative",
    display: "flex",
    flexDirection: "column",
    "&[hidden]": { display: "none" },
  },
});

interface Props {
  readonly host: InteractiveHost;
  readonly loadCheck: LoadCheck;
  readonly loadDraftPlan: LoadDraftPlan;
}

export function App({ host, loadCheck, loadDraftPlan }: Props) {
  const styles = useStyles();
  const theme = useTheme();
  const own = useOwnCodes();
  const check = useCheck(host, loadCheck, own.ownCodes);
  const { run, markStale } = check;
  const [task, setTask] = useState<Task>("check");
  // A task that was opened stays, out of sight: its preview is there when the officer comes back.
  const [isPlanOpened, setPlanOpened] = useState(false);
  const [areSettingsOpened, setSettingsOpened] = useState(false);
  const [areSettingsShown, setSettingsShown] = useState(false);
  const [settingsVersion, setSettingsVersion] = useState(0);
  // The host tells only of others' changes: who has written here, in order.
  const [writers, setWriters] = useState<readonly Task[]>([]);

  const choose = useCallback((chosen: Task) => {
    setTask(chosen);
    setSettingsShown(false);
    if (chosen === "plan") setPlanOpened(true);
  }, []);
  const showSettings = (isShown: boolean) => {
    setSettingsShown(isShown);
    if (isShown) setSettingsOpened(true);
  };
  const wrote = (writer: Task) => {
    setWriters((before) => [...before, writer]);
    markStale();
  };
  const checkNow = () => {
    choose("check");
    run();
  };

  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <Header
        task={task}
        areSettingsShown={areSettingsShown}
        choose={choose}
        toggleSettings={() => showSettings(!areSettingsShown)}
      />
      {areSettingsOpened && (
        <div className={styles.task} hidden={!areSettingsShown}>
          <Loaded leave={() => showSettings(false)}>
            <Settings
              host={host}
              isShown={areSettingsShown}
              close={() => showSettings(false)}
              onSaved={() => setSettingsVersion((version) => version + 1)}
            />
          </Loaded>
        </div>
      )}
      <div
        className={styles.task}
        role="tabpanel"
        id="panel-check"
        aria-labelledby="task-check"
        hidden={task !== "check" || areSettingsShown}
      >
        <CheckTask
          host={host}
          check={check}
          loadCheck={loadCheck}
          own={own}
          othersWrites={writers.filter((writer) => writer !== "check").length}
          onWritten={() => wrote("check")}
        />
      </div>
      <div
        className={styles.task}
        role="tabpanel"
        id="panel-plan"
        aria-labelledby="task-plan"
        hidden={task !== "plan" || areSettingsShown}
      >
        {isPlanOpened && (
          <Loaded leave={() => choose("check")}>
            <PlanTask
              host={host}
              ownCodes={own.ownCodes}
              loadDraftPlan={loadDraftPlan}
              settingsVersion={settingsVersion}
              othersWrites={writers.filter((writer) => writer !== "plan").length}
              onWritten={() => wrote("plan")}
              check={checkNow}
              openSettings={() => showSettings(true)}
            />
          </Loaded>
        )}
      </div>
    </FluentProvider>
  );
}
