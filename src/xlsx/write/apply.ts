/** The write path on the bytes of a file: a draft as a whole, or nothing. Pure: no disk, so that a page can use it. */
import type { Calculation } from "../../calculation/calculation";
import type { HostFailure, HostResult, Receipt } from "../../host/ports";
import { unexpectedWrite } from "../../messages/writing";
import type { Draft } from "../../workbook/draft";
import { failureOf, UnreadableFile } from "../trouble";
import { FilePatch } from "./filePatch";
import { OpenFile } from "./openFile";
import { refusal, refusalOfDraft } from "./refusals";
import { requireHolds } from "./verify";

export interface WriteOptions {
  /** The file's name, without its folder, for sentences. */
  readonly name: string;
  /** Loads what computes the formulas that the write changes; without it they lose the value that no longer holds. */
  readonly calculation?: () => Promise<Calculation | null>;
}

/** What takes a write back. It holds the whole file before: plain data, to be kept in memory. */
export interface XlsxUndo {
  readonly receipt: Receipt;
  readonly draft: Draft;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly receipt: Receipt;
  readonly undo: XlsxUndo;
}

function receiptOf({ title, writes, sheets }: Draft): Receipt {
  return {
    id: crypto.randomUUID(),
    title,
    at: new Date().toISOString(),
    cells: writes.map(({ ref }) => ref),
    sheets: sheets.map(({ name }) => name),
  };
}

/** Whatever was thrown while writing, as a failure: nothing was written. */
export function writeFailure(thrown: unknown, name: string): HostFailure {
  return thrown instanceof UnreadableFile ? failureOf(thrown, name) : refusal("unexpected", unexpectedWrite(name));
}

async function write(bytes: Uint8Array, draft: Draft, options: WriteOptions): Promise<HostResult<Written>> {
  const file = await OpenFile.of(bytes, options.name);
  const refused = refusalOfDraft(file, draft);
  if (refused) return refused;
  const patch = new FilePatch(file);
  draft.writes.forEach((one) => patch.write(one));
  draft.sheets.forEach((sheet) => patch.addSheet(sheet));
  const expected = await patch.finish(options.calculation);
  const after = file.parts.result();
  await requireHolds(after, expected);
  const receipt = receiptOf(draft);
  return { ok: true, value: { bytes: after, receipt, undo: { receipt, draft, before: bytes, after } } };
}

/**
 * The file with a draft in it. Only the cells that the draft names, the formulas that depend on them and the parts that
 * these require differ; all other parts keep their compressed bytes, and the archive its order. What is written is read
 * again and compared before it is given back. Never throws: refusals are those of WritableHost, beside "read-only" for a
 * signed file and "unsupported" for the names of a table's columns; a file that cannot be read fails as readXlsx does.
 */
export async function applyToXlsx(
  bytes: Uint8Array,
  draft: Draft,
  options: WriteOptions,
): Promise<HostResult<Written>> {
  try {
    return await write(bytes, draft, options);
  } catch (error) {
    return writeFailure(error, options.name);
  }
}
