/** Turns the workbook's changes into the event messages that the client registered for. */
import { areaAddress } from "../workbook/address";
import type { EventEntry } from "./protocol";
import type { Session } from "./session";
import type { WorkbookChange } from "./workbook";

/** Message category and types, as office.js numbers them (`Constants.eventMessageCategory`, `eventType`). */
const CATEGORY = 65_536;
const TYPES = { changed: 10, calculated: 16, formatChanged: 18 } as const;
/** `Constants.eventWorkbookId`: the target of an event of the whole collection. */
const WORKBOOK_TARGET = "Workbook";

/** Registrations of `worksheets.onChanged`, `onCalculated` and `onFormatChanged`. */
export const DATA_CHANGED = "WorksheetCollection.DataChanged";
export const CALCULATED = "WorksheetCollection.Calculated";
export const FORMAT_CHANGED = "WorksheetCollection.FormatChanged";

/** The messages of one change; none when nobody listens. Results of a calculation raise no `onChanged` in Excel. */
export function eventEntries(change: WorkbookChange, { registrations }: Session): EventEntry[] {
  const entry = (type: keyof typeof TYPES, args: Readonly<Record<string, string>>): EventEntry => [
    CATEGORY,
    TYPES[type],
    WORKBOOK_TARGET,
    JSON.stringify(args),
    1,
  ];
  switch (change.kind) {
    case "cells": {
      const address = areaAddress(change.area);
      const triggerSource = change.origin === "addin" ? "ThisLocalAddin" : "Unknown";
      const args = { address, worksheetId: change.sheet.id, changeType: "RangeEdited", source: "Local", triggerSource };
      return registrations.has(DATA_CHANGED) ? [entry("changed", args)] : [];
    }
    case "formats": {
      const args = { address: areaAddress(change.area), worksheetId: change.sheet.id, source: "Local" };
      return registrations.has(FORMAT_CHANGED) ? [entry("formatChanged", args)] : [];
    }
    case "results":
      if (!registrations.has(CALCULATED)) return [];
      return change.sheets.map(({ id }) => entry("calculated", { worksheetId: id, address: "" }));
    default:
      return [];
  }
}
