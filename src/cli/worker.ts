/** A thread that checks the files which it is given, one after the other: see workers.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { checkFile, type Run } from "./checkFile";
import type { Workfile } from "./files";

const run = workerData as Run;
parentPort?.on("message", async (file: Workfile) => parentPort?.postMessage(await checkFile(file, run)));
