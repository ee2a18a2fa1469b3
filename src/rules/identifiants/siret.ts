import { compact, siretState, siretWithZero } from "../../domain/identifiants";
import { slipFrom } from "../../domain/slips";
import type { CellFault, Rule, RuleContext } from "../rule";
import { blocsOf, identifiantFault, type Bloc } from "./bloc";

const REFERENCE = "Convention, désignation des parties";

/** The valid SIRET that another block writes and that this one was meant to be: one slip away, and the only one. */
function meantSiret(digits: string, blocs: readonly Bloc[]): string | null {
  const valid = new Set(
    blocs.flatMap(({ siret }) => (siret && siretState(siret.written) === "valid" ? compact(siret.written) : [])),
  );
  const near = [...valid].filter((other) => slipFrom(digits, other) !== null);
  return near.length === 1 ? (near[0] ?? null) : null;
}

function faultOf({ workbook }: RuleContext, { siret, table }: Bloc, blocs: readonly Bloc[]): CellFault[] {
  if (siret === null) return [];
  const state = siretState(siret.written);
  // Digits that Excel lost are told by champ-permute: their key would accuse the wrong cause.
  if (state === "valid" || state === "tronque") return [];
  const whole = siretWithZero(siret.written);
  const base = { rule: "siret", subject: table.title, reference: REFERENCE } as const;
  return [
    whole === null
      ? identifiantFault(workbook, siret, {
          ...base,
          severity: "blocking",
          variant: state,
          proposal: meantSiret(compact(siret.written), blocs),
        })
      : identifiantFault(workbook, siret, {
          ...base,
          severity: "warning",
          variant: "zero-perdu",
          proposal: whole,
          safe: true,
        }),
  ];
}

/** A SIRET has fourteen digits; its first nine and the whole have a key each. */
export const siret: Rule = {
  id: "siret",
  family: "identifiants",
  run(context) {
    const blocs = blocsOf(context).filter((bloc) => bloc.siret !== null);
    return {
      relations: [],
      faults: blocs.flatMap((bloc) => faultOf(context, bloc, blocs)),
      checked: blocs.length,
      unverifiable: [],
      applies: blocs.length > 0,
    };
  },
};
