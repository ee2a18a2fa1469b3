/** The sections of a report: findings first, then what each rule could say, then the tables that were read. */
import type { Justified, JustifiedFinding, KeptJustification } from "../checking/justifications";
import type { CheckReport, Outcome, RuleOutcome, TableSummary } from "../checking/report";
import {
  autresCellules,
  justificationText,
  RAPPORT,
  rienReleve,
  RUBRIQUES,
  sujetDeJustification,
  verifications,
} from "../messages/rapport";
import { upperFirst } from "../messages/sentences";
import { OUTCOME_TEXTS, SEVERITY_TEXTS, TABLE_TEXTS } from "../messages/verdicts";
import { cellAddress, parseArea, qualifiedAddress, type CellRef } from "../workbook/address";
import type { Ligne, Section, Valeur } from "./rapport";

/** Other cells of a finding that a report names. */
const MOST_NAMED = 4;
/** Longest text of a line: Excel has no row higher than 409 points. */
const LONGEST_TEXT = 900;
const LONGEST_WRITTEN = 80;

const EMPTY: Ligne = {
  state: "",
  tone: "plain",
  cell: "",
  others: "",
  title: "",
  text: "",
  written: null,
  expected: null,
  gap: null,
  article: "",
  whatToDo: "",
  justification: "",
  refs: [],
};

function clipped(text: string, longest = LONGEST_TEXT): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

/** The other cells of a finding, from the sheet of its own: "D7, E7, Fiches!B12 et 3 autres". */
function others(sheet: string, cells: readonly CellRef[]): string {
  const addresses = cells.map((cell) =>
    cell.sheet === sheet ? cellAddress(cell.row, cell.column) : qualifiedAddress(cell),
  );
  const unique = [...new Set(addresses)];
  const named = unique.length > MOST_NAMED + 1 ? unique.slice(0, MOST_NAMED) : unique;
  return autresCellules(named, unique.length - named.length);
}

function constat({ finding, kept, isToReview }: JustifiedFinding): Ligne {
  const { severity, cell, cells, title, statement, why, written, actual, expected, gap, fix, grandeur } = finding;
  const figure = (amount: string): Valeur => ({ amount, ...(grandeur === undefined ? {} : { grandeur }) });
  const proposal = fix === null ? null : { text: clipped(fix.value, LONGEST_WRITTEN) };
  return {
    ...EMPTY,
    state: SEVERITY_TEXTS[severity],
    tone: severity,
    cell: qualifiedAddress(cell),
    others: others(cell.sheet, cells),
    title,
    text: clipped(`${statement} ${why}`),
    written: actual === null ? { text: clipped(written, LONGEST_WRITTEN) } : figure(actual),
    expected: expected === null ? proposal : figure(expected),
    gap: gap === null ? null : figure(gap),
    article: finding.reference ?? "",
    whatToDo: finding.whatToDo,
    justification: kept ? justificationText(kept.justification, { isReceived: kept.isReceived, isToReview }) : "",
    refs: [cell, ...cells],
  };
}

function constats({ verdict, tables, rules }: CheckReport, { findings }: Justified): Section {
  const checks = rules.reduce((sum, { checked }) => sum + checked, 0);
  const nothing =
    tables.length === 0
      ? RAPPORT.aucunTableau
      : verdict === "non-verifiable"
        ? RAPPORT.toutNEstPasVerifie
        : rienReleve(checks, tables.length);
  return {
    heading: RUBRIQUES.constats(findings.length),
    note: findings.length === 0 ? nothing : null,
    kind: "constats",
    lines: findings.map(constat),
  };
}

function sansObjet({ rules }: CheckReport, unused: readonly KeptJustification[]): Section {
  const lines = unused.map(({ justification, isReceived }): Ligne => {
    const { rule, table, lines: held, year } = justification;
    const row = held.map((line) => line.row).join(", ");
    const about = sujetDeJustification(table === null ? "" : (TABLE_TEXTS[table] ?? table), clipped(row, 200), year);
    const said = justificationText(justification, { isReceived, isToReview: false });
    return {
      ...EMPTY,
      state: upperFirst(OUTCOME_TEXTS["not-applicable"]),
      title: rules.find((one) => one.rule === rule)?.title ?? rule,
      text: clipped(`${about}. ${said}`),
    };
  });
  return { heading: RUBRIQUES.sansObjet(lines.length), note: null, kind: "regles", lines };
}

