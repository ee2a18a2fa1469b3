/** Serial numbers of dates that a file stores as ISO 8601 texts (`t="d"`, strict files). */

const DAY = 86_400_000;
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/;

/** Days before 1900-03-01 are one less: Excel counts a 29 February 1900 that was not. */
const FIRST_DAY_AFTER_LEAP = 61;

/** The serial number of an ISO date, time or both in the file's date system; the text itself when it is none. */
export function serialOfDate(text: string, date1904: boolean): number | string {
  const match = ISO.exec(text);
  if (!match || text === "") return text;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
  if (date1904) return days - Date.UTC(1904, 0, 1) / DAY + time;
  const serial = days - Date.UTC(1899, 11, 30) / DAY;
  return (serial < FIRST_DAY_AFTER_LEAP ? serial - 1 : serial) + time;
}
