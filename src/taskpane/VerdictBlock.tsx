/** The verdict: a sentence, then counts and time. Its region is always in the page, so that a change is announced. */
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { LIST_WORDS } from "../messages/ongletControler";
import { LinkButton } from "./LinkButton";
import { takeLostFocus } from "./lostFocus";
import { SeverityMark, VERDICT_SHAPES } from "./SeverityMark";
import type { Checked } from "./state";
import { tokens } from "./tokens";
import { showUnverified } from "./unverified";
import type { Live } from "./useLive";
import { REPORT, VERDICT_SENTENCES, counted, nothingFound, severityCounts, timeSentence } from "./wording";
import { useHiddenStyle } from "./hidden";

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
  away: { display: "none" },
  links: { flexBasis: "100%", display: "flex", flexWrap: "wrap", gap: "2px 10px" },
  live: { display: "flex", alignItems: "center", gap: "4px", cursor: "pointer" },
  box: { margin: 0, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  stale: { display: "flex", alignItems: "center", gap: "6px", fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly checked: Checked | null;
  /** A check that the officer asked for: its former verdict is not shown meanwhile. */
  readonly isRunning: boolean;
  /** The card is open or a check runs: the region stays for screen readers only. */
  readonly isHidden: boolean;
  readonly isStale: boolean;
  /** The report was closed: its button takes the focus. */
  readonly isBack: boolean;
  readonly live: Live;
  readonly run: () => void;
  readonly report: () => void;
}

function Sentences({ checked, isStale, live }: Pick<Props, "isStale" | "live"> & { readonly checked: Checked }) {
  const styles = useStyles();
  const { report, listed, at, milliseconds } = checked;
  const found = severityCounts(listed.counts);
  const nothing = found === "" ? nothingFound(report) : null;
  const applied = report.rules.filter(({ outcome }) => outcome === "passed" || outcome === "findings");
  return (
    <>
      <span className={styles.sentence}>
        <SeverityMark shape={VERDICT_SHAPES[report.verdict]} size={18} />
        {VERDICT_SENTENCES[report.verdict]}
      </span>
      {found !== "" && <span>{found}</span>}
      {nothing !== null && <span>{nothing}</span>}
      <span className={styles.quiet}>
        {timeSentence(at, milliseconds)} · {counted(applied.length, "règle")}
      </span>
      {isStale && (
        <span className={styles.stale}>
          <SeverityMark shape="warning" size={14} />
          {live.isWaiting ? LIST_WORDS.liveWaits : LIST_WORDS.stale}
        </span>
      )}
    </>
  );
}

function Actions({ checked, isHidden, isStale, isBack, live, run, report }: Props) {
  const styles = useStyles();
  const unverified = checked?.report.rules.filter(({ outcome }) => outcome === "not-verifiable").length ?? 0;
  return (
    <div className={mergeClasses(styles.actions, isHidden && styles.away)}>
      <span className={styles.links}>
        {unverified > 0 && (
          <LinkButton
            text={counted(unverified, "règle non vérifiable", "règles non vérifiables")}
            act={showUnverified}
          />
        )}
        <LinkButton text={REPORT} hold={isBack ? takeLostFocus : null} act={report} />
      </span>
      <label className={styles.live}>
        <input
          type="checkbox"
          className={styles.box}
          checked={live.isOn}
          onChange={({ target }) => live.turn(target.checked)}
        />
        {LIST_WORDS.live}
      </label>
      <Button
        ref={takeLostFocus}
        size="small"
        appearance={isStale ? "primary" : "secondary"}
        icon={<ArrowClockwiseRegular />}
        onClick={run}
      >
        Contrôler le classeur
      </Button>
    </div>
  );
}

export function VerdictBlock(props: Props) {
  const { checked, isRunning, isHidden, isStale, live } = props;
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const shown = isRunning ? null : checked;
  const layout = shown && !isHidden ? styles.verdict : styles.silent;
  return (
    <>
      <div
        role="status"
        data-verdict={shown?.report.verdict ?? ""}
        className={mergeClasses(layout, isHidden && hidden)}
      >
        {shown && <Sentences checked={shown} isStale={isStale} live={live} />}
      </div>
      {/* Out of sight and still there: its button takes the focus when a check ends, not when a card is closed. */}
      {shown && <Actions {...props} />}
    </>
  );
}
