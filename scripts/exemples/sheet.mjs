// A sheet under construction: cells by row and column, styles by their role. hucre writes it.

const EUROS = '#,##0\\ "€"';
const LINE = { style: "thin", color: { rgb: "A6A6A6" } };
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const font = (look = {}) => ({ name: "Calibri", size: 11, ...look });
const fill = (rgb) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });

/** Looks by role; each sheet may pass number formats of its own. */
const LOOKS = {
  title: { font: font({ bold: true, size: 14 }) },
  subtitle: { font: font({ bold: true, size: 12 }) },
  note: { font: font({ italic: true }) },
  header: {
    font: font({ bold: true }),
    fill: fill("D9E2F3"),
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  label: { font: font(), border: BORDER, alignment: { vertical: "center", wrapText: true } },
  axis: { font: font(), border: BORDER, alignment: { horizontal: "center", vertical: "center", wrapText: true } },
  amount: { font: font(), border: BORDER, alignment: { horizontal: "right", vertical: "center" } },
  total: { font: font({ bold: true }), fill: fill("F2F2F2"), border: BORDER, alignment: { vertical: "center" } },
  totalAmount: {
    font: font({ bold: true }),
    fill: fill("F2F2F2"),
    border: BORDER,
    alignment: { horizontal: "right", vertical: "center" },
  },
};

export class SheetDraft {
  constructor(name, widths, format = EUROS) {
    this.name = name;
    this.widths = widths;
    this.format = format;
    this.cells = new Map();
    this.merges = [];
    this.heights = new Map();
    this.row = 0;
  }

  /** Puts a row at `this.row`; null leaves a cell out. A cell is a value, or {value, formula, role, format}. */
  add(role, cells, { height, from = 0 } = {}) {
    cells.forEach((content, i) => {
      if (content !== null && content !== undefined) this.put(this.row, from + i, content, role);
    });
    if (height) this.heights.set(this.row, height);
    return this.row++;
  }

  skip(rows = 1) {
    this.row += rows;
  }

  put(row, column, content, role) {
    const cell = typeof content === "object" ? content : { value: content };
    const isNumber = typeof cell.value === "number";
    const look = LOOKS[cell.role ?? roleOf(role, isNumber)];
    const format = cell.format ?? (isNumber ? this.format : undefined);
    this.cells.set(`${row},${column}`, {
      value: cell.formula ? undefined : cell.value,
      formula: cell.formula?.replace(/^=/, ""),
      formulaResult: cell.formula ? cell.value : undefined,
      style: { ...look, ...(format ? { numFmt: format } : {}) },
    });
  }

  /** An empty cell with the look of its role, for tables with borders. */
  blank(row, column, role) {
    this.cells.set(`${row},${column}`, { value: null, style: LOOKS[role] });
  }

  merge(top, left, bottom, right) {
    this.merges.push({ startRow: top, startCol: left, endRow: bottom, endCol: right });
  }

  /** For hucre. */
  toWrite({ freeze } = {}) {
    return {
      name: this.name,
      columns: this.widths.map((width) => ({ width })),
      cells: this.cells,
      merges: this.merges,
      rowDefs: new Map([...this.heights].map(([row, height]) => [row, { height, customHeight: true }])),
      ...(freeze ? { freezePane: freeze } : {}),
      pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    };
  }
}

function roleOf(role, isNumber) {
  if (role === "label") return isNumber ? "amount" : "label";
  if (role === "total") return isNumber ? "totalAmount" : "total";
  return role;
}

export const TEXT = "@";
export const WHOLE = "0";
