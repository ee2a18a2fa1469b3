/** The worker's side: keeps the sheets that it was sent, and does the jobs that name them. */
import type { Finding } from "../checking/report";
import type { Cell, Sheet, Workbook } from "../workbook/picture";
import { doJob } from "./jobs";
import { unpackedCells } from "./packing";
import { FINDINGS_PER_MESSAGE, parseRequest, type Reply, type Request, type Result } from "./protocol";

type Run = Extract<Request, { type: "run" }>;

/** A sheet whose cells may still be coming. */
type Coming = Omit<Sheet, "cells"> & { readonly cells: Cell[] };

/** Gives a report's findings ahead of it, in parts, and leaves the rest. */
function withoutFindings(result: Result, give: (findings: readonly Finding[]) => void): Result {
  if (result.kind !== "check") return result;
  const { findings } = result.value;
  for (let first = 0; first < findings.length; first += FINDINGS_PER_MESSAGE) {
    give(findings.slice(first, first + FINDINGS_PER_MESSAGE));
  }
  return { ...result, value: { ...result.value, findings: [] } };
}

/** Answers each message through `post`. Throws on what is no request. */
export function serve(post: (reply: Reply) => void): (data: unknown) => void {
  let sheets = new Map<number, Coming>();

  const workbookOf = ({ frame, sheets: named }: Run): Workbook => {
    const found = named.map((number) => {
      const sheet = sheets.get(number);
      if (!sheet) throw new RangeError(`Sheet ${number} was never sent`);
      return [number, sheet] as const;
    });
    sheets = new Map(found);
    return { ...frame, sheets: found.map(([, sheet]) => sheet) };
  };

  const run = async (request: Run): Promise<void> => {
    const { id } = request;
    const steps = {
      onSheet: (progress: Extract<Reply, { type: "progress" }>["progress"]) => post({ type: "progress", id, progress }),
      pause: () => undefined,
    };
    const result = await doJob(request.job, workbookOf(request), steps);
    const rest = withoutFindings(result, (findings) => post({ type: "findings", id, findings }));
    post({ type: "done", id, result: rest });
  };

  return (data) => {
    const request = parseRequest(data);
    switch (request.type) {
      case "sheet":
        sheets.set(request.sheet, { ...request.frame, cells: [] });
        return;
      case "cells": {
        const cells = sheets.get(request.sheet)?.cells;
        for (const cell of unpackedCells(request.cells)) cells?.push(cell);
        return;
      }
      case "run":
        run(request).catch((cause: unknown) => {
          post({
            type: "failed",
            id: request.id,
            cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
          });
        });
    }
  };
}
