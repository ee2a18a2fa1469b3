/** What no write may touch: everything is looked at before the first character changes. */
import type { HostFailure, HostFailureCode } from "../../host/ports";
import * as messages from "../../messages/writing";
import { parseArea, qualifiedAddress, type Area, type CellRef } from "../../workbook/address";
import { EMPTY_CONTENT, isSameContent, type CellContent, type Draft } from "../../workbook/draft";
import type { Workbook } from "../../workbook/picture";
import { isOn } from "../xml";
import type { OpenFile } from "./openFile";
import { Outline } from "./outline";

const MAX_NAME = 31;
const FORBIDDEN_IN_NAMES = /[\\/?*[\]:]|^'|'$/;

export function refusal(code: HostFailureCode, sentence: string, cells: readonly CellRef[] = []): HostFailure {
  return { ok: false, code, sentence, ...(cells.length === 0 ? {} : { cells }) };
}

function contains({ top, left, bottom, right }: Area, { row, column }: { row: number; column: number }): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function isOneCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

/** What the picture holds in a cell; EMPTY_CONTENT for nothing, null where its sheet is not there. */
export function contentLookup(picture: Workbook): (ref: CellRef) => CellContent | null {
  const sheets = new Map(
    picture.sheets.map(({ name, cells }) => [
      name,
      new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell] as const)),
    ]),
  );
  return ({ sheet, row, column }) => {
    const cells = sheets.get(sheet);
    return cells ? (cells.get(`${row},${column}`) ?? EMPTY_CONTENT) : null;
  };
}

/** The expected contents that the file no longer holds. */
export function changedCells(
  file: OpenFile,
  expected: readonly { readonly ref: CellRef; readonly content: CellContent }[],
): CellRef[] {
  const contentAt = contentLookup(file.stored.workbook);
  const changed = new Map<string, CellRef>();
  for (const { ref, content } of expected) {
    const found = contentAt(ref);
    if (found !== null && isSameContent(withoutEmptyText(content), found)) continue;
    changed.set(qualifiedAddress(ref), ref);
  }
  return [...changed.values()];
}

/** An empty text is no content for a reader of files. */
function withoutEmptyText(content: CellContent): CellContent {
  return content.formula === null && content.value === "" ? { ...content, value: null } : content;
}

/** Whether a signature vouches for the file. */
function isSigned(file: OpenFile): boolean {
  return file.parts.names().some((name) => name.startsWith("_xmlsignatures/"));
}

function isStructureLocked(file: OpenFile): boolean {
  const protection = new Outline(file.parts.requireText(file.workbook.name)).child("workbookProtection");
  return isOn(protection?.attributes.get("lockStructure"));
}

/** The failure of a write to a file that cannot be written to at all; null for one that can. */
export function refusalOfFile(file: OpenFile): HostFailure | null {
  return isSigned(file) ? refusal("read-only", messages.signedFile()) : null;
}

/** The failure of adding or taking away sheets where the workbook's structure is protected. */
export function refusalOfStructure(file: OpenFile): HostFailure | null {
  return isStructureLocked(file) ? refusal("protected", messages.protectedStructure()) : null;
}

function refusalOfSheets(file: OpenFile, draft: Draft): HostFailure | null {
  if (draft.sheets.length === 0) return null;
  const locked = refusalOfStructure(file);
  if (locked) return locked;
  const taken = new Set(file.workbook.sheets.map(({ name }) => name.toLowerCase()));
  for (const { name } of draft.sheets) {
    if (taken.has(name.toLowerCase())) return refusal("sheet-exists", messages.sheetExists(name));
    taken.add(name.toLowerCase());
    if (name.trim() === "" || name.length > MAX_NAME || FORBIDDEN_IN_NAMES.test(name)) {
      return refusal("unsupported", messages.badSheetName(name));
    }
  }
  return null;
}

/** Areas of the parts of a kind that belong to a sheet. */
function areasOf(file: OpenFile, rank: number, kind: string, areas: (outline: Outline) => readonly Area[]): Area[] {
  return file.parts.relationships(file.sheetAt(rank).part).flatMap((relationship) => {
    const text = relationship.kind === kind && relationship.part !== null ? file.parts.text(relationship.part) : null;
    return text === null ? [] : areas(new Outline(text));
  });
}

