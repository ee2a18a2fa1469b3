/** Which blocks the rows of a réalisé or of a bilan are about: by their own words, by the workbook's plan, by what they add up. */
import { BLOCS, classementOf, partOf, type Bloc, type Classement } from "../domain/bloc";
import type { Bilan, LigneDeBilan } from "./bilanTables";
import type { Table } from "./tables";

type Lignes = readonly LigneDeBilan[];

/** The block that the plans of a workbook give to an action, or to the action that a sub-action is part of. */
function blocInPlans(fiche: string, year: number | null, tables: readonly Table[]): Classement | null {
  const plans = tables.filter((table) => table.kind === "plan-de-financement");
  const own = plans.filter((plan) => plan.year === year);
  for (const plan of [...own, ...plans]) {
    const line = plan.lignes.find(
      (one) => one.fiche === fiche || (one.fiche !== null && fiche.startsWith(`${one.fiche}.`)),
    );
    if (line?.classement?.bloc) return line.classement;
  }
  return null;
}

function withPlan(ligne: LigneDeBilan, year: number | null, tables: readonly Table[]): LigneDeBilan {
  if (ligne.fiche === null || ligne.classement?.bloc) return ligne;
  const known = blocInPlans(ligne.fiche, ligne.year ?? year, tables);
  const isOther = known && ligne.classement && ligne.classement.part !== known.part;
  return known && !isOther ? { ...ligne, classement: known } : ligne;
}

/** An action whose number leaves the volet open is of the block that its own subtotal names. */
function withParent(lignes: Lignes, ligne: LigneDeBilan, index: number): LigneDeBilan {
  if (ligne.kind !== "action" || ligne.classement?.bloc) return ligne;
  const parent = lignes.find(({ covers }) => covers.includes(index));
  const named = parent ? classementOf(parent.label) : null;
  const isOther = ligne.classement !== null && ligne.classement.part !== named?.part;
  return named?.bloc && !isOther ? { ...ligne, classement: named } : ligne;
}

function inOrder(blocs: readonly Bloc[]): Bloc[] {
  return BLOCS.filter((bloc) => blocs.includes(bloc));
}

/** The blocks of what a row adds up, and those that it names; a total's place under an axis says nothing of it. */
function blocsOf(lignes: Lignes, index: number, seen: ReadonlySet<number> = new Set()): Bloc[] {
  const ligne = lignes[index];
  if (!ligne || seen.has(index)) return [];
  if (ligne.kind === "versement") return inOrder(ligne.blocs);
  const inside = ligne.covers.flatMap((covered) => blocsOf(lignes, covered, new Set([...seen, index])));
  const own = ligne.covers.length > 0 ? classementOf(ligne.label) : ligne.classement;
  return inOrder([...inside, ...(own?.bloc ? [own.bloc] : [])]);
}

/**
 * A subtotal that names one block adds up no other: rows of blocks without a subtotal, above it, go to the total over it.
 * Their own payment between the two hides where they end.
 */
function withOwnRows(lignes: Lignes): Lignes {
  const strangers = lignes.map((ligne, index): number[] => {
    const bloc = ligne.kind === "sous-total" ? (classementOf(ligne.label)?.bloc ?? null) : null;
    if (bloc === null) return [];
    const others = ligne.covers.filter((covered) => {
      const blocs = blocsOf(lignes, covered, new Set([index]));
      return blocs.length > 0 && !blocs.includes(bloc);
    });
    return others.length < ligne.covers.length ? others : [];
  });
  return lignes.map((ligne, index) => {
    const freed = ligne.covers.flatMap((covered) => strangers[covered] ?? []);
    const own = ligne.covers.filter((covered) => !strangers[index]?.includes(covered));
    return { ...ligne, covers: [...new Set([...own, ...freed])].sort((a, b) => a - b) };
  });
}

/** What a total is about, once its blocks are known. */
function withClassement(ligne: LigneDeBilan): LigneDeBilan {
  if (ligne.covers.length === 0 || ligne.kind === "versement") return ligne;
  const [bloc, ...others] = ligne.blocs;
  const parts = new Set(ligne.blocs.map(partOf));
  const part = parts.size === 1 && bloc ? partOf(bloc) : null;
  return { ...ligne, classement: part && { part, bloc: others.length === 0 ? (bloc ?? null) : null } };
}

/** The rows that a payment pays: the uppermost of each of its blocks, and what is taken off them. */
function paidBy(lignes: Lignes, { blocs }: LigneDeBilan): number[] {
  const within = lignes.flatMap((ligne, index) => {
    const [bloc, ...others] = ligne.blocs;
    return ligne.kind !== "versement" && bloc && others.length === 0 && blocs.includes(bloc) ? [index] : [];
  });
  const covered = new Set(within.flatMap((index) => lignes[index]?.covers ?? []));
  return within.filter((index) => !covered.has(index));
}

/** The table with the blocks of all its rows; `tables` are the workbook's plans. */
export function withBlocs(bilan: Bilan, tables: readonly Table[]): Bilan {
  const planned = bilan.lignes.map((ligne) => withPlan(ligne, bilan.year, tables));
  const named = withOwnRows(planned.map((ligne, index) => withParent(planned, ligne, index)));
  const placed = named.map((ligne, index) => withClassement({ ...ligne, blocs: blocsOf(named, index) }));
  return {
    ...bilan,
    lignes: placed.map((ligne) => (ligne.kind === "versement" ? { ...ligne, covers: paidBy(placed, ligne) } : ligne)),
  };
}
