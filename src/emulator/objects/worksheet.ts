/** One sheet, as `Excel.Worksheet`, and its protection. */
import type { Visibility } from "../../workbook/picture";
import type { Arguments, HostObject } from "../host-object";
import type { Session } from "../session";
import type { EmulatedSheet } from "../sheet";
import { freezePanesObject, pageLayoutObject } from "./page";
import { areaOfAddress, rangeObject } from "./range";

const VISIBILITY: Record<Visibility, string> = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" };
const FIRST_CELL = { top: 0, left: 0, bottom: 0, right: 0 };

export function worksheetObject(session: Session, sheet: EmulatedSheet): HostObject {
  const { workbook } = session;
  const usedRange = ([valuesOnly]: Arguments) => {
    const area = sheet.usedArea(valuesOnly === true);
    return area && rangeObject(session, sheet, area);
  };
  return {
    type: "Worksheet",
    identity: { Id: sheet.id },
    scalars: {
      Id: { get: () => sheet.id },
      Name: { get: () => sheet.name },
      Position: { get: () => workbook.sheets.indexOf(sheet) },
      Visibility: { get: () => VISIBILITY[sheet.visibility] },
    },
    objects: {
      Protection: () => protectionObject(sheet),
      FreezePanes: () => freezePanesObject(session, sheet),
      PageLayout: () => pageLayoutObject(session, sheet),
      GetRange: ([address]) => rangeObject(session, sheet, areaOfAddress(address)),
      // On an empty sheet Excel gives its first cell.
      GetUsedRange: (args) => usedRange(args) ?? rangeObject(session, sheet, FIRST_CELL),
      GetUsedRangeOrNullObject: usedRange,
    },
    methods: {
      Activate: () => workbook.activate(sheet, "addin"),
      Delete: () => workbook.deleteSheet(sheet, "addin"),
    },
  };
}

function protectionObject(sheet: EmulatedSheet): HostObject {
  return { type: "WorksheetProtection", scalars: { Protected: { get: () => sheet.isProtected } } };
}
