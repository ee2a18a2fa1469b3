/** A rule is three files with one name: its code, its test, its page. And one line of the index. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULE_TEXTS } from "../../src/messages/rules";
import { SEVERITY_TEXTS } from "../../src/messages/verdicts";
import { RULES } from "../../src/rules/registry";

const ROOT = join(__dirname, "../..");
const PAGES = join(ROOT, "docs/regles");
const INDEX = "README.md";
const SECTIONS = ["Ce qu'elle vérifie", "Pourquoi", "Exemple", "Que faire", "Quand elle se tait"];
const IDENTITY = /^Règle `([^`]+)` · Famille\u00A0: (\S+) · Gravité\u00A0: (.+)$/m;

interface IndexLine {
  readonly rule: string;
  readonly page: string;
  readonly title: string;
  readonly severity: string;
  readonly family: string;
}

function read(file: string): string {
  return readFileSync(join(PAGES, file), "utf8");
}

/** Lines of the index table that link to a page, in the table's order. */
function indexLines(): IndexLine[] {
  return read(INDEX)
    .split("\n")
    .flatMap((line): IndexLine[] => {
      const cells = line.split("|").map((cell) => cell.trim());
      const [, link = "", title = "", severity = "", family = ""] = cells;
      const [, rule, page] = /^\[`([^`]+)`\]\(([^)]+)\)$/.exec(link) ?? [];
      return rule && page ? [{ rule, page, title, severity, family }] : [];
    });
}

/** The sections of a page, each with its text, in the page's order. */
function sectionsOf(page: string): { name: string; text: string }[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.split("\n");
      return { name, text: lines.join("\n").trim() };
    });
}

/** The page without what is not prose: code and the targets of links. */
function proseOf(page: string): string {
  return page.replace(/`[^`]*`/g, "").replace(/\]\([^)]*\)/g, "]");
}

test("chaque règle du registre a un texte, et chaque texte une règle", () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(Object.keys(RULE_TEXTS).sort());
});

describe.each(RULES.map(({ id, family }) => ({ id, family })))("$id", ({ id, family }) => {
  test("a son fichier de code et son fichier de test, dans le dossier de sa famille", () => {
    expect(existsSync(join(ROOT, "src/rules", family, `${id}.ts`))).toBe(true);
    expect(existsSync(join(ROOT, "test/rules", family, `${id}.test.ts`))).toBe(true);
  });

  test("a une page qui porte son titre, et lui seul", () => {
    expect(read(`${id}.md`).match(/^# .*$/gm)).toEqual([`# ${RULE_TEXTS[id].title}`]);
  });

  test("a une page qui dit son identifiant, sa famille et ses gravités, la plus grave d'abord", () => {
    const [, rule, ofFamily, severities = ""] = IDENTITY.exec(read(`${id}.md`)) ?? [];
    expect([rule, ofFamily]).toEqual([id, family]);
    const told = severities.split(", ");
    expect(told).toEqual(Object.values(SEVERITY_TEXTS).filter((severity) => told.includes(severity)));
  });

  test("a une page en cinq parties, aucune vide", () => {
    const sections = sectionsOf(read(`${id}.md`));
    expect(sections.map(({ name }) => name)).toEqual(SECTIONS);
    expect(sections.filter(({ text }) => text === "")).toEqual([]);
  });

  test("a une ligne dans l'index, qui dit la même chose que sa page", () => {
    const [, , , severity] = IDENTITY.exec(read(`${id}.md`)) ?? [];
    expect(indexLines().filter(({ rule }) => rule === id)).toEqual([
      { rule: id, page: `${id}.md`, title: RULE_TEXTS[id].title, severity, family },
    ]);
  });
});

describe("L'index et les dossiers", () => {
  test("l'index suit l'ordre du registre et ne nomme aucune règle qui n'existe pas", () => {
    expect(indexLines().map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
  });

  test("aucune page n'est sans règle", () => {
    const pages = readdirSync(PAGES).filter((file) => file !== INDEX);
    expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  });

  test("les liens entre pages mènent à une page", () => {
    const targets = readdirSync(PAGES).flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target),
    );
    expect(targets.filter((target) => !existsSync(join(PAGES, target)))).toEqual([]);
  });
});

test.each(readdirSync(PAGES))("%s suit la typographie française : espaces insécables", (file) => {
  const breaking = proseOf(read(file)).match(/.{0,12}(?: [;:!?%€»](?![-\w])|« |\d \d{3}(?!\d)).{0,12}/g);
  expect(breaking ?? []).toEqual([]);
});
