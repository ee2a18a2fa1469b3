/** Typing into a cell: an input over it. Entrée writes and goes down, Tab goes right, Échap gives up. */
import { element } from "./dom";

export interface Edit {
  /** The cell's element, for the place of the input. */
  readonly over: HTMLElement;
  readonly text: string;
  readonly commit: (text: string, then: "down" | "right" | "stay") => void;
  readonly cancel: () => void;
}

/** Opens an input over the cell, inside `box`, with the focus in it. */
export function openEditor(box: HTMLElement, { over, text, commit, cancel }: Edit): void {
  const input = element("input", "editor", { "aria-label": "Contenu de la cellule", autocomplete: "off" });
  const [cell, frame] = [over.getBoundingClientRect(), box.getBoundingClientRect()];
  input.style.left = `${cell.left - frame.left + box.scrollLeft}px`;
  input.style.top = `${cell.top - frame.top + box.scrollTop}px`;
  input.style.width = `${cell.width}px`;
  input.style.height = `${Math.max(22, cell.height)}px`;
  input.value = text;

  let isOpen = true;
  const close = (end: () => void) => {
    if (!isOpen) return;
    isOpen = false;
    input.remove();
    end();
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close(cancel);
    else if (event.key === "Enter") close(() => commit(input.value, "down"));
    else if (event.key === "Tab") {
      event.preventDefault();
      close(() => commit(input.value, "right"));
    }
  });
  // Leaving the cell by the mouse writes what was typed, as in Excel.
  input.addEventListener("blur", () => close(() => commit(input.value, "stay")));
  box.append(input);
  input.focus();
  input.setSelectionRange(text.length, text.length);
}
