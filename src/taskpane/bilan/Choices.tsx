/** What bilan to prepare: the year, and how far it settles. */
import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { BilanOptions } from "../../drafting/bilanDraft";
import { BILAN_SENTENCES } from "../../messages/ongletBilan";
import { useFormLook } from "../draft/formLook";
import { YearField } from "../draft/YearField";
import { takeLostFocus } from "../lostFocus";

export type Chosen = Pick<BilanOptions, "year" | "etape" | "cible">;

interface Props {
  readonly choices: Chosen;
  readonly choose: (choices: Partial<Chosen>) => void;
  readonly prepare: () => void;
}

export function Choices({ choices, choose, prepare }: Props) {
  const look = useFormLook();
  const { year, etape, cible } = choices;
  return (
    <form
      className={look.form}
      aria-label="Bilan à préparer"
      onSubmit={(event) => {
        event.preventDefault();
        prepare();
      }}
    >
      <p className={look.text}>{BILAN_SENTENCES.intro}</p>
      <div className={look.pair}>
        <YearField year={year} choose={choose} />
      </div>
      <Field label="Étape" size="small" hint={BILAN_SENTENCES.etapes}>
        <RadioGroup
          className={look.option}
          layout="horizontal"
          value={etape}
          onChange={(_, { value }) => choose({ etape: value === "final" ? "final" : "intermediaire" })}
        >
          <Radio value="intermediaire" label="Intermédiaire" />
          <Radio value="final" label="Final" />
        </RadioGroup>
      </Field>
      <Field label="Où l’écrire" size="small">
        <RadioGroup
          className={look.option}
          value={cible}
          onChange={(_, { value }) => choose({ cible: value === "modele" ? "modele" : "nouvelle-feuille" })}
        >
          <Radio value="modele" label="Dans mon tableau, s’il est reconnu" />
          <Radio value="nouvelle-feuille" label="Sur une nouvelle feuille" />
        </RadioGroup>
      </Field>
      <div>
        <Button ref={takeLostFocus} appearance="primary" type="submit">
          Préparer
        </Button>
      </div>
    </form>
  );
}
