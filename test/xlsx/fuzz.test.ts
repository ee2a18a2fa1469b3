import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsxWithPresentation } from "../../src/xlsx/readXlsx";
import { archiveOf } from "../fixtures/parts";

const EXAMPLE = new Uint8Array(readFileSync(path.join(__dirname, "../../assets/exemples/nord-2024-formules.xlsx")));
const PARTS = Object.fromEntries(Object.entries(unzipSync(EXAMPLE)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** Always an answer, and in French when it is a refusal. */
async function expectAnswer(bytes: Uint8Array): Promise<void> {
  const result = await readXlsxWithPresentation(bytes, { name: "abîmé.xlsx" });
  if (result.ok) expect(result.value.workbook.sheets.length).toBeGreaterThan(0);
  else {
    expect(result.code).not.toBe("unexpected");
    expect(result.sentence).toMatch(/abîmé\.xlsx.*\.$/s);
  }
}

const place = (length: number) => fc.integer({ min: 0, max: length - 1 });

test("des octets abîmés donnent toujours une réponse", async () => {
  const changes = fc.array(fc.tuple(place(EXAMPLE.length), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (each) => {
      const bytes = Uint8Array.from(EXAMPLE);
      for (const [at, byte] of each) bytes[at] = byte;
      await expectAnswer(bytes);
    }),
    { numRuns: 200 },
  );
});

test("des octets coupés aussi", async () => {
  await fc.assert(
    fc.asyncProperty(place(EXAMPLE.length), place(EXAMPLE.length), async (from, length) => {
      await expectAnswer(EXAMPLE.subarray(0, length));
      await expectAnswer(Buffer.concat([EXAMPLE.subarray(0, from), EXAMPLE.subarray(from + length)]));
    }),
    { numRuns: 100 },
  );
});

test("n'importe quels octets aussi", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), expectAnswer), { numRuns: 200 });
  const zip = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
  await fc.assert(fc.asyncProperty(zip, expectAnswer), { numRuns: 200 });
});

test("des parties abîmées dans une archive saine aussi", async () => {
  const scraps = [
    "<",
    ">",
    '"',
    "&",
    "</c>",
    "<c>",
    "-1",
    "1e999",
    "A1:",
    "",
    "__proto__",
    "\0",
    "<f t='shared' si='3'/>",
  ];
  const change = fc.record({
    name: fc.constantFrom(...Object.keys(PARTS)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 20 }),
    scrap: fc.constantFrom(...scraps),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const parts: Record<string, string> = { ...PARTS };
      for (const { name, at, removed, scrap } of changes) {
        const text = parts[name] ?? "";
        const from = Math.floor(at * text.length);
        parts[name] = text.slice(0, from) + scrap + text.slice(from + removed);
      }
      await expectAnswer(archiveOf(parts));
    }),
    { numRuns: 200 },
  );
}, 30_000);
