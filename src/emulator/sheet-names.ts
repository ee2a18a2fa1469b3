/** Names that Excel gives or refuses to a sheet. */
import { Refusal } from "./refusal";

const LONGEST_NAME = 31;

/** Throws Excel's refusal of a name: too long, empty, a forbidden character, or taken (without regard to case). */
export function checkSheetName(name: string, taken: readonly string[]): void {
  const isForbidden =
    name === "" ||
    name.length > LONGEST_NAME ||
    /[\\/?*[\]:]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    // Excel keeps it for the sheet of a shared workbook's changes.
    name.toLowerCase() === "history";
  if (isForbidden) throw new Refusal("InvalidArgument", `"${name}" cannot be the name of a sheet.`);
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) {
    throw new Refusal("ItemAlreadyExists", `There is a sheet "${name}" already.`);
  }
}

/** A formula once the sheet is gone: what it named becomes `#REF!`, as Excel writes it. */
export function withoutSheet(formula: string, name: string): string {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const quoted = `'${escaped(name.replaceAll("'", "''"))}'!`;
  const plain = `(?<![\\p{L}\\p{N}_.'\\]])${escaped(name)}!`;
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(new RegExp(`${quoted}|${plain}`, "giu"), "#REF!")))
    .join("");
}
