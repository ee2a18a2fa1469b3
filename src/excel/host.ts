/** The host that an officer looks at: the ports over Office.js. */
import type { HostResult, InteractiveHost } from "../host/ports";
import { watchChanges } from "./changes";
import { hostFailure } from "./failure";
import { readWorkbook } from "./read";
import { revealCell } from "./reveal";
import { runInExcel, throwIfCancelled, type Guard, type Run } from "./sync";

/** What this host needs of Office.js, passed in so that tests can bring their own client. */
export interface ExcelApi {
  readonly run: Run;
  readonly isSetSupported: (set: string, version: string) => boolean;
  /** How long one sync may take, in milliseconds; 60 s when not given. */
  readonly timeoutMs?: number;
}

/** Excel on the web takes tens of seconds for a large workbook; beyond a minute it is a box that waits for a click. */
const TIMEOUT_MS = 60_000;

/** No method throws: a trouble is a value with a French sentence. Needs ExcelApi 1.9; merged areas need 1.13. */
export function createExcelHost(api: ExcelApi): InteractiveHost {
  const timeoutMs = api.timeoutMs ?? TIMEOUT_MS;
  const guardOf = (signal?: AbortSignal): Guard => ({ signal, timeoutMs });
  const settled = async <T>(action: () => Promise<HostResult<T>>): Promise<HostResult<T>> => {
    try {
      return await action();
    } catch (error) {
      return hostFailure(error, { timeoutMs });
    }
  };
  return {
    read: ({ signal, onProgress = () => undefined } = {}) =>
      settled(async () => {
        const guard = guardOf(signal);
        throwIfCancelled(guard);
        const canReadMerges = api.isSetSupported("ExcelApi", "1.13");
        const options = { ...guard, onProgress, canReadMerges };
        return { ok: true, value: await runInExcel(api.run, (context) => readWorkbook(context, options)) };
      }),
    reveal: (cell) => settled(() => runInExcel(api.run, (context) => revealCell(context, cell, guardOf()))),
    onChange: (listener) =>
      settled(async () => ({ ok: true, value: await watchChanges(api.run, listener, guardOf()) })),
  };
}
