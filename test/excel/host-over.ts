/** The Office.js host over the real client and an emulated workbook, as the tests of this folder want it. */
import type { HostOptions } from "../../src/emulator";
import type { EmulatedHost } from "../../src/emulator";
import { loadOfficeClient } from "../../src/emulator/node";
import type { EmulatedWorkbook } from "../../src/emulator";
import { createExcelHost, createMemoryJournal, type Journal } from "../../src/excel";
import type { InteractiveHost } from "../../src/host/ports";

export interface Bench {
  readonly host: InteractiveHost;
  /** The emulated Excel: its faults, its limits and its counts. */
  readonly excel: EmulatedHost;
}

export function hostOver(
  workbook: EmulatedWorkbook,
  options: HostOptions & { timeoutMs?: number; api?: string; journal?: Journal } = {},
): Bench {
  const client = loadOfficeClient(workbook, options);
  const supported = Number((options.api ?? "1.15").split(".")[1]);
  const isSetSupported = (_set: string, version: string) => Number(version.split(".")[1]) <= supported;
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const journal = options.journal ?? createMemoryJournal();
  const host = createExcelHost({ run: client.Excel.run, isSetSupported, journal, patienceMs: 1, ...timeout });
  return { host, excel: client.host };
}
