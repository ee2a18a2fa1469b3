/** A justification to write: why, who, for what. Loaded when the first one is. */
import { Button, Field, Radio, RadioGroup, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { LONGEST_REASON, type Justification } from "../../domain/justification";
import { LONGEST_TEXT } from "../../domain/fields";
import { JUSTIFY_WORDS, scopeName } from "../../messages/ongletControler";
import { useFieldLook } from "../fieldLook";
import { tokens } from "../tokens";
import { useKeys } from "../useKeys";

const useStyles = makeStyles({
  form: {
    padding: "6px 8px 8px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
    border: "1px solid transparent",
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  option: { marginLeft: "-8px" },
  area: { height: "auto", resize: "vertical", padding: "3px 6px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
});

export type Said = Pick<Justification, "scope" | "reason" | "author">;

interface Props {
  readonly said: Said;
  readonly cells: number;
  /** What the rule finds in the same table. */
  readonly inTable: number;
  readonly isBlocking: boolean;
  readonly save: (said: Said) => void;
  readonly cancel: () => void;
}

/** What is missing; null where the form can be kept. */
function problems({ reason, author }: Said) {
  return {
    reason: reason.trim() === "" ? JUSTIFY_WORDS.noReason : null,
    author: author.trim() === "" ? JUSTIFY_WORDS.noAuthor : null,
  };
}

export function JustifyForm({ said, cells, inTable, isBlocking, save, cancel }: Props) {
  const styles = useStyles();
  const look = useFieldLook();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState(said);
  const [isTried, setTried] = useState(false);
  const missing = problems(current);
  const change = (changed: Partial<Said>) => setCurrent({ ...current, ...changed });
  const focusOn = (name: string) => form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[name=reason]")?.focus();
  }, []);
  useKeys(form, { escape: cancel });

  const submit = () => {
    setTried(true);
    if (missing.reason !== null) focusOn("reason");
    else if (missing.author !== null) focusOn("author");
    else save({ scope: current.scope, reason: current.reason.trim(), author: current.author.trim() });
  };
  const error = (problem: string | null) =>
    isTried && problem !== null ? { validationMessage: problem, validationState: "error" as const } : {};

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={JUSTIFY_WORDS.title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={JUSTIFY_WORDS.reason} size="small" required {...error(missing.reason)}>
        {(control) => (
          <textarea
            {...control}
            name="reason"
            rows={2}
            maxLength={LONGEST_REASON}
            className={mergeClasses(look.field, styles.area)}
            value={current.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
      <Field label={JUSTIFY_WORDS.author} size="small" required {...error(missing.author)}>
        {(control) => (
          <input
            {...control}
            name="author"
            maxLength={LONGEST_TEXT}
            autoComplete="off"
            className={look.field}
            value={current.author}
            onChange={({ target }) => change({ author: target.value })}
          />
        )}
      </Field>
      {inTable > cells && (
        <Field label={JUSTIFY_WORDS.scope} size="small">
          <RadioGroup
            className={styles.option}
            value={current.scope}
            onChange={(_, { value }) => change({ scope: value === "table" ? "table" : "cell" })}
          >
            <Radio value="cell" label={scopeName("cell", cells, inTable)} />
            <Radio value="table" label={scopeName("table", cells, inTable)} />
          </RadioGroup>
        </Field>
      )}
      <p className={styles.text}>
        {JUSTIFY_WORDS.kept}
        {isBlocking && ` ${JUSTIFY_WORDS.blocking}`}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" size="small" type="submit">
          {JUSTIFY_WORDS.save}
        </Button>
        <Button size="small" onClick={cancel}>
          {JUSTIFY_WORDS.cancel}
        </Button>
      </div>
    </form>
  );
}
