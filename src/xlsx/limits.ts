/**
 * Bounds on what a file may ask of the reader. The workbooks of the conventions weigh some hundred kilobytes; the
 * bounds leave a factor of a hundred, and stop a file made to exhaust the memory.
 */
const MEBI = 1024 * 1024;

/** Bytes of the file itself. */
export const MAX_FILE_BYTES = 100 * MEBI;
/** Parts in the archive, read or not. */
export const MAX_ENTRIES = 10_000;
/** Bytes that the archive says it holds, parts that are never read included (pictures). */
export const MAX_DECLARED_BYTES = 1024 * MEBI;
/** Bytes of all parts that were really inflated. */
export const MAX_INFLATED_BYTES = 256 * MEBI;
/** Cells with a content, in all sheets. */
export const MAX_CELLS = 2_000_000;
/** Characters of the formulas, shared ones written out: one shared formula may stand for a million. */
export const MAX_FORMULA_CHARACTERS = 32 * MEBI;
/** Nested elements of a part; Excel's own go to about ten. */
export const MAX_XML_DEPTH = 200;
