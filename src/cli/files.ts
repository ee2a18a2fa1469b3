/** From the paths that somebody gave to the workbooks to check. */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

export interface Workfile {
  readonly shown: string;
  readonly absolute: string;
}

/** npm runs scripts in the package's folder; paths are meant from where the person stood. */
export function absoluteOf(given: string): string {
  const fromCaller = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  return existsSync(fromCaller) ? fromCaller : path.resolve(given);
}

/** Owner files (`~$…`) are Excel's, not workbooks. An .xls is told unreadable: passing over it would be silent. */
function isWorkbook(name: string): boolean {
  return /\.(?:xlsx|xlsm|xls)$/i.test(name) && !name.startsWith("~$");
}

function inFolder(folder: Workfile): Workfile[] {
  const entries = readdirSync(folder.absolute, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = { shown: path.join(folder.shown, entry.name), absolute: path.join(folder.absolute, entry.name) };
      if (entry.isDirectory()) return inFolder(inside);
      return entry.isFile() && isWorkbook(entry.name) ? [inside] : [];
    });
}

/** The workbooks of paths in the order given; a folder stands for all its workbooks, by name. */
export function workfiles(paths: readonly string[]): Workfile[] {
  return paths.flatMap((given) => {
    const file = { shown: given, absolute: absoluteOf(given) };
    const isFolder = existsSync(file.absolute) && statSync(file.absolute).isDirectory();
    if (isFolder) return inFolder(file);
    return path.basename(given).startsWith("~$") ? [] : [file];
  });
}
