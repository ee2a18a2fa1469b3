import { findings, outcome } from "../../builders/expectFindings";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { book } from "./cases";

/** The block of imputation of Tourcoing's avenant (L2209-2219), with the given GM. */
function avenant(gm: string): ReturnType<typeof workbook> {
  const rows: Typing[][] = [
    ["Programme : 102"],
    ["Action : 02"],
    ["Sous-action : 01"],
    ["Activité : 010200002501"],
    [`GM : ${gm}`],
  ];
  return workbook(sheet("Avenant", rows));
}

test("une nomenclature d'une autre forme est une information", async () => {
  const found = await findings(avenant("10.2.1"));
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["info nomenclature-format"]);
});

describe("nomenclature-format se tait", () => {
  test("devant le GM 10.02.01 de l'avenant de la source (L2219)", async () => {
    expect(await findings(avenant("10.02.01"))).toEqual([]);
    expect(await outcome(avenant("10.02.01"), "nomenclature-format")).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("sans nomenclature, la règle est sans objet", async () => {
    expect(await outcome(book, "nomenclature-format")).toMatchObject({ outcome: "not-applicable" });
  });
});
