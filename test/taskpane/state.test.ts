import { justify } from "../../src/checking/justifications";
import type { CheckReport } from "../../src/checking/report";
import { listed } from "../../src/taskpane/findings/listed";
import { INITIAL, next, type PaneEvent, type PaneState } from "../../src/taskpane/state";
import { finding } from "../builders/finding";

const report: CheckReport = {
  verdict: "bloquant",
  content: "",
  tables: [],
  near: [],
  unusedReadings: [],
  findings: [
    finding("a", "info", "A1"),
    finding("b", "blocking", "A2"),
    finding("c", "warning", "A3"),
    finding("d", "blocking", "A4"),
  ],
  rules: [],
};

function checkedWith(found: CheckReport["findings"]): Extract<PaneEvent, { type: "checked" }> {
  const list = listed(justify(found, []));
  const of = { ...report, findings: found };
  return { type: "checked", report: of, listed: list, at: new Date(0), milliseconds: 1, trouble: null };
}

const started: PaneEvent = { type: "started", isQuiet: false };
const quiet: PaneEvent = { type: "started", isQuiet: true };
const checked = checkedWith(report.findings);
const after = (...events: PaneEvent[]): PaneState => events.reduce(next, INITIAL);

test("les constats vont du bloquant à l'information, dans l'ordre du rapport", () => {
  const titles = after(started, checked).checked?.listed.findings.map(({ finding: { title } }) => title);
  expect(titles).toEqual(["b", "d", "c", "a"]);
});

test("un contrôle fait sans les réglages le dit, et garde son résultat", () => {
  const state = after(started, { ...checked, trouble: "Réglages illisibles." });
  expect([state.trouble, state.checked?.report]).toEqual(["Réglages illisibles.", report]);
  expect(after(started, checked).trouble).toBeNull();
});

test("un changement pendant le contrôle le périme", () => {
  expect(after(started, { type: "changed" }, checked).isStale).toBe(true);
  expect(after(started, checked, started, checked).isStale).toBe(false);
});

test("ce que le volet écrit périme le contrôle, sans compter comme une saisie", () => {
  const state = after(started, checked, { type: "wrote" });
  expect([state.isStale, state.edits > state.seen]).toEqual([true, false]);
  const typed = next(state, { type: "changed" });
  expect([typed.isStale, typed.edits > typed.seen]).toEqual([true, true]);
  expect(next(typed, quiet)).toMatchObject({ edits: 1, seen: 1, isStale: false });
});

test("un contrôle annulé laisse l'ancien résultat, et le dit périmé", () => {
  const state = after(started, checked, started, { type: "cancelled" });
  expect([state.running, state.isStale, state.checked?.report]).toEqual([null, true, report]);
  expect(after(started, { type: "cancelled" })).toEqual(INITIAL);
});

test("un ennui se dit, et s'efface au contrôle suivant", () => {
  const failed = after(started, { type: "failed", sentence: "Terminez la saisie.", code: "cell-edit" });
  expect([failed.running, failed.trouble]).toEqual([null, "Terminez la saisie."]);
  expect(next(failed, started).trouble).toBeNull();
});

test("un contrôle que personne n'a demandé ne dérange pas qui saisit, mais dit les autres ennuis", () => {
  const typing = after(started, checked, quiet, { type: "failed", sentence: "Terminez.", code: "cell-edit" });
  expect(typing).toMatchObject({ trouble: null, quietFailure: "cell-edit", isStale: true });
  const silent = after(started, checked, quiet, { type: "failed", sentence: "Excel se tait.", code: "no-answer" });
  expect(silent).toMatchObject({ trouble: "Excel se tait.", quietFailure: "no-answer" });
});

test("une fiche ouverte le reste tant que le contrôle suivant trouve son constat", () => {
  const open: PaneEvent = { type: "opened", id: "sous-total Plan!A2" };
  expect(after(started, checked, open, quiet, checked).open).toBe("sous-total Plan!A2");
  const mended = checkedWith(report.findings.filter(({ title }) => title !== "b"));
  expect(after(started, checked, open, quiet, mended).open).toBeNull();
});
