/** What was read and checked, and what could not be: a silence is never taken for a pass. */
import { makeStyles } from "@fluentui/react-components";
import type { CheckReport, Outcome, RuleOutcome } from "../../checking/report";
import { COVERAGE_WORDS } from "../../messages/ongletControler";
import { typographie } from "../../messages/typographie";
import type { CellRef } from "../../workbook/address";
import { LinkButton } from "../LinkButton";
import type { ReadTable } from "../lectures/form";
import { TablesRead } from "../lectures/TablesRead";
import { tokens } from "../tokens";
import { UNVERIFIED } from "../unverified";
import { counted } from "../wording";
import { useFoldLook } from "./foldLook";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly report: CheckReport;
  readonly reveal: (cell: CellRef) => void;
  readonly showPage: (rule: string) => void;
  readonly tell: (table: ReadTable) => void;
}

const SHOWN: readonly Exclude<Outcome, "findings">[] = ["not-verifiable", "passed", "not-applicable"];

function Rule({ rule, showPage }: Pick<Props, "showPage"> & { readonly rule: RuleOutcome }) {
  const styles = useStyles();
  const { title, checked, reason, outcome } = rule;
  const details = [...(outcome === "passed" ? [counted(checked, "vérification")] : []), ...(reason ? [reason] : [])];
  return (
    <li>
      <LinkButton text={title} act={() => showPage(rule.rule)} />
      {details.length > 0 && <span className={styles.quiet}>&nbsp;: {typographie(details.join(". "))}</span>}
    </li>
  );
}

// On the web office.js walks the Tab key itself, over buttons, links, inputs and what has a tabindex: a summary has none.

export function Coverage({ report, reveal, showPage, tell }: Props) {
  const look = useFoldLook();
  return (
    <>
      {SHOWN.map((outcome) => {
        const rules = report.rules.filter((rule) => rule.outcome === outcome);
        if (rules.length === 0) return null;
        const isFirst = outcome === "not-verifiable";
        return (
          <details
            key={outcome}
            id={isFirst ? UNVERIFIED : undefined}
            className={look.part}
            open={isFirst && report.verdict === "non-verifiable"}
          >
            <summary tabIndex={0} className={look.summary}>
              {COVERAGE_WORDS[outcome](rules.length)}
            </summary>
            <ul className={look.list}>
              {rules.map((rule) => (
                <Rule key={rule.rule} rule={rule} showPage={showPage} />
              ))}
            </ul>
          </details>
        );
      })}
      <TablesRead report={report} reveal={reveal} tell={tell} />
    </>
  );
}
