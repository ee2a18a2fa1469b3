/**
 * Settings of the convention: what no table of a workbook holds. Kept in the workbook as JSON, exported and imported as
 * the same JSON; versioned, and checked at the door.
 */
import { BLOCS, type Bloc } from "./bloc";
import {
  Refused,
  isAbsent,
  isDay,
  isFields,
  readList,
  readMontant,
  readTaux,
  readText,
  readYear,
  type Fields,
  type Read,
} from "./fields";
import { sirenOf } from "./identifiants";
import { REGIMES } from "./versements";

/** What the State notified for a block in a year. */
export interface MontantNotifie {
  readonly annee: number;
  readonly bloc: Bloc;
  /** Euros as decimal text: "8752912.00". */
  readonly montant: string;
}

/** The advance rate of a payment, where it is another than the convention's of 2024. */
export interface TauxAvance {
  readonly annee: number;
  /** `id` of a regime of src/domain/versements.ts. */
  readonly versement: string;
  /** Decimal text: "0.6" is 60 %. */
  readonly taux: string;
}

export interface Echeance {
  readonly id: string;
  readonly label: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
}

export interface Reglages {
  readonly version: 1;
  readonly departement: { readonly nom: string | null; readonly siren: string | null };
  /** The year that the officer works on. */
  readonly annee: number | null;
  readonly notifies: readonly MontantNotifie[];
  readonly avances: readonly TauxAvance[];
  readonly echeances: readonly Echeance[];
  readonly seuils: {
    /** Execution rate under which a line has to be explained, as decimal text: "0.8" is 80 %. */
    readonly executionFaible: string | null;
  };
}

export const AUCUN_REGLAGE: Reglages = {
  version: 1,
  departement: { nom: null, siren: null },
  annee: null,
  notifies: [],
  avances: [],
  echeances: [],
  seuils: { executionFaible: null },
};

function readNotifie(fields: Fields, subject: string): Read<MontantNotifie> {
  const annee = readYear(fields.annee, `L'année ${subject}`);
  if (annee instanceof Refused) return annee;
  const bloc = BLOCS.find((one) => one === fields.bloc);
  if (!bloc) return new Refused(`Le bloc ${subject} doit être l'un de\u00A0: ${BLOCS.join(", ")}.`);
  const montant = readMontant(fields.montant, `Le montant ${subject}`);
  return montant instanceof Refused ? montant : { annee, bloc, montant };
}

function readAvance(fields: Fields, subject: string): Read<TauxAvance> {
  const annee = readYear(fields.annee, `L'année ${subject}`);
  if (annee instanceof Refused) return annee;
  const regime = REGIMES.find(({ id }) => id === fields.versement);
  if (!regime)
    return new Refused(`Le versement ${subject} doit être l'un de\u00A0: ${REGIMES.map(({ id }) => id).join(", ")}.`);
  const taux = readTaux(fields.taux, `Le taux ${subject}`);
  return taux instanceof Refused ? taux : { annee, versement: regime.id, taux };
}

function readEcheance(fields: Fields, subject: string): Read<Echeance> {
  const id = readText(fields.id, `L'identifiant ${subject}`);
  if (id instanceof Refused) return id;
  const label = readText(fields.label, `Le libellé ${subject}`);
  if (label instanceof Refused) return label;
  if (isDay(fields.date)) return { id, label, date: fields.date };
  return new Refused(`La date ${subject} doit être un jour du calendrier, par exemple "2025-03-31".`);
}

function readDepartement(value: unknown): Read<Reglages["departement"]> {
  if (isAbsent(value)) return AUCUN_REGLAGE.departement;
  if (!isFields(value)) return new Refused("Le département doit être un objet avec son nom et son SIREN.");
  const nom = isAbsent(value.nom) ? null : readText(value.nom, "Le nom du département");
  if (nom instanceof Refused) return nom;
  if (isAbsent(value.siren)) return { nom, siren: null };
  const siren = typeof value.siren === "string" ? sirenOf(value.siren) : null;
  return siren === null
    ? new Refused("Le SIREN du département doit avoir neuf chiffres entre guillemets et une clé juste.")
    : { nom, siren };
}

