/** Letter keys of an area: they act only while the focus is inside it (WCAG 2.1.4), and never on what is being typed. */
import { useEffect, type RefObject } from "react";

function isTyping({ key, target }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");
  return isField && key.length === 1;
}

/** `actions` by lower-case key name; a key with Ctrl, Alt or Cmd belongs to Excel. */
export function useKeys(area: RefObject<HTMLElement | null>, actions: Readonly<Record<string, () => unknown>>): void {
  useEffect(() => {
    const element = area.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actions[event.key.toLowerCase()];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      // On the web office.js listens on the window, and takes Escape as a wish to leave the pane.
      event.stopPropagation();
      action();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  });
}
