/** The look of what is folded under the list. */
import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useFoldLook = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "6px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  list: { margin: 0, padding: "0 12px 8px 30px" },
});
