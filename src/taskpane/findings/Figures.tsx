/** Written, expected, gap: three amounts aligned on the decimal. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding } from "../../checking/report";
import { formatFigure } from "../../domain/format";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  figures: {
    display: "grid",
    gridTemplateColumns: "auto auto",
    justifyContent: "start",
    columnGap: "16px",
    margin: 0,
    fontVariantNumeric: "tabular-nums",
  },
  amount: { margin: 0, textAlign: "right", whiteSpace: "nowrap" },
  decimals: { display: "inline-block", textAlign: "left" },
  row: { display: "contents" },
  gap: { fontWeight: tokens.fontWeightSemibold },
});

/** "2 540 000" and ",00 €"; a count has no decimals, and its unit stays apart. */
function parts(amount: string, grandeur: Finding["grandeur"]): readonly [string, string] {
  const text = formatFigure(amount, grandeur);
  const [end] = /,.*$|[^\d\s]+$/.exec(text) ?? [""];
  return [text.slice(0, text.length - end.length), end];
}

export function Figures({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const rows = [
    { name: "Écrit", amount: finding.actual },
    { name: "Attendu", amount: finding.expected },
    { name: "Écart", amount: finding.gap },
  ].flatMap(({ name, amount }) => (amount === null ? [] : [{ name, parts: parts(amount, finding.grandeur) }]));
  if (rows.length === 0) return null;
  // An amount may have more than two decimals: the longest tail makes room for all.
  const tail = Math.max(...rows.map((row) => row.parts[1].length));
  return (
    <dl className={styles.figures}>
      {rows.map(({ name, parts: [whole, decimals] }) => (
        <div key={name} className={styles.row}>
          <dt className={name === "Écart" ? styles.gap : undefined}>{name}</dt>
          <dd className={styles.amount}>
            <span className={name === "Écart" ? styles.gap : undefined}>
              {whole}
              <span className={styles.decimals} style={{ minWidth: `${tail - 1}ch` }}>
                {decimals}
              </span>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
