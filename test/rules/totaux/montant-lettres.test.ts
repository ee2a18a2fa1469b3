import { alarms, findings, outcome } from "../../builders/expectFindings";
import { sheet, workbook, type Typing } from "../../builders/picture";

const JUSTE =
  "Pour les premiers mois, un montant de 1 021 731 € (un million vingt et un mille sept cent trente et un euros) est alloué au Conseil départemental.";
const FAUSSE =
  "L'engagement de l'Etat s'élève à hauteur de 1 349 393 € (un million trois cent quarante-neuf mille trois quatre-vingt-treize euros).";

function book(...rows: Typing[][]): ReturnType<typeof workbook> {
  return workbook(sheet("Avenant", rows, { format: "#,##0" }));
}

async function checked(...rows: Typing[][]): Promise<[number, string[]]> {
  const { checked: count } = await outcome(book(...rows), "montant-lettres");
  return [count, await alarms(book(...rows))];
}

describe("montant-lettres parle", () => {
  test("du mot qui manque dans la source (L2291), sans bloquer, avec la phrase entière", async () => {
    const found = await findings(book([JUSTE], [FAUSSE]));
    expect(found).toMatchObject([
      { rule: "montant-lettres", severity: "warning", cell: { row: 1 }, expected: "1349393.00", fix: null },
    ]);
    expect(found[0]?.message).toContain("trois quatre-vingt-treize euros\u00A0» n'est pas un nombre");
  });

  test("de lettres bien écrites qui font une autre somme, des deux côtés de la parenthèse", async () => {
    const found = await findings(book([JUSTE.replace("vingt et un mille", "vingt mille")]));
    expect(found[0]).toMatchObject({ actual: "1020731.00", expected: "1021731.00", gap: "1000.00" });
    expect(await alarms(book(["La somme de cent mille euros (120 000 €) est versée."]))).toHaveLength(1);
  });

  test("des centimes", async () => {
    const text = (cents: string): Typing[] => [
      `Soit 5 332 747,20 € (cinq millions trois cent trente-deux mille sept cent quarante-sept euros et ${cents} centimes).`,
    ];
    expect(await checked(text("vingt"))).toEqual([1, []]);
    expect(await checked(text("deux"))).toEqual([1, ["warning montant-lettres Avenant!A1 5332747.20"]]);
  });

  test("d'une cellule de lettres à côté de son montant, dans un tableau", async () => {
    const rows = (words: string): Typing[][] => [
      ["Objet", "Montant", "En lettres"],
      ["Volet 3", 5_700_000, words],
    ];
    expect(await checked(...rows("Cinq millions sept cent mille euros"))).toEqual([1, []]);
    expect(await checked(...rows("Cinq millions sept cents euros"))).toEqual([
      1,
      ["warning montant-lettres Avenant!C2 5700000.00"],
    ]);
  });
});

describe("montant-lettres se tait", () => {
  test.each([
    ["traits d'union de 1990", "12 000 000 € (douze-millions d'euros)"],
    ["un million d'euros, arrondi en M€", "1,3 M€ (un million trois cent mille euros)"],
    ["en toutes lettres, sans parenthèse", "Montant : 80 € en toutes lettres : quatre-vingts euros"],
    ["toutes taxes comprises", "2 400 € TTC (deux mille quatre cents euros toutes taxes comprises)"],
    ["virgule", "12,05 € (douze virgule zéro cinq euros)"],
    ["centimes sans leur nom", "1 002,50 € (mille deux euros cinquante)"],
    ["sans le mot euros", "1 000 € (mille)"],
  ])("quand les lettres sont justes : %s", async (_, text) => {
    expect(await checked([text])).toEqual([1, []]);
  });

  test.each([
    "Une avance de 60 % de 1 000 000 €, soit six cent mille euros.",
    "1 000 000 € (cent mille euros par an)",
    "100 000 € (dont vingt mille euros de report)",
    "30 000 € (deux)",
    "600 000 € (60 % de un million d'euros)",
    "Cent mille euros sont versés en deux fois.",
    "1 000 € (mille beaux euros)",
  ])("où les lettres ne sont pas le même montant : %s", async (text) => {
    expect(await checked([text])).toEqual([0, []]);
  });

  test("dans un tableau en k€, et à côté d'une année ou d'un rang", async () => {
    expect(await checked(["Montants en k€"], ["Volet 3", 5_700, "Cinq millions sept cent mille euros"])).toEqual([
      1,
      [],
    ]);
    expect(await checked([2024, "Cent mille euros"], [1, "Cent mille euros"])).toEqual([0, []]);
  });

  test("sur une facture dont le total est sur une autre ligne", async () => {
    expect(
      await checked(
        ["TVA", 200],
        ["Total TTC", 1_200],
        ["Arrêtée la présente facture à la somme de : mille deux cents euros"],
      ),
    ).toEqual([0, []]);
  });

  test("sans montant en lettres, la règle est sans objet", async () => {
    expect(await outcome(book(["Total", 12]), "montant-lettres")).toMatchObject({ outcome: "not-applicable" });
  });
});
