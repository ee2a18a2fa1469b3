import { EmulatedWorkbook, type WorkbookChange } from "../../src/emulator";
import { loadOfficeClient } from "../../src/emulator/node";
import { cell, sheet, workbook } from "../host/contract";
import { setUp } from "./set-up";

const add = (name: string) => (context: Excel.RequestContext) => void context.workbook.worksheets.add(name);

describe("ajouter et supprimer des feuilles", () => {
  test("une feuille s'ajoute à la fin, sans se montrer, et se nomme dans le même lot", async () => {
    const { book, Excel } = setUp();
    const kinds: WorkbookChange["kind"][] = [];
    book.subscribe(({ kind }) => kinds.push(kind));
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Plan 2024");
      added.getRange("A1").values = [["Bonjour"]];
      added.load("id,position");
      await context.sync();
      expect(added.position).toBe(4);
      added.load("name");
      await context.sync();
      expect(added.name).toBe("Plan 2024");
    });
    expect(book.sheets.map(({ name }) => name)).toEqual(["Plan 2025", "Protégée", "Vide", "Masquée", "Plan 2024"]);
    expect(book.selection.sheet.name).toBe("Plan 2025");
    expect(kinds).toEqual(["sheet-added", "cells"]);
  });

  test.each([
    ["x".repeat(32), "InvalidArgument"],
    ["a/b", "InvalidArgument"],
    ["'a", "InvalidArgument"],
    ["", "InvalidArgument"],
    ["plan 2025", "ItemAlreadyExists"],
  ])("le nom %p est refusé : %s", async (name, code) => {
    const { Excel } = setUp();
    await expect(Excel.run(async (context) => add(name)(context))).rejects.toMatchObject({ code });
  });

  test("une structure protégée, un classeur en lecture seule refusent", async () => {
    const { book, Excel } = setUp();
    book.isStructureProtected = true;
    await expect(Excel.run(async (context) => add("A")(context))).rejects.toMatchObject({ code: "AccessDenied" });
    book.isStructureProtected = false;
    book.isReadOnly = true;
    await expect(Excel.run(async (context) => add("A")(context))).rejects.toMatchObject({ code: "AccessDenied" });
    await Excel.run(async (context) => {
      context.workbook.load("readOnly");
      context.workbook.protection.load("protected");
      await context.sync();
      expect([context.workbook.readOnly, context.workbook.protection.protected]).toEqual([true, false]);
    });
  });

  test("une feuille supprimée laisse #REF! à qui la nommait, et la sélection passe ailleurs", async () => {
    const book = EmulatedWorkbook.fromPicture(
      workbook(
        sheet("Été 2024", [cell(0, 0, { value: 1 })]),
        sheet("B", [
          cell(0, 0, { value: 1, formula: "='Été 2024'!A1+1" }),
          cell(0, 1, { value: "'Été 2024'!A1", formula: "=\"'Été 2024'!A1\"" }),
        ]),
      ),
    );
    const client = loadOfficeClient(book);
    await client.Excel.run(async (context) => context.workbook.worksheets.getItem("Été 2024").delete());
    expect(book.sheets.map(({ name }) => name)).toEqual(["B"]);
    expect(book.selection.sheet.name).toBe("B");
    expect(book.cellAt({ sheet: "B", row: 0, column: 0 })).toMatchObject({ formula: "=#REF!A1+1", error: "#REF!" });
    expect(book.cellAt({ sheet: "B", row: 0, column: 1 })?.formula).toBe("=\"'Été 2024'!A1\"");
    const last = client.Excel.run(async (context) => context.workbook.worksheets.getItem("B").delete());
    await expect(last).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

describe("ce qui gêne une écriture", () => {
  const PICTURE = workbook(
    sheet("A", [cell(0, 0, { value: 1 }), cell(4, 0, { value: 5, formula: "=SEQUENCE(3)" })], {
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
    }),
  );
  const open = () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE);
    const [first] = book.sheets;
    if (!first) throw new Error("no sheet");
    return { book, first, ...loadOfficeClient(book) };
  };

  test("d'une fusion, seule la première cellule prend ce qui est écrit", async () => {
    const { first, Excel } = open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRange("A1:B2").values = [
        [7, 8],
        [9, 10],
      ];
    });
    expect([first.cellAt(0, 0).value, first.cellAt(0, 1).value, first.cellAt(1, 1).value]).toEqual([7, null, null]);
  });

  test("une plage dit si elle tient à une formule qui déborde, et l'écriture y montre #SPILL!", async () => {
    const { first, Excel } = open();
    first.spills = [{ top: 4, left: 0, bottom: 6, right: 0 }];
    await Excel.run(async (context) => {
      const page = context.workbook.worksheets.getItem("A");
      const ranges = ["A1:A2", "A5:A7", "A7:A8"].map((address) => page.getRange(address));
      for (const range of ranges) range.load("hasSpill");
      await context.sync();
      expect(ranges.map(({ hasSpill }) => hasSpill)).toEqual([false, true, null]);
      page.getRange("A6").values = [["x"]];
    });
    expect(first.cellAt(4, 0)).toMatchObject({ formula: "=SEQUENCE(3)", error: "#SPILL!" });
  });

  test("un tableau croisé se compte et refuse l'écriture", async () => {
    const { first, Excel } = open();
    first.pivots = [{ top: 9, left: 0, bottom: 12, right: 2 }];
    await Excel.run(async (context) => {
      const page = context.workbook.worksheets.getItem("A");
      const [beside, over] = ["A1:A9", "A1:A10"].map((address) => page.getRange(address).getPivotTables().getCount());
      await context.sync();
      expect([beside?.value, over?.value]).toEqual([0, 1]);
      page.getRange("A10").values = [["x"]];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });
});

describe("les parties XML du classeur", () => {
  const MINE = '<memoire xmlns="urn:a">{"un":1}</memoire>';

  test("se lisent par leur espace de noms, se changent, s'ajoutent et se suppriment", async () => {
    const book = EmulatedWorkbook.fromPicture(workbook(sheet("A", [])), {
      customXmlParts: [MINE, '<autre xmlns="urn:b"/>'],
    });
    await loadOfficeClient(book).Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const mine = parts.getByNamespace("urn:a");
      mine.load("items/id");
      await context.sync();
      expect(mine.items).toHaveLength(1);
      const xml = mine.items[0]?.getXml();
      await context.sync();
      expect(xml?.value).toBe(MINE);
      mine.items[0]?.setXml('<memoire xmlns="urn:a">2</memoire>');
      parts.add('<p:troisieme xmlns:p="urn:c">3</p:troisieme>');
      const others = parts.getByNamespace("urn:b");
      others.load("items/id");
      await context.sync();
      others.items[0]?.delete();
      const added = parts.getByNamespace("urn:c");
      added.load("items/namespaceUri");
      await context.sync();
      expect(added.items.map(({ namespaceUri }) => namespaceUri)).toEqual(["urn:c"]);
      parts.add("rien");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
    expect(book.customXmlParts).toEqual([
      '<memoire xmlns="urn:a">2</memoire>',
      '<p:troisieme xmlns:p="urn:c">3</p:troisieme>',
    ]);
  });
});
