/** Before the first check: what it does, and the one button. */
import { Button, makeStyles } from "@fluentui/react-components";

const EMPTY = [
  "Relit les tableaux du contrat local, tous ensemble.",
  "Montre les cellules qui se contredisent.",
  "N’écrit rien, et rien ne quitte l’ordinateur.",
];

const useStyles = makeStyles({
  lines: { margin: 0, padding: 0, listStyleType: "none" },
  empty: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "12px", padding: "16px 12px" },
});

export function Empty({ run }: { readonly run: () => void }) {
  const styles = useStyles();
  return (
    <section className={styles.empty} aria-label="Contrôle">
      <ul className={styles.lines}>
        {EMPTY.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button appearance="primary" onClick={run}>
        Contrôler le classeur
      </Button>
    </section>
  );
}
