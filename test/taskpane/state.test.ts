import type { CheckReport, Finding } from "../../src/checking/report";
import { INITIAL, next, type PaneEvent, type PaneState } from "../../src/taskpane/state";

const finding = (title: string, severity: Finding["severity"]): Finding => ({
  rule: "sous-total",
  severity,
  cell: { sheet: "Plan", row: 0, column: 0 },
  cells: [],
  title,
  message: title,
  statement: title,
  why: "",
  whatToDo: "",
  hint: null,
  written: "",
  expected: null,
  actual: null,
  gap: null,
  reference: null,
  terms: [],
  runnerUp: null,
  codes: [],
  fix: null,
  anchor: { table: null, of: "", year: null, row: "", column: "" },
});

const report: CheckReport = {
  verdict: "bloquant",
  content: "",
  tables: [],
  findings: [finding("a", "info"), finding("b", "blocking"), finding("c", "warning"), finding("d", "blocking")],
  rules: [],
};
const checked: PaneEvent = { type: "checked", report, at: new Date(0), milliseconds: 1 };
const after = (...events: PaneEvent[]): PaneState => events.reduce(next, INITIAL);

test("les constats vont du bloquant à l'information, dans l'ordre du rapport", () => {
  const titles = after({ type: "started" }, checked).checked?.findings.map(({ title }) => title);
  expect(titles).toEqual(["b", "d", "c", "a"]);
});

test("un changement pendant le contrôle le périme", () => {
  expect(after({ type: "started" }, { type: "changed" }, checked).isStale).toBe(true);
  expect(after({ type: "started" }, checked, { type: "started" }, checked).isStale).toBe(false);
});

test("un contrôle annulé laisse l'ancien résultat, et le dit périmé", () => {
  const state = after({ type: "started" }, checked, { type: "started" }, { type: "cancelled" });
  expect([state.running, state.isStale, state.checked?.report]).toEqual([null, true, report]);
  expect(after({ type: "started" }, { type: "cancelled" })).toEqual(INITIAL);
});

test("un ennui se dit, et s'efface au contrôle suivant", () => {
  const failed = after({ type: "started" }, { type: "failed", sentence: "Terminez la saisie." });
  expect([failed.running, failed.trouble]).toEqual([null, "Terminez la saisie."]);
  expect(next(failed, { type: "started" }).trouble).toBeNull();
});
