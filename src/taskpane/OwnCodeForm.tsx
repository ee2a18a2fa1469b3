/** One code activité, typed. Loaded when the first one is. */
import { Button, Field, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CodeActivite } from "../domain/codesActivite";
import { LONGEST_TEXT } from "../domain/fields";
import { readTypedCode, type TypedCode, type TypedCodeProblems } from "../domain/ownCodes";
import { CODES_AJOUTES } from "../messages/codesAjoutes";
import { typographie } from "../messages/typographie";
import { useFieldLook } from "./fieldLook";
import { tokens } from "./tokens";
import { useKeys } from "./useKeys";

const useStyles = makeStyles({
  form: {
    padding: "6px 8px 8px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    backgroundColor: tokens.colorNeutralBackground2,
    border: "1px solid transparent",
  },
  years: { display: "grid", gridTemplateColumns: "1fr 1fr", alignItems: "start", gap: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
});

const FIELDS = ["code", "label", "from", "to"] as const satisfies readonly (keyof TypedCode)[];

interface Props {
  readonly typed: TypedCode;
  readonly save: (code: CodeActivite) => void;
  readonly cancel: () => void;
}

export function OwnCodeForm({ typed, save, cancel }: Props) {
  const styles = useStyles();
  const look = useFieldLook();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState(typed);
  const [isTried, setTried] = useState(false);
  const read = readTypedCode(current);
  const problems: TypedCodeProblems = isTried && "problems" in read ? read.problems : {};
  const focusOn = (name: string) => form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[name=code]")?.focus();
  }, []);
  useKeys(form, { escape: cancel });

  const submit = () => {
    setTried(true);
    if (!("problems" in read)) return save(read);
    const [first] = FIELDS.filter((name) => read.problems[name] !== undefined);
    if (first) focusOn(first);
  };

  const field = (name: keyof TypedCode) => {
    const problem = problems[name];
    const error =
      problem === undefined ? {} : { validationMessage: typographie(problem), validationState: "error" as const };
    const isFigure = name !== "label";
    return (
      <Field label={typographie(CODES_AJOUTES[name])} size="small" required {...error}>
        {(control) => (
          <input
            {...control}
            name={name}
            inputMode={isFigure ? "numeric" : "text"}
            {...(isFigure ? {} : { maxLength: LONGEST_TEXT })}
            autoComplete="off"
            className={look.field}
            value={current[name]}
            onChange={({ target }) => setCurrent({ ...current, [name]: target.value })}
          />
        )}
      </Field>
    );
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={CODES_AJOUTES.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {field("code")}
      {field("label")}
      <div className={styles.years}>
        {field("from")}
        {field("to")}
      </div>
      <div className={styles.actions}>
        <Button appearance="primary" size="small" type="submit">
          {CODES_AJOUTES.save}
        </Button>
        <Button size="small" onClick={cancel}>
          {CODES_AJOUTES.cancel}
        </Button>
      </div>
    </form>
  );
}
