/** The validation of a range, as `Excel.DataValidation`: lists of values only. */
import type { Area } from "../../workbook/address";
import type { ListValidation } from "../../workbook/draft";
import type { HostObject } from "../host-object";
import { isRecord } from "../protocol";
import { notEmulated, Refusal } from "../refusal";
import type { Session } from "../session";
import type { EmulatedSheet } from "../sheet";

/** Excel's own limits. */
const LONGEST = { source: 255, title: 32, message: 255 };

export function dataValidationObject(session: Session, sheet: EmulatedSheet, area: Area): HostObject {
  const current = () => sheet.appearance.validationAt(area) ?? { area, values: [], title: "", message: "" };
  const change = (more: Partial<ListValidation>) =>
    session.workbook.dress(sheet, area, () => sheet.appearance.setValidation({ ...current(), ...more }));
  return {
    type: "DataValidation",
    scalars: {
      Rule: { get: () => ({ list: { source: current().values.join(",") } }), set: (rule) => change(listOf(rule)) },
      Prompt: {
        get: () => ({ showPrompt: true, title: current().title, message: current().message }),
        set: (value) => change(titleAndMessage(value)),
      },
      ErrorAlert: {
        get: () => ({ showAlert: true, style: "Warning", title: current().title, message: current().message }),
        set: (value) => {
          const style = isRecord(value) ? value["style"] : null;
          if (style !== "Warning") throw notEmulated(`DataValidation.errorAlert of style ${String(style)}`);
          titleAndMessage(value);
        },
      },
    },
  };
}

function listOf(rule: unknown): Pick<ListValidation, "values"> {
  const list = isRecord(rule) ? rule["list"] : null;
  const source = isRecord(list) ? list["source"] : null;
  if (typeof source !== "string" || source.startsWith("="))
    throw notEmulated("DataValidation.rule without a plain list");
  if (source.length > LONGEST.source) throw new Refusal("InvalidArgument", "The list is too long.");
  return { values: source.split(",") };
}

function titleAndMessage(value: unknown): Pick<ListValidation, "title" | "message"> {
  const [title, message] = isRecord(value) ? [value["title"], value["message"]] : [];
  const fits = (text: unknown, longest: number): text is string => typeof text === "string" && text.length <= longest;
  if (!fits(title, LONGEST.title) || !fits(message, LONGEST.message)) {
    throw new Refusal("InvalidArgument", "The title or the message of the validation does not fit.");
  }
  return { title, message };
}
