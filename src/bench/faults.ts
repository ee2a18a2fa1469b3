/** Troubles that a driver of this page puts Excel into, by an event on the pane's box: for tests and demonstrations. */
import type { AttachedPane, EmulatedWorkbook } from "../emulator";

interface Target {
  readonly host: AttachedPane["host"] | null | undefined;
  readonly workbook: EmulatedWorkbook | null | undefined;
}

const FAULTS: Readonly<Record<string, (target: Target) => void>> = {
  /** The next batch gets no answer, ever. */
  "fault-silence": ({ host }) => host?.leaveUnanswered(1),
  "fault-closed": ({ host }) => {
    if (host) host.isClosed = true;
  },
  "fault-manual": ({ workbook }) => {
    if (workbook) workbook.calculationMode = "Manual";
  },
  "fault-read-only": ({ workbook }) => {
    if (workbook) workbook.isReadOnly = true;
  },
};

/** Each fault is the name of an event. */
export function acceptFaults(box: HTMLElement, target: () => Target): void {
  for (const [name, fault] of Object.entries(FAULTS)) box.addEventListener(name, () => fault(target()));
}
