/** The actions of a bilan: each once, with what the plans of its years foresee for it. */
import { BLOCS, INTITULE_DE_BLOC, type Bloc, type Part } from "../../domain/bloc";
import { codesOf, readCode, type CodeActivite } from "../../domain/codesActivite";
import { planName } from "../../messages/bilanDraft";
import type { Reading, RowAmounts } from "../../reading/tables";
import { inNumericOrder, voletsOf } from "../actions";
import { actionOf, classementOfAction, withoutNumber, type Sources } from "../sources";
import { cleDeLigne, lignesEnVigueur, type LigneEnVigueur } from "./lignesEnVigueur";
import { oppose, termeOf, type Terme } from "./termes";

/** What a plan foresees for an action in a year. A share without a term is none. */
export interface Prevu {
  readonly etat: readonly Terme[];
  readonly departement: readonly Terme[];
}

export interface ActionDeBilan {
  /** The same in each year and each table. */
  readonly cle: string;
  readonly fiche: string | null;
  /** Null where no text names it. */
  readonly titre: string | null;
  readonly part: Part;
  readonly bloc: Bloc | null;
  /** Code activité, twelve digits; null where neither the workbook nor the year's list has one. */
  readonly code: string | null;
  readonly prevus: ReadonlyMap<number, Prevu>;
}

export interface ActionsContext {
  readonly reading: Reading;
  readonly sources: Sources;
  readonly ownCodes: readonly CodeActivite[];
  /** The year asked for: that of plans that name none. */
  readonly asked: number | null;
}

function termes(amounts: RowAmounts, share: "etat" | "departement", sources: Sources, name: string): Terme[] {
  const cell = amounts[share];
  const term = cell && termeOf(cell, sources.contentAt, name);
  return term ? [term] : [];
}

function prevuOf({ plan, ligne }: LigneEnVigueur, sources: Sources): Prevu {
  const name = planName(plan.sheet);
  const { amounts } = ligne;
  const etat = termes(amounts, "etat", sources, name);
  const total = amounts.total && termeOf(amounts.total, sources.contentAt, name);
  // A plan that writes the whole and the State's part says the CD's by difference.
  const isDerived = !amounts.departement && total?.etat === "montant" && etat.every((term) => term.etat === "montant");
  return {
    etat,
    departement: isDerived ? [total, ...etat.map(oppose)] : termes(amounts, "departement", sources, name),
  };
}

function codeIn(written: string): string | null {
  const reading = readCode(written);
  return reading.kind === "invalid" ? null : reading.decoded.code;
}

/** The code beside the action in its plan, that of an imputation of the action, then of its block; else the year's. */
function codeOf(
  { plan, ligne }: LigneEnVigueur,
  bloc: Bloc | null,
  year: number,
  { reading, ownCodes }: ActionsContext,
): string | null {
  const ofYear = reading.imputations.filter((table) => (table.year ?? reading.year ?? year) === year);
  const beside = ofYear.flatMap(({ form, sheet, lignes }) =>
    form === "plan" && sheet === plan.sheet ? lignes.filter(({ row }) => row === ligne.row) : [],
  );
  const elsewhere = ofYear.flatMap(({ form, lignes }) => (form === "plan" ? [] : lignes));
  const ofAction = elsewhere.filter(({ fiche }) => fiche !== null && fiche === ligne.fiche);
  const ofBloc = elsewhere.filter(
    ({ fiche, blocs, classement }) =>
      fiche === null && bloc !== null && (blocs.length > 0 ? blocs.includes(bloc) : classement?.bloc === bloc),
  );
  for (const lines of [beside, ofAction, ofBloc]) {
    const codes = new Set(lines.flatMap((line) => line.codes.flatMap(({ written }) => codeIn(written) ?? [])));
    const [code] = codes;
    if (codes.size === 1 && code !== undefined) return code;
  }
  return codesOf(year, ownCodes).find(({ blocs }) => bloc !== null && blocs.includes(bloc))?.code ?? null;
}

function titreOf({ ligne }: LigneEnVigueur, bloc: Bloc | null, { sources }: ActionsContext): string | null {
  const own = withoutNumber(ligne.label);
  const elsewhere = ligne.fiche === null ? undefined : sources.titles.get(ligne.fiche);
  const isVolet = bloc !== null && bloc.startsWith("volet-");
  return own !== "" ? own : (elsewhere ?? (isVolet ? INTITULE_DE_BLOC[bloc] : null));
}

/** Axes, volets, the line outside the pact, in the order of the plan; what no block claims last of its part. */
function rankOf({ bloc, part }: ActionDeBilan): number {
  if (bloc !== null) return BLOCS.indexOf(bloc);
  return BLOCS.indexOf(part === "solidarites" ? "axe-4" : part === "emploi" ? "volet-3" : "tourcoing") + 0.5;
}

function inOrder(a: ActionDeBilan, b: ActionDeBilan): number {
  const byNumber = a.fiche !== null && b.fiche !== null ? inNumericOrder(a.fiche, b.fiche) : 0;
  return rankOf(a) - rankOf(b) || byNumber;
}

export interface ActionsDeBilan {
  readonly actions: readonly ActionDeBilan[];
  /** Numbers of the actions whose volet only their number tells. */
  readonly parNumero: readonly string[];
}

/** The actions of the plans of some years, the last year's words before the others'. */
export function actionsDeBilan(years: readonly number[], context: ActionsContext): ActionsDeBilan {
  const { reading, sources, asked } = context;
  const lines = [...years]
    .sort((a, b) => b - a)
    .flatMap((year) => lignesEnVigueur(reading, year, asked).map((line) => ({ year, line })));
  const numbers = [
    ...new Set(lines.flatMap(({ line: { ligne } }) => (ligne.fiche === null ? [] : [actionOf(ligne.fiche)]))),
  ];
  const volets = voletsOf(sources, numbers);
  const actions = new Map<string, ActionDeBilan>();
  const parNumero = new Set<string>();
  for (const { year, line } of lines) {
    const { fiche, classement } = line.ligne;
    const ofNumber = fiche === null ? null : (volets.get(actionOf(fiche)) ?? null);
    const bloc = classement?.bloc ?? ofNumber;
    const isNamed = classement?.bloc || (fiche !== null && classementOfAction(sources, actionOf(fiche))?.bloc);
    if (!isNamed && ofNumber !== null && fiche !== null) parNumero.add(fiche);
    const cle = cleDeLigne(line.ligne);
    const known = actions.get(cle);
    const prevus = new Map([...(known?.prevus ?? []), [year, prevuOf(line, sources)] as const]);
    actions.set(cle, {
      ...(known ?? {
        cle,
        fiche,
        titre: titreOf(line, bloc, context),
        part: classement?.part ?? "solidarites",
        bloc,
        code: codeOf(line, bloc, year, context),
      }),
      prevus,
    });
  }
  return { actions: [...actions.values()].sort(inOrder), parNumero: [...parNumero] };
}
