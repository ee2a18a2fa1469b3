import { sheetOf } from "../fixtures/parts";
import { readXlsxWithPresentation } from "../../src/xlsx/readXlsx";

const STYLES = `
  <fonts><font/><font><b/><i val="0"/><color rgb="FFC00000"/></font><font><i/><b val="0"/></font></fonts>
  <fills>
    <fill><patternFill patternType="none"><fgColor rgb="FF00FF00"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999"/><bgColor indexed="64"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill>
  </fills>
  <cellStyleXfs><xf fontId="1"><alignment wrapText="1"/></xf></cellStyleXfs>
  <cellXfs>
    <xf/>
    <xf fontId="1" fillId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf>
    <xf fontId="2" fillId="2"><alignment horizontal="right"/></xf>
    <xf fillId="3"><alignment horizontal="general"/></xf>
  </cellXfs>`;

async function presentationOf(bytes: Uint8Array) {
  const result = await readXlsxWithPresentation(bytes, { name: "a.xlsx" });
  if (!result.ok) throw new Error(result.sentence);
  return result.value.presentation;
}

test("polices, couleurs, alignements et renvois à la ligne", async () => {
  const { looks, sheets } = await presentationOf(
    sheetOf('<row r="2"><c r="A2" s="1"/><c r="B2"><v>1</v></c><c r="C2" s="3"/></row>', { styles: STYLES }),
  );
  expect(looks).toEqual([
    {},
    {
      bold: true,
      italic: false,
      color: "#C00000",
      fill: "#DAE3F3",
      horizontal: "center",
      vertical: "top",
      wrap: true,
    },
    { bold: false, italic: true, fill: "#FFFF00", horizontal: "right" },
    { fill: "#BFBFBF" },
  ]);
  expect(sheets[0]?.cells).toEqual([
    { row: 1, column: 0, look: 1 },
    { row: 1, column: 2, look: 3 },
  ]);
});

test("largeurs, hauteurs, lignes et colonnes masquées, volets figés, quadrillage", async () => {
  const before =
    '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="4" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultColWidth="10" defaultRowHeight="15"/>' +
    '<cols><col min="1" max="1" width="30.7109375" customWidth="1"/><col min="3" max="16384" width="9" hidden="1"/></cols>';
  const data = '<row r="1" ht="30" customHeight="1"/><row r="3" hidden="1"/><row><c><v>1</v></c></row>';
  const { sheets } = await presentationOf(sheetOf(data, { before, name: "Plan" }));
  expect(sheets[0]).toEqual({
    name: "Plan",
    defaultColumnWidth: 70,
    defaultRowHeight: 20,
    columns: [
      { first: 0, last: 0, width: 215, hidden: false, look: 0 },
      { first: 2, last: 16383, width: 63, hidden: true, look: 0 },
    ],
    rows: [
      { row: 0, height: 40, hidden: false },
      { row: 2, height: null, hidden: true },
    ],
    cells: [],
    frozen: { rows: 4, columns: 1 },
    showGridLines: false,
  });
});

test("les couleurs d'un thème propre au fichier", async () => {
  const places = ["dk1", "lt1", "dk2", "lt2", "accent1"].map(
    (place, i) => `<a:${place}><a:srgbClr val="00000${i}"/></a:${place}>`,
  );
  const theme = `<a:theme xmlns:a="u"><a:themeElements><a:clrScheme>${places.join("")}</a:clrScheme></a:themeElements></a:theme>`;
  const fills = [0, 1, 4]
    .map((theme) => `<fill><patternFill patternType="solid"><fgColor theme="${theme}"/></patternFill></fill>`)
    .join("");
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = ["worksheet:worksheets/sheet1.xml", "styles:styles.xml", "theme:theme/theme1.xml"].map((one, i) => {
    const [kind = "", target = ""] = one.split(":");
    return `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`;
  });
  const bytes = sheetOf("", {
    styles: `<fonts><font/></fonts><fills>${fills}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/></cellXfs>`,
    parts: {
      "xl/theme/theme1.xml": theme,
      "xl/_rels/workbook.xml.rels": `<Relationships>${rels.join("")}</Relationships>`,
    },
  });
  expect((await presentationOf(bytes)).looks.map(({ fill }) => fill)).toEqual(["#000001", "#000000", "#000004"]);
});
