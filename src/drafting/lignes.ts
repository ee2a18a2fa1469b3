/** The lines of a new plan in the order of annexe 1.b (L2185-2205): axes with their subtotals, parts, totals. */
import { INTITULE_DE_BLOC, type Bloc } from "../domain/bloc";
import type { ActionAFinancer } from "./actions";

export type Ligne =
  | { readonly kind: "action"; readonly axe: string; readonly action: ActionAFinancer }
  | {
      readonly kind: "sous-total" | "partie" | "total";
      readonly label: string;
      /** The axis whose block it closes; null for the totals of a part and of the whole. */
      readonly axe: string | null;
      /** Places of the lines that it adds up. */
      readonly covers: readonly number[];
    };

const AXES: readonly Bloc[] = ["axe-1", "axe-3", "axe-4"];

class Lines {
  readonly lines: Ligne[] = [];

  /** Adds the actions of an axis; gives their places. */
  actions(axe: string, actions: readonly ActionAFinancer[]): number[] {
    return actions.map((action) => this.lines.push({ kind: "action", axe, action }) - 1);
  }

  total(kind: "sous-total" | "partie" | "total", label: string, axe: string | null, covers: readonly number[]): number {
    return this.lines.push({ kind, label, axe, covers }) - 1;
  }
}

/** Each axis with its subtotal, then the total of the part; the place of that total, or null without actions. */
function solidarites(lines: Lines, actions: readonly ActionAFinancer[]): number | null {
  const axes = [...AXES, null].flatMap((bloc) => {
    const ofAxe = actions.filter(
      (action) => (action.bloc !== null && AXES.includes(action.bloc) ? action.bloc : null) === bloc,
    );
    return ofAxe.length === 0
      ? []
      : [{ axe: bloc === null ? "Autres actions des solidarités" : INTITULE_DE_BLOC[bloc], ofAxe }];
  });
  const subtotals = axes.map(({ axe, ofAxe }) =>
    lines.total("sous-total", "Sous total", axe, lines.actions(axe, ofAxe)),
  );
  return subtotals.length === 0 ? null : lines.total("partie", 'Sous total "Solidarités"', null, subtotals);
}

function emploi(lines: Lines, actions: readonly ActionAFinancer[]): number | null {
  if (actions.length === 0) return null;
  const places = lines.actions(INTITULE_DE_BLOC["volet-2"], actions);
  return lines.total("partie", 'Sous total "Emploi"', null, places);
}

/** The lines of a plan. A part without actions is left out; totals of one thing only are too. */
export function lignesDuPlan(actions: readonly ActionAFinancer[]): Ligne[] {
  const lines = new Lines();
  const ofPart = (part: ActionAFinancer["part"]): ActionAFinancer[] => actions.filter((action) => action.part === part);
  const parts = [solidarites(lines, ofPart("solidarites")), emploi(lines, ofPart("emploi"))].filter(
    (place) => place !== null,
  );
  const outside = ofPart("hors-pacte");
  if (parts.length < 2 && outside.length === 0) return lines.lines;
  const pacte = lines.total("total", "Total financier Pacte local des solidarités", null, parts);
  if (outside.length === 0) return lines.lines;
  const places = lines.actions("", outside);
  lines.total("total", "Total financier Contractualisation Etat", null, [pacte, ...places]);
  return lines.lines;
}
