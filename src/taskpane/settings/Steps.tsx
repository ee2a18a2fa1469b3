/** The steps of the settings: few fields at a time. */
import { Field, makeStyles } from "@fluentui/react-components";
import { readAmountText } from "../../domain/amount";
import { BLOCS } from "../../domain/bloc";
import { ZERO, Decimal } from "../../domain/decimal";
import { echeancesOf } from "../../domain/echeances";
import { formatEuros, formatRate } from "../../domain/format";
import { REGIMES } from "../../domain/versements";
import { ANNEES_DU_CONTRAT } from "../../domain/years";
import { BLOC_NOM, VERSEMENT_NOM } from "../../messages/reglages";
import { ANNEE, EXECUTION_FAIBLE, NOM, SIREN, avanceId, echeanceId, montantId } from "./fields";
import { useFieldLook } from "../fieldLook";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { SettingField } from "./SettingField";
import { fieldView, type SettingsEvent, type SettingsState } from "./state";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: "6px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  legend: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  total: { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

interface Props {
  readonly state: SettingsState;
  readonly send: (event: SettingsEvent) => void;
}

/** What the mark beside values means, where one of the fields has it; each field says it to a screen reader itself. */
function Legend({
  state,
  ids,
  text,
}: {
  readonly state: SettingsState;
  readonly ids: readonly string[];
  readonly text: string;
}) {
  const styles = useStyles();
  if (!ids.some((id) => fieldView(state, id).isRecognised)) return null;
  return (
    <p className={styles.legend} aria-hidden="true">
      <SeverityMark shape="info" size={12} />
      {text}
    </p>
  );
}

const RECONNU = "Reconnu dans le classeur, à vérifier";
const PREVU = "Prévu par la convention, à vérifier";

/** The contract's years, and the one that is chosen, which an imported file may have taken elsewhere. */
function yearsWith(year: number): readonly number[] {
  return [...new Set([...ANNEES_DU_CONTRAT, year])].sort((one, other) => one - other);
}

function YearShown({ state, send }: Props) {
  const look = useFieldLook();
  return (
    <Field label="Année" size="small" orientation="horizontal">
      {(control) => (
        <select
          {...control}
          className={look.field}
          value={String(state.year)}
          onChange={({ target }) => send({ type: "turned", year: Number(target.value) })}
        >
          {yearsWith(state.year).map((annee) => (
            <option key={annee}>{annee}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function DepartementStep({ state, send }: Props) {
  const styles = useStyles();
  const look = useFieldLook();
  const annee = state.values[ANNEE] ?? "";
  return (
    <div className={styles.fields}>
      <Legend state={state} ids={[NOM, SIREN]} text={RECONNU} />
      <SettingField id={NOM} label="Nom" state={state} send={send} />
      <SettingField id={SIREN} label="SIREN" state={state} send={send} />
      <Field label="Année de travail" size="small" orientation="horizontal">
        {(control) => (
          <select
            {...control}
            className={look.field}
            value={annee}
            data-field={ANNEE}
            onChange={({ target }) => send({ type: "typed", id: ANNEE, text: target.value })}
          >
            <option value="">Celle du classeur</option>
            {(annee === "" ? ANNEES_DU_CONTRAT : yearsWith(Number(annee))).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <p className={styles.text}>
        Gardés dans ce classeur, ces réglages partent avec lui. Rien n’y est écrit avant «&nbsp;Enregistrer&nbsp;».
      </p>
    </div>
  );
}

/** Sum of the amounts that can be read; the others say themselves that they cannot. */
function totalOf({ values, year }: SettingsState): Decimal {
  return BLOCS.reduce((sum, bloc) => {
    const written = readAmountText(values[montantId(year, bloc)] ?? "");
    return written.kind === "amount" ? sum.plus(written.amount.value) : sum;
  }, ZERO);
}

export function MontantsStep({ state, send }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <p className={styles.text}>Ce que l’État a notifié, en euros.</p>
      <YearShown state={state} send={send} />
      <Legend state={state} ids={BLOCS.map((bloc) => montantId(state.year, bloc))} text={RECONNU} />
      {BLOCS.map((bloc) => (
        <SettingField key={bloc} id={montantId(state.year, bloc)} label={BLOC_NOM[bloc]} state={state} send={send} />
      ))}
      <p className={styles.total}>Total {formatEuros(totalOf(state))}</p>
    </div>
  );
}

export function TauxStep({ state, send }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <p className={styles.text}>Part versée à la signature, si elle n’est pas celle de la convention.</p>
      <YearShown state={state} send={send} />
      <Legend state={state} ids={REGIMES.map(({ id }) => avanceId(state.year, id))} text={RECONNU} />
      {REGIMES.map(({ id, taux, span }) => (
        <SettingField
          key={id}
          id={avanceId(state.year, id)}
          label={VERSEMENT_NOM[id] ?? id}
          state={state}
          send={send}
          placeholder={
            state.year >= span.from && state.year <= span.to ? `${formatRate(new Decimal(taux))} (convention)` : ""
          }
        />
      ))}
      <SettingField
        id={EXECUTION_FAIBLE}
        label="Exécution faible"
        state={state}
        send={send}
        hint="Sous ce taux d’exécution, une ligne est à expliquer."
      />
    </div>
  );
}

export function EcheancesStep({ state, send }: Props) {
  const styles = useStyles();
  const known = echeancesOf(state.year).map(({ id }) => id);
  // Those that a file brought belong to no year: they are always shown.
  const brought = [...state.labels.keys()].filter(
    (id) => !ANNEES_DU_CONTRAT.some((annee) => echeancesOf(annee).some((one) => one.id === id)),
  );
  const ids = [...known, ...brought];
  return (
    <div className={styles.fields}>
      <YearShown state={state} send={send} />
      <Legend state={state} ids={ids.map(echeanceId)} text={PREVU} />
      {ids.length === 0 && <p className={styles.text}>Aucune échéance connue pour la convention de cette année.</p>}
      {ids.map((id) => (
        <SettingField
          key={id}
          id={echeanceId(id)}
          label={state.labels.get(id) ?? id}
          state={state}
          send={send}
          type="date"
        />
      ))}
    </div>
  );
}
