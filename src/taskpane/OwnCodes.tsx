/** Codes activité that the officer adds, from a JSON file, and takes away. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { CodeActivite } from "../domain/codesActivite";
import { tokens } from "./tokens";
import { counted } from "./wording";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "6px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  body: { padding: "0 12px 8px", display: "flex", flexDirection: "column", gap: "6px" },
  text: { margin: 0 },
  input: { maxWidth: "100%" },
});

interface Props {
  readonly codes: readonly CodeActivite[];
  readonly problem: string | null;
  readonly load: (file: File) => void;
  readonly forget: () => void;
}

export function OwnCodes({ codes, problem, load, forget }: Props) {
  const styles = useStyles();
  return (
    <details className={styles.part}>
      <summary tabIndex={0} className={styles.summary}>
        Mes codes activité{codes.length > 0 && `\u00A0: ${counted(codes.length, "code ajouté", "codes ajoutés")}`}
      </summary>
      <div className={styles.body}>
        <label className={styles.text} htmlFor="own-codes">
          Un fichier JSON de codes à ajouter à la liste de l'année. Il reste sur cet ordinateur&nbsp;; contrôlez à
          nouveau le classeur ensuite.
        </label>
        <input
          id="own-codes"
          className={styles.input}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) load(file);
            target.value = "";
          }}
        />
        <div role="alert">{problem}</div>
        {codes.length > 0 && (
          <>
            <ul className={styles.text}>
              {codes.map(({ code, label, span }) => (
                <li key={code}>
                  {code}, {label}, {span.from === span.to ? span.from : `${span.from} à ${span.to}`}
                </li>
              ))}
            </ul>
            <div>
              <Button size="small" onClick={forget}>
                Retirer mes codes
              </Button>
            </div>
          </>
        )}
      </div>
    </details>
  );
}
