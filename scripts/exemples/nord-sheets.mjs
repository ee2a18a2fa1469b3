// The sheets of the Nord's workbooks, typed or with formulas.
import { ACCOUNT, FICHES, IMPUTATIONS, PAYMENTS, PLAN, TERRITORIES } from "./nord.mjs";
import { SheetDraft, TEXT, WHOLE } from "./sheet.mjs";

const share = (value) => (typeof value === "number" ? value : 0);
const sum = (values) => values.reduce((total, value) => total + value, 0);
const columns = ["D", "E", "F"];

/** The plan de financement (annexe 1.b). Formulas keep the cached values that typed totals would have. */
class PlanSheet {
  constructor(withFormulas) {
    this.withFormulas = withFormulas;
    this.sheet = new SheetDraft("Plan de financement 2024", [30, 9, 52, 20, 20, 20]);
  }

  amount(value, formula) {
    return this.withFormulas && formula && typeof value === "number" ? { value, formula } : value;
  }

  action([number, title, a, b], axis) {
    const { sheet } = this;
    const row = sheet.row + 1;
    sheet.blank(sheet.row, 0, "axis");
    const total = this.amount(share(a) + share(b), typeof b === "number" ? `=D${row}+E${row}` : `=D${row}`);
    const cells = [{ value: number, format: TEXT, role: "axis" }, title, a, { value: b, role: "amount" }, total];
    sheet.add("label", [axis ? { value: axis, role: "axis" } : null, ...cells], { height: 32 });
    return row;
  }

  total(label, amounts, formulaOf, column = 0) {
    const { sheet } = this;
    const row = sheet.row;
    for (let blank = 0; blank < 3; blank++) if (!(column === 2 && blank === 0)) sheet.blank(row, blank, "total");
    const cells = amounts.map((value, i) => this.amount(value, formulaOf?.(columns[i])));
    sheet.add("total", [...Array(column).fill(null), label, ...Array(2 - column).fill(null), ...cells]);
    if (column === 0) sheet.merge(row, 0, row, 2);
    return row + 1;
  }

  block({ axis, actions }) {
    const top = this.sheet.row;
    const rows = actions.map((action, i) => this.action(action, i === 0 ? axis : null));
    if (actions.length > 1) this.sheet.merge(top, 0, this.sheet.row - 1, 0);
    const a = sum(actions.map(([, , value]) => share(value)));
    const b = sum(actions.map(([, , , value]) => share(value)));
    return { amounts: [a, b, a + b], over: (column) => `=SUM(${column}${rows[0]}:${column}${rows.at(-1)})` };
  }

  build() {
    const { sheet } = this;
    sheet.add("title", ["Annexe 1.b. Plan de financement 2024"]);
    sheet.add("note", ["Contrat local des solidarités et de l'emploi – Département du Nord"]);
    sheet.skip();
    const headers = ["Axes de la contractualisation", "Fiche action N°", "Intitulé de l'action"];
    const amounts = ["A\nParticipation État notifiée", "B\nCrédits CD affectés", "C\nBudget global de l'action (A+B)"];
    sheet.add("header", [...headers, ...amounts], { height: 48 });
    const add = (a, b) => a.map((value, i) => value + b[i]);
    const plus = (rows) => (column) => `=${rows.map((row) => `${column}${row}`).join("+")}`;
    const subtotals = PLAN.solidarites.map((part) => {
      const { amounts: totals, over } = this.block(part);
      return { totals, row: this.total("Sous total", totals, over, 2) };
    });
    const solidarites = subtotals.map(({ totals }) => totals).reduce(add);
    const first = this.total('Sous total "Solidarités"', solidarites, plus(subtotals.map(({ row }) => row)));
    const emploi = this.block(PLAN.emploi);
    const second = this.total('Sous total "Emploi"', emploi.amounts, emploi.over);
    const pact = add(solidarites, emploi.amounts);
    const third = this.total("Total financier Pacte local des solidarités", pact, plus([first, second]));
    const [label, a, b] = PLAN.tourcoing;
    const row = sheet.row + 1;
    for (const blank of [1, 2]) sheet.blank(sheet.row, blank, "label");
    sheet.merge(sheet.row, 0, sheet.row, 2);
    sheet.add("label", [label, null, null, a, { value: b, role: "amount" }, this.amount(a, `=D${row}`)], {
      height: 32,
    });
    // The département's share of Tourcoing is NC: that column ends with the line above.
    const all = (column) => (column === "E" ? `=E${third}` : `=${column}${third}+${column}${row}`);
    this.total("Total financier Contractualisation Etat", add(pact, [a, 0, a]), all);
    return sheet.toWrite({ freeze: { rows: 4 } });
  }
}

const EURO_TEXT = /^([\d\s]+(?:,\s?\d+)?)\s*(M|k)?\s*€$/;

/** Euros of an amount as the source writes it; what is no amount stays a text. */
function inEuros(text) {
  const match = EURO_TEXT.exec(String(text));
  if (!match) return text;
  const scale = { M: 1_000_000, k: 1_000 }[match[2]] ?? 1;
  return Math.round(Number(match[1].replace(/\s/g, "").replace(",", ".")) * scale);
}

function budgetRow(sheet, { rows, euros, other }, index, withFormulas) {
  const [year, state, county, total] = rows[index];
  const lead = { value: year, format: WHOLE, role: "axis" };
  const right = (value) => ({ value, role: "amount" });
  const extra = other ? [right(other.rows)] : [];
  if (!withFormulas) return sheet.add("label", [lead, right(state), right(county), ...extra, right(total)]);
  const row = sheet.row + 1;
  const [a, b] = [state, county].map((text) => (text === "-" ? text : (euros ?? inEuros(text))));
  const formula = b === "-" ? `=B${row}` : `=B${row}+C${row}`;
  return sheet.add("label", [lead, a, right(b), ...extra, { value: share(a) + share(b), formula }]);
}

