import { csvField } from "../../src/reporting/csv";
import { escapeHtml } from "../../src/reporting/html";

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+33", "'+33"],
  ["-450000,00", "'-450000,00"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ['un "mot"; deux', '"un ""mot""; deux"'],
  ["deux\nlignes", '"deux\nlignes"'],
])("le champ csv %j ne peut pas être exécuté", (text, field) => {
  expect(csvField(text)).toBe(field);
});

test("le texte d'une cellule n'est jamais du HTML", () => {
  expect(escapeHtml(`<img src=x onerror="alert('1')">&`)).toBe(
    "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;",
  );
});
