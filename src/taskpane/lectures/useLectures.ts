/** Keeps and takes back readings in the workbook, and checks again: what is read has changed. */
import { useState } from "react";
import { withLecture, withoutLecture, type Lecture } from "../../domain/lecture";
import type { WritableHost } from "../../host/ports";
import { changeMemoire } from "../memoire";
import type { Check } from "../useCheck";

export interface Lectures {
  /** Why the workbook could not keep the last one. */
  readonly problem: string | null;
  /** False where the workbook could not keep it. */
  keep(lecture: Lecture): Promise<boolean>;
  remove(lecture: Lecture): Promise<boolean>;
  forget(): void;
}

export function useLectures(host: WritableHost, { run }: Pick<Check, "run">): Lectures {
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (edit: (all: readonly Lecture[]) => readonly Lecture[]): Promise<boolean> => {
    const changed = await changeMemoire(host, (memoire) => ({ ...memoire, lectures: edit(memoire.lectures) }));
    setProblem(changed.ok ? null : changed.sentence);
    if (changed.ok) run();
    return changed.ok;
  };
  return {
    problem,
    keep: (lecture) => change((all) => withLecture(all, lecture)),
    remove: (lecture) => change((all) => withoutLecture(all, lecture)),
    forget: () => setProblem(null),
  };
}
