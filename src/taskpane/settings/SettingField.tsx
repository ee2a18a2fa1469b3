/** One field of the settings: its text, what is wrong with it, what the workbook shows in its place. */
import { Field, Input, makeStyles, mergeClasses, tokens, type InputProps } from "@fluentui/react-components";
import { fieldView, type SettingsEvent, type SettingsState } from "./state";

const useStyles = makeStyles({
  // One line a field: six amounts stand in the pane without scrolling.
  line: { display: "grid", gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)", alignItems: "center" },
  input: { width: "100%", minWidth: "0" },
  figure: { "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } },
  hint: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: {
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    textDecorationLine: "underline",
    cursor: "pointer",
    color: tokens.colorBrandForegroundLink,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly id: string;
  readonly label: string;
  readonly state: SettingsState;
  readonly send: (event: SettingsEvent) => void;
  /** Where the proposal comes from. */
  readonly origin?: string;
  readonly hint?: string | null;
  readonly type?: InputProps["type"];
  readonly placeholder?: string;
}

export function SettingField({
  id,
  label,
  state,
  send,
  origin = "reconnu dans le classeur",
  hint = null,
  type = "text",
  placeholder = "",
}: Props) {
  const styles = useStyles();
  const { text, error, note, isRecognised, proposal } = fieldView(state, id);
  const isFigure = type === "text" && id.includes("/");
  return (
    <div>
      <Field
        label={label}
        size="small"
        orientation="horizontal"
        validationState={error === null ? "none" : "error"}
        validationMessage={error}
        hint={isRecognised ? origin : (note ?? hint)}
      >
        <Input
          className={mergeClasses(styles.input, isFigure && styles.figure)}
          size="small"
          type={type}
          value={text}
          placeholder={placeholder}
          data-field={id}
          autoComplete="off"
          onChange={(_, { value }) => send({ type: "typed", id, text: value })}
          onBlur={() => send({ type: "left", id })}
        />
      </Field>
      {proposal !== null && (
        <div className={mergeClasses(styles.hint, styles.quiet)}>
          {proposal} {origin}{" "}
          <button
            type="button"
            className={styles.link}
            aria-label={`Reprendre ${proposal} pour ${label}`}
            onClick={() => send({ type: "taken", id })}
          >
            Reprendre
          </button>
        </div>
      )}
    </div>
  );
}
