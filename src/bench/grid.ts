/** The sheet on screen: only the rows and columns in sight are in the page. */
import { cellAddress, columnLetters, type Area } from "../workbook/address";
import { element } from "./dom";
import type { SheetView } from "./sheetView";

const HEADER = { width: 46, height: 22 };
/** Rows and columns kept beyond the visible ones, so that a small scroll shows no blank. */
const BEYOND = 3;

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

const cellId = ({ row, column }: Place) => `cell-${cellAddress(row, column)}`;
const isIn = (index: number, { first, last }: Span) => index >= first && index <= last;

export class Grid {
  #view: SheetView | null = null;
  #selected: Place = { row: 0, column: 0 };
  #frame = 0;
  readonly #sheet = element("div", "sizer", { role: "rowgroup" });

  constructor(private readonly box: HTMLElement) {
    box.append(this.#sheet);
    box.setAttribute("role", "grid");
    box.tabIndex = 0;
    box.addEventListener("scroll", () => this.refresh());
    new ResizeObserver(() => this.refresh()).observe(box);
  }

  get view(): SheetView | null {
    return this.#view;
  }

  get selected(): Place {
    return this.#selected;
  }

  /** Shows a sheet from its top, or keeps the place when it is the same sheet laid out anew. */
  show(view: SheetView): void {
    const isOther = this.#view?.workbook !== view.workbook || this.#view.sheet !== view.sheet;
    this.#view = view;
    this.box.setAttribute("aria-label", `Feuille ${view.sheet.name}`);
    this.box.setAttribute("aria-rowcount", String(view.rows.count + 1));
    this.box.setAttribute("aria-colcount", String(view.columns.count + 1));
    if (isOther) this.box.scrollTo(0, 0);
    this.#draw();
  }

  /** Marks the selected cell (a merge's first one) and brings it in sight. */
  select(place: Place): void {
    const merge = this.#view?.mergeAt(place.row, place.column);
    const { row, column } = merge ? { row: merge.top, column: merge.left } : place;
    this.#selected = { row, column };
    this.#bringInSight();
    // A click that redrew the cell under it would never become a double click.
    if (this.#element(cellId(this.#selected))) this.#mark();
    else this.#draw();
  }

  /** Draws at the next frame: many changes, one drawing. */
  refresh(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** The cell under an event, or null. */
  placeOf(event: Event): Place | null {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-address]") : null;
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
  }

  /** The selected cell's element: it is in the page once it has been brought in sight. */
  selectedElement(): HTMLElement | null {
    return this.box.querySelector<HTMLElement>('[aria-selected="true"]');
  }

  #bringInSight(): void {
    if (!this.#view) return;
    const { rows, columns } = this.#view;
    const { row, column } = this.#selected;
    const [top, left] = [rows.start(row), columns.start(column)];
    const [height, width] = [this.box.clientHeight - HEADER.height, this.box.clientWidth - HEADER.width];
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top + rows.extent(row) > this.box.scrollTop + height) {
      this.box.scrollTop = Math.min(top, top + rows.extent(row) - height + 60);
    }
    if (left < this.box.scrollLeft) this.box.scrollLeft = left;
    else if (left + columns.extent(column) > this.box.scrollLeft + width) {
      this.box.scrollLeft = Math.min(left, left + columns.extent(column) - width + 40);
    }
  }

  #draw(): void {
    const view = this.#view;
    if (!view) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.box;
    const rows = {
      first: Math.max(0, view.rows.at(scrollTop) - BEYOND),
      last: Math.min(view.rows.count - 1, view.rows.at(scrollTop + clientHeight) + BEYOND),
    };
    const columns = {
      first: Math.max(0, view.columns.at(scrollLeft) - BEYOND),
      last: Math.min(view.columns.count - 1, view.columns.at(scrollLeft + clientWidth) + BEYOND),
    };
    const lines = [this.#columnHeaders(view, columns)];
    for (let row = rows.first; row <= rows.last; row += 1) lines.push(this.#row(view, row, columns));
    // A merge that begins out of sight still shows its text.
    for (const merge of view.sheet.merges) {
      if (isIn(merge.top, rows) && isIn(merge.left, columns)) continue;
      if (merge.bottom < rows.first || merge.top > rows.last) continue;
      if (merge.right < columns.first || merge.left > columns.last) continue;
      const line = this.#line(view, merge.top);
      line.append(this.#cell(view, merge));
      lines.push(line);
    }
    this.#sheet.style.width = `${HEADER.width + view.columns.length}px`;
    this.#sheet.style.height = `${HEADER.height + view.rows.length}px`;
    this.#sheet.replaceChildren(...lines);
    this.#mark();
  }

  #element(id: string): HTMLElement | null {
    return this.box.querySelector<HTMLElement>(`#${id}`);
  }

  /** Shows which cell is selected, on the cell and on its headers. */
  #mark(): void {
    this.selectedElement()?.setAttribute("aria-selected", "false");
    for (const header of this.box.querySelectorAll(".head.current")) header.classList.remove("current");
    const id = cellId(this.#selected);
    const selected = this.#element(id);
    selected?.setAttribute("aria-selected", "true");
    this.#element(`column-${this.#selected.column}`)?.classList.add("current");
    this.#element(`row-${this.#selected.row}`)?.classList.add("current");
    if (selected) this.box.setAttribute("aria-activedescendant", id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  #columnHeaders(view: SheetView, { first, last }: Span): HTMLElement {
    const line = element("div", "columns", { role: "row", "aria-rowindex": "1" });
    line.append(element("div", "corner", { role: "gridcell" }));
    for (let column = first; column <= last; column += 1) {
      const id = `column-${column}`;
      const header = element("div", "head", { role: "columnheader", id }, columnLetters(column));
      header.style.left = `${HEADER.width + view.columns.start(column)}px`;
      header.style.width = `${view.columns.extent(column)}px`;
      line.append(header);
    }
    return line;
  }

  #line(view: SheetView, row: number): HTMLElement {
    const line = element("div", "row", { role: "row", "aria-rowindex": String(row + 2) });
    line.style.top = `${HEADER.height + view.rows.start(row)}px`;
    line.style.height = `${view.rows.extent(row)}px`;
    return line;
  }

  #row(view: SheetView, row: number, columns: Span): HTMLElement {
    const line = this.#line(view, row);
    line.append(element("div", "head", { role: "rowheader", id: `row-${row}` }, String(row + 1)));
    for (let column = columns.first; column <= columns.last; column += 1) {
      const merge = view.mergeAt(row, column);
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      line.append(this.#cell(view, merge ?? { top: row, left: column, bottom: row, right: column }));
    }
    return line;
  }

  #cell(view: SheetView, area: Area): HTMLElement {
    const { top: row, left: column } = area;
    const { text, look, align, room } = view.view(area);
    const address = cellAddress(row, column);
    const cell = element("div", `cell ${align} v-${look.vertical ?? "bottom"}`, {
      role: "gridcell",
      id: cellId({ row, column }),
      "aria-colindex": String(column + 2),
      "aria-selected": "false",
      "data-address": `${view.sheet.name}!${address}`,
      "data-row": String(row),
      "data-column": String(column),
    });
    cell.style.left = `${HEADER.width + view.columns.start(column)}px`;
    cell.style.width = `${view.columns.extent(column, area.right)}px`;
    cell.style.height = `${view.rows.extent(row, area.bottom)}px`;
    if (look.fill) cell.style.background = look.fill;
    if (look.color) cell.style.color = look.color;
    if (look.bold) cell.classList.add("bold");
    if (look.italic) cell.classList.add("italic");
    if (text) {
      const content = element("span", look.wrap ? "text wrap" : "text", {}, text);
      content.style.maxWidth = `${room - 2}px`;
      cell.append(content);
    }
    return cell;
  }
}
