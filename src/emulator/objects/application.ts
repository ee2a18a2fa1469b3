/** The program, as `Excel.Application`. */
import type { HostObject } from "../host-object";
import { Refusal } from "../refusal";
import type { Session } from "../session";
import type { CalculationMode } from "../workbook";

const MODES: readonly CalculationMode[] = ["Automatic", "AutomaticExceptTables", "Manual"];

export function applicationObject({ workbook }: Session): HostObject {
  return {
    type: "Application",
    scalars: {
      CalculationMode: {
        get: () => workbook.calculationMode,
        set: (value) => {
          const mode = MODES.find((known) => known === value);
          if (!mode) throw new Refusal("InvalidArgument", `"${String(value)}" is no calculation mode.`);
          workbook.calculationMode = mode;
        },
      },
    },
    methods: { Calculate: () => workbook.calculate() },
  };
}
