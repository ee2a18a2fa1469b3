import type { EmulatedHost } from "../../src/emulator";
import type { HostResult, Receipt } from "../../src/host/ports";
import { hostOver } from "./host-over";
import { at, DRAFT, openBench, stateOf } from "./writing-set-up";

/** Long enough for a busy machine to answer, short enough for hundreds of silences. */
const TIMEOUT_MS = 60;

type Break = (excel: EmulatedHost, n: number) => void;

const FAULTS: readonly (readonly [string, Break])[] = [
  ["refusé", (excel, n) => excel.failBatch(n, "GeneralException")],
  ["refusé après trois actions", (excel, n) => excel.failBatch(n, "AccessDenied", { afterActions: 3 })],
  ["refusé à la moitié", (excel, n) => excel.failBatch(n, "GeneralException", { afterActions: 60 })],
  ["refusé une fois tout fait", (excel, n) => excel.failBatch(n, "GeneralException", { afterActions: 10_000 })],
  ["sans réponse et non fait", (excel, n) => excel.leaveUnanswered(n)],
  ["sans réponse mais fait", (excel, n) => excel.leaveUnanswered(n, { done: true })],
];

/** Sheets, contents, writes, reading back: what `apply` sends when all is well. */
const BATCHES = 4;
const EVERY_BATCH = Array.from({ length: BATCHES }, (_, index) => index + 1);
/** Two readings and a write for each of two tries, and two readings at the end. */
const RESTORING = [1, 2, 3, 4, 5];

const open = () => openBench({ timeoutMs: TIMEOUT_MS });

/** The cells that differ from before, as the workbook itself says. */
function differing(before: ReturnType<typeof stateOf>, now: ReturnType<typeof stateOf>): string[] {
  const flat = (state: typeof before) =>
    new Map(
      state.flatMap(({ name, cells }) =>
        cells.map((cell) => [
          `${name}!${cell.at}`,
          `${String(cell.content)}|${typeof cell.content}|${cell.numberFormat}`,
        ]),
      ),
    );
  const [one, other] = [flat(before), flat(now)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).sort();
}

function named(result: HostResult<Receipt>): string[] {
  if (result.ok || !result.cells) return [];
  return result.cells.map(({ sheet, row, column }) => `${sheet}!${row},${column}`).sort();
}

/** With plain spaces. */
function sentenceOf(result: HostResult<Receipt>): string {
  return result.ok ? "" : result.sentence.replace(/[\u00a0\u202f]/g, " ");
}

describe("une écriture qui se passe bien", () => {
  test("prend quatre échanges, tout est écrit", async () => {
    const { book, host, excel, before } = open();
    expect(await host.apply(DRAFT)).toMatchObject({ ok: true });
    expect(excel.statistics.batches).toBe(BATCHES);
    expect(differing(before, stateOf(book))).toHaveLength(DRAFT.writes.length + 3);
  });
});

describe.each(FAULTS)("un lot %s", (_name, breakAt) => {
  test.each(EVERY_BATCH)("à l'écriture, lot %i : tout est écrit, ou tout est comme avant", async (n) => {
    const { book, host, excel, before } = open();
    breakAt(excel, n);
    const result = await host.apply(DRAFT);
    if (result.ok) {
      // Only a reading may be tried again.
      expect([2, 4]).toContain(n);
      expect(await host.undo(result.value)).toEqual({ ok: true, value: null });
    } else {
      if (n >= 3) expect(result.code).toBe("restored");
      else expect(["unexpected", "access-denied", "no-answer"]).toContain(result.code);
      expect(result.sentence).toMatch(
        n < 3 ? /^Rien n’a été écrit\..+\.$/ : /^L’écriture a échoué et tout a été remis/,
      );
    }
    expect(stateOf(book)).toEqual(before);
    expect(await host.receipts()).toEqual({ ok: true, value: [] });
  });

  const TWICE = [3, 4].flatMap((n) => RESTORING.map((m) => ({ n, m })));
  test.each(TWICE)("au lot $n de l'écriture, puis au $m-ième lot du retour : comme avant", async ({ n, m }) => {
    const { book, host, excel, before } = open();
    // A reading back that fails with an error is tried again: a silence is not.
    excel.leaveUnanswered(n, { done: true });
    breakAt(excel, n + m);
    expect(await host.apply(DRAFT)).toMatchObject({ ok: false, code: "restored" });
    expect(stateOf(book)).toEqual(before);
  });

  const UNDOING = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  test.each(UNDOING)("à l'annulation, lot %i : rien n'est annulé, ou tout l'est", async (n) => {
    const { book, host, excel, before } = open();
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    const after = stateOf(book);
    breakAt(excel, n);
    const result = await host.undo(receipt.value);
    expect(stateOf(book)).toEqual(result.ok ? before : after);
    if (!result.ok) {
      expect(result.sentence).toMatch(/^Rien n’a été annulé\..+\.$/);
      expect(await host.undo(receipt.value)).toEqual({ ok: true, value: null });
      expect(stateOf(book)).toEqual(before);
    }
  });
});

describe("une faute au milieu du lot qui écrit, après chacune de ses actions", () => {
  test("laisse le classeur comme avant", async () => {
    for (let actions = 0; actions < 120; actions += 1) {
      const { book, host, excel, before } = open();
      excel.failBatch(3, "GeneralException", { afterActions: actions });
      expect(await host.apply(DRAFT)).toMatchObject({ ok: false, code: "restored" });
      expect(stateOf(book)).toEqual(before);
    }
  });
});

