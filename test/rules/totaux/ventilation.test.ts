import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordWithTerritoires } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import type { Workbook } from "../../../src/workbook/picture";
import { fired } from "../cases";

/** Fiche 1.1.2 (L1245-1256): four years of 3,850 M€, and what 2024 is made of, from row 9. */
function fiche112(...natures: Typing[][]): Workbook {
  const years = [2024, 2025, 2026, 2027].map((year): Typing[] => [year, "1,925 M€", "1,925 M€", "3,850 M€"]);
  return workbook(
    sheet(
      "Fiche",
      [
        ["Budget prévisionnel de l'action 1.1.2"],
        ["Année", "Etat", "Conseil départemental", "Total"],
        ...years,
        ["Total", "7,7 M€", "7,7 M€", "15,4 M€"],
        ["Nature des dépenses"],
        ...natures,
      ],
      { format: "General" },
    ),
  );
}

const ALSES: Typing[] = ["- Financement des postes d'ALSES : 3,45 M€"];
const APSN: Typing[] = ["- Financement de l'APSN : 300 k€"];

describe("ventilation des natures", () => {
  test("se tait quand elles donnent le montant de l'année, État et département ensemble (L1254-1256)", async () => {
    const book = fiche112(ALSES, APSN, ["- Subventions aux associations : 100 k€"]);
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "ventilation")).toMatchObject({ outcome: "passed", checked: 1, reason: null });
  });

  test("dit une nature fausse sur sa cellule, à justifier, sans rien y écrire", async () => {
    const book = fiche112(ALSES, APSN, ["- Subventions aux associations : 1000 k€"]);
    const found = await findings(book);
    expect(found).toMatchObject([
      { rule: "ventilation", severity: "warning", cell: { row: 10, column: 0 }, expected: "100000.00", fix: null },
    ]);
    expect(found[0]?.message).toContain("Fiche 1.1.2");
  });

  test("lit les montants d'une colonne, et propose alors la réparation", async () => {
    const book = fiche112(["Postes d'ALSES", 3_450_000], ["APSN", 300_000], ["Associations", 1_000_000]);
    expect(await findings(book)).toMatchObject([
      { rule: "ventilation", severity: "warning", cell: { row: 10, column: 1 }, fix: { value: "100000" } },
    ]);
  });

  test("une nature sans montant rend la somme non vérifiable, avec sa raison", async () => {
    const book = fiche112(ALSES, APSN, ["- Subventions aux associations"]);
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "ventilation")).toMatchObject({
      outcome: "not-verifiable",
      reason: "Une nature des dépenses n'a pas de montant (fiche 1.1.2).",
    });
  });

  test("une liste sans aucun montant ne détaille rien", async () => {
    const book = fiche112(["- Opérateurs"], ["- Chefferie de projet"]);
    expect(await outcome(book, "ventilation")).toMatchObject({ outcome: "not-applicable" });
  });

  test("accepte le total des années quand les natures le donnent exactement", async () => {
    const book = fiche112(["- Postes : 15 M€"], ["- Associations : 400 k€"]);
    expect(await alarms(book)).toEqual([]);
  });

  test("les montants de plusieurs lignes d'une même cellule s'ajoutent", async () => {
    const right = "- Postes : 3,45 M€\n- APSN : 300 k€\n- Associations : 100 k€";
    expect(await alarms(fiche112([right]))).toEqual([]);
    expect(await alarms(fiche112([right.replace("100 k€", "10 k€")]))).toEqual([
      expect.stringMatching(/^warning ventilation Fiche!/),
    ]);
  });

  test("le total écrit sous les natures compte aussi", async () => {
    const lines: Typing[][] = [
      ["Postes", "3,45 M€"],
      ["APSN", "300 k€"],
      ["Associations", "100 k€"],
    ];
    expect(await alarms(fiche112(...lines, ["Total", "3,85 M€"]))).toEqual([]);
    expect(await alarms(fiche112(...lines, ["Total", "3,58 M€"]))).toEqual([
      "warning ventilation Fiche!B12 3850000.00",
    ]);
  });
});

describe("ventilation parle", () => {
  test("d'1 € de trop entre quatre villes (source, L1747-1750), une alerte, jamais un blocage", async () => {
    expect(await fired("ventilation", nordWithTerritoires())).toEqual(["warning Écart d'arrondi"]);
    const far = changed(nordWithTerritoires(), "Fiche 2.3!B5", "3 059 410 €");
    expect((await findings(far)).every(({ rule, severity }) => rule !== "ventilation" || severity === "warning")).toBe(
      true,
    );
  });

  test("d'un million de trop dans une ville, encore à justifier", async () => {
    const more = "3 059 410 €";
    const book = changed(changed(nordWithTerritoires(), "Fiche 2.3!B5", more), "Fiche 2.3!D5", more);
    expect(await alarms(book)).toEqual([expect.stringMatching(/^warning ventilation /)]);
  });
});

describe("ventilation se tait", () => {
  test("quand les quatre villes donnent juste, l'année reprenant le pacte et la convention", async () => {
    const book = changed(changed(nordWithTerritoires(), "Fiche 2.3!B6", "955 245 €"), "Fiche 2.3!D6", "955 245 €");
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "ventilation")).toMatchObject({ outcome: "passed" });
  });

  test("sur les fiches sans détail par territoire", async () => {
    expect(await outcome(nord(), "ventilation")).toMatchObject({ outcome: "not-applicable" });
  });
});
