import { draftOf } from "../host/writing";
import { DRAFT, openBench, put } from "./writing-set-up";

describe("à plusieurs", () => {
  test("nos écritures et nos annulations ne sont pas des changements", async () => {
    const { book, host } = openBench();
    let calls = 0;
    await host.onChange(() => (calls += 1));
    const receipt = await host.apply(DRAFT);
    if (receipt.ok) await host.undo(receipt.value);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(calls).toBe(0);
    book.userEdit("Plan", "A1", "x");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(calls).toBe(1);
  });

  test("deux écritures demandées ensemble se suivent : la seconde voit la première", async () => {
    const { host } = openBench();
    const both = await Promise.all([host.apply(draftOf([put(4, 0, 1)])), host.apply(draftOf([put(4, 0, 2)]))]);
    expect(both).toMatchObject([{ ok: true }, { ok: false, code: "changed" }]);
  });

  test("un Excel récent reçoit l'écriture comme un seul pas à annuler", async () => {
    const { host } = openBench({ api: "1.20" });
    expect(await host.apply(DRAFT)).toMatchObject({ ok: true });
  });
});
