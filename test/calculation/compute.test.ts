import type { Calculation } from "../../src/calculation/calculation";
import { loadCalculationInNode } from "../../src/calculation/node";
import { book, cellAt, sheetOf, shown, workbookOf, type Contents } from "./workbook";

let calculation: Calculation;

beforeAll(async () => {
  const loaded = await loadCalculationInNode();
  if (!loaded) throw new Error("le moteur de calcul n'est pas installé");
  calculation = loaded;
});

/** The value of A1 when it holds this formula. */
const valueOf = (formula: string, others: Contents = {}, more: Parameters<Calculation["computeMissing"]>[1] = {}) =>
  shown(calculation.computeMissing(book({ ...others, A1: formula }), more), "A1");

describe("ce qui se calcule comme dans Excel", () => {
  test.each<[string, Contents, unknown]>([
    ["=SUM(B1:B3)", { B1: 1, B2: 2.5, B3: "030450232501" }, 3.5],
    ["=B1+B2", { B1: 0.1, B2: 0.2 }, 0.3],
    ["=1/3", {}, 0.333333333333333],
    ["=B1*60%", { B1: 8887912 }, 5332747.2],
    ["=-B1", { B1: 12345678901.23 }, -12345678901.23],
    ["=B1=B2", { B1: 2, B2: 2 }, true],
    ['="soit "&B1', { B1: "OUI" }, "soit OUI"],
    ["=B1", { B1: "1.1" }, "1.1"],
    ["=1/0", {}, "#DIV/0!"],
    ["=B1+1", { B1: { error: "#REF!" } }, "#REF!"],
    ["=VLOOKUP(9,B1:C2,2,FALSE)", { B1: 1, C1: 2 }, "#N/A"],
    ['=SUMIF(B1:B3,"CD",C1:C3)', { B1: "CD", B2: "État", B3: "CD", C1: 10, C2: 20, C3: 30 }, 40],
    ["=SUBTOTAL(9,B1:B2)", { B1: 4, B2: 5 }, 9],
    ['=IFERROR(VLOOKUP("3.1",B1:C2,2,FALSE),"")', { B1: "1.1", C1: 1, B2: "3.1", C2: 2 }, 2],
    ["=INDEX(C1:C2,MATCH(B2,B1:B2,0))", { B1: 1, B2: 2, C1: 10, C2: 20 }, 20],
    ["=DATE(2024,7,8)", {}, 45481],
    ["=_xlfn.IFS(B1>1,5,TRUE,6)", { B1: 1 }, 6],
  ])("%s", (formula, others, expected) => {
    expect(valueOf(formula, others)).toBe(expected);
  });

  test.each([
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(2.675,2)", 2.68],
    ["=ROUND(1.115,2)", 1.12],
    ["=ROUND(-1.005,2)", -1.01],
    ["=ROUND(ROUND(0.285,2)*10,1)", 2.9],
    ["=ROUND(1234.5649,2)", 1234.56],
    ["=IF(ROUND(SUM(B1,0.005),2)=1.01,1,0)", 1],
    ["=ROUND(69705.165,2)", 69705.17],
    ["=ROUND(1234567,-3)", 1235000],
    ["=ROUNDUP(571019.06,2)", 571019.06],
    ["=ROUNDDOWN(637128.95,2)", 637128.95],
    ["=TRUNC(549878.32,2)", 549878.32],
    ["=TRUNC(-1.7)", -1],
  ])("ROUND arrondit le nombre décimal, comme Excel : %s", (formula, expected) => {
    expect(valueOf(formula, { B1: 1 })).toBe(expected);
  });

  test("les feuilles se nomment avec leurs apostrophes et leurs accents, sans égard à la casse", () => {
    const plan = sheetOf("Plan d'État 2024", { A1: 7 });
    const formula = "='plan d''état 2024'!A1*2";
    const result = calculation.computeMissing(workbookOf(sheetOf("Bilan", { A1: formula }), plan));
    expect(shown(result, "A1")).toBe(14);
  });

  test("un nom défini vaut pour sa zone", () => {
    const names = [{ name: "Contributions", sheet: null, formula: "Feuil1!$B$1:$B$2" }];
    expect(valueOf("=SUM(Contributions)", { B1: 1, B2: 2 }, { names })).toBe(3);
  });

  test("une formule matricielle d'une cellule se calcule comme telle", () => {
    const arrays = [new Map([["0,0", { top: 0, left: 0, bottom: 0, right: 0 }]])];
    expect(valueOf("=SUM(B1:B2*C1:C2)", { B1: 1, B2: 2, C1: 10, C2: 20 }, { arrays })).toBe(50);
  });

  test("les valeurs enregistrées font foi : seules les manquantes se calculent", () => {
    const contents = { A1: "=B1*2", B1: { formula: "=1+1", value: 5 } };
    expect(shown(calculation.computeMissing(book(contents)), "A1")).toBe(10);
  });

  test("un solde qui court sur des milliers de lignes se calcule jusqu'au bout", () => {
    const rows = Array.from({ length: 2500 }, (_none, i) => [`A${i + 2}`, `=A${i + 1}+1`]);
    const result = calculation.computeMissing(book({ A1: 1, ...Object.fromEntries(rows) }));
    expect(shown(result, "A2501")).toBe(2501);
  });

  test.each([
    ["SI et ARRONDI", (before: string) => `=IF(SUM(${before})>0,IFERROR(ROUND(SUM(${before},1),2),0),0)`],
    ["SOMMEPROD", (before: string) => `=SUMPRODUCT(${before}:${before}*1)+1`],
    ["RECHERCHEV", (before: string) => `=VLOOKUP(${before},${before}:${before},1,FALSE)+1`],
    ["SI sur vingt niveaux", (before: string) => `=${"IF(TRUE,".repeat(20)}${before}+1${")".repeat(20)}`],
  ])("une longue chaîne de %s n'épuise pas le moteur", (_name, formula) => {
    const rows = Array.from({ length: 120 }, (_none, i) => [`A${i + 2}`, formula(`A${i + 1}`)]);
    const result = calculation.computeMissing(book({ A1: 1, ...Object.fromEntries(rows) }));
    expect(shown(result, "A121")).toBe(121);
  });
});

