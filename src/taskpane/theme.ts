/** Light or dark as the system says: Excel's own theme is not told reliably to add-ins. */
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function watch(listener: () => void): () => void {
  dark.addEventListener("change", listener);
  return () => dark.removeEventListener("change", listener);
}

/** The pane is 350 pixels wide: one step smaller than Fluent's own sizes. */
const DENSE = {
  fontSizeBase300: "13px",
  lineHeightBase300: "18px",
  fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', Roboto, 'Liberation Sans', Arial, sans-serif",
};
const LIGHT: Theme = { ...webLightTheme, ...DENSE };
const DARK: Theme = { ...webDarkTheme, ...DENSE };

export function useTheme(): Theme {
  return useSyncExternalStore(watch, () => dark.matches) ? DARK : LIGHT;
}
