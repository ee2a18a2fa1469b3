/** The part that lists the sheets. */
import type { DefinedName } from "../calculation/calculation";
import type { Visibility } from "../workbook/picture";
import { relationshipsOf, type Relationship } from "./relationships";
import { corrupt, UnreadableFile } from "./trouble";
import { attributeNamed, isOn, scanXml } from "./xml";
import type { Archive } from "./zip";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** Null for a sheet that is only a chart, a dialog or an old macro: it holds no cell. */
  readonly part: string | null;
  /** What the chain of calculation calls it by. */
  readonly id: string;
}

export interface WorkbookPart {
  /** Its own name. */
  readonly name: string;
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly names: readonly DefinedName[];
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
  readonly themePart: string | null;
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** The workbook's part; files of other kinds that are archives too are told apart here. */
function workbookPartName(archive: Archive): string {
  const root = relationshipsOf(archive, "").find(({ kind }) => kind === "officeDocument")?.part ?? null;
  const part = root ?? "xl/workbook.xml";
  if (part.toLowerCase().endsWith(".bin")) throw new UnreadableFile("binary-excel", part);
  if (archive.has(part) && (root === null || !/^(?:word|ppt|visio)\//i.test(part))) return part;
  if (archive.has("mimetype") && archive.has("content.xml")) throw new UnreadableFile("open-document", "content.xml");
  if (archive.has("xl/workbook.bin")) throw new UnreadableFile("binary-excel", "xl/workbook.bin");
  if (root !== null && !archive.has(part)) throw corrupt(`no ${part}`);
  throw new UnreadableFile("not-a-workbook", part);
}

/** Reads the workbook's part. Throws UnreadableFile when the archive holds no workbook. */
export function readWorkbookPart(archive: Archive): WorkbookPart {
  const part = workbookPartName(archive);
  const bytes = archive.read(part);
  if (!bytes) throw corrupt(`no ${part}`);
  const relationships = relationshipsOf(archive, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const partOf = (kind: string) => relationships.find((relationship) => relationship.kind === kind)?.part ?? null;

  const sheets: SheetEntry[] = [];
  const names: DefinedName[] = [];
  let date1904 = false;
  let root = "";
  let naming: { name: string; sheet: number | null; formula: string } | null = null;
  scanXml(bytes, {
    open(name, parent, attributes) {
      if (parent === "") root = name;
      else if (name === "workbookPr" && parent === "workbook") date1904 = isOn(attributes.get("date1904"));
      else if (name === "sheet" && parent === "sheets") {
        sheets.push({
          name: attributes.get("name") ?? "",
          visibility: visibilityOf(attributes.get("state")),
          id: attributes.get("sheetId") ?? "",
          part: worksheetPart(byId.get(attributeNamed(attributes, "id") ?? "")),
        });
      } else if (name === "definedName") {
        const scope = attributes.get("localSheetId");
        naming = { name: attributes.get("name") ?? "", sheet: scope === undefined ? null : Number(scope), formula: "" };
      }
    },
    text(text) {
      if (naming) naming.formula += text;
    },
    close(name) {
      if (name !== "definedName" || !naming) return;
      names.push(naming);
      naming = null;
    },
  });
  if (root !== "workbook") throw new UnreadableFile("not-a-workbook", `root ${root}`);
  if (sheets.length === 0) throw corrupt("no sheet");
  return {
    name: part,
    sheets,
    date1904,
    names,
    sharedStringsPart: partOf("sharedStrings"),
    stylesPart: partOf("styles"),
    themePart: partOf("theme"),
  };
}

function worksheetPart(relationship: Relationship | undefined): string | null {
  if (!relationship?.part) throw corrupt("a sheet without part");
  return relationship.kind === "worksheet" ? relationship.part : null;
}
