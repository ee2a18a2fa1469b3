/** One content of a cell: its value, and its formula under it. */
import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";
import type { CellContent } from "../../workbook/draft";
import { shownContent } from "./content";

const useStyles = makeStyles({
  formula: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: "italic" },
});

export function ContentText({ content }: { readonly content: CellContent }) {
  const styles = useStyles();
  const { text, formula, isEmpty } = shownContent(content);
  if (isEmpty) return <span className={styles.empty}>vide</span>;
  return (
    <>
      {text}
      {formula !== null && <span className={styles.formula}>{formula}</span>}
    </>
  );
}
