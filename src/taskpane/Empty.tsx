/** Before the first check: what it does, and the one button. */
import { Button, Text, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  empty: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "12px", padding: "16px 12px" },
});

export function Empty({ run }: { readonly run: () => void }) {
  const styles = useStyles();
  return (
    <section className={styles.empty} aria-label="Contrôle">
      <Text>
        Le contrôle relit le plan de financement et les budgets des fiches, et signale les cellules qui se contredisent
        ou qui contredisent la convention. Il n&apos;écrit rien dans le classeur.
      </Text>
      <Button appearance="primary" onClick={run}>
        Contrôler le classeur
      </Button>
    </section>
  );
}
