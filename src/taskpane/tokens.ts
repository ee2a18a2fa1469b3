/**
 * The few of Fluent's tokens that the pane uses, as the variables that its theme sets. Fluent's own list of them all is
 * large, and wanted by fields that are loaded later: taken from there, it would have to be loaded first.
 */
import type { Theme } from "@fluentui/react-components";

const variable = (name: keyof Theme) => `var(--${name})`;

export const tokens = {
  borderRadiusMedium: variable("borderRadiusMedium"),
  colorBrandForeground1: variable("colorBrandForeground1"),
  colorBrandForegroundLink: variable("colorBrandForegroundLink"),
  colorCompoundBrandStroke: variable("colorCompoundBrandStroke"),
  colorNeutralBackground1: variable("colorNeutralBackground1"),
  colorNeutralBackground1Hover: variable("colorNeutralBackground1Hover"),
  colorNeutralBackground1Selected: variable("colorNeutralBackground1Selected"),
  colorNeutralBackground2: variable("colorNeutralBackground2"),
  colorNeutralForeground1: variable("colorNeutralForeground1"),
  colorNeutralForeground2: variable("colorNeutralForeground2"),
  colorNeutralForeground3: variable("colorNeutralForeground3"),
  colorNeutralStroke1: variable("colorNeutralStroke1"),
  colorNeutralStroke2: variable("colorNeutralStroke2"),
  colorNeutralStrokeAccessible: variable("colorNeutralStrokeAccessible"),
  colorPaletteRedBorder2: variable("colorPaletteRedBorder2"),
  colorStatusDangerForeground1: variable("colorStatusDangerForeground1"),
  colorStatusSuccessForeground1: variable("colorStatusSuccessForeground1"),
  colorStatusWarningForeground3: variable("colorStatusWarningForeground3"),
  colorStrokeFocus2: variable("colorStrokeFocus2"),
  fontFamilyMonospace: variable("fontFamilyMonospace"),
  fontSizeBase100: variable("fontSizeBase100"),
  fontSizeBase200: variable("fontSizeBase200"),
  fontSizeBase300: variable("fontSizeBase300"),
  fontSizeBase400: variable("fontSizeBase400"),
  fontWeightRegular: variable("fontWeightRegular"),
  fontWeightSemibold: variable("fontWeightSemibold"),
  lineHeightBase100: variable("lineHeightBase100"),
  lineHeightBase200: variable("lineHeightBase200"),
  lineHeightBase300: variable("lineHeightBase300"),
  lineHeightBase400: variable("lineHeightBase400"),
} as const;
