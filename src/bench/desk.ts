/** The workbook on the desk: the grid, the tabs, the formula bar and the pane beside it, kept in step. */
import type { EmulatedSheet, EmulatedWorkbook } from "../emulator";
import { cellAddress } from "../workbook/address";
import { formulaToFrench, frenchError } from "../workbook/formulaLanguage";
import { byId } from "./dom";
import { openEditor } from "./editor";
import { editableText } from "./french";
import { Grid, type Place } from "./grid";
import { keyAction } from "./keys";
import type { SheetLook } from "./look";
import type { Side } from "./side";
import { SheetView } from "./sheetView";
import { drawTabs } from "./tabs";
import { typedContent } from "./typed";

export interface OpenedWorkbook {
  readonly workbook: EmulatedWorkbook;
  lookOf(sheet: EmulatedSheet): SheetLook;
}

export class Desk {
  readonly #grid = new Grid(byId("grid", HTMLElement));
  readonly #content = byId("content", HTMLInputElement);
  #opened: OpenedWorkbook | null = null;
  #isLayoutDue = false;
  #unsubscribe: () => void = () => undefined;

  /** `say` shows a sentence to the officer; null takes it away. */
  constructor(
    private readonly side: Side,
    private readonly say: (sentence: string | null) => void,
  ) {
    const box = byId("grid", HTMLElement);
    box.addEventListener("mousedown", (event) => {
      const place = this.#grid.placeOf(event);
      if (place) this.#choose(place);
    });
    box.addEventListener("dblclick", (event) => {
      if (event.target instanceof Element && event.target.closest(".row")) this.#edit(null);
    });
    box.addEventListener("keydown", (event) => this.#onKey(event));
    this.#content.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#commit(this.#content.value, "down");
      else if (event.key === "Escape") this.#update();
      else return;
      box.focus();
    });
    this.#content.addEventListener("focus", () => this.side.setEditing(true));
    this.#content.addEventListener("blur", () => {
      // Leaving the bar for a button writes what was typed, as in Excel.
      this.#commit(this.#content.value, "stay");
      this.#update();
    });
  }

  /** Puts a workbook on the desk, and opens the pane anew on it. */
  open(opened: OpenedWorkbook): void {
    this.#unsubscribe();
    this.#opened = opened;
    const { workbook } = opened;
    this.#unsubscribe = workbook.subscribe((change) => {
      if (change.kind === "selection" || change.kind === "activation") this.#update();
      else this.#layOutSoon();
    });
    byId("name", HTMLElement).textContent = workbook.name;
    this.#layOut();
    this.side.put(workbook);
  }

  get #sheet(): EmulatedSheet | null {
    return this.#opened?.workbook.selection.sheet ?? null;
  }

  /** A batch that writes and dresses a sheet changes it a hundred times: one layout, once it is done. */
  #layOutSoon(): void {
    if (this.#isLayoutDue) return;
    this.#isLayoutDue = true;
    queueMicrotask(() => {
      this.#isLayoutDue = false;
      this.#layOut();
    });
  }

  #layOut(): void {
    const sheet = this.#sheet;
    if (!this.#opened || !sheet) return;
    this.#grid.show(new SheetView(this.#opened.workbook, sheet, this.#opened.lookOf(sheet)));
    this.#update();
  }

  /** Brings grid, tabs and formula bar to the workbook's selection. */
  #update(): void {
    if (!this.#opened) return;
    const { workbook } = this.#opened;
    const { sheet, area } = workbook.selection;
    if (this.#grid.view?.sheet !== sheet || this.#grid.view.workbook !== workbook) return this.#layOut();
    this.#grid.select({ row: area.top, column: area.left });
    const { row, column } = this.#grid.selected;
    byId("address", HTMLElement).textContent = cellAddress(row, column);
    this.#content.value = this.#editText();
    drawTabs(byId("tabs", HTMLElement), workbook.sheets, sheet, (chosen) => {
      workbook.userSelect(chosen.name, "A1");
    });
  }

  /** The selected cell's content as French Excel gives it to edit. */
  #editText(): string {
    const { row, column } = this.#grid.selected;
    const cell = this.#sheet?.cellAt(row, column);
    if (!cell) return "";
    if (cell.formula !== null) return formulaToFrench(cell.formula);
    if (cell.error !== null) return frenchError(cell.error);
    return cell.value === null ? "" : editableText(cell.value);
  }

  #choose({ row, column }: Place): void {
    const view = this.#grid.view;
    if (!view || row >= view.rows.count || column >= view.columns.count) return;
    this.#opened?.workbook.userSelect(view.sheet.name, cellAddress(row, column));
  }

  #onKey(event: KeyboardEvent): void {
    const action = keyAction(event, this.#grid.selected);
    if (!action) return;
    event.preventDefault();
    if (action.kind === "edit") this.#edit(action.start);
    else if (action.kind === "clear") this.#commit("", "stay");
    else this.#choose(this.#pastMerge(action.to));
  }

  /** From a merged cell, one step leaves the whole of it. */
  #pastMerge(to: Place): Place {
    const from = this.#grid.selected;
    const merge = this.#grid.view?.mergeAt(from.row, from.column);
    if (!merge) return to;
    return {
      row: to.row === from.row + 1 ? merge.bottom + 1 : to.row,
      column: to.column === from.column + 1 ? merge.right + 1 : to.column,
    };
  }

  #edit(start: string | null): void {
    const over = this.#grid.selectedElement();
    if (!over) return;
    const box = byId("grid", HTMLElement);
    this.side.setEditing(true);
    const end = () => {
      this.side.setEditing(false);
      box.focus();
    };
    openEditor(box, {
      over,
      text: start ?? this.#editText(),
      commit: (text, then) => {
        end();
        this.#commit(text, then);
      },
      cancel: end,
    });
  }

  #commit(text: string, then: "down" | "right" | "stay"): void {
    const sheet = this.#sheet;
    if (!this.#opened || !sheet) return;
    this.side.setEditing(false);
    const { row, column } = this.#grid.selected;
    if (text !== this.#editText()) {
      const content = typedContent(text, sheet.cellAt(row, column).numberFormat);
      const outcome = this.#opened.workbook.userEdit(sheet.name, cellAddress(row, column), content);
      this.say(outcome.ok ? null : `La feuille « ${sheet.name} » est protégée : la saisie n'a pas été reprise.`);
    }
    if (then === "down") this.#choose(this.#pastMerge({ row: row + 1, column }));
    if (then === "right") this.#choose(this.#pastMerge({ row, column: column + 1 }));
  }
}
