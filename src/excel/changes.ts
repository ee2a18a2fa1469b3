/** Says when somebody else than this add-in changed a cell. */
import { answered, runInExcel, type Guard, type Run } from "./sync";

/** Registers for the changes of every sheet; gives the way to stop. Throws Excel's error when it refuses. */
export async function watchChanges(run: Run, listener: () => void, guard: Guard): Promise<() => void> {
  let isStopped = false;
  const registration = await runInExcel(run, async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => {
      // What we write ourselves is no news. Before ExcelApi 1.14 there is no source: then every change counts.
      if (!isStopped && triggerSource !== "ThisLocalAddin") listener();
    });
    await answered(context.sync(), guard);
    return handler;
  });
  return () => {
    if (isStopped) return;
    isStopped = true;
    const removed = run(registration.context, async (context) => {
      registration.remove();
      await answered(context.sync(), guard);
    });
    // The listener is deaf already: a registration that Excel keeps costs one ignored message per change.
    removed.catch(() => undefined);
  };
}
