/** Severity and verdict as a shape: octagon, triangle, circle, tick, question; the colour only repeats it. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Severity, Verdict } from "../checking/report";
import { tokens } from "./tokens";

type Shape = Severity | "fine" | "unknown";

/** On a 16 × 16 square: the outline, then the sign inside it. */
const SHAPES: Readonly<Record<Shape, { readonly outline: string; readonly sign: string }>> = {
  blocking: { outline: "M5 1h6l4 4v6l-4 4H5l-4-4V5z", sign: "M4.5 7h7v2h-7z" },
  warning: { outline: "M8 1l7.5 14H.5z", sign: "M7.2 5.5h1.6v5H7.2zm0 6h1.6v1.6H7.2z" },
  info: { outline: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", sign: "M7.2 4h1.6v1.6H7.2zm0 2.8h1.6V12H7.2z" },
  fine: { outline: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", sign: "M4.2 8.2l1.1-1.1 1.9 1.9 3.5-3.7 1.1 1.1L7.2 11.2z" },
  unknown: {
    outline: "M1 1h14v14H1z",
    sign: "M7.2 11.2h1.6v1.6H7.2zM5.4 6.2a2.6 2.6 0 1 1 3.4 2.5v1.5H7.2V7.6a1.2 1.2 0 1 0-.6-1.4z",
  },
};

export const VERDICT_SHAPES: Readonly<Record<Verdict, Shape>> = {
  bloquant: "blocking",
  "a-justifier": "warning",
  "sans-anomalie": "fine",
  "non-verifiable": "unknown",
  illisible: "blocking",
};

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: "block" },
  // Excel's own outline colours would vanish in forced colours: text colour does not.
  sign: { fill: tokens.colorNeutralBackground1, "@media (forced-colors: active)": { fill: "Canvas" } },
  blocking: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
});

export function SeverityMark({ shape, size = 16 }: { readonly shape: Shape; readonly size?: number }) {
  const styles = useStyles();
  const { outline, sign } = SHAPES[shape];
  return (
    <svg
      className={mergeClasses(styles.mark, styles[shape])}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={outline} fill="currentColor" />
      <path d={sign} className={styles.sign} />
    </svg>
  );
}
