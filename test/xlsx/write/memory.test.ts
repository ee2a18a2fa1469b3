import { readXlsxMemory, writeXlsxMemory } from "../../../src/xlsx/write/memory";
import { MEMORY_NAMESPACE } from "../../../src/workbook/memory";
import { archiveOf, workbookParts } from "../../fixtures/parts";
import { richFile, richParts } from "../../fixtures/richWorkbook";
import { changedParts, partsOf, textOf } from "./writing";

async function remembering(bytes: Uint8Array, json: string | null): Promise<Uint8Array> {
  const result = await writeXlsxMemory(bytes, json, "a.xlsx");
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

const recalled = (bytes: Uint8Array) => readXlsxMemory(bytes, "a.xlsx");

describe("la mémoire d'un fichier", () => {
  test("est une partie de plus, à côté de celles des autres, et ne touche à aucune feuille", async () => {
    const bytes = await remembering(richFile(), '{"annee":2024}');
    expect(changedParts(richFile(), bytes)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "customXml/item2.xml",
      "customXml/itemProps2.xml",
      "customXml/_rels/item2.xml.rels",
    ]);
    expect(recalled(bytes)).toEqual({ ok: true, value: '{"annee":2024}' });
    expect(textOf(bytes, "customXml/item2.xml")).toContain(MEMORY_NAMESPACE);
    // The file says already what a part that ends so is.
    expect(textOf(bytes, "[Content_Types].xml")).not.toContain("item2.xml");
  });

  test("changée, elle ne change que sa partie", async () => {
    const one = await remembering(richFile(), "{}");
    expect(changedParts(one, await remembering(one, '{"a":1}'))).toEqual(["customXml/item2.xml"]);
  });

  test("oubliée, le fichier a de nouveau les mêmes parties, octet pour octet", async () => {
    const bytes = await remembering(await remembering(richFile(), "{}"), null);
    expect(changedParts(richFile(), bytes)).toEqual([]);
    expect(Object.keys(partsOf(bytes))).toEqual(Object.keys(partsOf(richFile())));
    expect(recalled(bytes)).toEqual({ ok: true, value: null });
    expect(await remembering(bytes, null)).toBe(bytes);
  });

  test("dans un fichier qui ne dit pas ce qu'est un .xml, elle le dit", async () => {
    const bytes = await remembering(archiveOf(workbookParts({})), "{}");
    expect(textOf(bytes, "[Content_Types].xml")).toContain(
      'PartName="/customXml/item1.xml" ContentType="application/xml"',
    );
    expect(recalled(bytes)).toEqual({ ok: true, value: "{}" });
  });

  test("garde ce que XML ne connaît pas", async () => {
    const json = JSON.stringify({ a: "\u0001\ud800\uffff\u2028<&>\r\n" });
    const bytes = await remembering(richFile(), json);
    expect(textOf(bytes, "customXml/item2.xml")).toContain("\\ud800\\uffff");
    const result = recalled(bytes);
    expect(result.ok && JSON.parse(result.value ?? "")).toEqual(JSON.parse(json));
  });

  test("un fichier signé ne s'en voit pas confier", async () => {
    const signed = archiveOf({ ...richParts(), "_xmlsignatures/origin.sigs": "" });
    expect(await writeXlsxMemory(signed, "{}", "a.xlsx")).toMatchObject({ ok: false, code: "read-only" });
    expect(recalled(signed)).toEqual({ ok: true, value: null });
  });

  test("un fichier illisible donne la phrase du lecteur", async () => {
    expect(recalled(new Uint8Array())).toMatchObject({ code: "empty" });
    expect(await writeXlsxMemory(new Uint8Array(), "{}", "a.xlsx")).toMatchObject({ code: "empty" });
  });
});
