/** The verdict: a sentence, then counts and time. Its region is always in the page, so that a change is announced. */
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { showUnverified } from "./Coverage";
import type { Checked } from "./state";
import { SeverityMark, VERDICT_SHAPES } from "./SeverityMark";
import { tokens } from "./tokens";
import { REPORT, VERDICT_SENTENCES, counted, severityCounts, timeSentence } from "./wording";
import { useHiddenStyle } from "./hidden";
import { takeLostFocus } from "./lostFocus";

const useStyles = makeStyles({
  verdict: { padding: "8px 12px 6px", display: "flex", flexDirection: "column", gap: "2px" },
  // Before a check nothing is shown, and the region takes no room.
  silent: { padding: 0 },
  sentence: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "4px 8px",
    padding: "0 12px 8px",
  },
  links: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  link: {
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    textAlign: "left",
    textDecorationLine: "underline",
    cursor: "pointer",
    color: tokens.colorBrandForegroundLink,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  stale: { display: "flex", alignItems: "center", gap: "6px", fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly checked: Checked | null;
  readonly isRunning: boolean;
  /** The card is open or a check runs: the region stays for screen readers only. */
  readonly isHidden: boolean;
  readonly isStale: boolean;
  /** The report was closed: its button takes the focus. */
  readonly isBack: boolean;
  readonly run: () => void;
  readonly report: () => void;
}

function Sentences({ checked, isStale }: { readonly checked: Checked; readonly isStale: boolean }) {
  const styles = useStyles();
  const { report, at, milliseconds } = checked;
  const count = (severity: string) => checked.findings.filter((finding) => finding.severity === severity).length;
  const found = severityCounts({ blocking: count("blocking"), warning: count("warning"), info: count("info") });
  const applied = report.rules.filter(({ outcome }) => outcome === "passed" || outcome === "findings");
  const verified = applied.reduce((total, rule) => total + rule.checked, 0);
  return (
    <>
      <span className={styles.sentence}>
        <SeverityMark shape={VERDICT_SHAPES[report.verdict]} size={18} />
        {VERDICT_SENTENCES[report.verdict]}
      </span>
      {found && <span>{found}</span>}
      {!found && verified > 0 && <span>{counted(verified, "vérification")}, rien à signaler</span>}
      <span className={styles.quiet}>
        {timeSentence(at, milliseconds)} · {counted(applied.length, "règle")}
      </span>
      {isStale && (
        <span className={styles.stale}>
          <SeverityMark shape="warning" size={14} />
          Le classeur a changé depuis le contrôle
        </span>
      )}
    </>
  );
}

function Again({ isStale, run }: Pick<Props, "isStale" | "run">) {
  return (
    <Button
      ref={takeLostFocus}
      size="small"
      appearance={isStale ? "primary" : "secondary"}
      icon={<ArrowClockwiseRegular />}
      onClick={run}
    >
      Contrôler le classeur
    </Button>
  );
}

export function VerdictBlock({ checked, isRunning, isHidden, isStale, isBack, run, report }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const shown = isRunning ? null : checked;
  const unverified = checked?.report.rules.filter(({ outcome }) => outcome === "not-verifiable").length ?? 0;
  const layout = shown && !isHidden ? styles.verdict : styles.silent;
  return (
    <>
      <div
        role="status"
        data-verdict={shown?.report.verdict ?? ""}
        className={mergeClasses(layout, isHidden && hidden)}
      >
        {shown && <Sentences checked={shown} isStale={isStale} />}
      </div>
      {shown && !isHidden && (
        <div className={styles.actions}>
          <span className={styles.links}>
            {unverified > 0 && (
              <button type="button" className={styles.link} onClick={showUnverified}>
                {counted(unverified, "règle non vérifiable", "règles non vérifiables")}
              </button>
            )}
            <button ref={isBack ? takeLostFocus : null} type="button" className={styles.link} onClick={report}>
              {REPORT}
            </button>
          </span>
          <Again isStale={isStale} run={run} />
        </div>
      )}
    </>
  );
}
