/** The engine of the pane. */
import { startBrowserThread } from "./browserThread";
import { startEngine, type StartedEngine } from "./start";

export function startPaneEngine(): Promise<StartedEngine> {
  return startEngine({
    startThread: startBrowserThread,
    loadJobs: async () => (await import("./jobs")).doJob,
  });
}
