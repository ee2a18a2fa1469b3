/** Finds tables that are nearly recognised: said to be so, never checked, never passed over in silence. */
import { plainText, readAmountText } from "../domain/amount";
import { manquesDe, type GenreLu } from "../domain/colonnesLues";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { enTeteDe, lieuDe, type EnTeteLu } from "./enTetesLus";
import { cellText, type Grid } from "./grid";
import { LONGEST_HEADER } from "./headerRows";
import { HINT, hintsOf } from "./hints";
import { isOtherTable } from "./labels";
import { entourOf, ficheAround, isEarmarked, isOfContract, namesPlan, type Entour } from "./presqueEvidence";
import type { Manque, Presque } from "./presqueTables";
import { roleLu } from "./rolesLus";
import { objetOf } from "./versementLabels";

interface Candidate {
  readonly grid: Grid;
  readonly enTete: EnTeteLu;
  readonly entour: Entour;
}

interface Guess {
  readonly kind: GenreLu;
  readonly manques: readonly Manque[];
}

function rolesAs(kind: GenreLu, { enTete }: Candidate): (string | null)[] {
  return enTete.headers.map((header) => roleLu(kind, header));
}

/** Roles whose columns hold amounts under the header. */
function filled(kind: GenreLu, candidate: Candidate): Set<string> {
  const { enTete, entour } = candidate;
  return new Set(
    rolesAs(kind, candidate).flatMap((role, place) =>
      role !== null && (entour.amounts.get(enTete.left + place) ?? 0) > 0 ? [role] : [],
    ),
  );
}

function lacking(kind: GenreLu, roles: ReadonlySet<string>): Manque[] {
  return manquesDe(kind, roles).map((name) => ({ type: "colonne", name }));
}

/** Columns of amounts whose header no reader understands: one of them may be what lacks. */
function unknownAmounts(candidate: Candidate): number {
  const roles = rolesAs("plan-de-financement", candidate);
  const { enTete, entour } = candidate;
  return roles.filter(
    (role, place) => (role === "label" || role === null) && (entour.amounts.get(enTete.left + place) ?? 0) >= 2,
  ).length;
}

/** Words of money, without which an État, a Département and a total may count anything. */
const MONEY = /budget|financ|credit|participation|subvention|montant|\bpart\b|€|\beuros?\b|contribution|\bcouts?\b/;

function isMoney({ enTete, entour }: Candidate): boolean {
  const [nearest = ""] = entour.titles;
  return entour.inEuros || [...enTete.headers, nearest].some((text) => MONEY.test(plainText(text)));
}

/** A + B = C in every row that has the three: no other table has that by chance. */
function addsUp({ grid, enTete, entour }: Candidate, roles: readonly (string | null)[]): boolean {
  const columns = ["etat", "departement", "total"].map((role) => enTete.left + roles.indexOf(role));
  let rows = 0;
  for (let row = enTete.lastRow + 1; row <= entour.bottom; row += 1) {
    const [a, b, c] = columns.map((column) => {
      const read = readAmountText(cellText(grid.at(row, column)));
      return read.kind === "amount" ? read.amount.value : null;
    });
    if (!a || !b || !c) continue;
    if (!a.plus(b).eq(c)) return false;
    rows += 1;
  }
  return rows >= 2;
}

/** Plans and budgets: a share is missing, or nothing says which table it is. */
function finance(candidate: Candidate): Guess | null {
  const { entour, grid, enTete } = candidate;
  if (enTete.headers.some(isOtherTable)) return null;
  const known = filled("plan-de-financement", candidate);
  const shares = ["etat", "departement", "total"].filter((role) => known.has(role));
  const isYearly = entour.yearly > 0 || (ficheAround(entour, grid.sheet.name) !== null && entour.numbered === 0);
  const kind: GenreLu = isYearly ? "budget-fiche" : "plan-de-financement";
  const manques = lacking("plan-de-financement", known);
  const hasShare = known.has("etat") || known.has("departement");
  if (manques.length > 0) {
    const isPlanOfOthers = entour.titles.some(namesPlan) && entour.numbered >= 2 && unknownAmounts(candidate) >= 2;
    if (!isMoney(candidate) && !isPlanOfOthers) return null;
    if (!(hasShare || isPlanOfOthers || (known.has("total") && unknownAmounts(candidate) > 0))) return null;
    return isOfContract(entour) ? { kind, manques } : null;
  }
  if (shares.length < 2 || !isMoney(candidate)) return null;
  if (isYearly && entour.yearly === 0) {
    return isOfContract(entour) ? { kind, manques: [{ type: "lignes-d-annee" }] } : null;
  }
  const isSum = shares.length === 3 && addsUp(candidate, rolesAs(kind, candidate));
  return isSum || isOfContract(entour) ? { kind, manques: [{ type: "genre" }] } : null;
}

function versements(candidate: Candidate): Guess | null {
  const { grid, enTete, entour } = candidate;
  const known = filled("versements", candidate);
  const paid = ["avance", "solde", "verse", "tropPercu"].filter((role) => known.has(role));
  if (paid.length === 0 || known.size < 2 || !isOfContract(entour)) return null;
  const manques = lacking("versements", known);
  if (manques.length > 0) return { kind: "versements", manques };
  for (let row = enTete.lastRow + 1; row <= entour.bottom; row += 1) {
    if (enTete.headers.some((_, place) => objetOf(cellText(grid.shownAt(row, enTete.left + place))).part !== null)) {
      return known.has("avance") ? null : { kind: "versements", manques: [{ type: "colonne", name: "Déjà versé" }] };
    }
  }
  return { kind: "versements", manques: [{ type: "objets" }] };
}

