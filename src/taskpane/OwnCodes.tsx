/** Codes activité that the officer adds to the year's list, changes and takes away: typed, or from a JSON file. */
import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import type { CodeActivite } from "../domain/codesActivite";
import { ownCodesJson, withCode, type TypedCode } from "../domain/ownCodes";
import { CODES_AJOUTES } from "../messages/codesAjoutes";
import { typographie } from "../messages/typographie";
import { giveFile } from "./giveFile";
import { LinkButton } from "./LinkButton";
import { tokens } from "./tokens";
import type { OwnCodesState } from "./useOwnCodes";
import { counted } from "./wording";

const OwnCodeForm = lazy(async () => ({ default: (await import("./OwnCodeForm")).OwnCodeForm }));

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "6px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  body: { padding: "0 12px 8px", display: "flex", flexDirection: "column", gap: "6px" },
  text: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "4px" },
  figures: { fontVariantNumeric: "tabular-nums" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
  input: { maxWidth: "100%" },
});

const EMPTY: TypedCode = { code: "", label: "", from: "", to: "" };

function typedOf({ code, label, span }: CodeActivite): TypedCode {
  return { code, label, from: String(span.from), to: String(span.to) };
}

function yearsOf({ span: { from, to } }: CodeActivite): string {
  return from === to ? String(from) : `${from} à ${to}`;
}

export function OwnCodes({ ownCodes, problem, load, change }: OwnCodesState) {
  const styles = useStyles();
  const actions = useRef<HTMLDivElement>(null);
  /** What is being typed, and the code that it takes the place of. */
  const [open, setOpen] = useState<{ readonly typed: TypedCode; readonly former: CodeActivite | null } | null>(null);
  const without = (gone: CodeActivite | null) => ownCodes.filter((one) => one !== gone);
  // The button that was pressed has gone with its form.
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => actions.current?.querySelector("button")?.focus());
  };
  return (
    <details className={styles.part}>
      <summary tabIndex={0} className={styles.summary}>
        Mes codes activité{ownCodes.length > 0 && `\u00A0: ${counted(ownCodes.length, "code ajouté", "codes ajoutés")}`}
      </summary>
      <div className={styles.body}>
        <p className={styles.text}>{typographie(CODES_AJOUTES.kept)}</p>
        {ownCodes.length > 0 && (
          <ul className={styles.list}>
            {ownCodes.map((one) => (
              <li key={one.code}>
                <span className={styles.figures}>{one.code}</span>, {one.label}, {yearsOf(one)}
                <div className={styles.actions}>
                  <LinkButton
                    text="Modifier"
                    name={`Modifier le code ${one.code}`}
                    act={() => setOpen({ typed: typedOf(one), former: one })}
                  />
                  <LinkButton
                    text="Retirer"
                    name={`Retirer le code ${one.code}`}
                    act={() => {
                      change(without(one));
                      close();
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
        {open && (
          <Suspense fallback={null}>
            <OwnCodeForm
              key={open.former?.code ?? ""}
              typed={open.typed}
              save={(code) => {
                change(withCode(without(open.former), code));
                close();
              }}
              cancel={close}
            />
          </Suspense>
        )}
        <div ref={actions} className={styles.actions}>
          <Button size="small" onClick={() => setOpen({ typed: EMPTY, former: null })}>
            {CODES_AJOUTES.add}
          </Button>
          {ownCodes.length > 0 && (
            <>
              <Button
                size="small"
                onClick={() => giveFile("codes-activite.json", ownCodesJson(ownCodes), "application/json")}
              >
                {CODES_AJOUTES.exporter}
              </Button>
              <Button size="small" onClick={() => change([])}>
                {CODES_AJOUTES.forget}
              </Button>
            </>
          )}
        </div>
        <label className={styles.text} htmlFor="own-codes">
          {CODES_AJOUTES.importer}
        </label>
        <input
          id="own-codes"
          className={styles.input}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) load(file);
            target.value = "";
          }}
        />
        <div role="alert">{problem}</div>
      </div>
    </details>
  );
}
