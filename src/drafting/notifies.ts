/** Brings the figures of the fiches to the notified amounts, where a rounding or a missing fiche leaves them open. */
import { type Bloc } from "../domain/bloc";
import { clauseOf } from "../domain/clauses";
import { Decimal, ZERO } from "../domain/decimal";
import type { Reglages } from "../domain/reglages";
import {
  notified,
  notifiedConflict,
  notifiedRest,
  notifiedUnplaced,
  notifiedWithoutAction,
  roundedAmount,
  sameAsState,
} from "../messages/plan";
import type { ActionAFinancer } from "./actions";
import { constantTerm, montantDe, type Figure, type Montant } from "./figure";

export interface Rapprochement {
  readonly actions: readonly ActionAFinancer[];
  /** French sentences about what could not be brought together. */
  readonly remarques: readonly string[];
}

function sumOf(figures: readonly Montant[], of: "value" | "half"): Decimal {
  return figures.reduce((sum, figure) => sum.plus(figure[of]), ZERO);
}

/** What a block's State shares become: by place in the block; null where they stay as the fiches say. */
type Changes = ReadonlyMap<number, Figure>;

function placed(bloc: Bloc, etats: readonly Figure[], montant: Decimal): Changes | string {
  const known = etats.filter((figure) => figure.kind === "montant");
  const missing = etats.flatMap(({ kind }, place) => (kind === "a-completer" ? [place] : []));
  const coarse = etats.flatMap((figure, place) => (figure.kind === "montant" && !figure.half.isZero() ? [place] : []));
  const sum = sumOf(known, "value");
  const rest = montant.minus(sum);
  const [only = 0] = missing.length > 0 ? missing : coarse;
  if (missing.length > 1 || (missing.length === 1 && coarse.length > 0)) return notifiedUnplaced(bloc, montant);
  if (missing.length === 1) {
    if (rest.isNegative()) return notifiedConflict(bloc, montant, sum);
    const terms = known.length === 0 ? [constantTerm(montant)] : [constantTerm(montant), constantTerm(sum.negated())];
    const why = known.length === 0 ? notified(bloc, montant, null) : notifiedRest(bloc, montant);
    return new Map([[only, montantDe(terms, why)]]);
  }
  if (rest.abs().gt(sumOf(known, "half"))) return notifiedConflict(bloc, montant, sum);
  if (coarse.length === 0) return new Map();
  if (coarse.length > 1) return rest.isZero() ? new Map() : notifiedUnplaced(bloc, montant);
  const before = etats[only];
  if (before?.kind !== "montant") return new Map();
  const why = notified(bloc, montant, roundedAmount(before.value, before.half));
  if (rest.isZero()) return new Map([[only, { ...before, half: ZERO, why: `${before.why} ${why}` }]]);
  return new Map([[only, montantDe([constantTerm(before.value.plus(rest))], why)]]);
}

/** In a volet that both pay by half, a CD share known to a rounding is the State's, once that is exact. */
function withHalf(action: ActionAFinancer, year: number, isAlone: boolean): ActionAFinancer {
  const clause = action.bloc === null ? null : clauseOf(action.bloc, year);
  const { etat, departement } = action;
  if (clause?.cofinancement !== "moitie-du-volet" || !isAlone) return action;
  if (etat.kind !== "montant" || departement.kind !== "montant" || !etat.half.isZero() || departement.half.isZero()) {
    return action;
  }
  if (departement.value.minus(etat.value).abs().gt(departement.half)) return action;
  const why = sameAsState(clause.source.article);
  return { ...action, departement: { ...etat, isStateShare: true, why: `${why} ${departement.why}` } };
}

/** The actions with the settings' notified amounts of the year. */
export function avecNotifies(actions: readonly ActionAFinancer[], reglages: Reglages, year: number): Rapprochement {
  const remarques: string[] = [];
  let current = [...actions];
  for (const { bloc, annee, montant } of reglages.notifies) {
    if (annee !== year) continue;
    const places = current.flatMap((action, place) => (action.bloc === bloc ? [place] : []));
    if (places.length === 0) {
      remarques.push(notifiedWithoutAction(bloc));
      continue;
    }
    const etats = places.flatMap((place) => current[place]?.etat ?? []);
    const changes = placed(bloc, etats, new Decimal(montant));
    if (typeof changes === "string") remarques.push(changes);
    else {
      current = current.map((action, place) => {
        const etat = changes.get(places.indexOf(place));
        return etat && places.includes(place) ? { ...action, etat } : action;
      });
    }
  }
  const countOf = (bloc: Bloc | null): number => current.filter((action) => action.bloc === bloc).length;
  return { actions: current.map((action) => withHalf(action, year, countOf(action.bloc) === 1)), remarques };
}
