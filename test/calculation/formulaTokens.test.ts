import { formulaCopier, formulaTokens, withoutFilePrefixes } from "../../src/calculation/formulaTokens";

describe("déplacer une formule comme Excel la recopie", () => {
  test.each([
    ["=A1+B$2+$C3+$D$4", 1, 1, "=B2+C$2+$C4+$D$4"],
    ["=SUM(A1:A9)", 0, 2, "=SUM(C1:C9)"],
    ["=SUM(A:A,$B:C,3:4,$5:6)", 1, 1, "=SUM(B:B,$B:D,4:5,$5:7)"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["='Plan A1'!B2+Feuil1!B2", 2, 0, "='Plan A1'!B4+Feuil1!B4"],
    ["='L''axe B2'!C3", 1, 1, "='L''axe B2'!D4"],
    ["=LOG10(A1)+ATAN2(A1,B1)", 1, 0, "=LOG10(A2)+ATAN2(A2,B2)"],
    ["=Tableau1[A1]+Tableau1[[#Totals],[B2]]", 1, 1, "=Tableau1[A1]+Tableau1[[#Totals],[B2]]"],
    ["=[1]Feuil1!A1", 1, 0, "=[1]Feuil1!A1"],
    ["=1E5+A1", 1, 0, "=1E5+A2"],
    ["=TAUX1+Part_B2+été1", 5, 5, "=TAUX1+Part_B2+été1"],
    ["=#REF!+A1", 1, 0, "=#REF!+A2"],
    ["=A2", -2, 0, "=#REF!"],
    ["=XFD1", 0, 1, "=#REF!"],
    ["=SUM(A1#)", 1, 0, "=SUM(A2#)"],
    ['=IF(A1="é""A1",B1,"")', 1, 0, '=IF(A2="é""A1",B2,"")'],
  ])("%s de %i lignes et %i colonnes", (formula, rows, columns, expected) => {
    expect(formulaCopier(formula)(rows, columns)).toBe(expected);
  });

  test("TAUX1 n'est une cellule que si ses lettres vont jusqu'à XFD", () => {
    expect(formulaTokens("=TAU1").map(({ kind }) => kind)).toContain("reference");
    expect(formulaTokens("=TAUX1").map(({ kind }) => kind)).toContain("name");
  });
});

test("les préfixes du format disparaissent, pas ceux d'un texte", () => {
  expect(withoutFilePrefixes('=_xlfn.IFS(A1,"_xlfn.")+_xlfn._xlws.SORT(B1)')).toBe('=IFS(A1,"_xlfn.")+SORT(B1)');
});

test("les mots d'une formule, mis bout à bout, la redonnent", () => {
  const formula = "=IF('d''un'!$A$1:B2>=1.5E-3, \"x\"\"y\", {1,2;3,4}) & Tab[[#All],[é]]% ^ -#N/A @ [2]F!A1";
  expect(
    formulaTokens(formula)
      .map(({ text }) => text)
      .join(""),
  ).toBe(formula);
});
