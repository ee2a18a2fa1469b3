/** The pane: one task at a time. What only some officers open is loaded when they do. */
import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { lazy, useCallback, useState, type ReactNode } from "react";
import { CheckTask } from "./CheckTask";
import type { LoadDraftBilan } from "./bilan/BilanTask";
import { Header, type Task } from "./Header";
import { Loaded } from "./Loaded";
import type { LoadDraftPlan } from "./plan/PlanTask";
import type { Order, Ribbon } from "../commands/ribbon";
import type { InteractiveHost } from "../host/ports";
import { useTheme } from "./theme";
import { Trouble } from "./Trouble";
import { useCheck, type LoadCheck } from "./useCheck";
import { useOrders } from "./useOrders";
import { useOwnCodes } from "./useOwnCodes";

const PlanTask = lazy(async () => ({ default: (await import("./plan/PlanTask")).PlanTask }));
const BilanTask = lazy(async () => ({ default: (await import("./bilan/BilanTask")).BilanTask }));
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

interface PanelProps {
  readonly task: Task;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Panel({ task, isShown, children }: PanelProps) {
  const styles = useStyles();
  return (
    <div
      className={styles.task}
      role="tabpanel"
      id={`panel-${task}`}
      aria-labelledby={`task-${task}`}
      hidden={!isShown}
    >
      {children}
    </div>
  );
}

interface Props {
  readonly host: InteractiveHost;
  readonly ribbon: Ribbon;
  readonly loadCheck: LoadCheck;
  readonly loadDraftPlan: LoadDraftPlan;
  readonly loadDraftBilan: LoadDraftBilan;
}

export function App({ host, ribbon, loadCheck, loadDraftPlan, loadDraftBilan }: Props) {
  const styles = useStyles();
  const theme = useTheme();
  const own = useOwnCodes();
  const check = useCheck(host, loadCheck, own.ownCodes);
  const { run, close, markStale } = check;
  const [task, setTask] = useState<Task>("check");
  // A task that was opened stays, out of sight: its preview is there when the officer comes back.
  const [opened, setOpened] = useState<ReadonlySet<Task>>(new Set());
  const [areSettingsOpened, setSettingsOpened] = useState(false);
  const [areSettingsShown, setSettingsShown] = useState(false);
  const [settingsVersion, setSettingsVersion] = useState(0);
  // The host tells only of others' changes: who has written here, in order.
  const [writers, setWriters] = useState<readonly Task[]>([]);

  const choose = useCallback((chosen: Task) => {
    setTask(chosen);
    setSettingsShown(false);
    setOpened((before) => new Set([...before, chosen]));
  }, []);
  const showSettings = (isShown: boolean) => {
    setSettingsShown(isShown);
    if (isShown) setSettingsOpened(true);
  };
  const checkNow = () => {
    choose("check");
    run();
  };
  // What the ribbon asked for, until its tab takes it; a later order takes its place.
  const [asked, setAsked] = useState<Order | null>(null);
  const { refusal } = useOrders(ribbon, (order) => {
    setAsked(order);
    if (order !== "check") return choose(order);
    close();
    checkNow();
  });
  const isShown = (one: Task) => one === task && !areSettingsShown;
  const propsOf = (writer: Task) => ({
    host,
    ownCodes: own.ownCodes,
    settingsVersion,
    othersWrites: writers.filter((other) => other !== writer).length,
    isAsked: asked === writer,
    taken: () => setAsked(null),
    onWritten: () => {
      setWriters((before) => [...before, writer]);
      // The tab Contrôler adds its report, which no check reads.
      if (writer !== "check") markStale();
    },
    check: checkNow,
  });

  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <Header
        task={task}
        areSettingsShown={areSettingsShown}
        choose={choose}
        toggleSettings={() => showSettings(!areSettingsShown)}
      />
      <Trouble sentence={refusal} />
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
      <Panel task="check" isShown={isShown("check")}>
        <CheckTask check={check} own={own} writing={{ ...propsOf("check"), loadCheck }} />
      </Panel>
      <Panel task="plan" isShown={isShown("plan")}>
        {opened.has("plan") && (
          <Loaded leave={() => choose("check")}>
            <PlanTask {...propsOf("plan")} loadDraftPlan={loadDraftPlan} openSettings={() => showSettings(true)} />
          </Loaded>
        )}
      </Panel>
      <Panel task="bilan" isShown={isShown("bilan")}>
        {opened.has("bilan") && (
          <Loaded leave={() => choose("check")}>
            <BilanTask {...propsOf("bilan")} loadDraftBilan={loadDraftBilan} />
          </Loaded>
        )}
      </Panel>
    </FluentProvider>
  );
}
