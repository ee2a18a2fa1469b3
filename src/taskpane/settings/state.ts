/** What the settings' form knows, and how each event changes it. Pure: nothing is written before it is asked for. */
import { ANNEES_DU_CONTRAT } from "../../domain/years";
import type { Reglages } from "../../domain/reglages";
import { REGLAGES_SENTENCES, champsACorriger, imported } from "../../messages/reglages";
import { ANNEE, labelsOf, readField, valuesOf, type Values } from "./fields";

export type Step = "departement" | "montants" | "taux" | "echeances";

export const STEPS: readonly Step[] = ["departement", "montants", "taux", "echeances"];

export interface SettingsState {
  /** "unread": what the workbook keeps could not be read, and saving would lose it. */
  readonly status: "loading" | "ready" | "saving" | "unread";
  /** What the workbook keeps; null while nothing is kept. */
  readonly kept: Reglages | null;
  /** What the workbook's tables show, as fields. */
  readonly recognised: Values;
  /** Deadlines' labels by id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly values: Values;
  readonly errors: Values;
  /** What to know of values that are taken all the same. */
  readonly notes: Values;
  readonly step: Step;
  /** The year whose amounts, rates and deadlines are shown. */
  readonly year: number;
  readonly isDirty: boolean;
  /** The officer has asked to forget, and not confirmed yet. */
  readonly isErasing: boolean;
  /** How often saving was refused: each time the first wrong field is shown. */
  readonly refusals: number;
  readonly notice: string | null;
  readonly trouble: string | null;
}

export type SettingsEvent =
  | { readonly type: "loading" }
  | {
      readonly type: "loaded";
      readonly kept: Reglages | null;
      readonly recognised: Reglages | null;
      readonly trouble: string | null;
    }
  | { readonly type: "unread"; readonly sentence: string }
  | { readonly type: "typed"; readonly id: string; readonly text: string }
  | { readonly type: "left"; readonly id: string }
  | { readonly type: "taken"; readonly id: string }
  | { readonly type: "stepped"; readonly step: Step }
  | { readonly type: "turned"; readonly year: number }
  | { readonly type: "refused"; readonly errors: Values }
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly reglages: Reglages }
  | { readonly type: "imported"; readonly reglages: Reglages; readonly name: string }
  | { readonly type: "erasing"; readonly isAsked: boolean }
  | { readonly type: "erased" }
  | { readonly type: "failed"; readonly sentence: string };

const FIRST = ANNEES_DU_CONTRAT[0] ?? 2024;

export const INITIAL: SettingsState = {
  status: "loading",
  kept: null,
  recognised: {},
  labels: labelsOf(),
  values: {},
  errors: {},
  notes: {},
  step: "departement",
  year: FIRST,
  isDirty: false,
  isErasing: false,
  refusals: 0,
  notice: null,
  trouble: null,
};

/** The step that a field stands in. */
export function stepOf(id: string): Step {
  if (id.startsWith("montant/")) return "montants";
  if (id.startsWith("avance/") || id.startsWith("execution")) return "taux";
  return id.startsWith("echeance/") ? "echeances" : "departement";
}

/** Texts without one of them. */
function without(texts: Values, id: string): Values {
  return Object.fromEntries(Object.entries(texts).filter(([other]) => other !== id));
}

function changed(state: SettingsState, id: string, text: string): SettingsState {
  return {
    ...state,
    values: { ...state.values, [id]: text },
    errors: without(state.errors, id),
    notes: without(state.notes, id),
    year: id === ANNEE && text !== "" ? Number(text) : state.year,
    isDirty: true,
    notice: null,
  };
}

function yearIn(values: Values, fallback: number): number {
  return values[ANNEE] ? Number(values[ANNEE]) : fallback;
}

function loaded(state: SettingsState, event: Extract<SettingsEvent, { type: "loaded" }>): SettingsState {
  const { kept, recognised, trouble } = event;
  const proposed = recognised ? valuesOf(recognised) : {};
  // What an officer kept stands, empty fields too; a workbook that keeps nothing proposes what it shows.
  const values = kept ? valuesOf(kept) : proposed;
  return {
    ...state,
    status: "ready",
    kept,
    recognised: proposed,
    labels: labelsOf(kept, recognised),
    values,
    errors: {},
    notes: {},
    year: yearIn(values, yearIn(proposed, FIRST)),
    isDirty: false,
    trouble,
  };
}

