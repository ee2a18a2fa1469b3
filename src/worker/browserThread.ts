/** The browser's worker as a thread, from the pane's own origin: webpack gives its script a hashed name. */
import type { Thread } from "./client";

/** Throws where the browser knows no workers, or refuses this one. */
export function startBrowserThread(): Thread {
  const worker = new Worker(new URL("./entry.ts", import.meta.url));
  return {
    post: (request) => worker.postMessage(request),
    listen: (onMessage, onFailure) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => onMessage(data));
      worker.addEventListener("messageerror", () => onFailure(new Error("A message of the worker could not be read")));
      worker.addEventListener("error", (event) => {
        // Told once, by whoever asked.
        event.preventDefault();
        onFailure(new Error(event.message || "The worker's script did not come, or was refused"));
      });
    },
    end: () => worker.terminate(),
  };
}
