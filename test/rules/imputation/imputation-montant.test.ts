import { qualifiedAddress } from "../../../src/workbook/address";
import { findings, outcome } from "../../builders/expectFindings";
import { imputationSheet, PHRASES } from "../../builders/imputations";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { book, told, toldAfter } from "./cases";

describe("imputation-montant parle, en une seule carte, sur la bonne cellule", () => {
  const cases: readonly (readonly [string, string, Typing, string])[] = [
    ["un montant par code interverti", "F5", 2_689_980, "blocking imputation-montant Imputations!F5 → 2698980"],
    ["un total des imputations faux", "F10", 20_636_982, "blocking imputation-montant Imputations!F10 → 20636892"],
  ];

  test.each(cases)("%s (%s)", async (_, address, typing, expected) => {
    expect(await toldAfter(address, typing)).toEqual([expected]);
  });

  test("un montant faux dans le plan reste une seule carte, dans le plan", async () => {
    expect(await told(changed(book, "Plan!D17", 5_070_000))).toEqual([
      expect.stringMatching(/^blocking \S+ Plan!D17 → 5700000$/),
    ]);
  });

  test("un montant d'une phrase contre le plan est à justifier, jamais bloquant", async () => {
    const wrong = PHRASES.map(([text]) => [String(text).replace("2 698 980", "2 689 980")]);
    const found = await findings(workbook(...nordPlan().sheets, sheet("Convention", wrong)));
    expect(found.map(({ rule, severity, cell }) => `${severity} ${rule} ${qualifiedAddress(cell)}`)).toEqual([
      "warning imputation-montant Convention!A2",
    ]);
  });
});

describe("imputation-montant se tait", () => {
  test("sur les imputations de la source, par bloc et au total (L458-460, L705-709)", async () => {
    expect(await told(book)).toEqual([]);
    expect(await outcome(book, "imputation-montant")).toMatchObject({ outcome: "passed", checked: 7, reason: null });
  });

  test("sans plan dans le classeur, et le dit", async () => {
    expect(await outcome(workbook(imputationSheet()), "imputation-montant")).toMatchObject({
      outcome: "passed",
      checked: 1,
      reason: expect.stringContaining("Aucun plan"),
    });
  });
});
