/** What to prepare: the year, the part, where it goes. */
import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { PlanOptions } from "../../drafting/planDraft";
import { useFormLook } from "../draft/formLook";
import { YearField } from "../draft/YearField";
import { LinkButton } from "../LinkButton";
import { useFieldLook } from "../fieldLook";
import { takeLostFocus } from "../lostFocus";

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
  const styles = useFormLook();
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
      <p className={styles.text}>
        Reporte les budgets des fiches-actions dans le plan de financement. Rien n’est écrit avant l’aperçu.
      </p>
      <div className={styles.pair}>
        <YearField year={year} choose={choose} />
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
        <p className={styles.text}>
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
