/** The tasks as tabs, and the keys under "?". Plain tabs: Fluent's put hidden focusable elements around theirs. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useState } from "react";
import { Help } from "./Help";
import { useHiddenStyle } from "./hidden";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexShrink: 0,
    padding: "2px 4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    padding: "5px 8px",
    border: "none",
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    background: "none",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

export function Header() {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const [isHelpShown, setHelpShown] = useState(false);
  return (
    <>
      <header className={styles.header}>
        <h1 className={hidden}>Contrôle PLS</h1>
        <div role="tablist" aria-label="Tâches">
          <button type="button" role="tab" id="task-check" aria-selected="true" className={styles.tab}>
            Contrôler
          </button>
        </div>
        <Button
          appearance="subtle"
          size="small"
          icon={<QuestionCircleRegular />}
          aria-label="Aide"
          aria-expanded={isHelpShown}
          onClick={() => setHelpShown(!isHelpShown)}
        />
      </header>
      {isHelpShown && <Help />}
    </>
  );
}
