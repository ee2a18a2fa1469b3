/** The emulated Excel host, for the bench and for tests; ./node is apart because a page cannot load it. */
export {
  attachPane,
  REQUIREMENT_SETS,
  type AttachedPane,
  type AttachPaneOptions,
  type CommandOutcome,
} from "./browser";
export type { PageSetup, PlacedLook } from "./appearance";
export type { CellInput, EmulatedCell } from "./cell";
export {
  EmulatedHost,
  EXCEL_ON_THE_WEB,
  type BatchReport,
  type HostLimits,
  type HostOptions,
  type HostStatistics,
} from "./host";
export type { RefusalCode } from "./refusal";
export type { EmulatedSheet, PlacedCell, Presentation } from "./sheet";
export {
  EmulatedWorkbook,
  type CalculationMode,
  type EditOutcome,
  type EmulatedWorkbookOptions,
  type Recalculation,
  type Selection,
  type WorkbookChange,
} from "./workbook";
