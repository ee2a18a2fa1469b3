/** What the State has paid already: as the workbook's own payments say, else the advance that the convention grants. */
import { Decimal, ZERO } from "../../domain/decimal";
import type { Bloc } from "../../domain/bloc";
import type { Reglages } from "../../domain/reglages";
import { REGIMES, regimeOf, type RegimeDeVersement } from "../../domain/versements";
import { advanceWhy, paidWhy } from "../../messages/bilanDraft";
import type { AmountCell, Reading } from "../../reading/tables";
import type { LigneDeVersement, Versements } from "../../reading/otherTables";
import { qualifiedAddress } from "../../workbook/address";
import { termeOf, tous, type ContentAt, type Piece, type Terme } from "./termes";

export interface DejaVerse {
  readonly piece: Piece;
  readonly termes: readonly Terme[];
  /** One French sentence: where it comes from. */
  readonly why: string;
}

export interface VersementsContext {
  readonly reading: Reading;
  readonly reglages: Reglages;
  readonly contentAt: ContentAt;
  /** The sheet of the formulas. */
  readonly sheet: string;
  /** The sheets that a draft of ours drew: what they say is no source. */
  readonly isOwn: (sheet: string) => boolean;
}

/** How some blocks are paid in a year, with the rate of the settings before the convention's; null without either. */
export function tauxDAvance(
  blocs: readonly Bloc[],
  year: number,
  { avances }: Reglages,
): { readonly regime: RegimeDeVersement; readonly taux: Decimal; readonly isOwn: boolean } | null {
  const known = regimeOf(blocs, year);
  const ofBlocs =
    known ?? REGIMES.find((regime) => blocs.length > 0 && blocs.every((bloc) => regime.blocs.includes(bloc)));
  const own = avances.find(({ annee, versement }) => annee === year && versement === ofBlocs?.id);
  if (ofBlocs && own) return { regime: ofBlocs, taux: new Decimal(own.taux), isOwn: true };
  return known && { regime: known, taux: new Decimal(known.taux), isOwn: false };
}

/** The advance that the convention grants on the State's shares of a plan, to the centime. */
export function avance(
  blocs: readonly Bloc[],
  etats: readonly Terme[],
  year: number,
  { reglages, sheet }: Pick<VersementsContext, "reglages" | "sheet">,
): DejaVerse | null {
  const granted = tauxDAvance(blocs, year, reglages);
  if (!granted || etats.length === 0) return null;
  const base = tous(etats, sheet);
  const { regime, taux, isOwn } = granted;
  const isWhole = taux.eq(1);
  const sum = etats.length === 1 ? base.texte : `(${base.texte})`;
  const piece: Piece = {
    ...base,
    texte: isWhole ? base.texte : `ROUND(${sum}*${taux.toFixed()},2)`,
    valeur: base.valeur && (isWhole ? base.valeur : base.valeur.times(taux).toDecimalPlaces(2)),
  };
  return { piece, termes: etats, why: advanceWhy(taux, isOwn ? null : regime.source.article) };
}

const FORMS: readonly Versements["form"][] = ["tableau", "lignes", "prose"];

/** Payments of a year, tables before sentences. */
function lignesDe({ reading, isOwn }: VersementsContext, year: number): LigneDeVersement[] {
  return FORMS.flatMap((form) =>
    reading.versements
      .filter((table) => table.form === form && !isOwn(table.sheet))
      .flatMap((table) =>
        table.lignes.filter(
          (ligne) => ligne.kind === "ligne" && (ligne.year ?? table.year ?? reading.year ?? year) === year,
        ),
      ),
  );
}

function paidIn({ verse, avance: advance }: LigneDeVersement): AmountCell | null {
  return [verse, advance].find((cell) => cell?.state === "amount") ?? null;
}

function isSame(one: readonly Bloc[], other: readonly Bloc[]): boolean {
  return one.length === other.length && one.every((bloc) => other.includes(bloc));
}

/** What the workbook's own payments say was paid for some blocks: one line of them all, or one line each. */
export function verseAuClasseur(blocs: readonly Bloc[], year: number, context: VersementsContext): DejaVerse | null {
  const lignes = lignesDe(context, year).filter((ligne) => paidIn(ligne) !== null);
  const whole = lignes.find((ligne) => isSame(ligne.blocs, blocs));
  const each = blocs.map((bloc) => lignes.find((ligne) => isSame(ligne.blocs, [bloc])));
  const found = whole ? [whole] : each.filter((ligne) => ligne !== undefined);
  if (!whole && found.length < blocs.length) return null;
  const termes = found.flatMap((ligne) => {
    const cell = paidIn(ligne);
    return (cell && termeOf(cell, context.contentAt, ligne.label)) ?? [];
  });
  if (termes.length === 0) return null;
  const places = termes.flatMap(({ ref }) => (ref ? [qualifiedAddress(ref)] : []));
  return { piece: tous(termes, context.sheet), termes, why: paidWhy(places) };
}

/** What was paid for the solidarités as a whole, where the workbook says so: it cannot be told apart by action. */
export function verseAuxSolidarites(year: number, context: VersementsContext): Decimal | null {
  const whole = lignesDe(context, year).find(
    (ligne) => ligne.part === "solidarites" && ligne.blocs.length !== 1 && paidIn(ligne) !== null,
  );
  return (whole && paidIn(whole)?.amount?.value) ?? null;
}

/** The amounts of terms, as far as they are known. */
export function connu(termes: readonly Terme[]): Decimal {
  return termes.reduce((sum, { value }) => sum.plus(value), ZERO);
}
