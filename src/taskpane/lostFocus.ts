/** A button that was pressed may go away with its state: the one that takes its place takes the focus too. */

/** A `ref` for an element that appears: takes the focus if the pane had it and lost it, never from the sheet. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (document.hasFocus() && document.activeElement === document.body) element?.focus({ preventScroll: true });
}
