import { sheetOf, xlsxOf } from "../fixtures/parts";
import { cellsOf, failureOf, pictureOf, valuesOf } from "./reading";

const row = (cells: string) => `<row r="1">${cells}</row>`;

describe("les textes", () => {
  test("partagés, enrichis, avec espaces et sauts de ligne, exactement comme enregistrés", async () => {
    const strings = [
      "<t>030450232501</t>",
      '<t xml:space="preserve">  deux espaces  </t>',
      "<t>A\nParticipation</t>",
      "<r><rPr><b/></rPr><t>1,925</t></r><r><t xml:space='preserve'> M€</t></r>",
      "<t>un_x000D_\ndeux_x005F_x000D_</t>",
      "<t>a&#13;b&#10;c&amp;&lt;&#x20AC;</t>",
      "<t/>",
    ];
    const cells = strings.map((_text, i) => `<c r="${"ABCDEFG"[i] ?? ""}1" t="s"><v>${i}</v></c>`).join("");
    expect(await valuesOf(sheetOf(row(cells), { strings }))).toEqual({
      A1: "030450232501",
      B1: "  deux espaces  ",
      C1: "A\nParticipation",
      D1: "1,925 M€",
      E1: "un\r\ndeux_x000D_",
      F1: "a\rb\nc&<€",
    });
  });

  test("les fins de ligne du fichier lui-même n'en font qu'une", async () => {
    const data = row('<c r="A1" t="inlineStr"><is><t>a\r\nb\rc</t></is></c>');
    expect(await valuesOf(sheetOf(data))).toEqual({ A1: "a\nb\nc" });
  });

  test("la lecture phonétique n'est pas du texte", async () => {
    const phonetic = '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/>';
    const data = row(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${phonetic}</is></c>`);
    expect(await valuesOf(sheetOf(data, { strings: [phonetic] }))).toEqual({ A1: "東京", B1: "東京" });
  });

  test("écrits dans la cellule, simples ou enrichis ; un texte vide est une cellule vide", async () => {
    const data = row(
      '<c r="A1" t="inlineStr"><is><t>seul</t></is></c>' +
        '<c r="B1" t="inlineStr"><is><r><t>en </t></r><r><t>deux</t></r></is></c>' +
        '<c r="C1" t="inlineStr"><is><t></t></is></c><c r="D1" t="inlineStr"><is/></c><c r="E1" t="inlineStr"/>' +
        "<c r='F1' t='inlineStr'><is><t><![CDATA[<b>&]]></t></is></c>",
    );
    expect(await valuesOf(sheetOf(data))).toEqual({ A1: "seul", B1: "en deux", F1: "<b>&" });
  });

  test("un texte partagé qui n'existe pas est un fichier endommagé, non une cellule vide", async () => {
    expect(await failureOf(sheetOf(row('<c r="A1" t="s"><v>0</v></c>')))).toMatchObject({ code: "corrupt" });
    expect(await failureOf(sheetOf(row('<c r="A1" t="s"><v>x</v></c>'), { strings: ["<t>a</t>"] }))).toMatchObject({
      code: "corrupt",
    });
  });
});

describe("les nombres, les booléens, les erreurs", () => {
  test("nombres tels quels, dates en numéros de série, heures comprises", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const data = row(
      '<c r="A1"><v>5332747.2000000002</v></c><c r="B1" t="n"><v>1E+15</v></c><c r="C1"><v>-0.1</v></c>' +
        '<c r="D1" s="1"><v>45481.75</v></c><c r="E1" s="1"><v>5332747.2</v></c><c r="F1"><v> 12 </v></c>',
    );
    expect(await valuesOf(sheetOf(data, { styles }))).toEqual({
      A1: 5332747.2,
      B1: 1e15,
      C1: -0.1,
      D1: 45481.75,
      E1: 5332747.2,
      F1: 12,
    });
  });

  test.each(["abc", "NaN", "INF", "1e999"])("« %s » n'est pas un nombre : fichier endommagé", async (text) => {
    expect(await failureOf(sheetOf(row(`<c r="A1"><v>${text}</v></c>`)))).toMatchObject({ code: "corrupt" });
  });

  test("les dates ISO deviennent des numéros de série, dans les deux systèmes", async () => {
    const dates = ["2024-07-08", "2024-07-08T06:00:00", "1900-01-01", "1900-03-01", "12:00:00", "bientôt"];
    const data = row(dates.map((date, i) => `<c r="${"ABCDEF"[i] ?? ""}1" t="d"><v>${date}</v></c>`).join(""));
    expect(Object.values(await valuesOf(sheetOf(data)))).toEqual([45481, 45481.25, 1, 61, 0.5, "bientôt"]);
    const old = await valuesOf(sheetOf(data, { parts: {}, ...{} }));
    expect(old["A1"]).toBe(45481);
    const since1904 = xlsxOf({ before: '<workbookPr date1904="1"/>', sheets: [{ data }] });
    expect((await pictureOf(since1904)).date1904).toBe(true);
    expect((await valuesOf(since1904))["A1"]).toBe(45481 - 1462);
  });

  test("booléens", async () => {
    const data = row(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><f>1=1</f><v>true</v></c>',
    );
    expect(await valuesOf(sheetOf(data))).toEqual({ A1: true, B1: false, C1: true });
  });

  test("les erreurs ne sont pas des textes, même inconnues", async () => {
    const data = row(
      '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="e"><v>#NEUF!</v></c>' +
        '<c r="D1" t="inlineStr"><is><t>#REF!</t></is></c>',
    );
    expect(await valuesOf(sheetOf(data))).toEqual({
      A1: { error: "#REF!" },
      B1: { error: "#DIV/0!" },
      C1: { error: "#UNKNOWN!" },
      D1: "#REF!",
    });
  });
});

describe("les formules", () => {
  test("avec leur valeur enregistrée, texte vide compris, ou sans", async () => {
    const data = row(
      '<c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1" t="str"><f>"x"&amp;"y"</f><v>xy</v></c>' +
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f></c><c r="E1"><f>1+1</f><v/></c>',
    );
    const cells = await cellsOf(sheetOf(data));
    expect(Object.values(cells).map(({ formula, value, origin }) => [formula, value, origin])).toEqual([
      ["=SUM(B1:C1)", 3, "cached"],
      ['="x"&"y"', "xy", "cached"],
      ['=""', "", "cached"],
      ["=1+1", null, "missing"],
      ["=1+1", null, "missing"],
    ]);
  });

  test("partagées : chaque cellule a la sienne, où que soit la première", async () => {
    const data =
      '<row r="1"><c r="A1"><f t="shared" si="1"/><v>9</v></c></row>' +
      '<row r="2"><c r="D2"><f t="shared" ref="D2:D4" si="0">B2+$C$1*C2</f><v>1</v></c>' +
      '<c r="E2"><f t="shared" ref="A1:E2" si="1">F3</f><v>2</v></c></row>' +
      '<row r="3"><c r="D3"><f t="shared" si="0"/><v>3</v></c></row>' +
      '<row r="4"><c r="D4"><f t="shared" si="0"/></c></row>';
    const cells = await cellsOf(sheetOf(data));
    expect(Object.entries(cells).map(([address, { formula, origin }]) => [address, formula, origin])).toEqual([
      ["A1", "=B2", "cached"],
      ["D2", "=B2+$C$1*C2", "cached"],
      ["E2", "=F3", "cached"],
      ["D3", "=B3+$C$1*C3", "cached"],
      ["D4", "=B4+$C$1*C4", "missing"],
    ]);
  });

  test("partagées sans première : fichier endommagé", async () => {
    const data = row('<c r="A1"><f t="shared" si="7"/><v>1</v></c>');
    expect(await failureOf(sheetOf(data))).toMatchObject({ code: "corrupt" });
  });

  test("matricielles gardées, préfixes du format retirés", async () => {
    const data = row(
      '<c r="A1"><f t="array" ref="A1">SUM(B1:B2*C1:C2)</f><v>4</v></c><c r="B1"><f>_xlfn.IFS(A1,1)</f><v>1</v></c>',
    );
    const cells = await cellsOf(sheetOf(data));
    expect([cells["A1"]?.formula, cells["B1"]?.formula]).toEqual(["=SUM(B1:B2*C1:C2)", "=IFS(A1,1)"]);
  });
});

describe("les places", () => {
  test("sans adresse, cellules et lignes se suivent", async () => {
    const data =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row>" +
      "<row><c><v>5</v></c></row>";
    expect(await valuesOf(sheetOf(data))).toEqual({ A1: 1, B1: 2, C5: 3, D5: 4, A6: 5 });
  });

  test("dans le désordre ou en double : remises en ordre, la dernière gagne", async () => {
    const data =
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>' +
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>30</v></c></row>';
    expect(Object.entries(await valuesOf(sheetOf(data)))).toEqual([
      ["A1", 1],
      ["A2", 30],
      ["B2", 4],
    ]);
  });

  test("une cellule seule au bout de la feuille se lit", async () => {
    const data = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await valuesOf(sheetOf(data))).toEqual({ XFD1048576: 1 });
  });

  test.each(["A0", "XFE1", "A1048577", "1A", "A", "constructor", "A1:B2"])(
    "« %s » n'est pas une adresse",
    async (address) => {
      expect(await failureOf(sheetOf(row(`<c r="${address}"><v>1</v></c>`)))).toMatchObject({ code: "corrupt" });
    },
  );

  test("les cellules sans contenu ne comptent pas", async () => {
    expect(await valuesOf(sheetOf(row('<c r="A1" s="3"/><c r="B1"><v></v></c><c r="C1" t="str"><v></v></c>')))).toEqual(
      {},
    );
  });
});

describe("les formats de nombre", () => {
  test("du fichier, de tous les fichiers, ou aucun", async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="#,##0\\ &quot;€&quot;"/><numFmt numFmtId="44" formatCode="0 €"/></numFmts>' +
      '<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="4"/><xf numFmtId="44"/><xf numFmtId="49"/><xf numFmtId="999"/></cellXfs>';
    const data = row(
      [0, 1, 2, 3, 4, 5, 77].map((s, i) => `<c r="${"ABCDEFG"[i] ?? ""}1" s="${s}"><v>1</v></c>`).join(""),
    );
    const cells = await cellsOf(sheetOf(data, { styles }));
    expect(Object.values(cells).map(({ numberFormat }) => numberFormat)).toEqual([
      "General",
      '#,##0\\ "€"',
      "#,##0.00",
      "0 €",
      "@",
      "General",
      "General",
    ]);
  });

  test("un fichier sans styles", async () => {
    expect((await cellsOf(sheetOf(row('<c r="A1" s="2"><v>1</v></c>'))))["A1"]?.numberFormat).toBe("General");
  });
});
