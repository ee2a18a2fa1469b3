/** One finding in full: its figures, the sum behind it, the cause, why, and what can be done. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useRef, type ReactNode } from "react";
import { typographie } from "../../messages/typographie";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { Bar } from "../Bar";
import { LinkButton } from "../LinkButton";
import { takeLostFocus } from "../lostFocus";
import { SeverityMark } from "../SeverityMark";
import { tokens } from "../tokens";
import { SEVERITY_WORDS } from "../wording";
import { useHiddenStyle } from "../hidden";
import { useKeys } from "../useKeys";
import { CardActions } from "./CardActions";
import { CodeList } from "./CodeList";
import { Figures } from "./Figures";
import { OtherCells } from "./OtherCells";
import { Repeats } from "./Repeats";
import { RunnerUp } from "./RunnerUp";
import { Terms } from "./Terms";
import { Why } from "./Why";
import { corrigeOf } from "./corrections";
import type { Listed } from "./listed";
import type { Entry } from "./view";

const useStyles = makeStyles({
  card: { flexShrink: 0, paddingBottom: "12px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  body: { padding: "8px 12px 0", display: "flex", flexDirection: "column", gap: "8px" },
  heading: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "8px",
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: { display: "flex", gap: "6px" },
  mark: { paddingTop: "1px" },
  address: { fontVariantNumeric: "tabular-nums" },
  text: { margin: 0 },
  hint: { margin: 0, fontStyle: "italic" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What the card leads to. */
export interface CardActs {
  readonly close: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly reveal: (cell: CellRef) => void;
  readonly correct: (findings: readonly Listed[], isSecond?: boolean) => void;
  readonly justify: () => void;
  readonly showPage: (rule: string) => void;
}

interface Props {
  readonly entry: Entry;
  /** "3 / 10", or that it left the list. */
  readonly place: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly acts: CardActs;
  /** The form that justifies it, or what was said of it. */
  readonly justification: ReactNode;
  readonly isWriting: boolean;
}

function Steps({ isFirst, isLast, acts }: Pick<Props, "isFirst" | "isLast" | "acts">) {
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronLeftRegular />}
        aria-label="Constat précédent"
        disabledFocusable={isFirst}
        onClick={() => acts.step(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronRightRegular />}
        aria-label="Constat suivant"
        disabledFocusable={isLast}
        onClick={() => acts.step(1)}
      />
    </>
  );
}

function Heading({ entry: { first } }: Pick<Props, "entry">) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  return (
    <h2 id="card-title" aria-live="polite" className={styles.heading}>
      <span className={styles.title}>
        <span className={styles.mark}>
          <SeverityMark shape={first.severity} />
        </span>
        <span className={hidden}>{SEVERITY_WORDS[first.severity].one}&nbsp;:</span>
        {typographie(first.title)}
      </span>
      <span className={styles.address}>{qualifiedAddress(first.cell)}</span>
    </h2>
  );
}

export function Card({ entry, place, isFirst, isLast, acts, justification, isWriting }: Props) {
  const styles = useStyles();
  const back = useRef<HTMLSpanElement>(null);
  const card = useRef<HTMLElement>(null);
  const { first, findings } = entry;
  const { reveal } = acts;
  const isRepeated = findings.length > 1;

  // To a button, not to the heading: on the web office.js moves Tab on from what it can reach itself.
  useEffect(() => {
    back.current?.querySelector("button")?.focus({ preventScroll: true });
  }, []);
  // The form goes with the focus that it had.
  useEffect(() => {
    if (isWriting) return;
    takeLostFocus(back.current?.querySelector("button") ?? null);
    void card.current?.scrollIntoView({ block: "start" });
  }, [isWriting, entry.id]);

  useKeys(card, {
    escape: acts.close,
    g: () => reveal(first.cell),
    c: () => corrigeOf(first) !== null && acts.correct(findings),
    j: acts.justify,
    n: () => !isLast && acts.step(1),
    p: () => !isFirst && acts.step(-1),
  });

  return (
    <article ref={card} className={styles.card} aria-labelledby="card-title">
      <Bar hold={back} back={acts.close} describedBy="card-title" middle={place}>
        <Steps isFirst={isFirst} isLast={isLast} acts={acts} />
      </Bar>
      <div className={styles.body}>
        <Heading entry={entry} />
        {isRepeated ? <Repeats findings={findings} acts={acts} /> : <Figures finding={first} />}
        <Terms terms={first.terms} grandeur={first.grandeur} reveal={reveal} />
        {first.hint !== null && <p className={styles.hint}>{typographie(first.hint)}</p>}
        {first.runnerUp && (
          <RunnerUp
            runnerUp={first.runnerUp}
            grandeur={first.grandeur}
            reveal={reveal}
            correct={() => acts.correct(findings, true)}
          />
        )}
        {/* Without a written amount to show, a sentence says what the cell holds. */}
        {first.actual === null && !isRepeated && <p className={styles.text}>{typographie(first.statement)}</p>}
        <p className={styles.text}>{typographie(first.whatToDo)}</p>
        <CardActions entry={entry} acts={acts} isWriting={isWriting} />
        {justification}
        <Why why={first.why} reference={first.reference} />
        <CodeList codes={first.codes} />
        <OtherCells finding={first} reveal={reveal} />
        <p className={styles.quiet}>
          Règle {first.rule} · <LinkButton text="Page de la règle" act={() => acts.showPage(first.rule)} />
        </p>
      </div>
    </article>
  );
}
