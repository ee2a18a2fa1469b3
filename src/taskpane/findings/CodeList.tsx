/** The year's codes activité, with what each is for: to choose the right one without leaving the card. */
import { makeStyles } from "@fluentui/react-components";
import type { CodeActivite } from "../../domain/codesActivite";
import { BLOC_LABEL } from "../../domain/bloc";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  list: { margin: 0, padding: "6px 9px", backgroundColor: tokens.colorNeutralBackground2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  code: { margin: 0, fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  text: { margin: "0 0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

function paid({ blocs, isOwn }: CodeActivite): string {
  const words = blocs.map((bloc) => BLOC_LABEL[bloc]).join(", ");
  return isOwn ? `${words} (ajouté par vos soins)` : words;
}

export function CodeList({ codes }: { readonly codes: readonly CodeActivite[] }) {
  const styles = useStyles();
  if (codes.length === 0) return null;
  return (
    <section aria-label="Codes activité de l'année">
      <h3 className={styles.title}>Codes activité de l'année</h3>
      <dl className={styles.list}>
        {codes.map((code) => (
          <div key={code.code}>
            <dt className={styles.code}>{code.code}</dt>
            <dd className={styles.text}>
              {code.label}&nbsp;: {paid(code)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