function budgetTotal(sheet, { rows, total, other }, withFormulas) {
  const [label, ...written] = total;
  const extra = other ? [{ value: other.total, role: "totalAmount" }] : [];
  const cells = written.map((text, i) => {
    if (!withFormulas) return { value: text, role: "totalAmount" };
    const column = i === 2 && other ? "E" : "BCD"[i];
    const top = sheet.row + 1 - rows.length;
    const [, a, b] = rows[0].map(inEuros);
    return { value: rows.length * [a, b, a + b][i], formula: `=SUM(${column}${top}:${column}${sheet.row})` };
  });
  sheet.add("total", [label, cells[0], cells[1], ...extra, cells[2]]);
}

function fiche(sheet, budget, withFormulas) {
  const { number, title, header = "Année", other, total, nature } = budget;
  sheet.add("subtitle", [`Action ${number} – ${title}`]);
  sheet.add("note", [`Budget prévisionnel de l'action ${number}`]);
  const state = other ? "Etat (PLS)" : "Etat";
  if (header === null) sheet.blank(sheet.row, 0, "header");
  sheet.add("header", [header, state, "Conseil départemental", ...(other ? [other.header] : []), "Total"]);
  budget.rows.forEach((_row, index) => budgetRow(sheet, budget, index, withFormulas));
  // A single year is its own total.
  if (total) budgetTotal(sheet, budget, withFormulas);
  sheet.skip();
  sheet.add("note", ["Nature des dépenses"]);
  for (const [label, amount] of nature) {
    const isNumber = withFormulas && amount !== undefined;
    sheet.add("label", [
      label,
      amount === undefined ? null : { value: isNumber ? inEuros(amount) : amount, role: "amount" },
    ]);
  }
  sheet.skip();
}

function territories(sheet, withFormulas) {
  const { number, title, rows } = TERRITORIES;
  const written = (value) => (withFormulas ? value : `${value.toLocaleString("fr-FR").replace(/\s/g, " ")} €`);
  sheet.add("subtitle", [`Action ${number} – ${title}`]);
  sheet.add("note", [`Budget prévisionnel de l'action ${number}`]);
  sheet.blank(sheet.row, 0, "header");
  sheet.add("header", [null, "Etat", "Conseil départemental", "Total"]);
  for (const [label, amount] of rows) {
    const cell = { value: amount === undefined ? null : written(amount), role: "amount" };
    const cells = amount === undefined ? [] : [cell, { value: "-", role: "amount" }, cell];
    sheet.add("label", [label, ...cells]);
  }
}

function fiches(withFormulas) {
  const sheet = new SheetDraft("Fiches actions", [64, 20, 24, 24, 20]);
  const place = FICHES.findIndex(({ number }) => number === "3.1.1");
  FICHES.slice(0, place).forEach((budget) => fiche(sheet, budget, withFormulas));
  territories(sheet, withFormulas);
  sheet.skip();
  FICHES.slice(place).forEach((budget) => fiche(sheet, budget, withFormulas));
  return sheet.toWrite();
}

function imputations(withFormulas) {
  const sheet = new SheetDraft("Imputations", [20, 13, 9, 13, 50, 18, 18]);
  sheet.add("title", ["Imputations budgétaires 2024"]);
  sheet.skip();
  const headers = ["Objet", "Programme", "Action", "Sous-action", "Activité", "Code activité", "Montant 2024"];
  const top = sheet.add("header", headers, { height: 32 }) + 2;
  for (const [block, programme, action, subAction, activity, code, amount] of IMPUTATIONS) {
    const texts = [programme, action, subAction].map((value) => value && { value, format: TEXT, role: "axis" });
    sheet.add("label", [block, ...texts, activity, { value: code, format: TEXT }, amount]);
  }
  const value = sum(IMPUTATIONS.map((line) => line[6]));
  for (let column = 1; column < 6; column++) sheet.blank(sheet.row, column, "total");
  const formula = withFormulas ? `=SUM(G${top}:G${sheet.row})` : undefined;
  sheet.add("total", ["Total", null, null, null, null, null, { value, formula }]);
  return sheet.toWrite();
}

function payments(withFormulas) {
  const sheet = new SheetDraft("Versements", [30, 38, 16, 22, 22], '#,##0.00\\ "€"');
  sheet.add("title", ["Versements de la convention emploi 2024"]);
  sheet.skip();
  sheet.add("header", ["Objet", "Montant prévisionnel", "Taux d'avance", "Avance", "Solde"]);
  for (const [object, amount, rate] of PAYMENTS) {
    const row = sheet.row + 1;
    const advance = Math.round(amount * rate * 100) / 100;
    const rest = Math.round((amount - advance) * 100) / 100;
    const [forAdvance, forRest] = withFormulas ? [`=ROUND(B${row}*C${row},2)`, `=B${row}-D${row}`] : [];
    const cells = [
      { value: advance, formula: forAdvance },
      { value: rest, formula: forRest },
    ];
    sheet.add("label", [object, amount, { value: rate, format: "0%" }, ...cells]);
  }
  sheet.skip();
  sheet.add("subtitle", ["Coordonnées bancaires"]);
  for (const [label, value] of ACCOUNT) sheet.add("label", [label, { value, format: TEXT }]);
  return sheet.toWrite();
}

/** The Nord's whole workbook: amounts typed as the source writes them, or numbers with totals as formulas. */
export function nordSheets({ withFormulas = false } = {}) {
  return [new PlanSheet(withFormulas).build(), fiches(withFormulas), imputations(withFormulas), payments(withFormulas)];
}
