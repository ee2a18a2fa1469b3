/** What is to be sent and received, and when: payments with their live amounts, and the conventions' deadlines. */
import type { Part } from "../../domain/bloc";
import { ECHEANCES } from "../../domain/echeances";
import type { Reglages } from "../../domain/reglages";
import {
  CONVENTION,
  departementText,
  ECHEANCE,
  HEADERS_ECHEANCIER,
  NOTE_DE_L_ECHEANCIER,
  paiementText,
  QUI,
  titreDeLEcheancier,
} from "../../messages/bilanDraft";
import type { CellContent, NewSheet } from "../../workbook/draft";
import { EMPTY_CONTENT } from "../../workbook/draft";
import { text } from "../contenus";
import { LOOKS } from "../looks";
import { Toile } from "../toile";
import { BILAN, ECHEANCIER, HEADER_ROW } from "./colonnes";
import { avance, tauxDAvance } from "./dejaVerse";
import { contentOf, type Formule } from "./formules";
import type { BlocDeBilan, Structure } from "./structure";
import { assembler } from "./termes";

export interface EcheancierOptions {
  readonly name: string;
  readonly year: number;
  readonly reglages: Reglages;
  readonly date1904: boolean;
  /** Whether the workbook speaks of a territory. */
  readonly speaksOf: (territoire: string) => boolean;
  /** A cell of the bilan, as this sheet refers to it: row of a payment by its id, and a column of BILAN. */
  readonly bilan: (id: string, column: number) => Formule | null;
}

interface Ligne {
  /** "YYYY-MM-DD"; null where no text gives a day. */
  readonly date: string | null;
  readonly objet: string;
  readonly quoi: string;
  readonly qui: string;
  readonly montant: Formule | null;
  readonly article: string;
}

const FORMAT = "#,##0.00";
/** The balance waits for a later bilan: nothing can be said of it yet. */
const ATTEND: Formule = { texte: '"-"', valeur: "-" };
const DAY = 86_400_000;
/** Days that Excel counts on before 1904 (the date system of old Macs). */
const DAYS_BEFORE_1904 = 1462;

/** The number by which Excel counts a day. */
function serialOf(date: string, date1904: boolean): number {
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;
  return date1904 ? days - DAYS_BEFORE_1904 : days;
}

/** The deadlines of the conventions up to a year; a date of the settings wins, and those that are only there stand too. */
function echeances({ year, reglages, speaksOf }: EcheancierOptions): Ligne[] {
  const own = new Map(reglages.echeances.map((echeance) => [echeance.id, echeance]));
  const known = ECHEANCES.filter(
    ({ annee, id, territoire }) => annee <= year && (territoire === null || own.has(id) || speaksOf(territoire)),
  );
  const ofConvention = known.map(({ id, label, part, estAvenant, date, source }): Ligne => {
    const set = own.get(id);
    const words = set?.label ?? label;
    return {
      date: set?.date ?? date,
      objet: CONVENTION[part],
      quoi: estAvenant ? ECHEANCE.signer(words) : ECHEANCE.envoyer(words),
      qui: estAvenant ? QUI.ensemble : QUI.departement,
      montant: null,
      article: source.article,
    };
  });
  const ids = new Set(ECHEANCES.map(({ id }) => id));
  const others = reglages.echeances.filter(({ id }) => !ids.has(id));
  return [
    ...ofConvention,
    ...others.map(({ label, date }): Ligne => ({
      date,
      objet: "",
      quoi: label,
      qui: "",
      montant: null,
      article: ECHEANCE.reglages,
    })),
  ];
}

interface Paye {
  readonly id: string;
  readonly part: Part;
  readonly blocs: readonly BlocDeBilan[];
  readonly article: string;
  readonly attend: boolean;
  readonly isReliquat: boolean;
}

function payes({ solidarites, paiements }: Structure): Paye[] {
  const [axe] = solidarites;
  const first: Paye[] = axe
    ? [
        {
          id: "solidarites",
          part: "solidarites",
          blocs: solidarites,
          article: axe.regle?.source.article ?? "",
          attend: false,
          isReliquat: true,
        },
      ]
    : [];
  return [
    ...first,
    ...paiements.map(({ id, ligne, blocs, attendLeFinal }): Paye => ({
      id,
      part: blocs[0]?.part ?? "emploi",
      blocs,
      article: ligne?.source.article ?? "",
      attend: attendLeFinal,
      isReliquat: ligne?.excedent === "reliquat",
    })),
  ];
}

