/** The line over a part that takes the list's place: the way back, what it is, what else can be done. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import type { ReactNode, RefObject } from "react";
import { tokens } from "./tokens";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "2px 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly hold: RefObject<HTMLSpanElement | null>;
  readonly back: () => void;
  readonly describedBy?: string;
  readonly middle: ReactNode;
  readonly children?: ReactNode;
}

export function Bar({ hold, back, describedBy, middle, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <span ref={hold}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronLeftRegular />}
          aria-describedby={describedBy}
          onClick={back}
        >
          Retour
        </Button>
      </span>
      <span className={styles.place}>{middle}</span>
      <span>{children}</span>
    </div>
  );
}
