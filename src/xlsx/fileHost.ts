/** A file on the disk as a host: Node only. The file itself is never written to: what is written goes to another. */
import { randomUUID } from "node:crypto";
import { chmod, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { HostFailure, HostResult, WorkbookHost, WritableHost } from "../host/ports";
import { cannotSave, noRoom } from "../messages/writing";
import type { Workbook } from "../workbook/picture";
import { MAX_FILE_BYTES } from "./limits";
import { inflateInNode } from "./nodeInflate";
import { readXlsx, type ReadOptions } from "./readXlsx";
import { failureOf, UnreadableFile } from "./trouble";
import { refusal } from "./write/refusals";
import { createXlsxHost } from "./xlsxHost";

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

function codeOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
}

/** The trouble behind what the file system threw; anything else stays as it is. */
function troubleOf(thrown: unknown): unknown {
  const code = codeOf(thrown);
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
      return bytes.ok ? readXlsx(bytes.value, { inflate: inflateInNode, ...options, ...reading, name }) : bytes;
    },
  };
}

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

function failureOfSaving(thrown: unknown, path: string): HostFailure {
  const sentence = FULL.has(codeOf(thrown)) ? noRoom : cannotSave;
  return refusal("locked", sentence(basename(path)));
}

/** The file behind a link, so that the link stays one; with the rights that it has, if it is there. */
async function standing(path: string): Promise<{ readonly path: string; readonly mode: number | null }> {
  try {
    const real = await realpath(path);
    return { path: real, mode: (await stat(real)).mode };
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return { path, mode: null };
  }
}

async function writeWhole(path: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    // Before the name changes hands: a machine that stops must not leave an empty file under it.
    await file.sync();
  } finally {
    await file.close();
  }
  if (mode !== null) await chmod(path, mode);
}

/** Puts bytes in a file, all or none: beside it first, then in its place. Fails with "locked". */
export async function writeFileBytes(path: string, bytes: Uint8Array): Promise<HostResult<null>> {
  let beside: string | null = null;
  try {
    const target = await standing(path);
    beside = join(dirname(target.path), `.${basename(target.path)}.${randomUUID()}.tmp`);
    await writeWhole(beside, bytes, target.mode);
    await rename(beside, target.path);
    return { ok: true, value: null };
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true });
    return failureOfSaving(error, path);
  }
}

/**
 * A file that can be written to: it is read from `path` until the first write, and from `out` afterwards, where every
 * write goes. Give the same path twice to write in place. Failures as createXlsxHost, readFileBytes and writeFileBytes.
 */
export function createWritableFileHost(path: string, out: string, options: FileHostOptions = {}): WritableHost {
  let standsAt = path;
  return createXlsxHost(
    {
      name: basename(path),
      read: () => readFileBytes(standsAt),
      async write(bytes) {
        const written = await writeFileBytes(out, bytes);
        if (written.ok) standsAt = out;
        return written;
      },
    },
    options,
  );
}
