/** Everything that a draft needs to know before its first write, and why it may be refused. */
import { changed, merged, pivot, sheetExists, spilled } from "../../messages/writing";
import type { CellRef } from "../../workbook/address";
import { isSameContent, type Draft } from "../../workbook/draft";
import { Interrogation } from "../interrogation";
import type { Guard } from "../sync";
import { bySheet, Contents, contentsQuestions, sheetAsked } from "./contents";
import { refusal } from "./desk";
import { obstacleQuestions, standingIn } from "./obstacles";
import { hasSheet, refuseProtected, surroundingsOf, type Surroundings } from "./surroundings";

export interface Examined {
  readonly workbook: string;
  /** What the cells to write hold now. */
  readonly contents: Contents;
}

/** Two syncs for a draft of common size. Throws Excel's own error, or a refusal. */
export async function examine(context: Excel.RequestContext, draft: Draft, guard: Guard): Promise<Examined> {
  const around = await surroundingsOf(context, guard);
  refuseAround(around, draft);
  const contents = await contentsUnderDraft(context, draft, guard);
  const seen = [...draft.writes.map(({ ref, before }) => ({ ref, content: before })), ...draft.reads];
  refuseCells(
    "changed",
    changed,
    seen.filter(({ ref, content }) => !isSameContent(content, contents.at(ref))).map(({ ref }) => ref),
  );
  return { workbook: around.workbook, contents };
}

function refuseAround(around: Surroundings, draft: Draft): void {
  const refs = [...draft.writes, ...draft.reads].map(({ ref }) => ref);
  refuseProtected(around, bySheet(draft.writes).keys(), draft.sheets.length > 0);
  refuseCells(
    "changed",
    changed,
    refs.filter(({ sheet }) => !hasSheet(around, sheet)),
  );
  const taken = draft.sheets.find(({ name }) => hasSheet(around, name));
  if (taken) throw refusal({ code: "sheet-exists", sentence: sheetExists(taken.name) });
}

async function contentsUnderDraft(context: Excel.RequestContext, draft: Draft, guard: Guard): Promise<Contents> {
  const contents = new Contents();
  const writes = bySheet(draft.writes);
  const asked = [...bySheet([...draft.writes, ...draft.reads])].map(([name, items]) => {
    const sheet = sheetAsked(context, name);
    const written = (writes.get(name) ?? []).map(({ ref }) => ref);
    const obstacles = { sheet, spills: [], pivots: [] };
    const refs = items.map(({ ref }) => ref);
    const questions = [...contentsQuestions(sheet, refs, contents), ...obstacleQuestions(obstacles, written)];
    return { questions, standing: () => standingIn(obstacles, written) };
  });
  await new Interrogation(context, guard, () => undefined).askAll(asked.flatMap(({ questions }) => questions));
  const standing = asked.map((one) => one.standing());
  refuseCells(
    "merged",
    merged,
    standing.flatMap((one) => one.merged),
  );
  refuseCells(
    "spilled",
    spilled,
    standing.flatMap((one) => one.spilled),
  );
  refuseCells(
    "pivot",
    pivot,
    standing.flatMap((one) => one.pivot),
  );
  return contents;
}

function refuseCells(
  code: "changed" | "merged" | "spilled" | "pivot",
  sentence: (cells: readonly CellRef[]) => string,
  cells: readonly CellRef[],
): void {
  if (cells.length > 0) throw refusal({ code, sentence: sentence(cells), cells });
}
