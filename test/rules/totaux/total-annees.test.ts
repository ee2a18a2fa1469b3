import { alarms, outcome } from "../../builders/expectFindings";
import { ficheRow, nord } from "../../builders/nord";
import { changed, sheet, workbook } from "../../builders/picture";
import { budgetOf, fired } from "../cases";

describe("total-annees parle", () => {
  test("d'un total des années faux sur une fiche de la source (L1214)", async () => {
    const book = changed(nord(), `Fiches!B${ficheRow("1.1.1", "Total")}`, "30 000 €");
    expect(await fired("total-annees", book)).toEqual(["blocking Total des années inexact"]);
  });

  test("d'un total qui oublie une année, colonne par colonne, sur la ligne de total", async () => {
    const book = budgetOf("1.2.2", [
      [2024, "85 000 €", "85 000 €", "170 000 €"],
      [2025, "85 000 €", "85 000 €", "170 000 €"],
      ["Total", "85 000 €", "85 000 €", "170 000 €"],
    ]);
    const found = await alarms(book);
    expect(found).toEqual([expect.stringMatching(/^blocking total-annees Fiche!B5 170000\.00$/)]);
  });
});

describe("total-annees se tait", () => {
  test("sur les fiches sans ligne de total", async () => {
    const book = workbook(
      sheet("Fiche 2.1", [
        ["Année", "État", "Département", "Total"],
        [2024, 135_000, "-", 135_000],
      ]),
    );
    expect(await outcome(book, "total-annees")).toMatchObject({ outcome: "not-applicable" });
  });

  test("sur les fiches de la source, dont 4 × « 1, 806 M€ » pour 7,226 M€ (L1817-1821)", async () => {
    expect(await fired("total-annees", nord())).toEqual([]);
    expect(await outcome(nord(), "total-annees")).toMatchObject({ outcome: "passed", checked: 33 });
  });
});