/** Programme and sub-action together, or a code activité beside one of them: budget words of the State. */
function imputations(candidate: Candidate): Guess | null {
  const roles = new Set(rolesAs("imputations", candidate));
  const isState =
    (roles.has("programme") && (roles.has("sous-action") || roles.has("code"))) ||
    (roles.has("sous-action") && roles.has("code"));
  if (!isState || !(roles.has("montant") || isOfContract(candidate.entour))) return null;
  const manques = lacking("imputations", new Set([...roles].filter((role) => role !== null)));
  return { kind: "imputations", manques: manques.length > 0 ? manques : [{ type: "codes" }] };
}

function indicateurs(candidate: Candidate): Guess | null {
  const { enTete, entour } = candidate;
  const words = enTete.headers.map(plainText);
  const isHeader =
    words.some((text) => /^indicateurs?\b/.test(text)) && words.some((text) => /cible|objectif/.test(text));
  if (!isHeader || !isOfContract(entour)) return null;
  return { kind: "indicateurs", manques: [{ type: "annee" }] };
}

function realise(candidate: Candidate): Guess | null {
  const { enTete, entour } = candidate;
  const known = filled("realise", candidate);
  const isSpent = enTete.headers.some((header) => /realise|execut|mandat|consomm/.test(plainText(header)));
  if (!isSpent || !isOfContract(entour) || entour.amounts.size === 0) return null;
  const manques = lacking("realise", known);
  return { kind: "realise", manques: manques.length > 0 ? manques : [{ type: "genre" }] };
}

/** The three columns of commitments that only these tables have together, less one. */
function grandAngle(candidate: Candidate): Guess | null {
  const known = filled("grand-angle", candidate);
  const roles = new Set(rolesAs("grand-angle", candidate));
  const isNamed = roles.has("operation") || roles.has("enveloppe");
  const amounts = ["autorises", "contractes", "proposes"].filter((role) => known.has(role));
  if (!isNamed || amounts.length < 2) return null;
  const manques = lacking("grand-angle", new Set([...known, "operation"]));
  return manques.length === 1 ? { kind: "grand-angle", manques } : null;
}

function flechage(candidate: Candidate): Guess | null {
  const { entour } = candidate;
  if (!isEarmarked(entour) || entour.amounts.size === 0) return null;
  const roles = rolesAs("flechage", candidate).filter((role) => role !== null);
  const manques = lacking("flechage", new Set(roles));
  return roles.length > 0 && manques.length === 1 ? { kind: "flechage", manques } : null;
}

function planPrevisionnel(candidate: Candidate): Guess | null {
  const known = new Set(rolesAs("plan-previsionnel-nature", candidate).filter((role) => role !== null));
  const isOfEtat = candidate.enTete.headers.some((header) => roleLu("plan-de-financement", header) === "etat");
  if (!known.has("nature") || !(isOfEtat || isOfContract(candidate.entour))) return null;
  const manques = lacking("plan-previsionnel-nature", known);
  return manques.length === 1 ? { kind: "plan-previsionnel-nature", manques } : null;
}

/** The surest first: what a guess says first is what the table is nearly. */
const GUESSES = [grandAngle, imputations, planPrevisionnel, flechage, realise, versements, indicateurs, finance];

/** A row of words, of which at least two are short: nothing else heads a table. */
function mayHead(grid: Grid, row: number): boolean {
  let words = 0;
  let isHinted = false;
  for (const cell of grid.row(row)) {
    if (cell.value === null) continue;
    const text = cellText(cell);
    if (typeof cell.value === "number" && yearOf(text) === null) return false;
    if (readAmountText(text).kind === "amount" && yearOf(text) === null) return false;
    if (text === "" || text.length > LONGEST_HEADER) continue;
    words += 1;
    isHinted ||= (hintsOf(text) & HINT.presque) !== 0;
  }
  return words >= 2 && isHinted;
}

function areaOfRow(grid: Grid, row: number): Area {
  const columns = [...grid.row(row)].flatMap(({ column, value }) => (value === null ? [] : [column]));
  return { top: row, bottom: Math.min(grid.lastRow, row + 3), left: Math.min(...columns), right: Math.max(...columns) };
}

function candidateAt(grid: Grid, row: number): Candidate {
  const enTete = enTeteDe(grid, areaOfRow(grid, row));
  const right = enTete.left + enTete.headers.length - 1;
  // The column of the labels often has no header: it stands just before the others.
  const entour = entourOf(grid, enTete.firstRow, enTete.lastRow, Math.max(0, enTete.left - 1), right);
  return { grid, enTete, entour };
}

function presqueOf(candidate: Candidate): Presque | null {
  const { grid, enTete, entour } = candidate;
  for (const guess of GUESSES) {
    const found = guess(candidate);
    if (!found) continue;
    const right = enTete.left + enTete.headers.length - 1;
    return {
      ...found,
      sheet: grid.sheet.name,
      area: { top: enTete.firstRow, left: enTete.left, bottom: entour.bottom, right },
      lieu: lieuDe(grid, enTete),
      left: enTete.left,
      roles: rolesAs(found.kind, candidate),
      said: null,
      isRead: false,
    };
  }
  return null;
}

/**
 * Tables of a sheet that are nearly recognised.
 * @param taken areas of the tables that were read
 */
export function readPresque(grid: Grid, taken: readonly Area[]): Presque[] {
  const found: Presque[] = [];
  let read = -1;
  for (const row of grid.rowsSaying(HINT.presque)) {
    if (row <= read || taken.some(({ top, bottom }) => row >= top && row <= bottom) || !mayHead(grid, row)) continue;
    const candidate = candidateAt(grid, row);
    if (candidate.entour.bottom === candidate.enTete.lastRow) continue;
    const presque = presqueOf(candidate);
    if (!presque) continue;
    found.push(presque);
    read = presque.area.bottom;
  }
  return found;
}
