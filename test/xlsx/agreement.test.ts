/** The two ways of reading a cell, and the two of inflating a part, give the same picture or refuse the same file. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { inflateInNode } from "../../src/xlsx/nodeInflate";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { xlsxOf } from "../fixtures/parts";

const EXAMPLE = new Uint8Array(readFileSync(path.join(__dirname, "../../assets/exemples/nord-2024-formules.xlsx")));

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Cells as files write them, and as they must not. */
const cell = fc
  .record({
    r: one("A1", "b2", "C3", "XFD1", "A01", "XFE1", "AAAA1", "A1048577", "", null),
    s: one("0", "1", "99", "-1", "x", null),
    t: one("n", "s", "str", "b", "e", "d", "inlineStr", "zz", null),
    f: one("", "<f>A1+1</f>", '<f t="shared" ref="A1:B2" si="0">A1&amp;"x"</f>', '<f t="shared" si="0"/>', "<f></f>"),
    v: one("", "<v>1</v>", "<v/>", "<v>0</v>", "<v>a&lt;b\r\nc</v>", "<v>#REF!</v>", "<v>1e999</v>", "<v>&nope;</v>"),
    is: one("", "<is><t>un</t></is>", '<is><t xml:space="preserve"> d_x0041_ </t></is>', "<is><r><t>x</t></r></is>"),
    end: one("</c>", "</c>", "</c>", "", "<v>2</v></c>", "</d>"),
  })
  .map(({ r, s, t, f, v, is, end }) => {
    const attributes = Object.entries({ r, s, t }).map(([name, value]) =>
      value === null ? "" : ` ${name}="${value}"`,
    );
    return { open: `<c${attributes.join("")}>`, rest: `${f}${v}${is}${end}` };
  });

const read = (data: string) =>
  readXlsx(xlsxOf({ sheets: [{ data }], strings: ["<t>zéro</t>", "<r><t>un</t></r>"] }), { name: "a.xlsx" });

test("une cellule écrite simplement et la même avec un commentaire se lisent pareil", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), async (cells) => {
      const sheet = (mark: string): string =>
        `<row r="1">${cells.map(({ open, rest }) => `${open}${mark}${rest}`).join("")}</row>`;
      expect(await read(sheet(""))).toEqual(await read(sheet("<!-- -->")));
    }),
    { numRuns: 400 },
  );
}, 30_000);

test("ce que Node décompresse et ce que décompresse la page sont les mêmes octets, ou le même refus", async () => {
  const place = fc.integer({ min: 0, max: EXAMPLE.length - 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), async (changes) => {
      const bytes = Uint8Array.from(EXAMPLE);
      for (const [at, byte] of changes) bytes[at] = byte;
      const inNode = await readXlsx(bytes, { name: "a.xlsx", inflate: inflateInNode });
      const inPage = await readXlsx(bytes, { name: "a.xlsx" });
      expect(inNode).toEqual(inPage);
    }),
    { numRuns: 100 },
  );
}, 30_000);
