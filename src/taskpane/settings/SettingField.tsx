/** One field of the settings: its text, what is wrong with it, what the workbook shows in its place. */
import { Field, makeStyles, mergeClasses } from "@fluentui/react-components";
import { LinkButton } from "../LinkButton";
import { useFieldLook } from "../fieldLook";
import { useHiddenStyle } from "../hidden";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { fieldView, type SettingsEvent, type SettingsState } from "./state";

const useStyles = makeStyles({
  // A day is short, and what is due on it is long.
  day: { gridTemplateColumns: "repeat(auto-fit, minmax(min(142px, 100%), 1fr))" },
  last: { whiteSpace: "nowrap" },
  mark: { display: "inline-block", paddingLeft: "5px", verticalAlign: "-1px" },
  proposal: {
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly id: string;
  readonly label: string;
  readonly state: SettingsState;
  readonly send: (event: SettingsEvent) => void;
  readonly hint?: string | null;
  readonly type?: "text" | "date";
  readonly placeholder?: string;
}

/** Beside a value that the officer has not kept yet; the legend of the step says what it means. */
function Mark() {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <SeverityMark shape="info" size={12} />
    </span>
  );
}

export function SettingField({ id, label, state, send, hint = null, type = "text", placeholder = "" }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const look = useFieldLook();
  const { text, error, note, isRecognised, proposal } = fieldView(state, id);
  const lastWord = label.lastIndexOf(" ") + 1;
  const isFigure = type === "text" && id.includes("/");
  const origin = type === "date" ? "prévu par la convention" : "reconnu dans le classeur";
  return (
    <div>
      <Field
        className={mergeClasses(type === "date" && styles.day)}
        label={
          isRecognised ? (
            <>
              {label.slice(0, lastWord)}
              {/* A mark alone on its line belongs to nothing. */}
              <span className={styles.last}>
                {label.slice(lastWord)}
                <Mark />
              </span>
            </>
          ) : (
            label
          )
        }
        size="small"
        orientation="horizontal"
        validationState={error === null ? "none" : "error"}
        validationMessage={error}
        hint={isRecognised ? { className: hidden, children: origin } : (note ?? hint)}
      >
        {(control) => (
          <input
            {...control}
            className={mergeClasses(look.field, isFigure && look.figure)}
            type={type}
            value={text}
            placeholder={placeholder}
            data-field={id}
            autoComplete="off"
            onChange={({ target }) => send({ type: "typed", id, text: target.value })}
            onBlur={() => send({ type: "left", id })}
          />
        )}
      </Field>
      {proposal !== null && (
        <div className={styles.proposal}>
          {proposal} {origin}{" "}
          <LinkButton
            text="Reprendre"
            name={`Reprendre ${proposal}, ${label}`}
            act={() => send({ type: "taken", id })}
          />
        </div>
      )}
    </div>
  );
}