describe("ce qui reste manquant plutôt que faux", () => {
  test.each<[string, string, Contents]>([
    ["une fonction que le moteur ne connaît pas", "=AGGREGATE(9,6,B1:B2)", { B1: 1 }],
    ["la même, cachée par SIERREUR", "=IFERROR(AGGREGATE(9,6,B1:B2),0)", { B1: 1 }],
    ["un nom inconnu", "=IFERROR(Inconnu,0)", {}],
    ["un autre classeur", "=[1]Feuil1!A1", {}],
    ["plusieurs feuilles à la fois", "=SUM(Feuil1:Feuil2!B1)", {}],
    ["une colonne de tableau", "=SUM(Tableau1[Montant])", {}],
    ["une référence à une feuille absente", "=Absente!A1", {}],
    ["la date du jour", "=TODAY()", {}],
    ["le hasard", "=RAND()", {}],
    ["une référence par son texte", '=INDIRECT("B1")', { B1: 1 }],
    ["un nombre mis en texte", '=TEXT(B1,"# ##0,00")', { B1: 1234.5 }],
    ["un nombre décimal dans un texte", '="soit "&B1', { B1: 1234.5 }],
    ["un texte que seul le français lit comme un nombre", "=B1*2", { B1: "1,5" }],
    ["un texte que seul l'anglais lit comme un nombre", "=B1+1", { B1: "1.5" }],
    ["un texte à espaces", "=B1+1", { B1: "1 234" }],
    ["un texte d'une formule", "=B1*2", { B1: '=IF(TRUE,"1,5","")' }],
    ["un critère que les langues lisent autrement", "=SUMIF(B1:B2,C1,B1:B2)", { B1: 1.1, C1: "1,1" }],
    ["des textes dans un produit de zones", "=SUMPRODUCT(B1:B2*C1:C2)", { B1: "1,5", C1: 2 }],
    ["des textes découpés", "=LEFT(B1,3)*2", { B1: "1,5 €" }],
    ["des textes découpés parmi des lettres", "=LEFT(B1,3)*2", { B1: "1,5 kg" }],
    ["un critère écrit dans la formule", '=SUMIF(B1:B2,">1,5",B1:B2)', { B1: 2 }],
    ["une formule plus longue que celles d'Excel", `=SUM(${"1,".repeat(5000)}1)`, {}],
    ["deux formules qui se lisent l'une l'autre en silence", "=IFERROR(B1,1)", { B1: "=IFERROR(A1,2)" }],
    ["une formule qui se lit elle-même", "=IFERROR(B1,1)", { B1: "=A1+1" }],
    ["une zone où il faut une cellule", "=B1:B3", { B1: 1, B2: 2 }],
    ["une formule fausse", "=SUM(", {}],
    ["un critère d'absence, que le moteur n'applique pas aux cellules vides", '=SUMIFS(B1:B2,C1:C2,"<>CD")', { B1: 5 }],
    ["le même, écrit dans une cellule", "=COUNTIF(B1:B2,C1)", { B1: 5, C1: "<>CD" }],
    ["un critère vide", '=COUNTIF(B1:B2,"")', { B1: 5 }],
    ["une recherche approchée", "=VLOOKUP(3,B1:C2,2)", { B1: 1, C1: 10, B2: 5, C2: 20 }],
    ["une recherche de cellule vide", "=VLOOKUP(D1,B1:C3,2,FALSE)", { B1: 1, C1: 10, C2: 20 }],
    ["ET et OU, qui taisent les erreurs des arguments suivants", "=IF(OR(B1>0,1/0),1,2)", { B1: 1 }],
    ["des fonctions qui n'ont pas été comparées", "=MROUND(B1,5)", { B1: 12 }],
    ["un arrondi au nombre de chiffres calculé", "=ROUND(1.005,SUM(B1,1))", { B1: 1 }],
    ["un nombre trop grand pour le moteur", "=B1*2", { B1: 1e200 }],
    ["une erreur que le moteur ne connaît pas", "=IFERROR(B1,0)", { B1: { error: "#GETTING_DATA" } }],
    ["des fonctions imbriquées au-delà de ce qu'Excel permet", `=${"SUM(1,".repeat(100)}1${")".repeat(100)}`, {}],
    ["des parenthèses par milliers", `=${"(".repeat(4000)}1${")".repeat(4000)}`, {}],
    ["des opérateurs par milliers", `=1${"+1".repeat(3000)}`, {}],
  ])("%s", (_why, formula, others) => {
    expect(valueOf(formula, others)).toBe("(manquant)");
  });

  test("ce qui lit une valeur manquante manque aussi, même derrière SIERREUR", () => {
    const result = calculation.computeMissing(
      book({ A1: "=AGGREGATE(9,6,B1)", A2: "=A1+1", A3: "=IFERROR(A2,0)", A4: "=SUM(A1:A3)", A5: "=B1" }),
    );
    expect(["A1", "A2", "A3", "A4", "A5"].map((address) => shown(result, address))).toEqual([
      ...["(manquant)", "(manquant)", "(manquant)", "(manquant)"],
      0,
    ]);
  });

  test("une zone qui déborde ne change pas les totaux voisins", () => {
    const result = calculation.computeMissing(book({ A1: "=C1:C3", C1: 1, C2: 2, C3: 4, A5: "=SUM(A2:A3)" }));
    expect(shown(result, "A1")).toBe("(manquant)");
    expect(shown(result, "A5")).toBe(0);
  });

  test("SOUS.TOTAL n'est pas calculé là où des lignes sont masquées", () => {
    expect(valueOf("=SUBTOTAL(9,B1:B2)", { B1: 1 }, { sheetsWithHiddenRows: new Set([0]) })).toBe("(manquant)");
  });

  test("les dates ne sont pas calculées dans le système de 1904", () => {
    const old = { ...book({ A1: "=DATE(2024,7,8)", A2: "=1+1" }), date1904: true };
    const result = calculation.computeMissing(old);
    expect(shown(result, "A1")).toBe("(manquant)");
    expect(shown(result, "A2")).toBe(2);
  });

  test("une feuille au nom impossible n'empêche pas de calculer les autres", () => {
    const odd = sheetOf("a:b", { A1: 3, A2: "=A1*2" });
    const result = calculation.computeMissing(workbookOf(odd, sheetOf("Bilan", { A1: "='a:b'!A1", A2: "=1+1" })));
    expect(shown(result, "A1", 1)).toBe("(manquant)");
    expect(shown(result, "A2", 1)).toBe(2);
    expect(shown(result, "A2")).toBe(6);
  });

  test("une zone matricielle de plusieurs cellules manque, et ce qui la lit", () => {
    const arrays = [new Map([["0,0", { top: 0, left: 0, bottom: 2, right: 0 }]])];
    const result = calculation.computeMissing(book({ A1: "=C1:C3*2", C1: 1, B1: "=SUM(A1:A3)", B2: "=A2+1" }), {
      arrays,
    });
    expect(["A1", "B1", "B2"].map((address) => shown(result, address))).toEqual(Array(3).fill("(manquant)"));
  });

  test("rien n'est changé de ce qui était enregistré", () => {
    const saved = cellAt("A1", { formula: "=NOW()", value: 45000 });
    const result = calculation.computeMissing(book({ A1: saved, B1: "=A1+1" }));
    expect(result.sheets[0]?.cells[0]).toEqual(saved);
    expect(shown(result, "B1")).toBe(45001);
  });
});
