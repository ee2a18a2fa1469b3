import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWritableFileHost } from "../../../src/xlsx/fileHost";
import { writeXlsxMemory } from "../../../src/xlsx/write/memory";
import { createXlsxHost, type XlsxStore } from "../../../src/xlsx/xlsxHost";
import { fileOf } from "../../fixtures/pictureFile";
import { plan, put, WRITE_PICTURE } from "../../host/drafts";
import { draftOf } from "../../host/writing";

const DRAFT = draftOf([put(plan(2, 1), { value: 1, numberFormat: "#,##0.00" })]);

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pls-"));
  file = path.join(folder, "classeur.xlsx");
  writeFileSync(file, fileOf(WRITE_PICTURE));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function valueIn(host: ReturnType<typeof createWritableFileHost>): Promise<unknown> {
  const read = await host.read();
  return read.ok && read.value.sheets[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.value;
}

describe("un fichier que l'on écrit", () => {
  test("va à côté, entier, sans laisser d'autre trace ; le classeur lu reste comme il était", async () => {
    const before = readFileSync(file);
    const out = path.join(folder, "sortie.xlsx");
    const host = createWritableFileHost(file, out);
    const receipt = await host.apply(DRAFT);
    expect(Buffer.compare(readFileSync(file), before)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["classeur.xlsx", "sortie.xlsx"]);
    expect(await valueIn(host)).toBe(1);
    if (receipt.ok) await host.undo(receipt.value);
    expect(Buffer.compare(readFileSync(out), before)).toBe(0);
  });

  test("annulé après qu'on lui a confié une mémoire, est l'ancien avec cette mémoire, octet pour octet", async () => {
    const host = createWritableFileHost(file, file);
    const before = await writeXlsxMemory(fileOf(WRITE_PICTURE), "{}", "classeur.xlsx");
    const receipt = await host.apply(DRAFT);
    await host.writeMemory("{}");
    if (receipt.ok) await host.undo(receipt.value);
    expect(before.ok && Buffer.compare(readFileSync(file), before.value)).toBe(0);
  });

  // Windows has neither such rights nor links for everybody.
  const onPosix = process.platform === "win32" ? () => undefined : test;
  onPosix("peut prendre sa propre place, avec ses droits, et par un lien", async () => {
    chmodSync(file, 0o640);
    const link = path.join(folder, "lien.xlsx");
    symlinkSync(file, link);
    const host = createWritableFileHost(link, link);
    expect(await host.apply(DRAFT)).toMatchObject({ ok: true });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(await valueIn(createWritableFileHost(file, file))).toBe(1);
  });

  test("dans un dossier qui n'existe pas, est refusé sans rien laisser à annuler", async () => {
    const host = createWritableFileHost(file, path.join(folder, "absent", "sortie.xlsx"));
    expect(await host.apply(DRAFT)).toMatchObject({
      ok: false,
      code: "locked",
      sentence: expect.stringMatching(/\.$/),
    });
    expect(await host.receipts()).toEqual({ ok: true, value: [] });
    expect(await valueIn(host)).toBe(1500.25);
    expect(readdirSync(folder)).toEqual(["classeur.xlsx"]);
  });

  test("à la place d'un dossier, est refusé, et rien ne traîne", async () => {
    const host = createWritableFileHost(file, folder);
    expect(await host.apply(DRAFT)).toMatchObject({ ok: false, code: "locked" });
    expect(readdirSync(path.dirname(folder)).filter((name) => name.startsWith(`.${path.basename(folder)}`))).toEqual(
      [],
    );
  });

  test("absent, donne la phrase du lecteur", async () => {
    const host = createWritableFileHost(path.join(folder, "rien.xlsx"), path.join(folder, "sortie.xlsx"));
    for (const result of [await host.apply(DRAFT), await host.readMemory(), await host.writeMemory("{}")]) {
      expect(result).toMatchObject({ ok: false, code: "not-found" });
    }
  });
});

describe("un fichier dont le disque se joue", () => {
  /** A store in memory that fails, or keeps something else, at the n-th write. */
  function storeFailing(at: number, how: "refuse" | "spoil"): XlsxStore & { readonly bytes: () => Uint8Array } {
    let bytes = fileOf(WRITE_PICTURE);
    let writes = 0;
    return {
      name: "classeur.xlsx",
      bytes: () => bytes,
      read: async () => ({ ok: true, value: bytes }),
      async write(next) {
        writes++;
        if (writes === at && how === "refuse") return { ok: false, code: "locked", sentence: "Refusé." };
        bytes = writes === at ? next.slice(0, -1) : next;
        return { ok: true, value: null };
      },
    };
  }

  test("au remplissage : rien n'a changé, et cela peut se refaire", async () => {
    const store = storeFailing(1, "refuse");
    const host = createXlsxHost(store);
    expect(await host.apply(DRAFT)).toMatchObject({ ok: false, code: "locked" });
    expect(Buffer.compare(store.bytes(), fileOf(WRITE_PICTURE))).toBe(0);
    expect(await host.apply(DRAFT)).toMatchObject({ ok: true });
  });

  test("à l'annulation : ce qui était écrit reste, et s'annule encore", async () => {
    const store = storeFailing(2, "refuse");
    const host = createXlsxHost(store);
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    expect(await host.undo(receipt.value)).toMatchObject({ ok: false, code: "locked" });
    expect(await host.undo(receipt.value)).toEqual({ ok: true, value: null });
    expect(Buffer.compare(store.bytes(), fileOf(WRITE_PICTURE))).toBe(0);
  });

  test("un fichier qui, relu, n'est pas celui que l'on a écrit, est dit", async () => {
    const result = await createXlsxHost(storeFailing(1, "spoil")).apply(DRAFT);
    expect(result).toMatchObject({ ok: false, code: "not-restored", sentence: expect.stringMatching(/relu/) });
  });

  test("deux écritures lancées ensemble se font l'une après l'autre", async () => {
    const host = createXlsxHost(storeFailing(9, "refuse"));
    const other = draftOf([put(plan(20, 0), { value: 2 })]);
    expect(await Promise.all([host.apply(DRAFT), host.apply(other), host.writeMemory("{}")])).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    const read = await host.read();
    const values = read.ok ? read.value.sheets[0]?.cells.map(({ value }) => value) : [];
    expect(values).toEqual(expect.arrayContaining([1, 2]));
    expect(await host.readMemory()).toEqual({ ok: true, value: "{}" });
  });
});
