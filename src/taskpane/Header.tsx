/** The tasks as tabs, and the keys under "?". */
import { Button, Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useState } from "react";
import { Help } from "./Help";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexShrink: 0,
    paddingRight: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function Header() {
  const styles = useStyles();
  const [isHelpShown, setHelpShown] = useState(false);
  return (
    <>
      <header className={styles.header}>
        <TabList selectedValue="check" size="small">
          <Tab id="task-check" value="check">
            Contrôler
          </Tab>
        </TabList>
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
