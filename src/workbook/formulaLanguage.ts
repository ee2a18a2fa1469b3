/** Formulas between French (as the officer types and reads them) and en-US (as the picture and drafts hold them). */
import type { ExcelError } from "./picture";

const FRENCH_OF: Readonly<Record<string, string>> = {
  SUM: "SOMME",
  AVERAGE: "MOYENNE",
  IF: "SI",
  IFERROR: "SIERREUR",
  AND: "ET",
  OR: "OU",
  NOT: "NON",
  ROUND: "ARRONDI",
  ROUNDUP: "ARRONDI.SUP",
  ROUNDDOWN: "ARRONDI.INF",
  INT: "ENT",
  COUNT: "NB",
  COUNTA: "NBVAL",
  COUNTBLANK: "NB.VIDE",
  COUNTIF: "NB.SI",
  SUMIF: "SOMME.SI",
  SUMIFS: "SOMME.SI.ENS",
  SUMPRODUCT: "SOMMEPROD",
  SUBTOTAL: "SOUS.TOTAL",
  VLOOKUP: "RECHERCHEV",
  HLOOKUP: "RECHERCHEH",
  MATCH: "EQUIV",
  ISBLANK: "ESTVIDE",
  ISNUMBER: "ESTNUM",
  ISTEXT: "ESTTEXTE",
  ISERROR: "ESTERREUR",
  LEFT: "GAUCHE",
  RIGHT: "DROITE",
  MID: "STXT",
  LEN: "NBCAR",
  TEXT: "TEXTE",
  VALUE: "CNUM",
  TODAY: "AUJOURDHUI",
  YEAR: "ANNEE",
  MONTH: "MOIS",
  DAY: "JOUR",
  POWER: "PUISSANCE",
  TRUE: "VRAI",
  FALSE: "FAUX",
};
const ENGLISH_OF = Object.fromEntries(Object.entries(FRENCH_OF).map(([english, french]) => [french, english]));

/** Applies `translate` outside quoted texts and quoted sheet names, which stay as they are. */
function outsideQuotes(formula: string, translate: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? translate(part) : part))
    .join("");
}

const names = (part: string, dictionary: Readonly<Record<string, string>>) =>
  part.replace(
    /[A-Za-z][A-Za-z.]*(?=\()|\b(?:TRUE|FALSE|VRAI|FAUX)\b/gi,
    (name) => dictionary[name.toUpperCase()] ?? name,
  );

/** "=SOMME(A1;1,5)" → "=SUM(A1,1.5)". A comma is decimal between the digits of a number only, so en-US passes too. */
export function formulaFromFrench(formula: string): string {
  return outsideQuotes(formula, (part) =>
    names(part, ENGLISH_OF)
      .replace(/(?<![\w$.])(\d+),(\d+)/g, "$1.$2")
      .replaceAll(";", ","),
  );
}

/** "=SUM(A1,1.5)" → "=SOMME(A1;1,5)". */
export function formulaToFrench(formula: string): string {
  return outsideQuotes(formula, (part) =>
    names(part, FRENCH_OF)
      .replaceAll(",", ";")
      .replace(/(?<![\w$.])(\d+)\.(\d+)/g, "$1,$2"),
  );
}

const FRENCH_ERRORS: Partial<Record<ExcelError, string>> = {
  "#VALUE!": "#VALEUR!",
  "#NAME?": "#NOM?",
  "#NUM!": "#NOMBRE!",
  "#NULL!": "#NUL!",
  "#SPILL!": "#PROPAGATION!",
  "#GETTING_DATA": "#CHARGEMENT_DONNEES",
  "#FIELD!": "#CHAMP!",
  "#BLOCKED!": "#BLOQUE!",
  "#CONNECT!": "#CONNEXION!",
  "#BUSY!": "#OCCUPE!",
  "#UNKNOWN!": "#INCONNU!",
  "#EXTERNAL!": "#EXTERNE!",
};

/** The error as a French Excel writes it; its en-US code where both are the same. */
export function frenchError(error: ExcelError): string {
  return FRENCH_ERRORS[error] ?? error;
}
