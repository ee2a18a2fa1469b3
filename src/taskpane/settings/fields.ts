/**
 * The settings as an officer types them: one text a field, read in French and shown back as it was understood. Pure.
 */
import { readAmountText } from "../../domain/amount";
import { BLOCS, type Bloc } from "../../domain/bloc";
import { Decimal } from "../../domain/decimal";
import { ECHEANCES } from "../../domain/echeances";
import { Refused, isDay, readMontant, readTaux, readText } from "../../domain/fields";
import { amountText, formatEuros } from "../../domain/format";
import { sirenOf } from "../../domain/identifiants";
import { readRateText } from "../../domain/rate";
import { AUCUN_REGLAGE, type Echeance, type Reglages } from "../../domain/reglages";
import { REGIMES } from "../../domain/versements";
import { CHAMP_INVALIDE, montantArrondi } from "../../messages/reglages";

/** Texts of the fields by id; a field that is not there is empty. */
export type Values = Readonly<Record<string, string>>;

export const NOM = "nom";
export const SIREN = "siren";
export const ANNEE = "annee";
export const EXECUTION_FAIBLE = "execution-faible";
export const montantId = (annee: number, bloc: Bloc) => `montant/${annee}/${bloc}`;
export const avanceId = (annee: number, versement: string) => `avance/${annee}/${versement}`;
export const echeanceId = (id: string) => `echeance/${id}`;

/** What a field's text is worth. */
export interface ReadField {
  /** As settings keep it; null for an empty field, or one that cannot be read. */
  readonly kept: string | null;
  /** As it is shown back once the officer leaves the field. */
  readonly shown: string;
  readonly error: string | null;
  /** What to know of a value that is taken all the same. */
  readonly note: string | null;
}

const taken = (kept: string, shown: string, note: string | null = null): ReadField => ({
  kept,
  shown,
  error: null,
  note,
});
const refused = (shown: string, error: string): ReadField => ({ kept: null, shown, error, note: null });

function montantField(text: string): ReadField {
  const written = readAmountText(text);
  if (written.kind !== "amount") return refused(text, CHAMP_INVALIDE.montant);
  const { value, half, coarse } = written.amount;
  if (value.isNegative()) return refused(text, CHAMP_INVALIDE.negatif);
  if (value.decimalPlaces() > 2) return refused(text, CHAMP_INVALIDE.centimes);
  const kept = readMontant(amountText(value), "");
  if (kept instanceof Refused) return refused(text, CHAMP_INVALIDE.montant);
  return taken(kept, formatEuros(kept), coarse ? montantArrondi(value, half) : null);
}

function tauxField(text: string): ReadField {
  const rate = readRateText(/%\s*$/.test(text) ? text : `${text} %`);
  const kept = rate ? readTaux(rate.value.toFixed(), "") : null;
  return typeof kept === "string" ? taken(kept, shownTaux(kept)) : refused(text, CHAMP_INVALIDE.taux);
}

/** With all its decimals: what is shown is read again. */
function shownTaux(taux: string): string {
  return `${new Decimal(taux).times(100).toFixed().replace(".", ",")}\u00A0%`;
}

function sirenField(text: string): ReadField {
  const siren = sirenOf(text);
  return siren === null ? refused(text, CHAMP_INVALIDE.siren) : taken(siren, shownSiren(siren));
}

function shownSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, "$1\u202F");
}

function nomField(text: string): ReadField {
  const kept = readText(text, "");
  return typeof kept === "string" ? taken(kept, kept) : refused(text, CHAMP_INVALIDE.texte);
}

/** Reads the text of a field. */
export function readField(id: string, typed: string): ReadField {
  const text = typed.replace(/\s+/g, " ").trim();
  if (text === "") return { kept: null, shown: "", error: null, note: null };
  const [kind] = id.split("/");
  switch (kind) {
    case "montant":
      return montantField(text);
    case "avance":
    case EXECUTION_FAIBLE:
      return tauxField(text);
    case "echeance":
      return isDay(text) ? taken(text, text) : refused(text, CHAMP_INVALIDE.date);
    case SIREN:
      return sirenField(text);
    case NOM:
      return nomField(text);
    default:
      return taken(text, text);
  }
}

/** The fields of settings, each as it is shown. */
export function valuesOf({ departement, annee, notifies, avances, echeances, seuils }: Reglages): Values {
  const values: Record<string, string> = {};
  if (departement.nom !== null) values[NOM] = departement.nom;
  if (departement.siren !== null) values[SIREN] = shownSiren(departement.siren);
  if (annee !== null) values[ANNEE] = String(annee);
  for (const one of notifies) values[montantId(one.annee, one.bloc)] = formatEuros(one.montant);
  for (const one of avances) values[avanceId(one.annee, one.versement)] = shownTaux(one.taux);
  for (const { id, date } of echeances) values[echeanceId(id)] = date;
  if (seuils.executionFaible !== null) values[EXECUTION_FAIBLE] = shownTaux(seuils.executionFaible);
  return values;
}

/** Deadlines by id with their labels: those of the conventions, then those that settings brought. */
export function labelsOf(...settings: readonly (Reglages | null)[]): ReadonlyMap<string, string> {
  const brought = settings.flatMap((reglages): readonly Pick<Echeance, "id" | "label">[] => reglages?.echeances ?? []);
  return new Map([...ECHEANCES, ...brought].map(({ id, label }) => [id, label]));
}

export type Filled =
  | { readonly ok: true; readonly reglages: Reglages }
  /** Fields that cannot be read, by id, each with its sentence. */
  | { readonly ok: false; readonly errors: Values };

/** The settings of a form, whole or not at all. */
export function filledReglages(values: Values, labels: ReadonlyMap<string, string>): Filled {
  const read = Object.entries(values).map(([id, text]) => ({ id, parts: id.split("/"), ...readField(id, text) }));
  const errors = read.flatMap(({ id, error }) => (error === null ? [] : [[id, error] as const]));
  if (errors.length > 0) return { ok: false, errors: Object.fromEntries(errors) };
  const one = (id: string) => read.find((field) => field.id === id)?.kept ?? null;
  const of = (kind: string) =>
    read.flatMap(({ parts: [first, ...rest], kept }) => (first === kind && kept !== null ? [{ rest, kept }] : []));
  return {
    ok: true,
    reglages: {
      ...AUCUN_REGLAGE,
      departement: { nom: one(NOM), siren: one(SIREN) },
      annee: one(ANNEE) === null ? null : Number(one(ANNEE)),
      notifies: of("montant").flatMap(({ rest: [annee, name], kept }) => {
        const bloc = BLOCS.find((known) => known === name);
        return bloc ? [{ annee: Number(annee), bloc, montant: kept }] : [];
      }),
      avances: of("avance").flatMap(({ rest: [annee, name], kept }) => {
        const regime = REGIMES.find(({ id }) => id === name);
        return regime ? [{ annee: Number(annee), versement: regime.id, taux: kept }] : [];
      }),
      echeances: of("echeance").map(({ rest, kept }) => {
        // An imported id may hold the mark that parts ours.
        const id = rest.join("/");
        return { id, label: labels.get(id) ?? id, date: kept };
      }),
      seuils: { executionFaible: one(EXECUTION_FAIBLE) },
    },
  };
}
