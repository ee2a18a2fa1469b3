/** Which part leads to which: the `.rels` beside each part. */
import { scanXml } from "./xml";
import type { Archive } from "./zip";

export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "sharedStrings"; the same in transitional and strict files. */
  readonly kind: string;
  /** A part's name; null when it points outside the file, which is never followed. */
  readonly part: string | null;
}

function directoryOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

/** The part that a target names, from the part that names it; "/xl/a.xml" counts from the root. */
function resolvePart(from: string, target: string): string {
  const plain = percentDecoded(target.replaceAll("\\", "/"));
  const steps: string[] = [];
  for (const step of (plain.startsWith("/") ? plain : directoryOf(from) + plain).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function percentDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The relationships of a part ("" for the file itself); none when it has no `.rels`. */
export function relationshipsOf(archive: Pick<Archive, "read">, part: string): Relationship[] {
  const directory = directoryOf(part);
  const bytes = archive.read(`${directory}_rels/${part.slice(directory.length)}.rels`);
  const relationships: Relationship[] = [];
  if (!bytes) return relationships;
  scanXml(bytes, {
    open(name, _parent, attributes) {
      if (name !== "Relationship") return;
      const type = attributes.get("Type") ?? "";
      const outside = attributes.get("TargetMode")?.toLowerCase() === "external";
      relationships.push({
        id: attributes.get("Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        part: outside ? null : resolvePart(part, attributes.get("Target") ?? ""),
      });
    },
  });
  return relationships;
}
