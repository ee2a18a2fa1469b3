/** Waits for Excel, but not for ever, and not after the officer said stop. */

export type Run = typeof Excel.run;

export interface Guard {
  readonly signal: AbortSignal | undefined;
  /** How long one sync may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Why a wait ended without an answer of Excel. */
export class Interruption extends Error {
  constructor(readonly code: "no-answer" | "cancelled") {
    super(code);
  }
}

export function throwIfCancelled({ signal }: Guard): void {
  if (signal?.aborted) throw new Interruption("cancelled");
}

/**
 * Runs `body` in Excel and answers as soon as it is done: `Excel.run` itself ends only after syncs of its own, which
 * give objects back, and which nobody here waits for (an Excel that went silent then would hold the result for ever).
 */
export function runInExcel<T>(
  run: Run,
  body: (context: Excel.RequestContext) => Promise<T>,
  options: Excel.RunOptions | null = null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = async (context: Excel.RequestContext) => resolve(await body(context));
    (options ? run(options, settle) : run(settle)).catch(reject);
  });
}

/** The answer to `sync`; throws an Interruption when it is late or no longer wanted. */
export async function answered<T>(sync: Promise<T>, guard: Guard): Promise<T> {
  let stop = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Interruption("no-answer")), guard.timeoutMs);
    const onAbort = () => reject(new Interruption("cancelled"));
    guard.signal?.addEventListener("abort", onAbort);
    stop = () => {
      clearTimeout(timer);
      guard.signal?.removeEventListener("abort", onAbort);
    };
  });
  try {
    throwIfCancelled(guard);
    return await Promise.race([sync, interrupted]);
  } finally {
    stop();
    // An answer that comes after we left may be an error: nobody waits for it any more.
    sync.catch(() => undefined);
  }
}
