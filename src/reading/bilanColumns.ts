/** Which column of a header gives which field of a réalisé or of a bilan, one set for each year side by side. */
import { saysExecution, type RoleDeBilan } from "./bilanLabels";
import type { ColonneDeBilan } from "./bilanHeaders";
import { CHAMPS_DE_BILAN, type ChampDeBilan } from "./bilanTables";

export interface ColonnesDeBilan {
  /** The year that the columns of this set name; null where they name none, or several. */
  readonly year: number | null;
  /** Years of the other sets beside: a set without a year adds them up. */
  readonly others: readonly number[];
  readonly champs: ReadonlyMap<ChampDeBilan, readonly ColonneDeBilan[]>;
  readonly labels: readonly ColonneDeBilan[];
  readonly code: ColonneDeBilan | null;
  readonly justification: ColonneDeBilan | null;
  readonly tauxDepartement: ColonneDeBilan | null;
  readonly tauxExecution: ColonneDeBilan | null;
}

const LABELS: readonly RoleDeBilan[] = ["fiche", "axe", "annee"];
const PARTS: Readonly<Record<string, readonly [ChampDeBilan, ChampDeBilan]>> = {
  "part-etat": ["prevuEtat", "due"],
  "part-departement": ["prevuDepartement", "departement"],
  "part-total": ["prevuTotal", "realise"],
};

function isChamp(role: RoleDeBilan): role is ChampDeBilan {
  return CHAMPS_DE_BILAN.some((champ) => champ === role);
}

/**
 * Shares of which the header says nothing more: those before the expense, or before a planned total, are the plan's; the
 * others are what was spent.
 */
function withMoments(colonnes: readonly ColonneDeBilan[]): ColonneDeBilan[] {
  const first = colonnes.findIndex(({ role }) => saysExecution(role) || role === "due");
  return colonnes.map((colonne, place) => {
    if (colonne.role === "retenu") return { ...colonne, role: first === -1 ? "autre-chose" : "eligible" };
    const parts = PARTS[colonne.role];
    if (!parts) return colonne;
    const after = colonnes.slice(place + 1).find(({ role }) => !(role in PARTS));
    const isPlanned = place < first || after?.role === "prevuTotal" || after?.role === "prevuEtat";
    const role = parts[isPlanned ? 0 : 1];
    // A total after the expense adds it to something else.
    return { ...colonne, role: role === "realise" ? "autre-chose" : role, force: 0 };
  });
}

/** The column of a field: the surest, then the first. Several other financers stand side by side and are added. */
function champsOf(colonnes: readonly ColonneDeBilan[]): Map<ChampDeBilan, readonly ColonneDeBilan[]> {
  const champs = new Map<ChampDeBilan, readonly ColonneDeBilan[]>();
  for (const colonne of colonnes) {
    const { role, force } = colonne;
    if (!isChamp(role)) continue;
    const known = champs.get(role) ?? [];
    const best = known[0]?.force ?? -1;
    if (force > best) champs.set(role, [colonne]);
    else if (force === best && role === "autres") champs.set(role, [...known, colonne]);
  }
  // "Solde" alone is what is left of a budget, unless something says what was paid or is due.
  const isOfPayment = champs.has("verse") || champs.has("due");
  for (const champ of ["solde", "excedent"] as const) {
    if (!isOfPayment && (champs.get(champ)?.[0]?.force ?? 2) < 2) champs.delete(champ);
  }
  return champs;
}

/** Columns that name the rows: before the first amount, and those whose header is a label's. */
function labelsOf(colonnes: readonly ColonneDeBilan[]): ColonneDeBilan[] {
  const first = colonnes.findIndex(({ role }) => isChamp(role) || role in PARTS);
  return colonnes.filter(
    ({ role, header }, place) => LABELS.includes(role) || (role === "label" && (place < first || header !== "")),
  );
}

/** The sets of columns of a header: one, or one a year and one for what has none. */
export function setsOf(all: readonly ColonneDeBilan[]): ColonnesDeBilan[] {
  const colonnes = withMoments(all);
  const years = new Set(
    colonnes.flatMap(({ role, year }) => (saysExecution(role) || role === "due" ? (year ?? []) : [])),
  );
  const isShared = ({ role, year }: ColonneDeBilan): boolean => !isChamp(role) && year === null;
  const keys: (number | null)[] = years.size > 1 ? [...years, null] : [null];
  return keys.flatMap((key): ColonnesDeBilan[] => {
    const own = years.size > 1 ? colonnes.filter((one) => isShared(one) || one.year === key) : colonnes;
    const champs = champsOf(own);
    if (![...champs.keys()].some((champ) => saysExecution(champ) || champ === "due")) return [];
    const only = (role: RoleDeBilan): ColonneDeBilan | null => own.find((one) => one.role === role) ?? null;
    const [year] = years;
    return [
      {
        year: years.size > 1 ? key : (year ?? null),
        others: key === null && years.size > 1 ? [...years].sort() : [],
        champs,
        labels: labelsOf(colonnes),
        code: only("code"),
        justification: only("justification"),
        tauxDepartement: only("tauxDepartement"),
        tauxExecution: only("tauxExecution"),
      },
    ];
  });
}
