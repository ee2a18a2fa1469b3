/**
 * The order in which Excel last computed the formulas. Excel takes a file for damaged whose chain names a cell without
 * formula; it makes the chain anew for formulas that are not in it.
 */
import type { WorkbookPart } from "../workbookPart";
import { Outline, type Node } from "./outline";
import type { Package } from "./package";

/** Takes cells out of the chain: those for which `isGone`, by the sheet's identifier and the address. */
export function dropFromCalcChain(
  pkg: Package,
  workbook: WorkbookPart,
  isGone: (sheetId: string, address: string) => boolean,
): void {
  const part = pkg.relationships(workbook.name).find(({ kind }) => kind === "calcChain")?.part;
  const text = part === null || part === undefined ? null : pkg.text(part);
  if (part === null || part === undefined || text === null) return;
  const outline = new Outline(text);
  let written = "";
  let kept = "";
  const gone: Node[] = [];
  for (const node of outline.root.children) {
    // An entry without a sheet is of the sheet of the one before.
    written = node.attributes.get("i") ?? written;
    if (isGone(written, node.attributes.get("r") ?? "")) {
      outline.remove(node);
      gone.push(node);
    } else {
      if (!node.attributes.has("i") && kept !== written) outline.setAttributes(node, { i: written });
      kept = written;
    }
  }
  if (gone.length === 0) return;
  if (gone.length < outline.root.children.length) return pkg.write(part, outline.result());
  pkg.unrelate(workbook.name, part);
  pkg.remove(part);
}
