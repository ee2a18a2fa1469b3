/** The part that lists the sheets, with sheets added or taken away and a calculation asked for at the next opening. */
import type { NewSheet } from "../../workbook/draft";
import { columnLetters, quotedSheet, type Area } from "../../workbook/address";
import { attributeNamed } from "../xml";
import type { WorkbookPart } from "../workbookPart";
import { escapedAttribute, escapedText } from "./markup";
import { Outline, type Node } from "./outline";
import { directoryOf, type Package } from "./package";

/** Order of a workbook's elements (ECMA-376 §18.2.27). */
const ORDER = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences " +
  "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr " +
  "webPublishObjects extLst"
).split(" ");

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

function absolute({ top, left, bottom, right }: Area): string {
  return `$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;
}

/** The file's namespaces: those of its strict or of its usual form. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
}

export function dialectOf(workbookText: string): Dialect {
  const { attributes } = new Outline(workbookText).root;
  const isStrict = [...attributes.values()].includes(STRICT);
  return isStrict
    ? { main: STRICT, relationships: STRICT_RELATIONSHIPS }
    : { main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relationships: RELATIONSHIPS };
}

/** Asks the program that opens the file next to compute every formula. */
export function askCalculation(pkg: Package, part: WorkbookPart): void {
  const outline = new Outline(pkg.requireText(part.name));
  const calculation = outline.child("calcPr");
  if (calculation) outline.setAttributes(calculation, { fullCalcOnLoad: "1" });
  else outline.place(`<${outline.prefix}calcPr fullCalcOnLoad="1"/>`, "calcPr", ORDER);
  pkg.write(part.name, outline.result());
}

function sheetElement(outline: Outline, name: string, relationship: string, dialect: Dialect): string {
  const entries = outline.child("sheets")?.children ?? [];
  const identifier = Math.max(0, ...entries.map(({ attributes }) => Number(attributes.get("sheetId")) || 0)) + 1;
  const bound = [...outline.root.attributes].find(([, value]) => value === dialect.relationships)?.[0] ?? "";
  const isBound = bound.startsWith("xmlns:");
  const declared = isBound ? "" : ` xmlns:r="${dialect.relationships}"`;
  const prefix = isBound ? bound.slice("xmlns:".length) : "r";
  return `<${outline.prefix}sheet name="${escapedAttribute(name)}" sheetId="${identifier}"${declared} ${prefix}:id="${relationship}"/>`;
}

function printNames({ name, print }: NewSheet, rank: number, prefix: string): string {
  const entry = (what: string, range: string) =>
    `<${prefix}definedName name="_xlnm.${what}" localSheetId="${rank}">` +
    `${escapedText(`${quotedSheet(name)}!${range}`)}</${prefix}definedName>`;
  const titles =
    print.titleRows === null ? "" : entry("Print_Titles", `$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  return entry("Print_Area", absolute(print.area)) + titles;
}

/** Adds a sheet after the last one: its part, its place in the workbook and the names of what is printed. */
export function addSheet(pkg: Package, part: WorkbookPart, sheet: NewSheet, sheetText: string): void {
  const text = pkg.requireText(part.name);
  const dialect = dialectOf(text);
  const directory = directoryOf(part.name);
  const sheetPart = pkg.freeName(`${directory}worksheets/sheet`);
  pkg.add(sheetPart, sheetText, SHEET_TYPE);
  const target = sheetPart.slice(directory.length);
  const relationship = pkg.relate(part.name, `${dialect.relationships}/worksheet`, target);
  const outline = new Outline(text);
  const sheets = outline.child("sheets") ?? outline.root;
  outline.append(sheets, sheetElement(outline, sheet.name, relationship, dialect));
  const names = printNames(sheet, sheets.children.length, outline.prefix);
  const known = outline.child("definedNames");
  if (known) outline.append(known, names);
  else {
    const tag = `${outline.prefix}definedNames`;
    outline.place(`<${tag}>${names}</${tag}>`, "definedNames", ORDER);
  }
  pkg.write(part.name, outline.result());
}

/** The rank of a tab once another is gone. */
const rankWithout = (rank: number, gone: number) => (rank > gone || (rank === gone && rank > 0) ? rank - 1 : rank);

function dropNames(outline: Outline, gone: number): void {
  const names = outline.child("definedNames");
  if (!names) return;
  const scopeOf = ({ attributes }: Node) => attributes.get("localSheetId");
  const left = names.children.filter((node) => scopeOf(node) !== String(gone));
  if (left.length === 0) return outline.remove(names);
  for (const node of names.children) {
    const scope = scopeOf(node);
    if (!left.includes(node)) outline.remove(node);
    else if (scope !== undefined && Number(scope) > gone) {
      outline.setAttributes(node, { localSheetId: String(Number(scope) - 1) });
    }
  }
}

/** Takes a sheet away, with the names that are its own. */
export function dropSheet(pkg: Package, part: WorkbookPart, name: string): void {
  const outline = new Outline(pkg.requireText(part.name));
  const entries = outline.child("sheets")?.children ?? [];
  const gone = entries.findIndex(({ attributes }) => attributes.get("name") === name);
  const entry = entries[gone];
  if (!entry) return;
  outline.remove(entry);
  dropNames(outline, gone);
  for (const view of outline.child("bookViews")?.children ?? []) {
    for (const attribute of ["activeTab", "firstSheet"]) {
      const rank = view.attributes.get(attribute);
      const left = rank === undefined ? undefined : String(rankWithout(Number(rank), gone));
      if (left !== undefined && left !== rank) outline.setAttributes(view, { [attribute]: left });
    }
  }
  const id = attributeNamed(entry.attributes, "id");
  const target = pkg.relationships(part.name).find((relationship) => relationship.id === id)?.part ?? null;
  pkg.write(part.name, outline.result());
  if (target === null) return;
  pkg.unrelate(part.name, target);
  pkg.remove(target);
}
