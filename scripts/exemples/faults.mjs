// Five faults that officers make, put into the Nord's workbook for demonstrations.

/** The cell of an address such as "Fiches actions!B31"; it must be there. */
function cellAt(sheets, address) {
  const [name, place] = address.split("!");
  const [, letter, row] = /^([A-Z])(\d+)$/.exec(place);
  const cell = sheets.find((sheet) => sheet.name === name)?.cells.get(`${row - 1},${letter.charCodeAt(0) - 65}`);
  if (!cell) throw new Error(`no cell ${address}`);
  return cell;
}

/** Row (as in addresses) of the total of a fiche's budget. */
function totalRowOf(sheets, number) {
  const { cells } = sheets.find(({ name }) => name === "Fiches actions");
  const valueAt = (row) => cells.get(`${row},0`)?.value;
  const rows = [...cells.keys()].map((key) => Number(key.split(",")[0]));
  const title = rows.find((row) => String(valueAt(row)).startsWith(`Action ${number} `));
  const total = rows.find((row) => row > title && valueAt(row) === "Total");
  return total + 1;
}

/** Where each fault is, what stood there and what stands there now. */
export function faultsOf(sheets) {
  const plan = "Plan de financement 2024";
  const fiche = totalRowOf(sheets, "1.2.1");
  return [
    { at: `${plan}!D10`, from: 2_698_980, to: 2_689_980, what: "deux chiffres intervertis dans un sous-total" },
    { at: `${plan}!D11`, from: 375_000, to: 37_500, what: "un zéro oublié dans une action" },
    { at: `${plan}!E16`, from: 8_752_912, to: "NC", what: "« NC » au volet 2, où la part du département est due" },
    { at: `${plan}!F20`, from: 1_349_393, to: { formula: "D20+#REF!", error: "#REF!" }, what: "une référence perdue" },
    { at: `Fiches actions!B${fiche}`, from: "1 460 000 €", to: "1 095 000 €", what: "un total resté à trois années" },
  ];
}

/** Puts the faults into the sheets; refuses where the cell does not hold what is expected. */
export function putFaults(sheets) {
  for (const { at, from, to } of faultsOf(sheets)) {
    const cell = cellAt(sheets, at);
    if (cell.value !== from) throw new Error(`${at} holds ${cell.value}`);
    if (typeof to === "object") Object.assign(cell, { value: undefined, formula: to.formula, formulaResult: to.error });
    else cell.value = to;
  }
  return sheets;
}
