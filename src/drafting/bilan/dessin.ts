/** The sheets of a bilan, drawn under given names: the entry sheet where nothing was typed yet, bilan, échéancier. */
import type { Etape } from "../../domain/bilan";
import type { Reglages } from "../../domain/reglages";
import { reportWhy } from "../../messages/bilanDraft";
import type { Bilan } from "../../reading/bilanTables";
import type { Reading } from "../../reading/tables";
import type { CellRef } from "../../workbook/address";
import type { NewSheet } from "../../workbook/draft";
import type { Workbook } from "../../workbook/picture";
import { Apports } from "./apports";
import { dansLeModele, type DansLeModele } from "./dansLeModele";
import { avance, verseAuClasseur, type DejaVerse, type VersementsContext } from "./dejaVerse";
import { feuilleDEcheancier } from "./echeancier";
import { feuilleDeBilan, type FeuilleDeBilan } from "./feuille";
import { speaksOf } from "./feuilles";
import type { Realises } from "./realises";
import { agreedReport, type ReportEcrit } from "./report";
import { feuilleDeSaisie, type Preremplissage, type Saisie } from "./saisie";
import type { PaiementDeBilan, Structure } from "./structure";
import { cellsOf, constante, tous, type ContentAt } from "./termes";

export interface Noms {
  readonly saisie: string;
  readonly bilan: string;
  readonly echeancier: string;
}

export interface DessinContext {
  readonly workbook: Workbook;
  readonly reading: Reading;
  readonly contentAt: ContentAt;
  readonly isOwn: (sheet: string) => boolean;
  readonly reglages: Reglages;
  readonly year: number;
  readonly etape: Etape;
  readonly structure: Structure;
  readonly realises: ReadonlyMap<number, Realises>;
  readonly reports: readonly ReportEcrit[];
  /** True where no table says what was spent in the year. */
  readonly isEntry: boolean;
  /** The officer's own table, to be filled instead of a new sheet. */
  readonly modele: Bilan | null;
}

export interface DessinDuBilan {
  readonly saisie: Saisie | null;
  readonly bilan: FeuilleDeBilan;
  /** What the officer's table is filled with; null where the bilan is a new sheet. */
  readonly rempli: DansLeModele | null;
  readonly echeancier: NewSheet;
  /** Cells of the workbook that the sheets refer to. */
  readonly lus: readonly CellRef[];
}

/** What is known before anything is typed: payments of the workbook, else what the convention grants. */
class Avances {
  readonly lus: CellRef[] = [];
  readonly #context: VersementsContext;

  constructor(
    private readonly context: DessinContext,
    sheet: string,
  ) {
    const { reading, reglages, contentAt, isOwn } = context;
    this.#context = { reading, reglages, contentAt, isOwn, sheet };
  }

  verseDuPaiement = ({ ligne, blocs }: PaiementDeBilan): Preremplissage | null => {
    const { year } = this.context;
    const names = blocs.flatMap(({ bloc }) => bloc ?? []);
    const etats = blocs.flatMap(({ actions }) => actions.flatMap(({ prevus }) => prevus.get(year)?.etat ?? []));
    const written = verseAuClasseur(names, year, this.#context);
    const whole = written ?? (ligne && verseAuClasseur(ligne.blocs, year, this.#context));
    return this.#lu(whole ?? avance(names, etats, year, this.#context));
  };

  verseDeLAction: Parameters<typeof feuilleDeSaisie>[1]["verseDeLAction"] = ({ bloc, prevus }) => {
    const { year } = this.context;
    return this.#lu(bloc && avance([bloc], prevus.get(year)?.etat ?? [], year, this.#context));
  };

  report = ({ report }: PaiementDeBilan): Preremplissage | null => {
    const written = agreedReport(this.context.reports);
    if (report === null || !written) return null;
    const terme = constante(written.montant, written.ref);
    return this.#lu({ piece: tous([terme], ""), termes: [terme], why: reportWhy(report, written.ref) });
  };

  #lu(found: DejaVerse | null): Preremplissage | null {
    if (found) this.lus.push(...cellsOf(found.termes));
    return found;
  }
}

/** Draws the sheets. Pure: nothing stands in the workbook until the draft is applied. */
export function dessiner(context: DessinContext, noms: Noms): DessinDuBilan {
  const { workbook, reading, contentAt, isOwn, reglages, year, etape, structure, realises, reports } = context;
  const departement = reglages.departement.nom;
  const avances = new Avances(context, noms.saisie);
  const saisie = context.isEntry
    ? feuilleDeSaisie(structure, {
        name: noms.saisie,
        year,
        departement,
        verseDeLAction: avances.verseDeLAction,
        verseDuPaiement: avances.verseDuPaiement,
        report: avances.report,
      })
    : null;
  const versements = { reading, reglages, contentAt, isOwn, sheet: noms.bilan };
  const apports = new Apports(realises, saisie, reports, versements);
  const bilan = feuilleDeBilan(structure, { name: noms.bilan, year, etape, departement, apports });
  const rempli = context.modele && dansLeModele(context.modele, bilan, structure, context);
  const echeancier = feuilleDEcheancier(structure, {
    name: noms.echeancier,
    year,
    reglages,
    date1904: workbook.date1904,
    speaksOf: (territoire) => speaksOf(workbook, territoire),
    bilan: rempli ? (id, column) => rempli.cellule(id, column, noms.echeancier) : bilan.cellule,
  });
  return { saisie, bilan, rempli, echeancier, lus: [...bilan.lus, ...avances.lus] };
}
