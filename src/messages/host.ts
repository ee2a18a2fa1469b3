/** What the officer reads when Excel cannot do what was asked: what happened, then what to do. */

const NBSP = "\u00a0";
const quoted = (name: string) => `«${NBSP}${name}${NBSP}»`;

export const HOST_SENTENCES = {
  "cell-edit": "Terminez la saisie en cours (Entrée ou Échap), puis relancez le contrôle.",
  "access-denied": `Excel refuse l’accès à ce classeur${NBSP}: cliquez sur ${quoted("Activer la modification")} s’il le propose, ou travaillez sur une copie.`,
  "item-not-found": `Une feuille a été supprimée ou renommée pendant l’opération${NBSP}: relancez le contrôle.`,
  cancelled: `Lecture interrompue à votre demande${NBSP}: relancez le contrôle quand vous le souhaitez.`,
  closed: `Le classeur n’est plus ouvert, ou Excel l’a perdu de vue${NBSP}: rouvrez-le, rouvrez le volet, puis relancez le contrôle.`,
  manual: `Ce classeur est en calcul manuel${NBSP}: les résultats de ses formules peuvent être anciens. Appuyez sur F9 pour les recalculer, puis relancez le contrôle.`,
  unsupported: `Cette version d’Excel ne sait pas faire ce qui est demandé${NBSP}: mettez Excel à jour, ou contrôlez le fichier depuis Excel pour le web.`,
} as const;

export function noAnswer(seconds: number): string {
  return `Excel n’a pas répondu en ${seconds}${NBSP}secondes${NBSP}: fermez ses boîtes de dialogue ouvertes, puis relancez le contrôle.`;
}

/** `code` is Excel's own: it is what support will ask for. */
export function unexpectedError(code: string): string {
  return `Excel a signalé une erreur imprévue (${code})${NBSP}: enregistrez le classeur, rouvrez-le, puis relancez le contrôle.`;
}

export function tooMuchData(sheet: string | null): string {
  const what = sheet === null ? "Le classeur" : `La feuille ${quoted(sheet)}`;
  return `${what} contient trop de données pour être lue en une fois${NBSP}: supprimez-y les lignes et les fusions inutiles, puis relancez le contrôle.`;
}

export function missingSheet(sheet: string): string {
  return `La feuille ${quoted(sheet)} n’existe plus dans ce classeur${NBSP}: relancez le contrôle.`;
}

export function badAddress(sheet: string): string {
  return `Cette cellule n’existe pas dans la feuille ${quoted(sheet)}${NBSP}: relancez le contrôle.`;
}

export function hiddenSheet(sheet: string): string {
  return `La feuille ${quoted(sheet)} est masquée${NBSP}: affichez-la (clic droit sur un onglet, puis ${quoted("Afficher")}), puis recommencez.`;
}

export function veryHiddenSheet(sheet: string): string {
  return `La feuille ${quoted(sheet)} est masquée sans que le menu d’Excel puisse l’afficher${NBSP}: demandez-la à la personne qui a préparé le classeur.`;
}
