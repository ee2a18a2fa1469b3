/** The year to prepare; null takes the workbook's. */
import { Field } from "@fluentui/react-components";
import { ANNEES_DU_CONTRAT } from "../../domain/years";
import { useFieldLook } from "../fieldLook";

interface Props {
  readonly year: number | null;
  readonly choose: (choices: { readonly year: number | null }) => void;
}

export function YearField({ year, choose }: Props) {
  const look = useFieldLook();
  return (
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
  );
}
