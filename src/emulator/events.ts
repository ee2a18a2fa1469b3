/** Turns the workbook's changes into the event messages that the client registered for. */
import { areaAddress } from "../workbook/address";
import type { EventEntry } from "./protocol";
import type { Session } from "./session";
import type { WorkbookChange } from "./workbook";

/** Message category and types, as office.js numbers them (`Constants.eventMessageCategory`, `eventType`). */
const CATEGORY = 65_536;
const WORKSHEET_CHANGED = 10;
/** `Constants.eventWorkbookId`: the target of an event of the whole collection. */
const WORKBOOK_TARGET = "Workbook";

/** Registration of `worksheets.onChanged`. */
export const DATA_CHANGED = "WorksheetCollection.DataChanged";

/** The messages of one change; none when nobody listens. Results of a calculation raise no `onChanged` in Excel. */
export function eventEntries(change: WorkbookChange, session: Session): EventEntry[] {
  if (change.kind !== "cells" || !session.registrations.has(DATA_CHANGED)) return [];
  const args = {
    address: areaAddress(change.area),
    worksheetId: change.sheet.id,
    changeType: "RangeEdited",
    source: "Local",
    triggerSource: change.origin === "addin" ? "ThisLocalAddin" : "Unknown",
  };
  return [[CATEGORY, WORKSHEET_CHANGED, WORKBOOK_TARGET, JSON.stringify(args), 1]];
}
