/** The pane: one task at a time. What only some officers open is loaded when they do. */
import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { lazy, useCallback, useState } from "react";
import { CheckTask } from "./CheckTask";
import { Header, type Task } from "./Header";
import { Loaded } from "./Loaded";
import type { InteractiveHost } from "../host/ports";
import { useTheme } from "./theme";
import { useCheck } from "./useCheck";
import { useOwnCodes } from "./useOwnCodes";

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

export function App({ host }: { readonly host: InteractiveHost }) {
  const styles = useStyles();
  const theme = useTheme();
  const own = useOwnCodes();
  const check = useCheck(host, own.ownCodes);
  const [task, setTask] = useState<Task>("check");
  const [areSettingsOpened, setSettingsOpened] = useState(false);
  const [areSettingsShown, setSettingsShown] = useState(false);

  const choose = useCallback((chosen: Task) => {
    setTask(chosen);
    setSettingsShown(false);
  }, []);
  const showSettings = (isShown: boolean) => {
    setSettingsShown(isShown);
    if (isShown) setSettingsOpened(true);
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
              onSaved={() => undefined}
            />
          </Loaded>
        </div>
      )}
      <div
        className={styles.task}
        role="tabpanel"
        id="panel-check"
        aria-labelledby="task-check"
        hidden={areSettingsShown}
      >
        <CheckTask check={check} own={own} />
      </div>
    </FluentProvider>
  );
}
