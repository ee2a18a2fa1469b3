/** A thread for the tests: what goes over is copied as a browser copies it, and answered in a later task. */
import type { Thread } from "../../src/worker/client";
import { unpackedCells } from "../../src/worker/packing";
import type { Request } from "../../src/worker/protocol";
import { serve } from "../../src/worker/serve";
import type { Cell, Workbook } from "../../src/workbook/picture";

/** Starts threads, and remembers what went over to them. */
export function threads() {
  const requests: Request[] = [];
  let started = 0;
  let ended = 0;
  let fail: (cause: unknown) => void = () => undefined;
  let said: { readonly reply: unknown } | null = null;

  const startThread = (): Thread => {
    started += 1;
    let isOver = false;
    let tell: (data: unknown) => void = () => undefined;
    const reply = (data: unknown) => {
      const copy: unknown = structuredClone(data);
      setTimeout(() => isOver || tell(copy));
    };
    const receive = serve(reply);
    return {
      post: (request) => {
        requests.push(request);
        const copy: unknown = structuredClone(request);
        setTimeout(() => {
          if (isOver) return;
          if (said === null || request.type !== "run") return receive(copy);
          reply(said.reply);
          said = null;
        });
      },
      listen: (onMessage, onFailure) => {
        tell = onMessage;
        fail = onFailure;
        reply({ type: "ready" });
      },
      end: () => {
        isOver = true;
        ended += 1;
      },
    };
  };

  const sent = (type: Request["type"]) => requests.filter((request) => request.type === type);
  return {
    startThread,
    sent,
    started: () => started,
    ended: () => ended,
    /** Instead of doing the next job. */
    answerNextWith: (reply: unknown) => void (said = { reply }),
    breakDown: (cause: unknown) => fail(cause),
    /** The first workbook that went over, put together again. */
    received: (): Workbook => {
      const sheets = requests.flatMap((request) => {
        if (request.type !== "sheet") return [];
        const cells = requests.flatMap((one): Cell[] =>
          one.type === "cells" && one.sheet === request.sheet ? unpackedCells(structuredClone(one.cells)) : [],
        );
        return [{ ...request.frame, cells }];
      });
      const [run] = requests.flatMap((request) => (request.type === "run" ? [request] : []));
      if (!run) throw new Error("nothing was asked");
      return { ...run.frame, sheets };
    },
  };
}
