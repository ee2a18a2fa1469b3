/** The keys that the list and the card know. */
import { makeStyles } from "@fluentui/react-components";
import { tokens } from "./tokens";

const KEYS: readonly (readonly [string, string])[] = [
  ["↑ ↓", "Constat précédent, suivant (liste)"],
  ["N, P", "Constat suivant, précédent"],
  ["Entrée", "Ouvrir le constat"],
  ["G", "Aller à la cellule"],
  ["C", "Corriger\u00A0: montre l’aperçu, n’écrit rien"],
  ["J", "Justifier"],
  ["Échap", "Retour"],
  ["F6", "Passer du volet à la feuille, et l’inverse (Excel)"],
];

const useStyles = makeStyles({
  help: {
    flexShrink: 0,
    padding: "8px 12px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  keys: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "12px", rowGap: "2px", margin: "4px 0 0" },
  key: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  meaning: { margin: 0 },
});

export function Help() {
  const styles = useStyles();
  return (
    <section className={styles.help} aria-label="Touches du clavier">
      Le contrôle lit le classeur et n’y écrit rien&nbsp;; une correction n’est écrite qu’après son aperçu, et s’annule.
      Touches, dans la liste ou la fiche&nbsp;:
      <dl className={styles.keys}>
        {KEYS.map(([key, meaning]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
