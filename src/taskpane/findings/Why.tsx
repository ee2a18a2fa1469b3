/** Why a finding is one, with its article: folded where it is long. */
import { makeStyles } from "@fluentui/react-components";
import { typographie } from "../../messages/typographie";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  text: { margin: 0 },
  summary: {
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** About three lines of the pane. */
const LONG = 150;

interface Props {
  readonly why: string;
  readonly reference: string | null;
}

export function Why({ why, reference }: Props) {
  const styles = useStyles();
  const article = reference === null ? null : typographie(` (${reference})`);
  if (why.length + (article?.length ?? 0) <= LONG) {
    return (
      <p className={styles.text}>
        <strong>Pourquoi</strong> {typographie(why)}
        {article}
      </p>
    );
  }
  return (
    <details>
      <summary tabIndex={0} className={styles.summary}>
        <strong>Pourquoi</strong>
        {article}
      </summary>
      <p className={styles.text}>{typographie(why)}</p>
    </details>
  );
}
