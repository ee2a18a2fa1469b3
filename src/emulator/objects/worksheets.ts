/** The sheets of the workbook, as `Excel.WorksheetCollection`. */
import { CALCULATED, DATA_CHANGED, FORMAT_CHANGED } from "../events";
import { textArgument, type Arguments, type HostObject } from "../host-object";
import { Refusal } from "../refusal";
import type { Session } from "../session";
import { worksheetObject } from "./worksheet";

export function worksheetsObject(session: Session): HostObject {
  const { workbook, registrations } = session;
  const found = (args: Arguments) => {
    const key = textArgument(args, 0);
    const sheet = workbook.sheets.find(({ id }) => id === key) ?? workbook.sheetNamed(key);
    return sheet && worksheetObject(session, sheet);
  };
  const item = (args: Arguments) => {
    const sheet = found(args);
    if (!sheet) throw new Refusal("ItemNotFound", "The requested resource doesn't exist.");
    return sheet;
  };
  return {
    type: "WorksheetCollection",
    scalars: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(session, sheet)),
    objects: {
      Indexer: item,
      Add: (args) => worksheetObject(session, workbook.addSheet(textArgument(args, 0), "addin")),
      GetItem: item,
      GetItemOrNullObject: found,
      GetActiveWorksheet: () => worksheetObject(session, workbook.selection.sheet),
    },
    methods: {
      _RegisterDataChangedEvent: () => void registrations.add(DATA_CHANGED),
      _UnregisterDataChangedEvent: () => void registrations.delete(DATA_CHANGED),
      _RegisterCalculatedEvent: () => void registrations.add(CALCULATED),
      _UnregisterCalculatedEvent: () => void registrations.delete(CALCULATED),
      _RegisterFormatChangedEvent: () => void registrations.add(FORMAT_CHANGED),
      _UnregisterFormatChangedEvent: () => void registrations.delete(FORMAT_CHANGED),
    },
  };
}
