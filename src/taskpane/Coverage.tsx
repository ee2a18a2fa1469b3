/** What was read and checked, and what could not be: a silence is never taken for a pass. */
import { makeStyles } from "@fluentui/react-components";
import type { CheckReport } from "../checking/report";
import { parseArea, type CellRef } from "../workbook/address";
import { CellButton } from "./CellButton";
import { tokens } from "./tokens";
import { TABLE_KINDS, counted } from "./wording";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "6px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  list: { margin: 0, padding: "0 12px 8px 30px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const UNVERIFIED = "non-verifiable-rules";

/** Opens the rules that could not be checked, and takes the focus there. */
export function showUnverified(): void {
  const part = document.getElementById(UNVERIFIED);
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  part.querySelector("summary")?.focus();
}

// On the web office.js walks the Tab key itself, over buttons, links, inputs and what has a tabindex: a summary has none.

interface Props {
  readonly report: CheckReport;
  readonly reveal: (cell: CellRef) => void;
}

export function Coverage({ report, reveal }: Props) {
  const styles = useStyles();
  const unverified = report.rules.filter(({ outcome }) => outcome === "not-verifiable");
  const applied = report.rules.filter(({ outcome }) => outcome === "passed" || outcome === "findings");
  return (
    <>
      {unverified.length > 0 && (
        <details id={UNVERIFIED} className={styles.part} open={report.verdict === "non-verifiable"}>
          <summary tabIndex={0} className={styles.summary}>
            {counted(unverified.length, "règle non vérifiable", "règles non vérifiables")}
          </summary>
          <ul className={styles.list}>
            {unverified.map(({ rule, title, reason }) => (
              <li key={rule}>
                {title}
                {reason !== null && <span className={styles.quiet}>&nbsp;: {reason}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {report.tables.length > 0 && (
        <details className={styles.part}>
          <summary tabIndex={0} className={styles.summary}>
            {counted(report.tables.length, "tableau lu", "tableaux lus")},{" "}
            {counted(applied.length, "règle appliquée", "règles appliquées")}
          </summary>
          <ul className={styles.list}>
            {report.tables.map(({ kind, sheet, range, year, unit, title }) => {
              const area = parseArea(range);
              return (
                <li key={`${sheet}!${range} ${unit}`}>
                  {TABLE_KINDS[kind] ?? kind}
                  {year !== null && ` ${year}`}
                  {title && ` « ${title} »`},{" "}
                  {area && (
                    <CellButton cell={{ sheet, row: area.top, column: area.left }} isQualified reveal={reveal} />
                  )}
                  <span className={styles.quiet}>
                    {" "}
                    ({range}
                    {unit !== "" && `, en ${unit}`})
                  </span>
                </li>
              );
            })}
          </ul>
          <ul className={styles.list}>
            {applied.map(({ rule, title, checked, outcome }) => (
              <li key={rule}>
                {title}&nbsp;: {counted(checked, "vérification")}
                {outcome === "findings" && ", avec constats"}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
