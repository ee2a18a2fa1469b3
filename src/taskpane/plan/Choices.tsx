/** What to prepare: the year, the part, where it goes. */
import { Button, Checkbox, Field, Radio, RadioGroup, makeStyles } from "@fluentui/react-components";
import type { PlanOptions } from "../../drafting/plan";
import { ANNEES_DU_CONTRAT } from "../../domain/years";
import { LinkButton } from "../LinkButton";
import { useFieldLook } from "../fieldLook";
import { takeLostFocus } from "../lostFocus";

const useStyles = makeStyles({
  form: { padding: "10px 12px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  intro: { margin: 0 },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px 12px" },
  // Fluent's options have 8 pixels on each side: too much for this width.
  option: { marginLeft: "-8px" },
});

export type Chosen = Pick<PlanOptions, "year" | "parties" | "cible" | "avenant">;

const PARTIES: readonly (readonly [Chosen["parties"], string])[] = [
  ["ensemble", "Ensemble"],
  ["solidarites", "Solidarités"],
  ["emploi", "Emploi"],
];

interface Props {
  readonly choices: Chosen;
  /** What the settings of this workbook say is missing, or null. */
  readonly hint: string | null;
  readonly choose: (choices: Partial<Chosen>) => void;
  readonly prepare: () => void;
  readonly openSettings: () => void;
}

function cibleOf(value: string): Chosen["cible"] {
  return value === "nouvelle-feuille" ? "nouvelle-feuille" : "modele";
}

export function Choices({ choices, hint, choose, prepare, openSettings }: Props) {
  const styles = useStyles();
  const look = useFieldLook();
  const { year, parties, cible, avenant } = choices;
  return (
    <form
      className={styles.form}
      aria-label="Plan de financement à préparer"
      onSubmit={(event) => {
        event.preventDefault();
        prepare();
      }}
    >
      <p className={styles.intro}>
        Reporte les budgets des fiches-actions dans le plan de financement. Rien n’est écrit avant l’aperçu.
      </p>
      <div className={styles.pair}>
        <Field label="Année" size="small">
          {(control) => (
            <select
              {...control}
              className={look.field}
              value={year === null ? "" : String(year)}
              onChange={({ target }) => choose({ year: target.value === "" ? null : Number(target.value) })}
            >
              <option value="">Celle du classeur</option>
              {ANNEES_DU_CONTRAT.map((annee) => (
                <option key={annee}>{annee}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Partie" size="small">
          {(control) => (
            <select
              {...control}
              className={look.field}
              value={parties}
              onChange={({ target }) =>
                choose({ parties: PARTIES.find(([id]) => id === target.value)?.[0] ?? "ensemble" })
              }
            >
              {PARTIES.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label="Où l’écrire" size="small">
        <RadioGroup
          className={styles.option}
          value={cible}
          onChange={(_, { value }) => choose({ cible: cibleOf(value) })}
        >
          <Radio value="modele" label="Dans mon modèle" />
          <Radio value="nouvelle-feuille" label="Sur une nouvelle feuille" />
        </RadioGroup>
      </Field>
      <Checkbox
        className={styles.option}
        checked={avenant}
        onChange={(_, { checked }) => choose({ avenant: checked === true })}
        label="Avenant : avant et après, sur une nouvelle feuille"
      />
      {hint !== null && (
        <p className={styles.intro}>
          {hint} <LinkButton text="Ouvrir les réglages" act={openSettings} />
        </p>
      )}
      <div>
        <Button ref={takeLostFocus} appearance="primary" type="submit">
          Préparer
        </Button>
      </div>
    </form>
  );
}
