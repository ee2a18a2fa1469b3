import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");
const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");

/** Values of an attribute on the elements of this name, prefix included. */
function attributes(element: string, attribute: string): string[] {
  const tags = manifest.match(new RegExp(`<${element}\\b[^>]*>`, "g")) ?? [];
  return tags.flatMap((tag) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1] ?? []);
}

/** Resources by id: what a `resid` may name. */
function resources(element: string): Map<string, string> {
  const tags = manifest.match(new RegExp(`<bt:${element}\\b[^>]*\\bid="[^>]*>`, "g")) ?? [];
  const read = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return new Map(tags.map((tag) => [read(tag, "id"), read(tag, "DefaultValue")]));
}

/** Width and height that a PNG file declares in its first chunk. */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function strings(kind: "Short" | "Long"): string[] {
  const block = new RegExp(`<bt:${kind}Strings>([^]*?)</bt:${kind}Strings>`).exec(manifest)?.[1] ?? "";
  return [...block.matchAll(/DefaultValue="([^"]*)"/g)].map((match) => match[1] ?? "");
}

describe("le manifeste du complément", () => {
  const images = resources("Image");
  const known = new Map([...images, ...resources("Url"), ...resources("String")]);

  test("chaque resid désigne une ressource, d'un nom de 32 caractères au plus", () => {
    const used = [...manifest.matchAll(/\bresid="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    expect([...known.keys()].filter((id) => id.length > 32)).toEqual([]);
    expect([...known.keys()].filter((id) => !used.includes(id))).toEqual([]);
  });

  test("les textes courts tiennent en 125 caractères, les longs en 250", () => {
    expect(strings("Short").length).toBe(3);
    expect(strings("Short").filter((text) => text.length > 125)).toEqual([]);
    expect(strings("Long").length).toBe(1);
    expect(strings("Long").filter((text) => text.length > 250)).toEqual([]);
    expect(attributes("Description", "DefaultValue").filter((text) => text.length > 250)).toEqual([]);
  });

  test("toutes les adresses sont en https, du même serveur", () => {
    const urls = [...manifest.matchAll(/DefaultValue="(\w+:\/\/[^"]*)"/g)].map((match) => match[1] ?? "");
    expect(urls.length).toBeGreaterThan(5);
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set(["https://localhost:8443"]));
  });

  test("les icônes existent, à leur taille", () => {
    for (const [id, url] of images) {
      const size = Number(id.replace("Icon.", ""));
      expect(pngSize(path.join(ROOT, "assets", new URL(url).pathname))).toEqual([size, size]);
    }
    const iconOf = (element: string) => new URL(attributes(element, "DefaultValue")[0] ?? "").pathname;
    expect(pngSize(path.join(ROOT, "assets", iconOf("IconUrl")))).toEqual([32, 32]);
    expect(pngSize(path.join(ROOT, "assets", iconOf("HighResolutionIconUrl")))).toEqual([64, 64]);
  });

  test("identifiant, version, langue, hôte, droits et jeu d'API", () => {
    expect(manifest).toMatch(/<Id>[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/Id>/);
    const version: unknown = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version;
    expect(manifest).toContain(`<Version>${String(version)}.0</Version>`);
    expect(manifest).toContain("<DefaultLocale>fr-FR</DefaultLocale>");
    expect(attributes("Host", "Name")).toEqual(["Workbook"]);
    expect(manifest).toContain("<Permissions>ReadWriteDocument</Permissions>");
    expect(attributes("Set", "Name")).toEqual(["ExcelApi"]);
    expect(attributes("Set", "MinVersion")).toEqual(["1.9"]);
  });
});
