/** Justifications from the pane: kept in the workbook, known again as this machine's own, never a pass. */
import { checkWorkbook } from "../../../src/checking/check";
import { justificationOf } from "../../../src/checking/justifications";
import { withJustification, withoutJustification } from "../../../src/domain/justification";
import { EmulatedWorkbook } from "../../../src/emulator";
import { changeJustifications, inspect } from "../../../src/taskpane/findings/inspect";
import { nordPlan } from "../../builders/nord";
import { changed } from "../../builders/picture";
import { hostOver } from "../../excel/host-over";

const SAID = { reason: "Accord écrit du comptable", author: "A. Agent", date: "2025-03-31", scope: "cell" } as const;

const WRONG = changed(nordPlan(), "Plan!D7", 2_540_000);

async function inspected(picture = WRONG) {
  const { host } = hostOver(EmulatedWorkbook.fromPicture(picture));
  const { report } = await inspect(host, checkWorkbook, picture, []);
  const [first] = report.findings;
  if (!first) throw new Error("nothing found");
  return { host, report, justification: justificationOf(first, report.findings, SAID) };
}

test("une justification gardée compte comme celle d'ici, et le verdict reste bloquant", async () => {
  const { host, report, justification: said } = await inspected();
  const justification = { ...said, reason: "Accord écrit\ndu comptable " };
  const list = await changeJustifications(host, report, (all) => withJustification(all, justification));
  expect(list).toMatchObject({ ok: true, value: { counts: { blocking: { all: 1, justified: 1, received: 0 } } } });
  const again = await inspect(host, checkWorkbook, WRONG, []);
  expect(again).toMatchObject({
    report: { verdict: "bloquant" },
    listed: { findings: [{ status: "justified" }] },
  });
});

test("une justification venue avec le classeur est montrée comme reçue", async () => {
  const { host, report, justification } = await inspected();
  const theirs = { ...justification, author: "Un autre" };
  const text = JSON.stringify({ version: 2, reglages: null, justifications: [theirs] });
  await host.writeMemory(text);
  expect(await inspect(host, checkWorkbook, WRONG, [])).toMatchObject({
    listed: { findings: [{ status: "received" }] },
  });
  const adopted = await changeJustifications(host, report, (all) => withJustification(all, justification));
  expect(adopted).toMatchObject({ value: { findings: [{ status: "justified" }] } });
});

test("retirée, elle ne vaut plus ; les autres restent", async () => {
  const { host, report, justification } = await inspected();
  const other = { ...justification, rule: "total-ligne" };
  await changeJustifications(host, report, (all) => withJustification(withJustification(all, other), justification));
  const list = await changeJustifications(host, report, (all) => withoutJustification(all, justification));
  expect(list).toMatchObject({
    value: { findings: [{ status: "open" }], unused: [{ justification: { rule: "total-ligne" } }] },
  });
});

test("ce que le classeur ne garde pas est dit, et rien n'est perdu", async () => {
  const { host, report, justification } = await inspected();
  await host.writeMemory('{"version": 9}');
  const refused = await changeJustifications(host, report, (all) => withJustification(all, justification));
  expect(refused).toMatchObject({ ok: false, sentence: expect.stringMatching(/plus récente/) });
  expect(await host.readMemory()).toEqual({ ok: true, value: '{"version": 9}' });
  const again = await inspect(host, checkWorkbook, WRONG, []);
  expect(again).toMatchObject({ trouble: expect.stringMatching(/sans ces réglages/), listed: { findings: [{}] } });
});
