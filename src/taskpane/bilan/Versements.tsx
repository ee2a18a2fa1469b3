/** What each payment comes to: one amount a line, aligned on the right, for five columns do not fit beside a sheet. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { BilanDraft } from "../../drafting/bilanDraft";
import { tokens } from "../tokens";
import { figuresOf } from "./figures";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: "8px",
  },
  caption: { padding: "0 12px 4px", textAlign: "left", color: tokens.colorNeutralForeground2 },
  group: { "& tr:last-child > *": { paddingBottom: "5px" } },
  payment: {
    padding: "5px 12px 0",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { padding: "0 0 0 12px", textAlign: "left", fontWeight: tokens.fontWeightRegular },
  figure: { padding: "0 12px 0 8px", textAlign: "right", fontVariantNumeric: "tabular-nums" },
  words: { fontStyle: "italic", color: tokens.colorNeutralForeground2 },
  balance: { fontWeight: tokens.fontWeightSemibold },
});

const LAST = 2;

export function Versements({ bilan }: { readonly bilan: BilanDraft }) {
  const styles = useStyles();
  const { versements, etape } = bilan;
  if (versements.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Montants par versement</caption>
      {versements.map((versement) => (
        <tbody key={versement.id} className={styles.group}>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.payment}>
              {versement.label}
            </th>
          </tr>
          {figuresOf(versement, etape).map(({ label, text, isAmount }, place) => (
            <tr key={label}>
              <th scope="row" className={mergeClasses(styles.label, place >= LAST && styles.balance)}>
                {label}
              </th>
              <td
                className={mergeClasses(
                  styles.figure,
                  !isAmount && styles.words,
                  isAmount && place >= LAST && styles.balance,
                )}
              >
                {text}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
