/** The validation of a range, as `Excel.DataValidation`: lists of values, and numbers that are not negative. */
import type { Area } from "../../workbook/address";
import type { Validation } from "../../workbook/draft";
import type { HostObject } from "../host-object";
import { isRecord } from "../protocol";
import { notEmulated, Refusal } from "../refusal";
import type { Session } from "../session";
import type { EmulatedSheet } from "../sheet";

/** Excel's own limits. */
const LONGEST = { source: 255, title: 32, message: 255 };

export function dataValidationObject(session: Session, sheet: EmulatedSheet, area: Area): HostObject {
  const current = (): Validation =>
    sheet.appearance.validationAt(area) ?? { kind: "amount", area, title: "", message: "" };
  const set = (validation: Validation) =>
    session.workbook.dress(sheet, area, () => sheet.appearance.setValidation(validation));
  return {
    type: "DataValidation",
    scalars: {
      Rule: {
        get: () => ruleOf(current()),
        set: (rule) => set({ ...texts(current()), ...readRule(rule) }),
      },
      Prompt: {
        get: () => ({ showPrompt: true, title: current().title, message: current().message }),
        set: (value) => set({ ...current(), ...titleAndMessage(value) }),
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

function texts({ area, title, message }: Validation): Pick<Validation, "area" | "title" | "message"> {
  return { area, title, message };
}

function ruleOf(validation: Validation): object {
  return validation.kind === "list"
    ? { list: { source: validation.values.join(",") } }
    : { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
}

type Allowed = { readonly kind: "list"; readonly values: readonly string[] } | { readonly kind: "amount" };

function readRule(rule: unknown): Allowed {
  const { list, decimal } = isRecord(rule) ? rule : {};
  if (isRecord(decimal)) {
    if (decimal["formula1"] === 0 && decimal["operator"] === "GreaterThanOrEqualTo") return { kind: "amount" };
    throw notEmulated("DataValidation.rule of a number other than zero or more");
  }
  const source = isRecord(list) ? list["source"] : null;
  if (typeof source !== "string" || source.startsWith("="))
    throw notEmulated("DataValidation.rule without a plain list");
  if (source.length > LONGEST.source) throw new Refusal("InvalidArgument", "The list is too long.");
  return { kind: "list", values: source.split(",") };
}

function titleAndMessage(value: unknown): Pick<Validation, "title" | "message"> {
  const [title, message] = isRecord(value) ? [value["title"], value["message"]] : [];
  const fits = (text: unknown, longest: number): text is string => typeof text === "string" && text.length <= longest;
  if (!fits(title, LONGEST.title) || !fits(message, LONGEST.message)) {
    throw new Refusal("InvalidArgument", "The title or the message of the validation does not fit.");
  }
  return { title, message };
}