function readSeuils(value: unknown): Read<Reglages["seuils"]> {
  if (isAbsent(value)) return AUCUN_REGLAGE.seuils;
  if (!isFields(value)) return new Refused("Les seuils doivent former un objet.");
  if (isAbsent(value.executionFaible)) return { executionFaible: null };
  const executionFaible = readTaux(value.executionFaible, "Le seuil d'exécution faible");
  return executionFaible instanceof Refused ? executionFaible : { executionFaible };
}

function readFields(fields: Fields): Read<Reglages> {
  const departement = readDepartement(fields.departement);
  if (departement instanceof Refused) return departement;
  const annee = isAbsent(fields.annee) ? null : readYear(fields.annee, "L'année de travail");
  if (annee instanceof Refused) return annee;
  const notifies = readList(
    fields.notifies,
    { list: "Les montants notifiés", item: "du montant notifié" },
    readNotifie,
    (one) => `${one.annee} ${one.bloc}`,
  );
  if (notifies instanceof Refused) return notifies;
  const avances = readList(
    fields.avances,
    { list: "Les taux d'avance", item: "du taux d'avance" },
    readAvance,
    (one) => `${one.annee} ${one.versement}`,
  );
  if (avances instanceof Refused) return avances;
  const echeances = readList(
    fields.echeances,
    { list: "Les échéances", item: "de l'échéance" },
    readEcheance,
    ({ id }) => id,
  );
  if (echeances instanceof Refused) return echeances;
  const seuils = readSeuils(fields.seuils);
  return seuils instanceof Refused ? seuils : { version: 1, departement, annee, notifies, avances, echeances, seuils };
}

/** The settings of a field of JSON that says its version, or the sentence that names the field that is wrong. */
export function readReglages(fields: Fields): Read<Reglages> {
  if (typeof fields.version === "number" && fields.version > AUCUN_REGLAGE.version) {
    return new Refused("Ils viennent d'une version plus récente de Contrôle PLS\u00A0: mettez le complément à jour.");
  }
  return fields.version === AUCUN_REGLAGE.version ? readFields(fields) : new Refused("La version doit être 1.");
}

/**
 * The settings of a JSON text, or one French sentence that names the field that is wrong. A field that is left out is
 * one that nobody has set; one that this version does not know is left out. `name` is the file's, for people.
 */
export function parseReglages(text: string, name: string): Reglages | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return {
      problem: `Les réglages de ${name} ne se lisent pas\u00A0: choisissez un fichier JSON exporté par Contrôle PLS.`,
    };
  }
  const version = isFields(content) ? content.version : undefined;
  if (!isFields(content) || typeof version !== "number") {
    return {
      problem: `Aucun réglage dans ${name}\u00A0: choisissez un fichier JSON exporté par Contrôle PLS.`,
    };
  }
  const reglages = readReglages(content);
  return reglages instanceof Refused ? { problem: `Réglages de ${name}. ${reglages.why}` } : reglages;
}

/** What JSON keeps of settings: these fields, in the order of the plan and of the calendar. */
export function plainReglages({ departement, annee, notifies, avances, echeances, seuils }: Reglages): Reglages {
  const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return {
    version: AUCUN_REGLAGE.version,
    departement: { nom: departement.nom, siren: departement.siren },
    annee,
    notifies: notifies
      .map((one) => ({ annee: one.annee, bloc: one.bloc, montant: one.montant }))
      .sort((one, other) => one.annee - other.annee || BLOCS.indexOf(one.bloc) - BLOCS.indexOf(other.bloc)),
    avances: avances
      .map((one) => ({ annee: one.annee, versement: one.versement, taux: one.taux }))
      .sort((one, other) => one.annee - other.annee || byText(one.versement, other.versement)),
    echeances: echeances
      .map((one) => ({ id: one.id, label: one.label, date: one.date }))
      .sort((one, other) => byText(one.date, other.date) || byText(one.id, other.id)),
    seuils: { executionFaible: seuils.executionFaible },
  };
}

/** Settings as JSON, for a file: the same text for the same settings. */
export function reglagesJson(reglages: Reglages): string {
  return `${JSON.stringify(plainReglages(reglages), null, 2)}\n`;
}
