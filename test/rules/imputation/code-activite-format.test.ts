import { outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import type { Typing } from "../../builders/picture";
import { book, told, toldAfter } from "./cases";

describe("code-activite-format parle, en une seule carte, sur la bonne cellule", () => {
  const cases: readonly (readonly [string, string, Typing, string])[] = [
    ["un zéro perdu", "E4", "30450232301", "warning code-activite-format Imputations!E4 → 030450232301"],
    [
      "un zéro perdu, en nombre",
      "E4",
      { value: 30450232301, format: "0" },
      "warning code-activite-format Imputations!E4 → 030450232301",
    ],
    ["un chiffre de trop", "E4", "0304502323011", "blocking code-activite-format Imputations!E4 → 030450232301"],
    ["un préfixe faux", "E4", "034050232301", "blocking code-activite-format Imputations!E4 → 030450232301"],
    ["une lettre", "E4", "0304502323O1", "blocking code-activite-format Imputations!E4 → 030450232301"],
  ];

  test.each(cases)("%s (%s)", async (_, address, typing, expected) => {
    expect(await toldAfter(address, typing)).toEqual([expected]);
  });
});

describe("code-activite-format se tait", () => {
  test.each(["0304 50 23 23 01", "BG00/030450232301"])("devant %s, une façon d'écrire", async (code) => {
    expect(await toldAfter("E4", code)).toEqual([]);
  });

  test("sur les six codes des conventions de la source (L458-460, L760-762)", async () => {
    expect(await told(book)).toEqual([]);
    expect(await outcome(book, "code-activite-format")).toMatchObject({ outcome: "passed", checked: 6 });
  });

  test("sans imputation, la règle est sans objet", async () => {
    expect(await outcome(nordPlan(), "code-activite-format")).toMatchObject({ outcome: "not-applicable" });
  });
});