function left(state: SettingsState, id: string): SettingsState {
  const { shown, error, note } = readField(id, state.values[id] ?? "");
  return {
    ...state,
    values: error === null && shown !== (state.values[id] ?? "") ? { ...state.values, [id]: shown } : state.values,
    errors: error === null ? without(state.errors, id) : { ...state.errors, [id]: error },
    // Shown back in euros, an amount no longer says that it was typed in M€: its note stays.
    notes: note === null ? state.notes : { ...state.notes, [id]: note },
  };
}

function refused(state: SettingsState, errors: Values): SettingsState {
  const ids = Object.keys(errors);
  const step = STEPS.find((one) => ids.some((id) => stepOf(id) === one)) ?? state.step;
  const [, year] = ids.find((id) => stepOf(id) === step)?.split("/") ?? [];
  return {
    ...state,
    errors,
    step,
    year: year && /^\d{4}$/.test(year) ? Number(year) : state.year,
    refusals: state.refusals + 1,
    trouble: champsACorriger(ids.length),
    notice: null,
  };
}

function saved(state: SettingsState, reglages: Reglages): SettingsState {
  return {
    ...state,
    status: "ready",
    kept: reglages,
    values: valuesOf(reglages),
    errors: {},
    isDirty: false,
    notice: REGLAGES_SENTENCES.saved,
  };
}

function broughtIn(state: SettingsState, reglages: Reglages, name: string): SettingsState {
  const values = valuesOf(reglages);
  return {
    ...state,
    status: "ready",
    values,
    labels: new Map([...state.labels, ...labelsOf(reglages)]),
    errors: {},
    notes: {},
    year: yearIn(values, state.year),
    isDirty: true,
    isErasing: false,
    trouble: null,
    notice: imported(name),
  };
}

function erased(state: SettingsState): SettingsState {
  return {
    ...state,
    status: "ready",
    kept: null,
    values: {},
    errors: {},
    notes: {},
    isDirty: false,
    isErasing: false,
    notice: REGLAGES_SENTENCES.erased,
  };
}

/** The state after an event. */
export function next(state: SettingsState, event: SettingsEvent): SettingsState {
  switch (event.type) {
    case "loading":
      return { ...state, status: "loading", trouble: null, notice: null };
    case "loaded":
      return loaded(state, event);
    case "unread":
      return { ...state, status: "unread", trouble: event.sentence };
    case "typed":
      return changed(state, event.id, event.text);
    case "left":
      return left(state, event.id);
    case "taken":
      return changed(state, event.id, state.recognised[event.id] ?? "");
    case "stepped":
      return { ...state, step: event.step };
    case "turned":
      return { ...state, year: event.year };
    case "refused":
      return refused(state, event.errors);
    case "saving":
      return { ...state, status: "saving", trouble: null, notice: null };
    case "saved":
      return saved(state, event.reglages);
    case "imported":
      return broughtIn(state, event.reglages, event.name);
    case "erasing":
      return { ...state, isErasing: event.isAsked, notice: null };
    case "erased":
      return erased(state);
    case "failed":
      return {
        ...state,
        status: state.status === "unread" ? "unread" : "ready",
        trouble: event.sentence,
        notice: null,
      };
  }
}

/** How a field is drawn. */
export interface FieldView {
  readonly text: string;
  readonly error: string | null;
  readonly note: string | null;
  /** What the workbook shows is what stands in the field, and nobody has kept it yet. */
  readonly isRecognised: boolean;
  /** What the workbook shows, where the field holds something else. */
  readonly proposal: string | null;
}

export function fieldView({ values, errors, notes, recognised, kept }: SettingsState, id: string): FieldView {
  const text = values[id] ?? "";
  const proposed = recognised[id] ?? null;
  const isSame = proposed !== null && readField(id, text).kept === readField(id, proposed).kept;
  return {
    text,
    error: errors[id] ?? null,
    note: notes[id] ?? null,
    isRecognised: isSame && (kept === null || valuesOf(kept)[id] === undefined),
    proposal: isSame ? null : proposed,
  };
}