function regle({ outcome, title, checked, reason }: RuleOutcome): Ligne {
  const text = [outcome === "not-verifiable" ? "" : verifications(checked), reason ?? ""].join(" ").trim();
  return { ...EMPTY, state: upperFirst(OUTCOME_TEXTS[outcome]), title, text: clipped(text) };
}

function regles(all: readonly RuleOutcome[], outcome: Outcome): Section {
  const rules = all.filter((one) => one.outcome === outcome);
  const heading = RUBRIQUES[outcome](rules.length);
  // What the workbook holds nothing of is named, in one line.
  if (outcome === "not-applicable") {
    const note = rules.length === 0 ? null : `${rules.map(({ title }) => title).join("\u00A0; ")}.`;
    return { heading, note, kind: "regles", lines: [] };
  }
  return { heading, note: null, kind: "regles", lines: rules.map(regle) };
}

/** Tables that one line names. */
const MOST_TABLES = 60;

function tablesLine({ kind, sheet, year, unit }: TableSummary, ranges: readonly string[]): Ligne {
  const about = [year === null ? "" : String(year), unit === "€" || unit === "" ? "" : `en ${unit}`].filter(
    (part) => part !== "",
  );
  const text = ranges.join(", ");
  return {
    ...EMPTY,
    state: "Lu",
    cell: sheet,
    title: upperFirst(TABLE_TEXTS[kind] ?? kind),
    text: about.length === 0 ? text : `${about.join(", ")}\u00A0: ${text}`,
  };
}

/** The tables of a kind, a year and a sheet, in as few lines as hold them all. */
function tableaux(tables: readonly TableSummary[]): Section {
  const groups = new Map<string, TableSummary[]>();
  for (const table of tables) {
    const key = JSON.stringify([table.kind, table.sheet, table.year, table.unit]);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  const lines = [...groups.values()].flatMap((group) =>
    group.flatMap((first, place) =>
      place % MOST_TABLES === 0
        ? [
            tablesLine(
              first,
              group.slice(place, place + MOST_TABLES).map(({ range }) => range),
            ),
          ]
        : [],
    ),
  );
  return { heading: RUBRIQUES.tableaux(tables.length), note: null, kind: "regles", lines };
}

/** What was nearly read, and what a person said of tables that are gone: notices, never findings. */
function aPreciser({ near, unusedReadings }: CheckReport): Section {
  const lines = [
    ...near.map(({ kind, sheet, range, message }): Ligne => {
      const area = parseArea(range);
      const refs = area ? [{ sheet, row: area.top, column: area.left }] : [];
      const title = upperFirst(TABLE_TEXTS[kind] ?? kind);
      return { ...EMPTY, state: RAPPORT.aPreciser, cell: `${sheet}!${range}`, title, text: clipped(message), refs };
    }),
    ...unusedReadings.map(({ lecture: { kind, sheet }, message }): Ligne => ({
      ...EMPTY,
      state: RAPPORT.aPreciser,
      cell: sheet,
      title: upperFirst(TABLE_TEXTS[kind] ?? RAPPORT.lecture),
      text: clipped(message),
    })),
  ];
  return { heading: RUBRIQUES.aPreciser(lines.length), note: null, kind: "regles", lines };
}

/** Sections in the order in which a report gives them; empty ones are left out, but for the findings'. */
export function sectionsOf(report: CheckReport, justified: Justified): Section[] {
  return [
    constats(report, justified),
    aPreciser(report),
    sansObjet(report, justified.unused),
    regles(report.rules, "findings"),
    regles(report.rules, "not-verifiable"),
    regles(report.rules, "passed"),
    regles(report.rules, "not-applicable"),
    tableaux(report.tables),
  ].filter(({ kind, note, lines }) => kind === "constats" || note !== null || lines.length > 0);
}
