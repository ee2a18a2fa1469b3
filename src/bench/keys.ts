/** The keys of the grid: arrows move, Entrée and Tab go on, F2 or a letter edit, Suppr empties. */
import type { Place } from "./grid";

export type KeyAction =
  | { readonly kind: "move"; readonly to: Place }
  | { readonly kind: "edit"; readonly start: string | null }
  | { readonly kind: "clear" };

const PAGE = 20;

/** What a key asks for at this place; null for a key that the grid leaves alone. */
export function keyAction(event: KeyboardEvent, { row, column }: Place): KeyAction | null {
  const move = (rows: number, columns: number): KeyAction => ({
    kind: "move",
    to: { row: Math.max(0, row + rows), column: Math.max(0, column + columns) },
  });
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (isCommand) return event.key === "Home" ? { kind: "move", to: { row: 0, column: 0 } } : null;
  switch (event.key) {
    case "ArrowUp":
      return move(-1, 0);
    case "ArrowDown":
      return move(1, 0);
    case "ArrowLeft":
      return move(0, -1);
    case "ArrowRight":
      return move(0, 1);
    case "Enter":
      return move(event.shiftKey ? -1 : 1, 0);
    case "PageUp":
      return move(-PAGE, 0);
    case "PageDown":
      return move(PAGE, 0);
    case "Home":
      return { kind: "move", to: { row, column: 0 } };
    case "F2":
      return { kind: "edit", start: null };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    default:
      return event.key.length === 1 ? { kind: "edit", start: event.key } : null;
  }
}
