/** Whether a statement of expenses is the contract's: works, staff, indicators and accounts have a "réalisé" too. */
import { plainText } from "../domain/amount";
import { classementOfFiche, numberedBlocs } from "../domain/bloc";
import type { EnteteDeBilan } from "./bilanHeaders";
import { saysSpent } from "./bilanLabels";
import type { LigneDeBilan } from "./bilanTables";
import type { Context } from "./context";
import type { Grid } from "./grid";
import { financersIn } from "./labels";

const MONEY =
  /depens|montant|credit|budget|financ|cout|subvention|participation|\bpart\b|\bverse|mandat|paye|eligible|€|euros?\b|\bsolde/;
const CONTRACT =
  /contrat local|pacte|solidarites|\bpls\b|\bcls\b|convention|annexe 3|bilan financier|plein emploi|pauvrete|\brsa\b|fiches?[- ]actions?/;
const OF_CONTRACT_HEADER = /\bfiches?\b|\bactions?\b|\baxes?\b|\bvolets?\b|\bpiliers?\b/;
/** Headers of statements of works. */
const FOREIGN = /\blots?\b|\btravaux\b|chantier|\bmarches?\b|entreprise|fournisseur/;
/** Headers of targets, which may stand beside the expense but are none. */
const TARGET = /\bindicateurs?\b|\bcibles?\b/;
const STATEMENT = /bilan|realis|execut|compte rendu|consomm|justifi|mandat/;
const EXPENSE = /depens|mandat|eligible|consomm|\bverse/;
/** Headers of a table by nature of expense: its rows are no actions. */
const NATURE =
  /\bnatures?\b|\bpostes?\b|types? de (?:depense|charge)|categories?|\bcomptes?\b(?! rendu)|\bchapitres?\b/;
const COUNTED = /\bnombre\b|\bnb\b|\bpersonnes?\b|beneficiaires?|\bmenages?\b|\betp\b/;

/** Amounts of this size are euros, unless the rows say what they count. */
const LARGE = 1_000;

/** True where the words, the formats or the size of the amounts say that they are money. */
function isMoney(grid: Grid, texts: readonly string[], context: Context, lignes: readonly LigneDeBilan[]): boolean {
  if (context.unit !== "€" || texts.some((text) => MONEY.test(text))) return true;
  const cells = lignes.flatMap(({ montants }) => Object.values(montants));
  const isInEuros = cells.some(
    ({ ref, written }) => /€/.test(written) || /€/.test(grid.at(ref.row, ref.column)?.numberFormat ?? ""),
  );
  const isCounted = [...texts, ...lignes.map(({ label }) => plainText(label))].some((text) => COUNTED.test(text));
  return isInEuros || (!isCounted && cells.some(({ amount }) => amount?.value.abs().gte(LARGE)));
}

/** "Dépenses" alone is a plan's word too: then the titles, or a column of what follows from the expense, decide. */
function isSpent({ colonnes }: EnteteDeBilan, titles: readonly string[]): boolean {
  const roles = colonnes.filter(({ role }) => role === "realise" || role === "eligible" || role === "ineligible");
  return (
    roles.some(({ role, header }) => role !== "realise" || saysSpent(header)) ||
    colonnes.some(({ role }) => role === "verse" || role === "solde" || role === "due") ||
    titles.some((title) => STATEMENT.test(title))
  );
}

/** False where the columns of the expense hold words: natures that are eligible, remarks. */
function isReadable(lignes: readonly LigneDeBilan[]): boolean {
  const states = lignes.flatMap(({ montants: { realise, eligible, ineligible } }) =>
    [realise, eligible, ineligible].flatMap((cell) => (cell ? [cell.state] : [])),
  );
  const words = states.filter((state) => state === "unreadable").length;
  return words === 0 || words * 2 < states.filter((state) => state !== "empty" && state !== "covered").length;
}

function titlesOf(grid: Grid, context: Context): string[] {
  return [...context.lines, context.title, grid.sheet.name].map(plainText);
}

/** False where the headers and the titles already say that the rows under them are not the contract's. */
export function isHeadedByContract(grid: Grid, entete: EnteteDeBilan, context: Context): boolean {
  const headers = entete.colonnes.map(({ header }) => plainText(header));
  const isOfTargets = headers.some((header) => TARGET.test(header)) && !headers.some((header) => EXPENSE.test(header));
  if (isOfTargets || headers.some((header) => FOREIGN.test(header))) return false;
  return isSpent(entete, titlesOf(grid, context));
}

/**
 * Under such headers: true where the amounts are money and the rows the contract's: rows that name an axis or a volet by its number, or
 * numbered actions and words of a block where headers or titles are the contract's.
 */
export function isOfContract(
  grid: Grid,
  entete: EnteteDeBilan,
  context: Context,
  lignes: readonly LigneDeBilan[],
): boolean {
  const headers = entete.colonnes.map(({ header }) => plainText(header));
  const titles = titlesOf(grid, context);
  if (!isReadable(lignes)) return false;
  const hasFiche = lignes.some(({ fiche }) => fiche !== null);
  if (!hasFiche && headers.some((header) => NATURE.test(header))) return false;
  const isShared = headers.some((one) => financersIn(one).etat) && headers.some((one) => financersIn(one).departement);
  if (!isShared && !isMoney(grid, [...headers, ...titles], context, lignes)) return false;
  const isNumbered = lignes.some(({ label, kind }) => kind === "versement" || numberedBlocs(label).length > 0);
  const isNamed = lignes.some(
    ({ classement, fiche }) =>
      (classement?.bloc ?? null) !== null || (fiche !== null && classementOfFiche(fiche) !== null),
  );
  const isHeaded = headers.some((header) => OF_CONTRACT_HEADER.test(header) || financersIn(header).etat);
  return isNumbered || (isNamed && (isHeaded || titles.some((title) => CONTRACT.test(title))));
}
