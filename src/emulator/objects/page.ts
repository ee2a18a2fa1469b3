/** How a sheet prints and what stays in view, as `Excel.PageLayout` and `Excel.WorksheetFreezePanes`. */
import { parseArea } from "../../workbook/address";
import type { PageSetup } from "../appearance";
import { textArgument, type HostObject } from "../host-object";
import { isRecord } from "../protocol";
import { notEmulated, Refusal } from "../refusal";
import type { Session } from "../session";
import type { EmulatedSheet } from "../sheet";
import { areaOfAddress } from "./range";

export function pageLayoutObject({ workbook }: Session, sheet: EmulatedSheet): HostObject {
  const page = () => sheet.appearance.page;
  const change = (more: Partial<PageSetup>) =>
    workbook.dress(sheet, null, () => (sheet.appearance.page = { ...page(), ...more }));
  return {
    type: "PageLayout",
    scalars: {
      Orientation: {
        get: () => page().orientation,
        set: (value) => {
          if (value !== "Portrait" && value !== "Landscape") {
            throw new Refusal("InvalidArgument", `"${String(value)}" is no orientation.`);
          }
          change({ orientation: value });
        },
      },
      PaperSize: {
        get: () => page().paperSize,
        set: (value) => {
          if (value !== "A4" && value !== "A3") throw notEmulated(`PageLayout.paperSize ${String(value)}`);
          change({ paperSize: value });
        },
      },
      Zoom: { get: () => fitOptions(page().fit), set: (value) => change({ fit: fitOf(value) }) },
    },
    methods: {
      SetPrintArea: (args) => change({ area: areaOfAddress(textArgument(args, 0)) }),
      SetPrintTitleRows: (args) => change({ titleRows: rowsOf(textArgument(args, 0)) }),
    },
  };
}

export function freezePanesObject({ workbook }: Session, sheet: EmulatedSheet): HostObject {
  return {
    type: "WorksheetFreezePanes",
    scalars: {},
    methods: {
      FreezeRows: ([count]) => {
        if (!Number.isInteger(count)) throw new Refusal("InvalidArgument", "The rows to freeze are no number.");
        workbook.dress(sheet, null, () => (sheet.appearance.frozenRows = Number(count)));
      },
    },
  };
}

function fitOptions({ horizontal, vertical }: PageSetup["fit"]) {
  return { horizontalFitToPages: horizontal, verticalFitToPages: vertical };
}

function fitOf(value: unknown): PageSetup["fit"] {
  if (!isRecord(value) || value["scale"] !== undefined) throw notEmulated("PageLayout.zoom by scale");
  const pages = (count: unknown) => (typeof count === "number" ? count : null);
  return { horizontal: pages(value["horizontalFitToPages"]), vertical: pages(value["verticalFitToPages"]) };
}

/** "$1:$3" as Excel gives it; without signs it is understood too. */
function rowsOf(address: string): PageSetup["titleRows"] {
  const [first, last] = address.replaceAll("$", "").split(":");
  const area = parseArea(`A${first}:A${last}`);
  if (!area) throw new Refusal("InvalidArgument", `"${address}" is no rows.`);
  return { first: area.top, last: area.bottom };
}
