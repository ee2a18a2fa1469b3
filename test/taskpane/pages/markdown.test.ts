/** The pages of the rules as the pane shows them: text only, and nothing of a page lost or left as markup. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { blocksOf, inlinesOf, pageOf, type Block, type Inline } from "../../../src/taskpane/pages/markdown";

const PAGES = join(__dirname, "../../../docs/regles");

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.inlines;
    case "list":
      return block.items.flat();
    case "table":
      return [...block.header.flat(), ...block.rows.flat(2)];
  }
}

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(readdirSync(PAGES))("%s", (file) => {
  const page = readFileSync(join(PAGES, file), "utf8");
  const inlines = blocksOf(page).flatMap(inlinesIn);

  test("garde tous ses mots, dans leur ordre", () => {
    const targets = /\]\([^)]*\)/g;
    expect(inlines.flatMap(({ text }) => words(text))).toEqual(
      words(page.replace(targets, "]").replace(/^\d+\. /gm, "")),
    );
  });

  test("ne laisse aucune marque de mise en page", () => {
    const shown = inlines.flatMap(({ kind, text }) => (kind === "code" ? [] : text));
    expect(shown.filter((text) => /\*\*|`|\]\(|^\||^#+ /.test(text))).toEqual([]);
  });

  test("ne mène qu'à des pages qui sont livrées", () => {
    const pages = inlines.flatMap((inline) => (inline.kind === "link" ? [pageOf(inline.target)] : []));
    const shipped = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ""));
    expect(pages.filter((name) => name === null || !shipped.includes(name))).toEqual([]);
  });
});

test("une page a son titre, ses paragraphes, ses listes et ses tableaux", () => {
  const page = "# Titre\n\nUn **mot** et `A1`.\n\n1. Un\n2. Deux\n   suite\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n";
  expect(blocksOf(page)).toEqual([
    { kind: "heading", level: 1, inlines: [{ kind: "text", text: "Titre" }] },
    {
      kind: "paragraph",
      inlines: [
        { kind: "text", text: "Un " },
        { kind: "strong", text: "mot" },
        { kind: "text", text: " et " },
        { kind: "code", text: "A1" },
        { kind: "text", text: "." },
      ],
    },
    {
      kind: "list",
      isOrdered: true,
      items: [[{ kind: "text", text: "Un" }], [{ kind: "text", text: "Deux suite" }]],
    },
    {
      kind: "table",
      header: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
      rows: [[[{ kind: "text", text: "1" }], [{ kind: "text", text: "2" }]]],
    },
  ]);
});

test("du HTML reste un texte", () => {
  const text = '<img src=x onerror="alert(1)">';
  expect(inlinesOf(text)).toEqual([{ kind: "text", text }]);
});

test("un lien vers l'extérieur n'est pas une page", () => {
  expect([pageOf("sous-total.md"), pageOf("README.md#marge")]).toEqual(["sous-total", "README"]);
  expect([pageOf("https://exemple.fr/a.md"), pageOf("../x.md"), pageOf("javascript:alert(1)")]).toEqual([
    null,
    null,
    null,
  ]);
});