/** A pivot table with the filters above it, which its `ref` leaves out. */
function pivotAreas(outline: Outline): Area[] {
  const location = outline.child("location");
  const area = parseArea(location?.attributes.get("ref") ?? "");
  if (!location || !area) return [];
  const count = (name: string) => Number(location.attributes.get(name) ?? 0);
  const [rows, columns] = [count("rowPageCount"), count("colPageCount")];
  if (rows === 0) return [area];
  // One empty row lies between; each filter is a name and a value, with an empty column before the next.
  const filters = {
    top: Math.max(0, area.top - rows - 1),
    left: area.left,
    bottom: Math.max(0, area.top - 2),
    right: area.left + 3 * Math.max(1, columns) - 2,
  };
  return [area, filters];
}

/** The row of names of a table: Excel takes a file for damaged whose table and cells do not agree on them. */
function headerAreas({ root: { attributes } }: Outline): Area[] {
  const area = parseArea(attributes.get("ref") ?? "");
  return area && attributes.get("headerRowCount") !== "0" ? [{ ...area, bottom: area.top }] : [];
}

/** The cells that nobody could type into, by the reason. */
function untouchable(file: OpenFile, cells: readonly CellRef[]): HostFailure | null {
  const hits: Record<"merged" | "spilled" | "pivot" | "header", CellRef[]> = {
    merged: [],
    spilled: [],
    pivot: [],
    header: [],
  };
  for (const name of new Set(cells.map(({ sheet }) => sheet))) {
    const rank = file.rankOf(name);
    const { merges = [] } = file.stored.workbook.sheets[rank] ?? {};
    const { filled } = file.indexOf(rank);
    const arrays = filled.filter(({ area }) => !isOneCell(area)).map(({ area }) => area);
    const pivots = areasOf(file, rank, "pivotTable", pivotAreas);
    const headers = areasOf(file, rank, "table", headerAreas);
    for (const ref of cells.filter(({ sheet }) => sheet === name)) {
      const isIn = (area: Area) => contains(area, ref);
      if (merges.some((area) => isIn(area) && (area.top !== ref.row || area.left !== ref.column)))
        hits.merged.push(ref);
      if (arrays.some(isIn)) hits.spilled.push(ref);
      if (pivots.some(isIn)) hits.pivot.push(ref);
      if (headers.some(isIn)) hits.header.push(ref);
    }
  }
  if (hits.merged.length > 0) return refusal("merged", messages.merged(hits.merged), hits.merged);
  if (hits.spilled.length > 0) return refusal("spilled", messages.spilled(hits.spilled), hits.spilled);
  if (hits.pivot.length > 0) return refusal("pivot", messages.pivot(hits.pivot), hits.pivot);
  if (hits.header.length > 0) return refusal("unsupported", messages.tableHeader(hits.header), hits.header);
  return null;
}

/** Why these cells cannot be written to: on protected sheets, or part of something larger. Null when they can. */
export function refusalOfCells(file: OpenFile, cells: readonly CellRef[]): HostFailure | null {
  const names = [...new Set(cells.map(({ sheet }) => sheet))];
  const shut = names.filter((name) => file.stored.workbook.sheets[file.rankOf(name)]?.isProtected === true);
  if (shut.length > 0) return refusal("protected", messages.protectedSheet(shut));
  return untouchable(file, cells);
}

/** Why a draft cannot be written as a whole; null when it can. */
export function refusalOfDraft(file: OpenFile, draft: Draft): HostFailure | null {
  const ofFile = refusalOfFile(file) ?? refusalOfSheets(file, draft);
  if (ofFile) return ofFile;
  const seen = draft.writes.map(({ ref, before }) => ({ ref, content: before }));
  const changed = changedCells(file, [...seen, ...draft.reads]);
  if (changed.length > 0) return refusal("changed", messages.changed(changed), changed);
  return refusalOfCells(
    file,
    draft.writes.map(({ ref }) => ref),
  );
}
