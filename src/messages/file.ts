/** What the officer reads when a file cannot be read as a workbook: what happened, then what to do. */

const NBSP = "\u00a0";
const quoted = (name: string) => `«${NBSP}${name}${NBSP}»`;

export const FILE_SENTENCES = {
  "not-found": (file: string) =>
    `Le fichier ${quoted(file)} est introuvable${NBSP}: vérifiez son nom et son emplacement.`,
  directory: (file: string) =>
    `${quoted(file)} est un dossier et non un classeur${NBSP}: indiquez un fichier .xlsx ou .xlsm.`,
  empty: (file: string) =>
    `Le fichier ${quoted(file)} est vide (0${NBSP}octet)${NBSP}: copiez-le ou téléchargez-le de nouveau.`,
  encrypted: (file: string) =>
    `Le classeur ${quoted(file)} est protégé par un mot de passe à l’ouverture${NBSP}: ouvrez-le dans Excel, retirez ce mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-en une copie, puis contrôlez la copie.`,
  "old-excel": (file: string) =>
    `${quoted(file)} est à l’ancien format d’Excel (.xls)${NBSP}: ouvrez-le dans Excel et enregistrez-le au format ${quoted("Classeur Excel (.xlsx)")}.`,
  "binary-excel": (file: string) =>
    `${quoted(file)} est au format binaire d’Excel (.xlsb)${NBSP}: ouvrez-le dans Excel et enregistrez-le au format ${quoted("Classeur Excel (.xlsx)")}.`,
  "open-document": (file: string) =>
    `${quoted(file)} est une feuille de calcul OpenDocument (.ods)${NBSP}: ouvrez-la et enregistrez-la au format .xlsx.`,
  "owner-file": (file: string) =>
    `${quoted(file)} n’est que la marque d’un classeur ouvert par quelqu’un${NBSP}: choisissez le fichier du même nom sans ${quoted("~$")}.`,
  "not-a-workbook": (file: string) =>
    `${quoted(file)} n’est pas un classeur Excel${NBSP}: choisissez un fichier .xlsx ou .xlsm.`,
  corrupt: (file: string) =>
    `Le fichier ${quoted(file)} est endommagé ou incomplet${NBSP}: ouvrez-le dans Excel pour le réparer et enregistrez-le, ou demandez-en une nouvelle copie.`,
  "too-large": (file: string) =>
    `Le classeur ${quoted(file)} est trop volumineux pour être contrôlé${NBSP}: enregistrez dans un nouveau classeur les seules feuilles à contrôler, puis relancez le contrôle sur celui-ci.`,
  locked: (file: string) =>
    `Le fichier ${quoted(file)} est ouvert par un autre programme ou son accès est refusé${NBSP}: fermez-le dans Excel, ou copiez-le dans un dossier qui vous est accessible.`,
  cancelled: () => `Lecture interrompue à votre demande${NBSP}: relancez le contrôle quand vous le souhaitez.`,
  unexpected: (file: string) =>
    `La lecture de ${quoted(file)} a échoué${NBSP}: ouvrez-le dans Excel, enregistrez-le sous un autre nom et relancez le contrôle sur cette copie.`,
} as const satisfies Readonly<Record<string, (file: string) => string>>;

export type FileTrouble = keyof typeof FILE_SENTENCES;
