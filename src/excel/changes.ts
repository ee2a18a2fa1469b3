/** Says when somebody else than this add-in changed a cell. */
import type { Snapshots } from "./snapshots";
import { answered, runInExcel, type Guard, type Run } from "./sync";

/**
 * Registers for the changes of every sheet; gives the way to stop. Throws Excel's error when it refuses. New results of
 * formulas and new formats are no edits, but what is known of their sheets is out of date.
 */
export async function watchChanges(
  run: Run,
  listener: () => void,
  guard: Guard,
  snapshots: Snapshots,
): Promise<() => void> {
  let isStopped = false;
  // A result that comes after the reading that it should have been in is told like an edit.
  const onSide = async ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    if (snapshots.change(worksheetId) && !isStopped) listener();
  };
  const { context, handlers } = await runInExcel(run, async (own) => {
    const { worksheets } = own.workbook;
    const added = [
      worksheets.onChanged.add(async ({ triggerSource, worksheetId }) => {
        snapshots.change(worksheetId);
        // What we write ourselves is no news. Before ExcelApi 1.14 there is no source: then every change counts.
        if (!isStopped && triggerSource !== "ThisLocalAddin") listener();
      }),
      worksheets.onCalculated.add(onSide),
      worksheets.onFormatChanged.add(onSide),
    ];
    await answered(own.sync(), guard);
    return { context: own, handlers: added };
  });
  const stopWatching = snapshots.watch();
  return () => {
    if (isStopped) return;
    isStopped = true;
    stopWatching();
    const removed = run(context, async (own) => {
      for (const handler of handlers) handler.remove();
      await answered(own.sync(), guard);
    });
    // The listener is deaf already: a registration that Excel keeps costs one ignored message per change.
    removed.catch(() => undefined);
  };
}
