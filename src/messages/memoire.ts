/** Words about what a workbook remembers. */

export const MEMOIRE_SENTENCES = {
  notKept:
    "Ce texte ne peut pas être gardé dans le classeur\u00A0: rien n’a été modifié. Raccourcissez-le, puis recommencez.",
} as const;
