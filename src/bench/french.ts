/** What French Excel shows: numbers by their format, VRAI and FAUX, the French names of the errors. */
import { addLocale, format, getLocale, isDateFormat, isValidFormat } from "numfmt";

// French Excel groups thousands by a narrow no-break space; numfmt's own French data has a wider one.
addLocale({ ...getLocale("fr"), group: "\u202F", decimal: "," }, "fr");

/** Days between the two date systems of Excel. */
const DAYS_1904 = 1462;

/** Gives the text that a cell shows. A format that cannot be read shows the value alone, as Excel would repair it. */
export function textFormatter(date1904: boolean): (value: string | number | boolean, numberFormat: string) => string {
  return (value, numberFormat) => {
    if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
    if (typeof value === "string") return value;
    const serial = date1904 && isDateFormat(numberFormat) ? value + DAYS_1904 : value;
    return format(isValidFormat(numberFormat) ? numberFormat : "General", serial, { locale: "fr", throws: false });
  };
}

/** A value as the formula bar shows it for editing: full precision, decimal comma. */
export function editableText(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return typeof value === "number" ? String(value).replace(".", ",") : value;
}
