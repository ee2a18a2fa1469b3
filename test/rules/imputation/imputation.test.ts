import { findings, outcome } from "../../builders/expectFindings";
import { BLOC, imputationSheet, PHRASES } from "../../builders/imputations";
import { nord, nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { qualifiedAddress } from "../../../src/workbook/address";
import type { Workbook } from "../../../src/workbook/picture";

const book = workbook(...nord().sheets, imputationSheet());

/** "blocking imputation-coherente Imputations!D5 → 25" for all but informations. */
async function told(workbookRead: Workbook): Promise<string[]> {
  return (await findings(workbookRead))
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, rule, cell, fix }) => `${severity} ${rule} ${qualifiedAddress(cell)} → ${fix?.value ?? "-"}`);
}

test("les imputations du Nord se taisent, avec le plan et les fiches", async () => {
  expect(await told(book)).toEqual([]);
});

describe("Une faute d'imputation donne une seule carte, sur la bonne cellule", () => {
  const cases: readonly (readonly [string, string, Typing, string])[] = [
    ["la sous-action 24 à côté du code 2325", "D5", "24", "blocking imputation-coherente Imputations!D5 → 25"],
    [
      "l'axe 3 sur le code du pilier 1",
      "E5",
      "030450232301",
      "blocking imputation-coherente Imputations!E5 → 030450232501",
    ],
    [
      "le volet 3 sur le code des volets 1 et 2",
      "E9",
      "010200002535",
      "blocking imputation-coherente Imputations!E9 → 010200002501",
    ],
    [
      "deux chiffres intervertis dans le code",
      "E6",
      "030450236201",
      "blocking imputation-coherente Imputations!E6 → 030450232601",
    ],
    [
      "deux chiffres intervertis à la fin",
      "E6",
      "030450232610",
      "blocking imputation-coherente Imputations!E6 → 030450232601",
    ],
    ["le programme 304 sur un code 102", "B8", "304", "blocking imputation-coherente Imputations!B8 → 102"],
    ["un code 304 sur le volet 2", "E8", "030450232301", "blocking imputation-coherente Imputations!E8 → 010200002535"],
    ["l'action 32", "C4", "32", "blocking imputation-coherente Imputations!C4 → 23"],
    ["un zéro perdu", "E4", "30450232301", "warning code-activite-format Imputations!E4 → 030450232301"],
    [
      "un zéro perdu, en nombre",
      "E4",
      { value: 30450232301, format: "0" },
      "warning code-activite-format Imputations!E4 → 030450232301",
    ],
    ["un chiffre de trop", "E4", "0304502323011", "blocking code-activite-format Imputations!E4 → 030450232301"],
    ["un préfixe faux", "E4", "034050232301", "blocking code-activite-format Imputations!E4 → 030450232301"],
    ["un montant par code interverti", "F5", 2_689_980, "blocking imputation-montant Imputations!F5 → 2698980"],
    ["un total des imputations faux", "F10", 20_636_982, "blocking imputation-montant Imputations!F10 → 20636892"],
  ];

  test.each(cases)("%s (%s)", async (_, address, typing, expected) => {
    expect(await told(changed(book, `Imputations!${address}`, typing))).toEqual([expected]);
  });

  test("un montant faux dans le plan reste une seule carte, dans le plan", async () => {
    expect(await told(changed(book, "Plan!D17", 5_070_000))).toEqual([
      expect.stringMatching(/^blocking \S+ Plan!D17 → 5700000$/),
    ]);
  });
});

describe("Les façons d'écrire un code", () => {
  test.each(["0304 50 23 23 01", "BG00/030450232301"])("%s se tait", async (code) => {
    expect(await told(changed(book, "Imputations!E4", code))).toEqual([]);
  });
});

describe("La source", () => {
  test("sous-actions 23 - 24 - 26 à côté du code 2325 (L900)", async () => {
    expect(await told(workbook(sheet("Annexe 1", BLOC)))).toEqual(["blocking imputation-coherente Annexe 1!A4 → -"]);
    const [card] = await findings(workbook(sheet("Annexe 1", BLOC)));
    expect(card?.message).toContain("23 - 25 - 26");
  });

  test("les phrases de la convention se taisent, avec le plan", async () => {
    expect(await told(workbook(...nordPlan().sheets, sheet("Convention", PHRASES)))).toEqual([]);
  });

  test("un montant d'une phrase contre le plan est à justifier, jamais bloquant", async () => {
    const wrong = PHRASES.map(([text]) => [String(text).replace("2 698 980", "2 689 980")]);
    const found = await findings(workbook(...nordPlan().sheets, sheet("Convention", wrong)));
    expect(found.map(({ rule, severity, cell }) => `${severity} ${rule} ${qualifiedAddress(cell)}`)).toEqual([
      "warning imputation-montant Convention!A2",
    ]);
  });
});

describe("Sans données", () => {
  test("2025 n'a pas de liste : non vérifiable ; une contradiction est dite quand même", async () => {
    const rows: Typing[][] = [
      ["Imputations 2025"],
      ["Objet", "Programme", "Sous-action", "Code activité"],
      ["Axe 1", "304", "24", "030450232301"],
    ];
    const later = workbook(sheet("I", rows));
    expect(await outcome(later, "code-activite-inconnu")).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("2025"),
    });
    expect(await told(later)).toEqual(["blocking imputation-coherente I!D3 → -"]);
  });

  test("un code que l'agent a ajouté est connu, et dit comme sien", async () => {
    const own = {
      code: "030450232701",
      label: "Pilier 5",
      programme: "304",
      action: "23",
      sousAction: "27",
      blocs: [],
      span: { from: 2024, to: 2024 },
      source: { article: "", lines: [] },
      isOwn: true,
    } as const;
    const rows: Typing[][] = [
      ["Imputations 2024"],
      ["Objet", "Programme", "Code activité"],
      ["Autre", "304", "030450232701"],
    ];
    const other = workbook(sheet("I", rows));
    expect((await findings(other)).map(({ rule }) => rule)).toEqual(["code-activite-inconnu"]);
    expect(await findings(other, { ownCodes: [own] })).toEqual([]);
  });
});

test("une nomenclature d'une autre forme est une information", async () => {
  const rows: Typing[][] = [
    ["Programme : 102"],
    ["Action : 02"],
    ["Sous-action : 01"],
    ["Activité : 010200002501"],
    ["GM : 10.2.1"],
  ];
  const found = await findings(workbook(sheet("Avenant", rows)));
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["info nomenclature-format"]);
});
