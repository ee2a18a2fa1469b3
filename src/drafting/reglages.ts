/**
 * What a workbook tells of the settings: a proposal that the officer reads before it is kept. What two places say
 * differently, or what can only be derived, is left for the officer. Pure.
 */
import { BLOCS, type Bloc } from "../domain/bloc";
import { departementsIn } from "../domain/departements";
import { datedEcheances } from "../domain/echeances";
import { amountText } from "../domain/format";
import { sirenOfSiret } from "../domain/identifiants";
import { AUCUN_REGLAGE, type MontantNotifie, type Reglages, type TauxAvance } from "../domain/reglages";
import { REGIMES, regimeOf } from "../domain/versements";
import type { AmountCell, Reading } from "../reading/tables";
import { readTables } from "../reading/read";
import type { Workbook } from "../workbook/picture";

/** The one value of a list, however often it is there; null for none or several. */
function agreed<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values);
  return first !== undefined && others.length === 0 ? first : null;
}

function sirenIn({ coordonnees }: Reading): string | null {
  return agreed(
    coordonnees.flatMap(({ champs }) =>
      champs.flatMap(({ champ, cell }) => (champ === "siret" ? (sirenOfSiret(cell.written) ?? []) : [])),
    ),
  );
}

function nomIn({ sheets }: Workbook): string | null {
  return agreed(
    sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => (typeof value === "string" ? departementsIn(value) : [])),
    ),
  );
}

/** A figure of a block in a year, exact decimal text in euros. */
interface Figure {
  readonly annee: number;
  readonly bloc: Bloc;
  readonly montant: string;
}

/**
 * An amount that stands by itself. A formula may only repeat the plan, whose State amounts nobody notified; an amount in
 * k€ or M€ is not the one of the notification, to the euro.
 */
function ownAmount(cell: AmountCell | null): string | null {
  if (cell?.state !== "amount" || !cell.amount || cell.amount.coarse || cell.formula !== null) return null;
  return cell.amount.value.isNegative() || cell.amount.value.decimalPlaces() > 2 ? null : amountText(cell.amount.value);
}

/** Imputations that do not stand in a plan; a line of an action, or of several blocks, is not the block's amount. */
function imputedFigures({ imputations, year }: Reading): Figure[] {
  return imputations.flatMap((table): Figure[] => {
    const annee = table.year ?? year;
    if (table.form === "plan" || annee === null) return [];
    const lignes = table.lignes.filter(({ kind, blocs }) => kind === "ligne" && blocs.length < 2);
    return BLOCS.flatMap((bloc): Figure[] => {
      const ofBloc = lignes.filter(({ classement }) => classement?.bloc === bloc);
      const [only] = ofBloc;
      // Several lines of a block in one table are its parts: their sum would be derived, not read.
      if (!only || ofBloc.length > 1 || only.fiche !== null) return [];
      const montant = ownAmount(only.montant);
      return montant === null ? [] : [{ annee, bloc, montant }];
    });
  });
}

/** Bases of payments that pay one block alone: the convention's montant prévisionnel. */
function paidFigures({ versements, year }: Reading): Figure[] {
  return versements.flatMap((table) =>
    table.lignes.flatMap(({ kind, blocs, base, year: own }): Figure[] => {
      const annee = own ?? table.year ?? year;
      const [bloc] = blocs;
      const montant = ownAmount(base);
      if (kind !== "ligne" || annee === null || !bloc || blocs.length > 1 || montant === null) return [];
      return [{ annee, bloc, montant }];
    }),
  );
}

function notifiesIn(reading: Reading): MontantNotifie[] {
  const figures = [...imputedFigures(reading), ...paidFigures(reading)];
  const years = [...new Set(figures.map(({ annee }) => annee))].sort((one, other) => one - other);
  return years.flatMap((annee) =>
    BLOCS.flatMap((bloc): MontantNotifie[] => {
      const montant = agreed(
        figures.filter((one) => one.annee === annee && one.bloc === bloc).map((one) => one.montant),
      );
      return montant === null ? [] : [{ annee, bloc, montant }];
    }),
  );
}

/** Rates of advances that are not those that the convention's data give for the year. */
function avancesIn({ versements, year }: Reading): TauxAvance[] {
  const written = versements.flatMap((table) =>
    table.lignes.flatMap(({ kind, blocs, taux, year: own }): TauxAvance[] => {
      const annee = own ?? table.year ?? year;
      const regime = regimeOf(blocs, annee) ?? regimeOf(blocs, null);
      if (kind !== "ligne" || annee === null || !regime || !taux || taux.rate.value.gt(1)) return [];
      return [{ annee, versement: regime.id, taux: taux.rate.value.toFixed() }];
    }),
  );
  const years = [...new Set(written.map(({ annee }) => annee))].sort((one, other) => one - other);
  return years.flatMap((annee) =>
    REGIMES.flatMap(({ id, taux: known, span }): TauxAvance[] => {
      const taux = agreed(written.filter((one) => one.annee === annee && one.versement === id).map((one) => one.taux));
      const isKnown = annee >= span.from && annee <= span.to && taux === known;
      return taux === null || isKnown ? [] : [{ annee, versement: id, taux }];
    }),
  );
}

/** The settings that a workbook itself shows; null and empty lists where it does not, or not in one way. */
export function recognisedReglages(workbook: Workbook): Reglages {
  const reading = readTables(workbook);
  return {
    ...AUCUN_REGLAGE,
    departement: { nom: nomIn(workbook), siren: sirenIn(reading) },
    annee: reading.year,
    notifies: notifiesIn(reading),
    avances: avancesIn(reading),
    echeances: datedEcheances(reading.year),
  };
}
