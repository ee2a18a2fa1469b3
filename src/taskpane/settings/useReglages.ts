/** Reads, keeps and forgets the settings of the workbook, through the host alone. */
import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import { parseReglages, reglagesJson, type Reglages } from "../../domain/reglages";
import { REGLAGES_SENTENCES } from "../../messages/reglages";
import type { InteractiveHost } from "../../host/ports";
import { giveFile } from "../giveFile";
import { changeMemoire, readMemoire } from "../memoire";
import type { LoadEngine } from "../useCheck";
import { filledReglages } from "./fields";
import { INITIAL, next, type SettingsEvent, type SettingsState } from "./state";

/** Reads what the workbook keeps and shows; false where what it keeps cannot be read. */
async function load(host: InteractiveHost, loadEngine: LoadEngine, send: Dispatch<SettingsEvent>): Promise<boolean> {
  send({ type: "loading" });
  const kept = await readMemoire(host);
  if (!kept.ok) {
    send({ type: "unread", sentence: kept.sentence });
    return false;
  }
  const read = await host.read();
  const { reglages, lectures } = kept.value;
  const recognised = read.ok ? await (await loadEngine()).recognisedReglages({ ...read.value, lectures }) : null;
  send({ type: "loaded", kept: reglages, recognised, trouble: read.ok ? null : read.sentence });
  return true;
}

export interface SettingsForm {
  readonly state: SettingsState;
  send(event: SettingsEvent): void;
  /** Reads the workbook again. */
  reload(): void;
  save(): void;
  exportFile(): void;
  importFile(file: File): void;
  erase(): void;
}

/**
 * The form, read again each time it is shown, unless the officer has typed something in it.
 * `onSaved` is called after the workbook's memory was written.
 */
export function useReglages(
  host: InteractiveHost,
  loadEngine: LoadEngine,
  isShown: boolean,
  onSaved: () => void,
): SettingsForm {
  const [state, send] = useReducer(next, INITIAL);

  const guard = useCallback((work: Promise<void>) => {
    work.catch((cause: unknown) => {
      console.error(cause);
      send({ type: "failed", sentence: REGLAGES_SENTENCES.interrupted });
    });
  }, []);

  // What cannot be read is replaced only by who was told so and imports or erases.
  const isUnread = useRef(false);
  const reload = useCallback(() => {
    guard(load(host, loadEngine, send).then((kept) => void (isUnread.current = !kept)));
  }, [host, loadEngine, guard]);
  const isUntouched = useRef(true);
  useEffect(() => {
    isUntouched.current = !state.isDirty && state.status !== "saving";
  }, [state]);
  useEffect(() => {
    if (isShown && isUntouched.current) reload();
  }, [isShown, reload]);

  /** The settings of the form; null after having said which fields are wrong. */
  const filled = (): Reglages | null => {
    const read = filledReglages(state.values, state.labels);
    if (!read.ok) send({ type: "refused", errors: read.errors });
    return read.ok ? read.reglages : null;
  };

  const write = async (reglages: Reglages | null, done: SettingsEvent) => {
    send({ type: "saving" });
    const replacesUnread = isUnread.current;
    const written = await changeMemoire(host, (memoire) => ({ ...memoire, reglages }), { replacesUnread });
    send(written.ok ? done : { type: "failed", sentence: written.sentence });
    if (!written.ok) return;
    isUnread.current = false;
    onSaved();
  };

  const readFile = async (file: File) => {
    const reglages = parseReglages(await file.text(), file.name);
    if ("problem" in reglages) send({ type: "failed", sentence: reglages.problem });
    else send({ type: "imported", reglages, name: file.name });
  };

  return {
    state,
    send,
    reload,
    save: () => {
      const reglages = filled();
      if (reglages) guard(write(reglages, { type: "saved", reglages }));
    },
    exportFile: () => {
      const reglages = filled();
      if (reglages) giveFile("reglages-convention.json", reglagesJson(reglages), "application/json");
    },
    importFile: (file) => guard(readFile(file)),
    erase: () => guard(write(null, { type: "erased" })),
  };
}
