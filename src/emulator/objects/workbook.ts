/** The workbook, as `Excel.Workbook`: the root of every object path. */
import type { HostObject } from "../host-object";
import type { Session } from "../session";
import { applicationObject } from "./application";
import { customXmlPartsObject } from "./custom-xml-parts";
import { rangeObject } from "./range";
import { worksheetsObject } from "./worksheets";

export function workbookObject(session: Session): HostObject {
  const { workbook } = session;
  const selection = () => workbook.selection;
  return {
    type: "Workbook",
    scalars: { Name: { get: () => workbook.name }, ReadOnly: { get: () => workbook.isReadOnly } },
    objects: {
      Worksheets: () => worksheetsObject(session),
      CustomXmlParts: () => customXmlPartsObject(session),
      Protection: () => ({
        type: "WorkbookProtection",
        scalars: { Protected: { get: () => workbook.isStructureProtected } },
      }),
      Application: () => applicationObject(session),
      GetSelectedRange: () => rangeObject(session, selection().sheet, selection().area),
      GetActiveCell: () => {
        const { sheet, area } = selection();
        return rangeObject(session, sheet, { ...area, bottom: area.top, right: area.left });
      },
    },
  };
}