describe("quand rien ne peut être remis", () => {
  /** The write is done, and both tries to put it back are refused; what is read is answered. */
  const refuseRestoring = (excel: EmulatedHost, afterActions = 0) => {
    excel.leaveUnanswered(4);
    excel.failBatch(7, "AccessDenied", { afterActions });
    excel.failBatch(10, "AccessDenied", { afterActions });
  };

  test.each([0, 4, 9])(
    "la phrase et les cellules disent exactement ce qui diffère (%i actions faites)",
    async (actions) => {
      const { book, host, excel, before } = open();
      refuseRestoring(excel, actions);
      const result = await host.apply(DRAFT);
      expect(result).toMatchObject({ ok: false, code: "not-restored" });
      const left = differing(before, stateOf(book)).filter((cell) => !cell.startsWith("Annexe"));
      expect(left.length).toBeGreaterThan(0);
      expect(named(result)).toEqual(left);
      expect(sentenceOf(result)).toContain("« Annexe 1.b »");
      expect(sentenceOf(result)).toContain("refuse d’écrire");
    },
  );

  test("la phrase donne ce que les premières cellules contenaient", async () => {
    const { host, excel } = open();
    refuseRestoring(excel);
    const result = await host.apply(DRAFT);
    expect(sentenceOf(result)).toContain(
      "Plan!A2 (contenait « 1.1 »), Plan!B2 (contenait 1 500,25), Plan!C2 (contenait 2 024), Plan!D2 (contenait =B2*2), 6 autres",
    );
  });

  test("« Annuler » finit plus tard le retour, même après réouverture du volet", async () => {
    const { book, host, excel, journal, before } = open();
    refuseRestoring(excel, 4);
    await host.apply(DRAFT);
    const reopened = hostOver(book, { journal }).host;
    const receipts = await reopened.receipts();
    if (!receipts.ok || !receipts.value[0]) throw new Error("no receipt");
    expect(await reopened.undo(receipts.value[0])).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
    expect(await reopened.receipts()).toEqual({ ok: true, value: [] });
  });

  test("une feuille écrite à demi s'ôte plus tard", async () => {
    const { book, host, excel, before } = open();
    excel.failBatch(3, "AccessDenied", { afterActions: 8 });
    excel.failBatch(6, "AccessDenied");
    excel.failBatch(9, "AccessDenied");
    expect(await host.apply(DRAFT)).toMatchObject({ ok: false, code: "not-restored" });
    expect(book.sheetNamed("Annexe 1.b")?.cellAt(1, 0).value).toBeNull();
    const receipts = await host.receipts();
    if (!receipts.ok || !receipts.value[0]) throw new Error("no receipt");
    expect(await host.undo(receipts.value[0])).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
  });

  test("un Excel qui se tait après une première relecture : ce qui différait alors est incertain", async () => {
    const { host, excel } = open();
    excel.failBatch(3, "AccessDenied", { afterActions: 10_000 });
    for (let n = 6; n < 40; n += 1) excel.leaveUnanswered(n, { done: true });
    const result = await host.apply(DRAFT);
    expect(result).toMatchObject({ ok: false, sentence: expect.stringContaining("peuvent différer") });
    expect(named(result)).toHaveLength(DRAFT.writes.length);
  });

  test("un Excel qui ne répond plus du tout : toutes les cellules sont données pour incertaines", async () => {
    const { host, excel } = open();
    for (let n = 3; n < 40; n += 1) excel.leaveUnanswered(n, { done: true });
    const result = await host.apply(DRAFT);
    expect(result).toMatchObject({
      ok: false,
      code: "not-restored",
      sentence: expect.stringContaining("peuvent différer"),
    });
    expect(named(result)).toHaveLength(DRAFT.writes.length);
  });

  test("une annulation qui échoue deux fois dit ce qui diffère, et se reprend", async () => {
    const { book, host, excel, before } = open();
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    // Surroundings, contents, three readings of the whole, then the restoration.
    excel.failBatch(8, "AccessDenied", { afterActions: 4 });
    excel.failBatch(11, "AccessDenied", { afterActions: 4 });
    const result = await host.undo(receipt.value);
    expect(result).toMatchObject({ ok: false, code: "not-restored" });
    if (!result.ok) {
      const left = differing(before, stateOf(book)).filter((cell) => !cell.startsWith("Annexe"));
      expect(result.cells?.map(({ sheet, row, column }) => `${sheet}!${row},${column}`).sort()).toEqual(left);
    }
    expect(await host.undo(receipt.value)).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
  });
});

test("ce que quelqu'un d'autre a tapé dans la feuille ajoutée n'est pas supprimé avec elle", async () => {
  const { book, host, excel } = open();
  excel.leaveUnanswered(4);
  const applying = host.apply(DRAFT);
  await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS / 2));
  book.userEdit("Annexe 1.b", "C9", "à moi");
  expect(await applying).toMatchObject({
    ok: false,
    code: "not-restored",
    sentence: expect.stringContaining("Annexe 1.b"),
  });
  expect(book.cellAt(at("Annexe 1.b", 8, 2))?.value).toBe("à moi");
});
