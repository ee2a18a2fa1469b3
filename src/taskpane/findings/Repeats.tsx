/** The cells of one pattern: what each says, and what it should say. */
import { makeStyles } from "@fluentui/react-components";
import { CORRIGER } from "../../messages/corrections";
import { qualifiedAddress } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { LinkButton } from "../LinkButton";
import { tokens } from "../tokens";
import type { CardActs } from "./Card";
import { isSafe, valueOf } from "./corrections";
import type { Listed } from "./listed";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground2,
    border: "1px solid transparent",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { display: "flex", flexWrap: "wrap", columnGap: "8px", fontVariantNumeric: "tabular-nums" },
  after: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly findings: readonly Listed[];
  readonly acts: CardActs;
}

export function Repeats({ findings, acts }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Cellules du constat">
      {findings.map((one) => {
        const { finding, id } = one;
        const value = valueOf(finding);
        return (
          <li key={id} className={styles.line}>
            <CellButton cell={finding.cell} isQualified={false} reveal={acts.reveal} />
            <span>{finding.written === "" ? "vide" : finding.written}</span>
            {value !== null && (
              <>
                <span aria-label="attendu">→</span>
                <span className={styles.after}>{value}</span>
                {!isSafe(finding) && (
                  <LinkButton
                    text={CORRIGER.infinitif}
                    name={`${CORRIGER.infinitif} ${qualifiedAddress(finding.cell)}`}
                    act={() => acts.correct([one])}
                  />
                )}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
