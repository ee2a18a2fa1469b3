/** The pane changes the memory of a workbook: each change keeps what the others wrote. */
import type { ColonnesDeTable } from "../../src/domain/colonnesGardees";
import type { Justification } from "../../src/domain/justification";
import { AUCUNE_MEMOIRE } from "../../src/domain/memoire";
import { AUCUN_REGLAGE, reglagesJson } from "../../src/domain/reglages";
import { withJustification } from "../../src/domain/justification";
import { changeMemoire, readMemoire } from "../../src/taskpane/memoire";
import { openBench } from "../excel/writing-set-up";

const REGLAGES = { ...AUCUN_REGLAGE, annee: 2024 };
const JUSTIFICATION: Justification = {
  rule: "sous-total",
  scope: "cell",
  table: "plan-de-financement",
  of: "",
  year: 2024,
  lines: [{ row: "sous total", column: "etat", written: "1.00", expected: "2.00" }],
  reason: "Motif",
  author: "A. Agent",
  date: "2025-03-31",
};

const COLONNES: ColonnesDeTable = {
  sheet: "Annexe 3",
  entetes: [{ column: 7, header: "Colonne 8" }],
  colonnes: [{ column: 7, role: "due" }],
};

test("enregistrer ou effacer les réglages garde les justifications et les colonnes, et l'inverse", async () => {
  const { host } = openBench();
  await changeMemoire(host, (memoire) => ({ ...memoire, colonnes: [COLONNES] }));
  await changeMemoire(host, (memoire) => ({ ...memoire, justifications: [JUSTIFICATION] }));
  await changeMemoire(host, (memoire) => ({ ...memoire, reglages: REGLAGES }));
  expect(await readMemoire(host)).toEqual({
    ok: true,
    value: { reglages: REGLAGES, justifications: [JUSTIFICATION], lectures: [], colonnes: [COLONNES] },
  });
  await changeMemoire(host, (memoire) => ({ ...memoire, reglages: null }));
  expect(await readMemoire(host)).toMatchObject({ value: { reglages: null, justifications: [JUSTIFICATION] } });
});

test("deux changements demandés ensemble se font l'un après l'autre", async () => {
  const { host } = openBench();
  await Promise.all([
    changeMemoire(host, (memoire) => ({ ...memoire, reglages: REGLAGES })),
    changeMemoire(host, (memoire) => ({
      ...memoire,
      justifications: withJustification(memoire.justifications, JUSTIFICATION),
    })),
  ]);
  expect(await readMemoire(host)).toMatchObject({ value: { reglages: REGLAGES, justifications: [JUSTIFICATION] } });
});

test("l'ancienne forme, des réglages seuls, se lit et se complète", async () => {
  const { host } = openBench();
  await host.writeMemory(reglagesJson(REGLAGES));
  expect(await readMemoire(host)).toMatchObject({ ok: true, value: { reglages: REGLAGES } });
  await changeMemoire(host, (memoire) => ({ ...memoire, justifications: [JUSTIFICATION] }));
  expect(await readMemoire(host)).toMatchObject({ value: { reglages: REGLAGES, justifications: [JUSTIFICATION] } });
});

test("ce qui ne peut pas être lu n'est remplacé que si l'agent le demande", async () => {
  const { host } = openBench();
  await host.writeMemory('{"version": 9}');
  const edit = () => ({ ...AUCUNE_MEMOIRE, reglages: REGLAGES });
  expect(await changeMemoire(host, edit)).toMatchObject({ ok: false, sentence: expect.stringMatching(/plus récente/) });
  expect(await host.readMemory()).toEqual({ ok: true, value: '{"version": 9}' });
  expect(await changeMemoire(host, edit, { replacesUnread: true })).toMatchObject({ ok: true });
  expect(await readMemoire(host)).toMatchObject({ ok: true, value: { reglages: REGLAGES } });
});

test("ce qui ne pourrait pas être relu n'est pas écrit", async () => {
  const { host } = openBench();
  await changeMemoire(host, (memoire) => ({ ...memoire, reglages: REGLAGES }));
  const tooLong = { ...JUSTIFICATION, reason: "x".repeat(2_000) };
  const refused = await changeMemoire(host, (memoire) => ({ ...memoire, justifications: [tooLong] }));
  expect(refused).toMatchObject({ ok: false, sentence: expect.stringMatching(/rien n’a été modifié/) });
  expect(await readMemoire(host)).toMatchObject({ value: { reglages: REGLAGES, justifications: [], lectures: [] } });
});
