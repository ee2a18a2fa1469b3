/** An action in a sentence, which looks like a link. */
import { makeStyles } from "@fluentui/react-components";
import type { Ref } from "react";
import { typographie } from "../messages/typographie";
import { tokens } from "./tokens";

const useStyles = makeStyles({
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
  /** What it says; visible. */
  readonly text: string;
  /** The accessible name, where the text alone does not tell which; it holds the text. */
  readonly name?: string;
  readonly act: () => void;
  readonly hold?: Ref<HTMLButtonElement>;
}

export function LinkButton({ text, name, act, hold }: Props) {
  const styles = useStyles();
  return (
    <button ref={hold} type="button" className={styles.link} aria-label={name && typographie(name)} onClick={act}>
      {typographie(text)}
    </button>
  );
}
