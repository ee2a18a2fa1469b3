/** The settings of the convention: an assistant in four steps. Loaded when first opened. */
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect, useRef } from "react";
import { REGLAGES_SENTENCES } from "../../messages/reglages";
import { takeLostFocus } from "../lostFocus";
import type { InteractiveHost } from "../../host/ports";
import { SeverityMark } from "../SeverityMark";
import { Trouble } from "../Trouble";
import { useHiddenStyle } from "../hidden";
import { tokens } from "../tokens";
import { FileActions } from "./FileActions";
import { STEPS, stepOf, type SettingsState, type Step } from "./state";
import { DepartementStep, EcheancesStep, MontantsStep, TauxStep } from "./Steps";
import { useReglages } from "./useReglages";

const STEP_NAMES: Readonly<Record<Step, string>> = {
  departement: "Département",
  montants: "Montants",
  taux: "Taux",
  echeances: "Échéances",
};

const STEP_PARTS = {
  departement: DepartementStep,
  montants: MontantsStep,
  taux: TauxStep,
  echeances: EcheancesStep,
} as const;

/** The bar that stays in view is outside the form: its button names it. */
const FORM = "settings-form";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "2px 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    paddingRight: "8px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: { display: "flex", flexWrap: "wrap", listStyleType: "none", margin: 0, padding: "4px 7px 0" },
  step: {
    display: "flex",
    alignItems: "center",
    gap: "3px",
    padding: "3px 5px",
    border: "none",
    borderBottom: "2px solid transparent",
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // Forced colours show what is transparent: every step would look chosen.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  current: {
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
  fields: { padding: "8px 12px 10px" },
  // In view however long the step is.
  save: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "4px 8px",
    padding: "6px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  unread: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px", padding: "10px 12px" },
  text: { margin: 0 },
  status: { display: "flex", gap: "6px", flexBasis: "100%" },
  loading: { padding: "10px 12px" },
});

function StepList({ state, show }: { readonly state: SettingsState; readonly show: (step: Step) => void }) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const wrong = new Set(Object.keys(state.errors).map(stepOf));
  return (
    <ol className={styles.steps} aria-label="Étapes">
      {STEPS.map((step) => (
        <li key={step}>
          <button
            type="button"
            className={mergeClasses(styles.step, step === state.step && styles.current)}
            aria-current={step === state.step ? "step" : undefined}
            onClick={() => show(step)}
          >
            {wrong.has(step) && <SeverityMark shape="blocking" size={12} />}
            {STEP_NAMES[step]}
            {wrong.has(step) && <span className={hidden}>, à corriger</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** In view however long the step is: what became of the settings, and the button that keeps them. */
function SaveBar({ state, show }: { readonly state: SettingsState; readonly show: (step: Step) => void }) {
  const styles = useStyles();
  const { status, step, notice, isDirty } = state;
  const isForm = status === "ready" || status === "saving";
  const following = STEPS[STEPS.indexOf(step) + 1];
  return (
    <div className={isForm ? styles.save : styles.loading}>
      <div role="status" className={styles.status}>
        {notice !== null && (
          <>
            <SeverityMark shape="fine" />
            {notice}
          </>
        )}
        {status === "loading" && "Lecture du classeur…"}
      </div>
      {isForm && (
        <>
          <Button type="submit" form={FORM} appearance="primary" size="small" disabledFocusable={status === "saving"}>
            Enregistrer
          </Button>
          {following && (
            <Button size="small" onClick={() => show(following)}>
              Suivant
            </Button>
          )}
          {isDirty && notice === null && <span className={styles.quiet}>Modifications non enregistrées</span>}
        </>
      )}
    </div>
  );
}

function Unread({ reload }: { readonly reload: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.unread}>
      <p className={styles.text}>{REGLAGES_SENTENCES.unread}</p>
      <Button ref={takeLostFocus} appearance="primary" size="small" onClick={reload}>
        Relire le classeur
      </Button>
    </div>
  );
}

interface Props {
  readonly host: InteractiveHost;
  /** False while another task is in front: what was typed stays. */
  readonly isShown: boolean;
  readonly close: () => void;
  readonly onSaved: () => void;
}

export function Settings({ host, isShown, close, onSaved }: Props) {
  const styles = useStyles();
  const { state, send, reload, save, exportFile, importFile, erase } = useReglages(host, isShown, onSaved);
  const { step, status, trouble, isErasing, refusals } = state;
  const back = useRef<HTMLSpanElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const Part = STEP_PARTS[step];
  const isForm = status === "ready" || status === "saving";
  const show = (to: Step) => send({ type: "stepped", step: to });

  useEffect(() => {
    if (isShown) back.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isShown]);
  // After a refusal the first wrong field is where to go on.
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus({ preventScroll: true });
    // Clear of the bar that stays at the bottom.
    void wrong?.scrollIntoView({ block: "center" });
  }, [refusals]);

  return (
    <section aria-labelledby="settings-title">
      <div className={styles.bar}>
        <span ref={back}>
          <Button appearance="subtle" size="small" icon={<ChevronLeftRegular />} onClick={close}>
            Retour
          </Button>
        </span>
        <h2 id="settings-title" className={styles.heading}>
          Réglages de la convention
        </h2>
      </div>
      <Trouble sentence={trouble} />
      {status === "unread" && <Unread reload={reload} />}
      {isForm && (
        <form
          id={FORM}
          aria-label="Réglages"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <StepList state={state} show={show} />
          <div ref={fields} className={styles.fields}>
            <Part state={state} send={send} />
          </div>
        </form>
      )}
      <SaveBar state={state} show={show} />
      {status !== "loading" && (
        <FileActions
          isErasing={isErasing}
          canExport={isForm}
          isBusy={status === "saving"}
          exportFile={exportFile}
          importFile={importFile}
          askErase={(isAsked) => send({ type: "erasing", isAsked })}
          erase={erase}
        />
      )}
    </section>
  );
}
