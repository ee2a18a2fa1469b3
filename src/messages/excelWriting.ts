/** What the officer reads when a write in Excel is refused or fails: why, then what to do. */
import { qualifiedAddress, type CellRef } from "../workbook/address";
import type { CellContent } from "../workbook/draft";

const NBSP = "\u00a0";
const quoted = (text: string) => `«${NBSP}${text}${NBSP}»`;

/** Cells that one sentence names; the failure carries all of them. */
const MOST_NAMED = 4;
const LONGEST_TEXT = 40;

/** Why Excel did not do a write. `code` is a host's, `excelCode` is Excel's own: support will ask for it. */
export function writeCause(code: string, excelCode: string, seconds: number): string {
  switch (code) {
    case "cell-edit":
      return `Une saisie est en cours dans une cellule${NBSP}: terminez-la (Entrée ou Échap), puis recommencez.`;
    case "no-answer":
      return `Excel n’a pas répondu en ${seconds}${NBSP}secondes${NBSP}: fermez ses boîtes de dialogue ouvertes, puis recommencez.`;
    case "access-denied":
      return `Excel refuse d’écrire dans ce classeur${NBSP}: cliquez sur ${quoted("Activer la modification")} s’il le propose, ou travaillez sur une copie.`;
    case "item-not-found":
      return `Une feuille a été supprimée ou renommée pendant l’opération${NBSP}: préparez un nouvel aperçu, puis recommencez.`;
    case "closed":
      return `Le classeur n’est plus ouvert, ou Excel l’a perdu de vue${NBSP}: rouvrez-le, rouvrez le volet, puis recommencez.`;
    case "unsupported":
      return `Cette version d’Excel ne permet pas d’écrire sans risque${NBSP}: mettez Excel à jour, ou travaillez dans Excel pour le web.`;
    case "payload":
      return `Il y a trop à écrire en une fois pour Excel${NBSP}: enregistrez le classeur, fermez les autres, puis recommencez.`;
    default:
      return `Excel a signalé une erreur imprévue (${excelCode})${NBSP}: enregistrez le classeur, rouvrez-le, puis recommencez.`;
  }
}

export function nothingWritten(cause: string): string {
  return `Rien n’a été écrit. ${cause}`;
}

export function nothingUndone(cause: string): string {
  return `Rien n’a été annulé. ${cause}`;
}

/** Excel holds something else than what it was given. */
export function notKept(cell: CellRef): string {
  return `Excel n’a pas gardé dans ${qualifiedAddress(cell)} ce qui y était écrit${NBSP}: vérifiez cette cellule, préparez un nouvel aperçu, puis recommencez.`;
}

/** The browser keeps the journal, and would not. `reason` is its own word. */
export function journalCause(reason: string): string {
  return `Le navigateur ne laisse pas le volet tenir son journal des écritures (${reason})${NBSP}: libérez de la place sur le disque ou autorisez les données de ce site, puis recommencez.`;
}

/** Without the journal nothing could be taken back: nothing is written. */
export function noJournal(reason: string): string {
  return nothingWritten(journalCause(reason));
}

export function restoredAfter(cause: string): string {
  return `L’écriture a échoué et tout a été remis comme avant. ${cause}`;
}

export interface Left {
  /** Cells that differ from before, with what they held. */
  readonly cells: readonly { readonly ref: CellRef; readonly before: CellContent }[];
  /** Sheets that were added and still stand. */
  readonly sheets: readonly string[];
  /** False where Excel did not let itself be read any more: the cells then may differ. */
  readonly isSure: boolean;
}

/** What is left to put back, with what it was, and the two ways to do it. */
export function notRestoredAfter(cause: string | null, left: Left): string {
  const held = left.cells.slice(0, MOST_NAMED).map(({ ref, before }) => `${qualifiedAddress(ref)} (${heldIn(before)})`);
  const others = left.cells.length - held.length;
  const cells = others > 0 ? [...held, `${others}${NBSP}autre${others > 1 ? "s" : ""}`] : held;
  const verb = left.isSure ? "diffèrent" : "peuvent différer";
  const parts = [
    ...(cells.length === 0 ? [] : [`ces cellules ${verb} d’avant${NBSP}: ${cells.join(", ")}`]),
    ...(left.sheets.length === 0
      ? []
      : [`feuilles ajoutées à supprimer${NBSP}: ${left.sheets.map(quoted).join(", ")}`]),
  ];
  const why = cause === null ? "" : ` ${cause}`;
  return `Tout n’a pas pu être remis comme avant.${why} Il reste ceci${NBSP}: ${parts.join(`${NBSP}; `)}. Cliquez sur ${quoted("Annuler")} pour réessayer, ou fermez le classeur sans l’enregistrer.`;
}

/** "contenait 1 250,5", "contenait =SUM(A1:A3)", "était vide". */
function heldIn({ value, error, formula }: CellContent): string {
  const content = formula ?? error ?? value;
  if (content === null || content === "") return "était vide";
  if (typeof content === "number") return `contenait ${content.toLocaleString("fr-FR", { maximumFractionDigits: 15 })}`;
  if (typeof content === "boolean") return `contenait ${content ? "VRAI" : "FAUX"}`;
  const line = content.replace(/\s+/g, " ");
  const text = line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
  return `contenait ${formula === null && error === null ? quoted(text) : text}`;
}
