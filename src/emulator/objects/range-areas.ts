/** Several rectangles of one sheet, as `Excel.RangeAreas`. */
import type { Area } from "../../workbook/address";
import type { HostObject } from "../host-object";
import type { EmulatedSheet } from "../sheet";
import { addressOf } from "./range";

export function rangeAreasObject(sheet: EmulatedSheet, areas: readonly Area[]): HostObject {
  return {
    type: "RangeAreas",
    scalars: {
      Address: { get: () => areas.map((area) => addressOf(sheet, area)).join(",") },
      AreaCount: { get: () => areas.length },
    },
  };
}
