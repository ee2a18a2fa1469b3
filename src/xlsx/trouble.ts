/** The one exception of this folder: raised deep inside a part, turned into a HostFailure at the door. */
import type { HostFailure, HostFailureCode } from "../host/ports";
import { FILE_SENTENCES, type FileTrouble } from "../messages/file";

export class UnreadableFile extends Error {
  constructor(
    readonly trouble: FileTrouble,
    /** For developers; the officer reads the sentence of the trouble. */
    detail: string,
  ) {
    super(detail);
    this.name = "UnreadableFile";
  }
}

export function corrupt(detail: string): UnreadableFile {
  return new UnreadableFile("corrupt", detail);
}

const CODES: Readonly<Record<FileTrouble, HostFailureCode>> = {
  "not-found": "not-found",
  directory: "not-a-workbook",
  empty: "empty",
  encrypted: "encrypted",
  "old-excel": "old-format",
  "binary-excel": "old-format",
  "open-document": "not-a-workbook",
  "owner-file": "not-a-workbook",
  "not-a-workbook": "not-a-workbook",
  corrupt: "corrupt",
  "too-large": "too-large",
  locked: "locked",
  cancelled: "cancelled",
  unexpected: "unexpected",
};

/** The failure that a trouble is for the officer, who knows the file by its name. */
export function failure(trouble: FileTrouble, file: string): HostFailure {
  return { ok: false, code: CODES[trouble], sentence: FILE_SENTENCES[trouble](file) };
}

/** Whatever was thrown while reading, as a failure: what nobody foresaw included. */
export function failureOf(thrown: unknown, file: string): HostFailure {
  return failure(thrown instanceof UnreadableFile ? thrown.trouble : "unexpected", file);
}
