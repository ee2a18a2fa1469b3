/**
 * The look of native fields and lists. Fluent's own bring its whole list of tokens with them, which is then loaded with
 * the pane's first part; the browser's are all that a form of this size needs.
 */
import { makeStyles } from "@fluentui/react-components";
import { tokens } from "./tokens";

export const useFieldLook = makeStyles({
  field: {
    boxSizing: "border-box",
    width: "100%",
    minWidth: "0",
    height: "24px",
    padding: "0 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
    '&[aria-invalid="true"]': { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
});
