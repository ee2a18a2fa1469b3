/** One content of a cell: its value, and its formula under it or apart. */
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

interface Props {
  readonly content: CellContent;
}

export function ValueText({ content }: Props) {
  const styles = useStyles();
  const { text, isEmpty } = shownContent(content);
  return isEmpty ? <span className={styles.empty}>vide</span> : text;
}

export function FormulaText({ content }: Props) {
  const styles = useStyles();
  const { formula } = shownContent(content);
  return formula === null ? null : <span className={styles.formula}>{formula}</span>;
}

export function ContentText({ content }: Props) {
  return (
    <>
      <ValueText content={content} />
      <FormulaText content={content} />
    </>
  );
}
