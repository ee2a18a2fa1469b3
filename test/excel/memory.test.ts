import { EmulatedWorkbook } from "../../src/emulator";
import { hostOver } from "./host-over";
import { openBench, PICTURE } from "./writing-set-up";

describe("la mémoire dans le classeur", () => {
  const OTHER = '<autre xmlns="urn:autre">à garder</autre>';
  const mine = (text: string) => `<memoire xmlns="urn:controle-pls:memoire:1">${text}</memoire>`;

  test("se lit d'un classeur qui en a une, sans toucher aux parties des autres", async () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE, { customXmlParts: [OTHER, mine("{}"), mine("copie")] });
    const { host } = hostOver(book);
    expect(await host.readMemory()).toEqual({ ok: true, value: "{}" });
    expect(await host.writeMemory('{"a":"<&>"}')).toEqual({ ok: true, value: null });
    expect(book.customXmlParts).toEqual([OTHER, mine('{"a":"&lt;&amp;&gt;"}')]);
    expect(await host.writeMemory(null)).toEqual({ ok: true, value: null });
    expect(book.customXmlParts).toEqual([OTHER]);
  });

  test("n'est pas écrite en lecture seule ni pendant une saisie", async () => {
    const { book, host, excel } = openBench();
    book.isReadOnly = true;
    expect(await host.writeMemory("{}")).toMatchObject({ ok: false, code: "read-only" });
    book.isReadOnly = false;
    excel.isEditingCell = true;
    expect(await host.writeMemory("{}")).toMatchObject({ ok: false, code: "cell-edit" });
    expect(book.customXmlParts).toEqual([]);
  });
});
