/** What to read before the write, above all else. */
import { makeStyles } from "@fluentui/react-components";
import { SeverityMark } from "../SeverityMark";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: "0 12px 6px",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  line: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: "6px" },
  mark: { paddingTop: "2px" },
});

export function Warnings({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = useStyles();
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="À lire avant d’écrire">
      {sentences.map((sentence) => (
        <li key={sentence} className={styles.line}>
          <span className={styles.mark}>
            <SeverityMark shape="warning" size={14} />
          </span>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
