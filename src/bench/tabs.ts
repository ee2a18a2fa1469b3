/** The sheet tabs: hidden sheets are named, and cannot be opened. */
import type { EmulatedSheet } from "../emulator/sheet";
import { element } from "./dom";

/** Draws the tabs of a workbook; `choose` is called with the sheet of the tab that is pressed. */
export function drawTabs(
  list: HTMLElement,
  sheets: readonly EmulatedSheet[],
  current: EmulatedSheet,
  choose: (sheet: EmulatedSheet) => void,
): void {
  const tabs = sheets.map((sheet) => {
    const isHidden = sheet.visibility !== "visible";
    const isCurrent = sheet === current;
    const tab = element(
      "button",
      "",
      { type: "button", role: "tab", "aria-selected": String(isCurrent), "aria-controls": "grid" },
      isHidden ? `${sheet.name} (masquée)` : sheet.name,
    );
    tab.tabIndex = isCurrent ? 0 : -1;
    tab.disabled = isHidden;
    tab.addEventListener("click", () => choose(sheet));
    return tab;
  });
  list.replaceChildren(...tabs);
  list.onkeydown = (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const open = tabs.filter((tab) => !tab.disabled);
    const here = open.findIndex((tab) => tab === document.activeElement);
    open[(here + step + open.length) % open.length]?.focus();
  };
  tabs[sheets.indexOf(current)]?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
