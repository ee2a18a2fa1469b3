import { readdirSync } from "node:fs";
import path from "node:path";
import { checkWorkbook } from "../../src/checking/check";
import { draftBilan } from "../../src/drafting/bilan";
import { draftPlan } from "../../src/drafting/plan";
import { recognisedReglages } from "../../src/drafting/reglages";
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { doJob } from "../../src/worker/jobs";
import { startEngine } from "../../src/worker/start";
import type { Cell, Sheet, Workbook } from "../../src/workbook/picture";
import { createFileHost } from "../../src/xlsx/fileHost";
import { cell, CONTRACT_PICTURE, sheet, workbook } from "../host/contract";
import { threads } from "./thread";

const EXAMPLES = path.resolve(__dirname, "../../assets/exemples");
const REAL = readdirSync(EXAMPLES).filter((name) => name.endsWith(".xlsx"));

async function pictureOf(name: string): Promise<Workbook> {
  const read = await createFileHost(path.join(EXAMPLES, name)).read();
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

/** The same content in objects that nobody has seen: as after a reading. */
const anew = (picture: Workbook): Workbook => structuredClone(picture);

/** The job is on its way by then, and not done. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve));

const noJobs = () => Promise.reject(new Error("the page was asked for the engine"));

/** Long enough for several messages: what a limit of their size would lose is seen. */
const LONG = workbook(
  sheet(
    "Long",
    Array.from({ length: 12_345 }, (_cell, row) => cell(row, row % 7, { value: row / 4, numberFormat: "0.00" })),
  ),
  ...CONTRACT_PICTURE.sheets,
);

/** Lines whose codes activité nobody knows. */
function wrongCodes(count: number): Cell[] {
  const lines = Array.from({ length: count }, (_line, index) => [`Objet ${index}`, "304", `03045023${index + 2701}`]);
  const rows = [["Imputations 2024"], ["Objet", "Programme", "Code activité"], ...lines];
  return rows.flatMap((row, top) => row.map((value, column) => cell(top, column, { value })));
}

describe("ce qui passe par le fil du contrôle arrive entier", () => {
  test.each(REAL)("%s : le même rapport, les mêmes brouillons, les mêmes réglages que sur place", async (name) => {
    const picture = await pictureOf(name);
    const { startThread } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    const options = { date: "2024-12-01", reglages: recognisedReglages(picture) };
    expect(await engine.check(picture, options)).toEqual(await checkWorkbook(anew(picture), options));
    const asked = { year: null, reglages: AUCUN_REGLAGE, ownCodes: [] };
    const plan = { ...asked, parties: "ensemble", cible: "nouvelle-feuille", avenant: false } as const;
    const bilan = { ...asked, etape: "intermediaire", cible: "modele", colonnes: [], dites: [] } as const;
    expect(await engine.draftPlan(picture, plan)).toEqual(draftPlan(anew(picture), plan));
    expect(await engine.draftBilan(picture, bilan)).toEqual(draftBilan(anew(picture), bilan));
    expect(await engine.recognisedReglages(picture)).toEqual(recognisedReglages(anew(picture)));
  });

  test("plus de constats que n'en tient un message : tous, dans leur ordre", async () => {
    const picture = workbook(sheet("Imputations", wrongCodes(250)));
    const engine = await startEngine({ startThread: threads().startThread, loadJobs: noJobs });
    const report = await engine.check(picture, {});
    expect(report.findings.length).toBeGreaterThan(200);
    expect(report).toEqual(await checkWorkbook(anew(picture), {}));
  });

  test("chaque cellule, fusion et feuille d'un long classeur", async () => {
    const { startThread, received } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    await engine.check(LONG, {});
    expect(received()).toEqual(LONG);
  });
});

describe("ce qui n'a pas changé", () => {
  test("seule la feuille changée repasse, et le rapport est celui d'un contrôle entier", async () => {
    const picture = await pictureOf("nord-2024-erreurs.xlsx");
    const { startThread, sent } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    await engine.check(picture, {});
    const before = sent("sheet").length;
    const [first, ...others] = picture.sheets;
    if (!first) throw new Error("no sheet");
    const changed: Sheet = { ...first, cells: first.cells.slice(0, -1) };
    const edited = { ...picture, sheets: [changed, ...others] };
    expect(await engine.check(edited, {})).toEqual(await checkWorkbook(anew(edited), {}));
    expect(before).toBe(picture.sheets.length);
    expect(sent("sheet").length).toBe(before + 1);
    // And back: a sheet that was forgotten is sent again.
    expect(await engine.check(picture, {})).toEqual(await checkWorkbook(anew(picture), {}));
  });
});

describe("arrêter", () => {
  test("un contrôle arrêté met fin au fil ; le suivant en a un autre", async () => {
    const { startThread, started, ended } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    const stop = new AbortController();
    const checking = engine.check(LONG, {}, { signal: stop.signal });
    await aMoment();
    stop.abort();
    await expect(checking).rejects.toBe(stop.signal.reason);
    expect(ended()).toBe(1);
    expect((await engine.check(CONTRACT_PICTURE, {})).verdict).toBe("non-verifiable");
    expect(started()).toBe(2);
  });

  test("ce qui se prépare à côté d'un contrôle arrêté arrive quand même", async () => {
    const picture = await pictureOf("nord-2024.xlsx");
    const { startThread } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    const stop = new AbortController();
    const checking = engine.check(LONG, {}, { signal: stop.signal });
    const reglages = engine.recognisedReglages(picture);
    await aMoment();
    stop.abort();
    await expect(checking).rejects.toBe(stop.signal.reason);
    expect(await reglages).toEqual(recognisedReglages(anew(picture)));
  });

  test("un arrêt demandé d'avance n'envoie rien", async () => {
    const { startThread, sent } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    await expect(engine.check(LONG, {}, { signal: AbortSignal.abort("stop") })).rejects.toBe("stop");
    expect(sent("run")).toEqual([]);
  });
});

describe("le fil dit où il en est, et ce qui ne va pas", () => {
  test("chaque feuille est annoncée une fois", async () => {
    const engine = await startEngine({ startThread: threads().startThread, loadJobs: noJobs });
    const seen: string[] = [];
    await engine.check(
      LONG,
      {},
      { onProgress: ({ sheet: name, done, total }) => seen.push(`${done}/${total} ${name}`) },
    );
    expect(seen).toEqual(LONG.sheets.map(({ name }, index) => `${index}/${LONG.sheets.length} ${name}`));
  });

  test.each([
    ["rien", null],
    ["un message d'un autre", { type: "autre" }],
    ["une réponse sans rapport", { type: "done", id: 1, result: { kind: "check", value: { verdict: "bloquant" } } }],
    ["une réponse d'une autre sorte", { type: "done", id: 1, result: { kind: "autre", value: {} } }],
  ])("%s : le contrôle échoue au lieu d'être cru, et le suivant repart", async (_what, reply) => {
    const { startThread, answerNextWith } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    answerNextWith(reply);
    await expect(engine.check(CONTRACT_PICTURE, {})).rejects.toThrow(TypeError);
    expect((await engine.check(CONTRACT_PICTURE, {})).verdict).toBe("non-verifiable");
  });

  test("un fil qui s'arrête en cours de contrôle fait échouer le contrôle ; le suivant repart", async () => {
    const { startThread, breakDown } = threads();
    const engine = await startEngine({ startThread, loadJobs: noJobs });
    const checking = engine.check(LONG, {});
    await aMoment();
    breakDown(new Error("plus de mémoire"));
    await expect(checking).rejects.toThrow("plus de mémoire");
    expect((await engine.check(CONTRACT_PICTURE, {})).verdict).toBe("non-verifiable");
  });
});

describe("sans fil", () => {
  const refused = () => {
    throw new Error("worker-src 'none'");
  };
  const silent = () => ({ post: () => undefined, listen: () => undefined, end: () => undefined });

  beforeEach(() => void jest.spyOn(console, "warn").mockImplementation(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  test.each([
    ["refusé", refused],
    ["qui ne répond pas", silent],
  ])("un fil %s : le volet contrôle lui-même, et le dit", async (_what, startThread) => {
    const engine = await startEngine({ startThread, loadJobs: async () => doJob, patienceMs: 20 });
    expect(engine.isInPage).toBe(true);
    expect(await engine.check(CONTRACT_PICTURE, {})).toEqual(await checkWorkbook(anew(CONTRACT_PICTURE), {}));
  });

  test("le volet répond pendant le contrôle, et un arrêt est entendu", async () => {
    const engine = await startEngine({ startThread: refused, loadJobs: async () => doJob });
    const picture = await pictureOf("nord-2024.xlsx");
    const stop = new AbortController();
    const checking = engine.check(picture, {}, { signal: stop.signal });
    setTimeout(() => stop.abort("stop"), 1);
    await expect(checking).rejects.toBe("stop");
  });

  test("ni fil ni moteur : le démarrage échoue, pour être redemandé", async () => {
    await expect(startEngine({ startThread: refused, loadJobs: noJobs })).rejects.toThrow("the page");
  });
});
