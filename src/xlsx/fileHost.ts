/** A file on the disk as a host: Node only. It is read, never written. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { HostResult, WorkbookHost } from "../host/ports";
import type { Workbook } from "../workbook/picture";
import { MAX_FILE_BYTES } from "./limits";
import { readXlsx, type ReadOptions } from "./readXlsx";
import { failureOf, UnreadableFile } from "./trouble";

export interface FileHostOptions {
  /** As for readXlsx. */
  readonly calculation?: NonNullable<ReadOptions["calculation"]>;
}

const TROUBLES: ReadonlyMap<string, UnreadableFile["trouble"]> = new Map([
  ["ENOENT", "not-found"],
  ["ENOTDIR", "not-found"],
  ["ENAMETOOLONG", "not-found"],
  ["EISDIR", "directory"],
  ["EBUSY", "locked"],
  ["EPERM", "locked"],
  ["EACCES", "locked"],
]);

/** The trouble behind what the file system threw; anything else stays as it is. */
function troubleOf(thrown: unknown): unknown {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
  const trouble = TROUBLES.get(code);
  return trouble === undefined ? thrown : new UnreadableFile(trouble, code);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const status = await stat(path);
  if (status.isDirectory()) throw new UnreadableFile("directory", path);
  // Excel leaves these beside a workbook while it is open.
  if (basename(path).startsWith("~$")) throw new UnreadableFile("owner-file", path);
  if (!status.isFile()) throw new UnreadableFile("not-a-workbook", path);
  if (status.size > MAX_FILE_BYTES) throw new UnreadableFile("too-large", `${status.size} bytes`);
  return readFile(path);
}

/** The bytes of a file, or why they cannot be had ("not-found", "locked", a folder, an owner file `~$…`). */
export async function readFileBytes(path: string): Promise<HostResult<Uint8Array>> {
  try {
    return { ok: true, value: await bytesOf(path) };
  } catch (error) {
    return failureOf(troubleOf(error), basename(path));
  }
}

/**
 * The workbook in a file. Each `read` reads the disk again; failures are those of readXlsx, and "not-found",
 * "not-a-workbook" (a folder, an owner file `~$…`) and "locked".
 */
export function createFileHost(path: string, options: FileHostOptions = {}): WorkbookHost {
  const name = basename(path);
  return {
    async read(reading = {}): Promise<HostResult<Workbook>> {
      const bytes = await readFileBytes(path);
      return bytes.ok ? readXlsx(bytes.value, { ...options, ...reading, name }) : bytes;
    },
  };
}
