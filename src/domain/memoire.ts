/**
 * What the add-in remembers in a workbook: one JSON document, versioned, checked at the door. Version 1 was the settings
 * alone. Whoever changes one of its fields writes the others back as they were.
 */
import { keyOfColonnes, plainColonnes, readColonnes, type ColonnesDeTable } from "./colonnesGardees";
import { Refused, isFields } from "./fields";
import { keyOfJustification, plainJustification, readJustifications, type Justification } from "./justification";
import { keyOfLecture, plainLecture, readLectures, type Lecture } from "./lecture";
import { AUCUN_REGLAGE, plainReglages, readReglages, type Reglages } from "./reglages";

const VERSION = 2;
const SETTINGS_ALONE = 1;

export interface Memoire {
  /** Null while nobody has kept settings. */
  readonly reglages: Reglages | null;
  readonly justifications: readonly Justification[];
  /** How tables are to be read, where a person has said so. */
  readonly lectures: readonly Lecture[];
  /** Columns of officers' own tables of the bilan, as they corrected them. */
  readonly colonnes: readonly ColonnesDeTable[];
}

export const AUCUNE_MEMOIRE: Memoire = { reglages: null, justifications: [], lectures: [], colonnes: [] };

function readMemoire(content: unknown): Memoire | Refused {
  const version = isFields(content) ? content.version : undefined;
  if (!isFields(content) || typeof version !== "number") {
    return new Refused("Ce qui s'y trouve n'a pas été écrit par Contrôle PLS.");
  }
  if (version > VERSION) {
    return new Refused("Une version plus récente de Contrôle PLS l'a écrit\u00A0: mettez le complément à jour.");
  }
  if (version === SETTINGS_ALONE) {
    const reglages = readReglages(content);
    return reglages instanceof Refused ? reglages : { ...AUCUNE_MEMOIRE, reglages };
  }
  if (version !== VERSION) return new Refused(`La version doit être ${SETTINGS_ALONE} ou ${VERSION}.`);
  const reglages =
    content.reglages === null || content.reglages === undefined
      ? null
      : isFields(content.reglages)
        ? readReglages(content.reglages)
        : new Refused("Les réglages doivent former un objet.");
  if (reglages instanceof Refused) return reglages;
  const justifications = readJustifications(content.justifications);
  if (justifications instanceof Refused) return justifications;
  const lectures = readLectures(content.lectures);
  if (lectures instanceof Refused) return lectures;
  const colonnes = readColonnes(content.colonnes);
  return colonnes instanceof Refused ? colonnes : { reglages, justifications, lectures, colonnes };
}

/**
 * What a workbook remembers, or one French sentence that names what is wrong; nothing where it remembers nothing.
 * `name` is the workbook's, for people: "ce classeur".
 */
export function parseMemoire(text: string | null, name: string): Memoire | { readonly problem: string } {
  if (text === null) return AUCUNE_MEMOIRE;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return {
      problem: `Les réglages et les justifications gardés dans ${name} ne se lisent pas\u00A0: importez les réglages d'un fichier, ou effacez-les.`,
    };
  }
  const memoire = readMemoire(content);
  return memoire instanceof Refused
    ? { problem: `Réglages et justifications gardés dans ${name}. ${memoire.why}` }
    : memoire;
}

/** In the order of their keys. */
function sorted<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...all].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** The document as JSON, the same for the same memory; null where there is nothing to remember. */
export function memoireJson({ reglages, justifications, lectures, colonnes }: Memoire): string | null {
  if (reglages === null && [justifications, lectures, colonnes].every(({ length }) => length === 0)) return null;
  const document = {
    version: VERSION,
    reglages: reglages && plainReglages(reglages),
    justifications: sorted(justifications, keyOfJustification).map(plainJustification),
    // Left out where there are none: the document stays what it was for whoever said nothing.
    ...(lectures.length === 0 ? {} : { lectures: sorted(lectures, keyOfLecture).map(plainLecture) }),
    ...(colonnes.length === 0 ? {} : { colonnes: sorted(colonnes, keyOfColonnes).map(plainColonnes) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The settings that hold for a workbook: those that it keeps, else none. */
export function reglagesDe({ reglages }: Memoire): Reglages {
  return reglages ?? AUCUN_REGLAGE;
}
