import { findings } from "../../builders/expectFindings";
import { BLOC, PHRASES } from "../../builders/imputations";
import { nordPlan } from "../../builders/nord";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { book, told, toldAfter } from "./cases";

describe("imputation-coherente parle, en une seule carte, sur la bonne cellule", () => {
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
  ];

  test.each(cases)("%s (%s)", async (_, address, typing, expected) => {
    expect(await toldAfter(address, typing)).toEqual([expected]);
  });

  test("des sous-actions 23 - 24 - 26 de la source à côté du code 2325 (L900)", async () => {
    expect(await told(workbook(sheet("Annexe 1", BLOC)))).toEqual(["blocking imputation-coherente Annexe 1!A4 → -"]);
    const [card] = await findings(workbook(sheet("Annexe 1", BLOC)));
    expect(card?.message).toContain("23 - 25 - 26");
  });

  test("d'une contradiction en 2025, même sans liste de codes", async () => {
    const rows: Typing[][] = [
      ["Imputations 2025"],
      ["Objet", "Programme", "Sous-action", "Code activité"],
      ["Axe 1", "304", "24", "030450232301"],
    ];
    expect(await told(workbook(sheet("I", rows)))).toEqual(["blocking imputation-coherente I!D3 → -"]);
  });
});

describe("imputation-coherente se tait", () => {
  test("sur un intitulé qui emploie les mots d'un autre axe, dans un plan et dans un tableau d'imputations", async () => {
    const plan = sheet("Plan", [
      ["Plan de financement 2024"],
      ["Axe", "Fiche", "Action", "Code activité", "État", "CD", "Total"],
      ["Axe 1", "1.1", "Équipes mobiles d'accès aux droits", "030450232301", 100_000, 100_000, 200_000],
      ["Axe 4", "4.1", "Prévention de la pauvreté énergétique", "030450232601", 50_000, 50_000, 100_000],
    ]);
    const imputations = sheet("Imputations", [
      ["Imputations 2024"],
      ["Fiche", "Action", "Code activité", "Montant"],
      ["1.1", "Équipes mobiles d'accès aux droits", "030450232301", 100_000],
      ["4.1", "Prévention de la pauvreté énergétique", "030450232601", 50_000],
    ]);
    expect((await findings(workbook(plan, imputations))).map(({ message }) => message)).toEqual([]);
  });

  test("sur les imputations du Nord, avec le plan et les fiches", async () => {
    expect(await told(book)).toEqual([]);
  });

  test("sur les phrases de la convention (L458-460), avec le plan", async () => {
    expect(await told(workbook(...nordPlan().sheets, sheet("Convention", PHRASES)))).toEqual([]);
  });
});
