/** A workbook in which no table was recognised: what is expected, so that the officer can tell why. */
import { Text, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  nothing: { padding: "4px 12px 12px" },
  list: { margin: "6px 0 0", paddingLeft: "18px" },
});

export function Nothing() {
  const styles = useStyles();
  return (
    <section className={styles.nothing} aria-label="Ce qui est attendu">
      <Text weight="semibold">Aucun tableau connu.</Text>{" "}
      <Text>Ce qui est attendu, sur une feuille visible ou masquée&nbsp;:</Text>
      <ul className={styles.list}>
        <li>
          un <strong>plan de financement</strong>&nbsp;: une ligne d’en-têtes avec la part de l’État, la part du
          département et le total, puis les axes et leurs actions&nbsp;;
        </li>
        <li>
          un <strong>budget de fiche-action</strong>&nbsp;: les années et les participations de l’État et du
          département.
        </li>
      </ul>
    </section>
  );
}
