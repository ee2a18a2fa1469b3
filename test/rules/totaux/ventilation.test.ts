import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordWithTerritoires } from "../../builders/nord";
import { ANNEXE_3B, annexe3b, ERBM, erbm } from "../../builders/autresTableaux";
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

describe("ventilation des dépenses prévisionnelles par nature (annexe 3 (B), L3223-3237)", () => {
  const SOURCE = workbook(annexe3b());
  const EXACT = changed(changed(SOURCE, "Annexe 3 B!B6", "3 192 088 €"), "Annexe 3 B!B7", "3 751 250 €");

  test("dit l'euro et les 214 € de trop des détails écrits dans le texte, à justifier", async () => {
    const found = (await findings(SOURCE)).filter(({ rule }) => rule === "ventilation");
    expect(found.map(({ severity, title, cell, gap }) => [severity, title, cell.row, cell.column, gap])).toEqual([
      ["warning", "Écart d'arrondi", 5, 1, "1.00"],
      ["warning", "Ventilation inexacte", 6, 2, "214.00"],
    ]);
    expect(found[1]).toMatchObject({ actual: "3751250.00", expected: "3751036.00", fix: null });
    expect(found[1]?.message).toContain("Détail de « Renforcement des solutions locales CD »");
  });

  test("trouve juste le TOTAL, qui écrit deux montants et leur somme", async () => {
    expect(await outcome(SOURCE, "ventilation")).toMatchObject({ checked: 4, reason: null });
    const total = "7 049 393 € + 87 730 € 7 137 213 €";
    expect(await alarms(changed(SOURCE, "Annexe 3 B!B9", total))).toContain(
      "warning ventilation Annexe 3 B!B9 7137123.00",
    );
  });

  test("dit un montant de ligne que ni son détail ni le total ne donnent", async () => {
    const book = changed(EXACT, "Annexe 3 B!B9", "7 137 338 €");
    expect(await alarms(book)).toEqual([]);
    expect(await alarms(changed(book, "Annexe 3 B!B7", "3 715 250 €"))).toEqual([
      "warning ventilation Annexe 3 B!B7 3751250.00",
    ]);
  });

  test("n'additionne pas un détail dont un élément n'a pas de montant", async () => {
    const book = changed(SOURCE, "Annexe 3 B!C7", "• 101 ETP (2 772 500 €)\n• Formation des équipes");
    const found = await outcome(book, "ventilation");
    expect(found.reason).toContain("« Renforcement des solutions locales CD »");
    expect(await alarms(book)).toEqual([expect.stringContaining("Annexe 3 B!B6")]);
  });

  test("se tait sur un détail qui ne dit que des prix à l'unité", async () => {
    const book = changed(EXACT, "Annexe 3 B!C8", "Licences pour 12 postes, à 300 € par poste et par an");
    expect(await alarms(changed(book, "Annexe 3 B!B9", "7 137 338 €"))).toEqual([]);
  });

  test("accepte le TOTAL écrit en nombre, sous des colonnes dans un autre ordre", async () => {
    const rows = ANNEXE_3B.slice(4).map(([nature = null, montant = null, objet = null]) => [objet, nature, montant]);
    const book = changed(workbook(annexe3b(rows)), "Annexe 3 B!C5", 7_137_123);
    expect(await outcome(book, "ventilation")).toMatchObject({ checked: 3 });
  });
});

describe("ventilation d'un fléchage (L2168-2181)", () => {
  const SOURCE = workbook(erbm());

  test("se tait sur la source : 550 k€ = 25 + 25 + 500, et 1 000 000 € partout", async () => {
    expect(await alarms(SOURCE)).toEqual([]);
    expect(await outcome(SOURCE, "ventilation")).toMatchObject({ outcome: "passed", checked: 3 });
  });

  test("dit la partie d'une cellule qui ne donne plus son sous-total", async () => {
    expect(await alarms(changed(SOURCE, "ERBM!C5", "550 k€\n25 k€\n25 k€\n50 k€"))).toEqual([
      "warning ventilation ERBM!C5 500000.00",
    ]);
  });

  test("dit une ligne, puis un total, qui ne s'accordent pas", async () => {
    expect(await alarms(changed(SOURCE, "ERBM!C8", "200 k€"))).toEqual([
      expect.stringMatching(/^warning ventilation ERBM!C(?:8|10) /),
    ]);
    expect(await alarms(changed(SOURCE, "ERBM!C10", "1 100 000 €"))).toEqual([
      "warning ventilation ERBM!C10 1000000.00",
    ]);
  });

  test("additionne les montants d'une cellule qui n'écrit pas leur somme", async () => {
    const book = workbook(erbm(ERBM.slice(0, 10)));
    expect(await alarms(changed(book, "ERBM!C5", "25 k€\n25 k€\n500 k€"))).toEqual([]);
  });
});
