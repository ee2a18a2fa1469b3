import { readFileSync } from "node:fs";
import path from "node:path";
import { createRibbon, type Order } from "../../src/commands/ribbon";

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
    expect(strings("Short").length).toBe(9);
    expect(strings("Short").filter((text) => text.length > 125)).toEqual([]);
    expect(strings("Long").length).toBe(4);
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
      const size = Number(id.split(".")[1]);
      expect(pngSize(path.join(ROOT, "assets", new URL(url).pathname))).toEqual([size, size]);
    }
    // All that Excel may ask for, for the group and for each command.
    const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
    const wanted = ["Icon", "Open", "Check", "Plan", "Bilan"].flatMap((name) => sizes.map((size) => `${name}.${size}`));
    expect([...images.keys()]).toEqual(wanted);
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

  test("le volet et les commandes partagent une page ; sans cet environnement, le volet seul reste", () => {
    expect(attributes("Runtime", "resid")).toEqual(["Pane.Url"]);
    expect(attributes("Runtime", "lifetime")).toEqual(["long"]);
    expect(attributes("FunctionFile", "resid")).toEqual(["Pane.Url"]);
    expect(attributes("SourceLocation", "resid")).toEqual(["Pane.Url"]);
    // What the commands want is asked of their part alone: the rest of the manifest opens the pane without it.
    expect(attributes("bt:Set", "Name")).toEqual(["SharedRuntime", "ExcelApi"]);
    expect(attributes("SourceLocation", "DefaultValue")).toEqual([known.get("Pane.Url")]);
  });

  test("chaque commande du ruban est connue du volet, et réciproquement", () => {
    const named = [...manifest.matchAll(/<FunctionName>([^<]*)</g)].map((match) => match[1]);
    const commands = new Map<string, () => void>();
    const ribbon = createRibbon({
      associate: (name, command) => commands.set(name, command),
      showPane: () => Promise.resolve(),
    });
    expect([...commands.keys()]).toEqual(named);
    // A press on the ribbon may come before the pane is drawn: the last one is not lost, and comes once.
    for (const command of commands.values()) command();
    const orders: Order[] = [];
    ribbon.listen((order) => orders.push(order));
    for (const command of commands.values()) command();
    expect(orders).toEqual(["bilan", "check", "plan", "bilan"]);
  });
});