/** Advance, balance and surplus of a payment; the conventions give them no day. */
function lignesDePaiement(paye: Paye, { name, year, reglages, bilan }: EcheancierOptions): Ligne[] {
  const { id, part, blocs, article, attend, isReliquat } = paye;
  const noms = blocs.flatMap(({ bloc }) => bloc ?? []);
  const nom = paiementText(id, blocs[0]?.bloc ?? null, part);
  const etats = blocs.flatMap(({ actions }) => actions.flatMap(({ prevus }) => prevus.get(year)?.etat ?? []));
  const granted = tauxDAvance(noms, year, reglages);
  const paid = avance(noms, etats, year, { reglages, sheet: name });
  const refer = (column: number): Formule | null => (attend ? ATTEND : bilan(id, column));
  const line = (quoi: string, qui: string, montant: Formule | null, source: string): Ligne => ({
    date: null,
    objet: nom,
    quoi,
    qui,
    montant,
    article: source,
  });
  const source = granted?.isOwn ? ECHEANCE.reglages : (granted?.regime.source.article ?? "");
  return [
    ...(granted && paid ? [line(ECHEANCE.avance(granted.taux), QUI.etat, assembler([paid.piece]), source)] : []),
    line(attend ? ECHEANCE.soldeFinal : ECHEANCE.solde, QUI.etat, refer(BILAN.solde), article),
    line(isReliquat ? ECHEANCE.reliquat : ECHEANCE.tropPercu, QUI.departement, refer(BILAN.excedent), article),
  ];
}

function byDate(a: Ligne, b: Ligne): number {
  if (a.date === b.date) return 0;
  if (a.date === null || b.date === null) return a.date === null ? 1 : -1;
  return a.date < b.date ? -1 : 1;
}

function contenuDe(montant: Formule | null): CellContent {
  if (montant === ATTEND) return text("-");
  return montant ? contentOf(montant, FORMAT) : text("");
}

function ecrire(
  toile: Toile,
  row: number,
  { date, objet, quoi, qui, montant, article }: Ligne,
  date1904: boolean,
): void {
  const day: CellContent =
    date === null ? text("") : { ...EMPTY_CONTENT, value: serialOf(date, date1904), numberFormat: "dd/mm/yyyy" };
  toile.put(row, ECHEANCIER.date, day, LOOKS.number);
  toile.put(row, ECHEANCIER.objet, text(objet), LOOKS.label);
  toile.put(row, ECHEANCIER.quoi, text(quoi), LOOKS.label);
  toile.put(row, ECHEANCIER.qui, text(qui), LOOKS.label);
  toile.put(row, ECHEANCIER.montant, contenuDe(montant), LOOKS.amount);
  toile.put(row, ECHEANCIER.article, text(article), LOOKS.note);
}

/** The sheet of what is to come, sorted by date, what has none last. */
export function feuilleDEcheancier(structure: Structure, options: EcheancierOptions): NewSheet {
  const toile = new Toile(ECHEANCIER.widths);
  toile.put(0, 0, text(titreDeLEcheancier(options.year)), LOOKS.title);
  const { nom } = options.reglages.departement;
  if (nom !== null) toile.put(1, 0, text(departementText(nom)), LOOKS.subtitle);
  toile.put(2, 0, text(NOTE_DE_L_ECHEANCIER), LOOKS.subtitle);
  for (const [key, words] of Object.entries(HEADERS_ECHEANCIER) as [keyof typeof HEADERS_ECHEANCIER, string][]) {
    toile.put(HEADER_ROW, ECHEANCIER[key], text(words), LOOKS.header);
  }
  const payments = payes(structure).flatMap((paye) => lignesDePaiement(paye, options));
  const lines = [...echeances(options), ...payments].sort(byDate);
  lines.forEach((line, place) => ecrire(toile, HEADER_ROW + 1 + place, line, options.date1904));
  return toile.finish({
    name: options.name,
    frozenRows: HEADER_ROW + 1,
    validations: [],
    print: {
      orientation: "landscape",
      pagesHigh: null,
      area: { top: 0, left: 0, bottom: HEADER_ROW + lines.length, right: ECHEANCIER.article },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  });
}
