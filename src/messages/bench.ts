/** What the bench says of a workbook that cannot be downloaded: what happened, then what to do. */

const NBSP = "\u00a0";
const quoted = (name: string) => `«${NBSP}${name}${NBSP}»`;
const listed = (names: readonly string[]) => new Intl.ListFormat("fr").format(names.map(quoted));

/** `why` is a whole sentence of its own. */
export function notDownloaded(name: string, why: string): string {
  return `${quoted(name)} n’a pas été téléchargé. ${why}`;
}

/** Sheets that the file came with cannot be taken out of it. */
export function deletedSheets(names: readonly string[]): string {
  return names.length === 1
    ? `La feuille ${listed(names)}, supprimée ici, ne peut pas être retirée du fichier${NBSP}: rouvrez-le, puis supprimez-la dans Excel.`
    : `Les feuilles ${listed(names)}, supprimées ici, ne peuvent pas être retirées du fichier${NBSP}: rouvrez-le, puis supprimez-les dans Excel.`;
}

/** Looks and merges of the sheets that the file came with cannot be changed in it. */
export function restyledSheets(names: readonly string[]): string {
  const what = names.length === 1 ? `de la feuille ${listed(names)}` : `des feuilles ${listed(names)}`;
  return `La mise en forme ${what}, changée ici, ne peut pas être écrite dans le fichier${NBSP}: rouvrez-le, puis faites cette mise en forme dans Excel.`;
}

/** The manifest names a command that the pane does not know. */
export function unknownCommand(name: string): string {
  return `Le volet ne connaît pas la commande ${quoted(name)} du manifeste.`;
}

/** What nobody foresaw. */
export function unexpectedDownload(): string {
  return `Une erreur imprévue l’a empêché${NBSP}: rouvrez le fichier, refaites vos modifications, puis recommencez.`;
}
