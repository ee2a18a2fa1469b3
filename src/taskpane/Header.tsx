/** The tasks as tabs, the settings, and the keys under "?". Plain tabs: Fluent's put hidden focusable elements around theirs. */
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { lazy, useRef, useState, type KeyboardEvent } from "react";
import { useHiddenStyle } from "./hidden";
import { Loaded } from "./Loaded";
import { tokens } from "./tokens";

const Help = lazy(async () => ({ default: (await import("./Help")).Help }));

export type Task = "check" | "plan" | "bilan";

const TASKS: readonly Task[] = ["check", "plan", "bilan"];

const TASK_NAMES: Readonly<Record<Task, string>> = { check: "Contrôler", plan: "Plan", bilan: "Bilan" };

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexShrink: 0,
    padding: "2px 4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Forced colours draw the edges of both.
  tools: { display: "flex", gap: "2px" },
  tab: {
    padding: "5px 8px",
    border: "none",
    borderBottom: "2px solid transparent",
    background: "none",
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // Forced colours show what is transparent: every tab would look chosen.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  selected: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface Props {
  readonly task: Task;
  readonly areSettingsShown: boolean;
  readonly choose: (task: Task) => void;
  readonly toggleSettings: () => void;
}

/** Where an arrow moves from a tab; null for another key. */
function target(key: string, place: number): Task | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  if (key === "Home") return TASKS[0];
  if (key === "End") return TASKS.at(-1);
  const step = steps[key];
  return step === undefined ? undefined : TASKS[(place + step + TASKS.length) % TASKS.length];
}

export function Header({ task, areSettingsShown, choose, toggleSettings }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const [isHelpShown, setHelpShown] = useState(false);
  const tabs = useRef(new Map<Task, HTMLButtonElement>());

  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key, place);
    if (to === undefined) return;
    event.preventDefault();
    tabs.current.get(to)?.focus();
    choose(to);
  };

  return (
    <>
      <header className={styles.header}>
        <h1 className={hidden}>Contrôle PLS</h1>
        <div role="tablist" aria-label="Tâches">
          {TASKS.map((one, place) => (
            <button
              key={one}
              ref={(button) => {
                if (button) tabs.current.set(one, button);
                else tabs.current.delete(one);
              }}
              type="button"
              role="tab"
              id={`task-${one}`}
              aria-selected={one === task && !areSettingsShown}
              aria-controls={`panel-${one}`}
              tabIndex={one === task ? 0 : -1}
              className={mergeClasses(styles.tab, one === task && !areSettingsShown && styles.selected)}
              onClick={() => choose(one)}
              onKeyDown={(event) => onKeyDown(event, place)}
            >
              {TASK_NAMES[one]}
            </button>
          ))}
        </div>
        <span className={styles.tools}>
          <Button
            appearance="subtle"
            size="small"
            icon={<SettingsRegular />}
            aria-label="Réglages de la convention"
            aria-expanded={areSettingsShown}
            onClick={toggleSettings}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<QuestionCircleRegular />}
            aria-label="Aide"
            aria-expanded={isHelpShown}
            onClick={() => setHelpShown(!isHelpShown)}
          />
        </span>
      </header>
      {isHelpShown && (
        <Loaded leave={() => setHelpShown(false)}>
          <Help />
        </Loaded>
      )}
    </>
  );
}
