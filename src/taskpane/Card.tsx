/** One finding in full: its figures, the sum behind it, the cause, why, and what to do. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useRef } from "react";
import type { Finding } from "../checking/report";
import { qualifiedAddress, type CellRef } from "../workbook/address";
import { CodeList } from "./CodeList";
import { Figures } from "./Figures";
import { OtherCells } from "./OtherCells";
import { RunnerUp } from "./RunnerUp";
import { SeverityMark } from "./SeverityMark";
import { Terms } from "./Terms";
import { tokens } from "./tokens";
import { SEVERITY_WORDS } from "./wording";
import { useHiddenStyle } from "./hidden";
import { useKeys } from "./useKeys";

const useStyles = makeStyles({
  card: { flexShrink: 0, padding: "2px 12px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    margin: "0 -12px",
    padding: "2px 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
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

interface Props {
  readonly finding: Finding;
  readonly index: number;
  readonly count: number;
  readonly close: () => void;
  readonly show: (index: number) => void;
  readonly reveal: (cell: CellRef) => void;
}

export function Card({ finding, index, count, close, show, reveal }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const back = useRef<HTMLSpanElement>(null);
  const card = useRef<HTMLElement>(null);

  // To a button, not to the heading: on the web office.js moves Tab on from what it can reach itself.
  useEffect(() => {
    back.current?.querySelector("button")?.focus({ preventScroll: true });
  }, []);
  // In braces: recent browsers answer a promise here, which React would take for a clean-up.
  useEffect(() => {
    void card.current?.scrollIntoView({ block: "start" });
  }, [index]);

  useKeys(card, {
    escape: close,
    g: () => reveal(finding.cell),
    n: () => index + 1 < count && show(index + 1),
    p: () => index > 0 && show(index - 1),
  });

  return (
    <article ref={card} className={styles.card} aria-labelledby="card-title">
      <div className={styles.bar}>
        <span ref={back}>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronLeftRegular />}
            aria-describedby="card-title"
            onClick={close}
          >
            Retour
          </Button>
        </span>
        <span>
          {index + 1} / {count}
        </span>
        <span>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronLeftRegular />}
            aria-label="Constat précédent"
            disabledFocusable={index === 0}
            onClick={() => show(index - 1)}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronRightRegular />}
            aria-label="Constat suivant"
            disabledFocusable={index + 1 === count}
            onClick={() => show(index + 1)}
          />
        </span>
      </div>
      <h2 id="card-title" aria-live="polite" className={styles.heading}>
        <span className={styles.title}>
          <span className={styles.mark}>
            <SeverityMark shape={finding.severity} />
          </span>
          <span className={hidden}>{SEVERITY_WORDS[finding.severity].one}&nbsp;:</span>
          {finding.title}
        </span>
        <span className={styles.address}>{qualifiedAddress(finding.cell)}</span>
      </h2>
      <Figures finding={finding} />
      <Terms terms={finding.terms} grandeur={finding.grandeur} reveal={reveal} />
      {finding.hint !== null && <p className={styles.hint}>{finding.hint}</p>}
      {finding.runnerUp && <RunnerUp runnerUp={finding.runnerUp} grandeur={finding.grandeur} reveal={reveal} />}
      {finding.actual === null ? (
        // Without a written amount to show, the whole sentence says what the cell holds.
        <p className={styles.text}>{finding.message}</p>
      ) : (
        <>
          <p className={styles.text}>{finding.whatToDo}</p>
          <p className={styles.text}>
            <strong>Pourquoi</strong> {finding.why}
          </p>
        </>
      )}
      <div>
        <Button appearance="primary" size="small" onClick={() => reveal(finding.cell)}>
          Aller à la cellule
        </Button>
      </div>
      <CodeList codes={finding.codes} />
      <OtherCells finding={finding} reveal={reveal} />
      <p className={styles.quiet}>
        {finding.reference !== null && <>{finding.reference} · </>}Règle {finding.rule}
      </p>
    </article>
  );
}
