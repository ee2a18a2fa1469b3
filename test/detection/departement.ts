/**
 * Workbooks of départements that nobody knows: amounts, words and layouts drawn by chance, all of it right. What each
 * amount is, and where it stands, is kept beside: a fault is made in it, and a finding is held to it.
 */
import type { CellRef } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { live } from "../builders/live";
import { sheet } from "../builders/picture";
import { Page, Shares, type Bloc, type Place, type Role, type Row, type Style } from "./page";
import { imputationsOf, versementsOf, type EurosOf } from "./payments";
import type { Chance } from "./random";

export interface CodePlace {
  readonly ref: CellRef;
  readonly code: string;
}

export interface Classeur {
  readonly workbook: Workbook;
  readonly places: readonly Place[];
  readonly codes: readonly CodePlace[];
  /** Its totals are formulas. */
  readonly isLive: boolean;
  readonly hasFiches: boolean;
}

const NAMES: Readonly<Record<Bloc, readonly string[]>> = {
  "axe-1": ["Axe 1 - Enfance", "Prévenir la pauvreté et lutter contre les inégalités dès l'enfance", "Pilier 1"],
  "axe-3": ["Axe 3 - Accès aux droits", "Lutter contre la grande exclusion", "Pilier 3"],
  "axe-4": ["Axe 4 - Transition écologique", "Construire une transition solidaire", "Pilier 4"],
  "volet-1": ["Volet 1", "Volet 1 - Loi plein emploi"],
  "volet-2": ["Volet 2", "Volet 2 - Offre de solutions"],
  "volet-3": ["Volet 3", "Volet 3 - Accompagnement rénové"],
};
const CODES: Readonly<Record<Bloc, string>> = {
  "axe-1": "030450232301",
  "axe-3": "030450232501",
  "axe-4": "030450232601",
  "volet-1": "010200002535",
  "volet-2": "010200002535",
  "volet-3": "010200002501",
};
/** Plain ones, and ones that use the words of headers, totals, axes and earmarks. */
const TITLES = [
  "Accueil social de proximité",
  "Aide alimentaire en milieu rural",
  "Référents de parcours",
  "Logement accompagné",
  "Équipes mobiles d'accès aux droits",
  "Insertion par l'emploi des parents isolés",
  "Solidarité intergénérationnelle",
  "État des lieux des besoins",
  "Avance sur frais de mobilité",
  "Reliquats et reports de droits",
  "Total respect : prévention du harcèlement",
  "Dont acte : médiation familiale",
  "Volontariat et France Travail",
  "Budget familial et surendettement",
  "Accompagnement social lié au CD-ROM",
  "Prime d'activité 2024",
  "Plan pauvreté 2018-2022 : suites",
  "Coût de la vie chère",
  "Sous-total isolement",
  "Ensemble contre la précarité",
  "Convention avec Tourcoing Habitat",
  "Emploi accompagné",
  "Accueil 0-3 ans",
  "1000 premiers jours",
  "Maisons France services (50 %)",
  "Transition vers l'âge adulte",
  "Loi plein emploi : parents",
  "Offre de solutions de garde",
  "Service civique",
  "Hors les murs",
  "Réalisé avec les habitants",
  "Part du colibri",
  "Axes routiers et mobilité",
  "Pilier de la famille",
  "CDI inclusion",
  "Grande pauvreté et santé",
  "Accès aux droits (axe 3 du plan régional)",
  "Coordination État / CD",
  "Taux de non-recours",
  "Conseil départemental des jeunes",
];
const HEADERS: Readonly<Record<Role, readonly string[]>> = {
  etat: ["Part État", "Participation de l'Etat", "Crédits État", "A - Participation État"],
  departement: ["Part Département", "Crédits CD", "Conseil départemental", "Part du CD"],
  total: ["Coût total", "Budget global (A+B)", "Total", "Montant total"],
};

interface Action {
  readonly fiche: string;
  readonly title: string;
  readonly bloc: Bloc;
  readonly etat: number;
  /** Null: NC. */
  readonly departement: number | null;
}

function actionsOf(chance: Chance, step: number): Action[] {
  const money = (): number => chance.between(20, 2400) * 1000 + (step === 1 ? chance.between(0, 99) * 10 : 0);
  const more = chance.is(0.2);
  const axes = (["axe-1", "axe-3", "axe-4"] as const).flatMap((bloc) =>
    Array.from({ length: chance.between(1, 4) }, (_none, place): Action => {
      const etat = money();
      const departement = more && chance.is(0.4) ? etat + money() : etat;
      return { fiche: `${bloc.slice(-1)}.${place + 1}`, title: chance.pick(TITLES), bloc, etat, departement };
    }),
  );
  const emploi = (["volet-1", "volet-2", "volet-3"] as const).map((bloc, place): Action => {
    const etat = money();
    const departement = bloc === "volet-2" ? etat : null;
    return { fiche: `2.${place + 1}`, title: chance.pick(TITLES), bloc, etat, departement };
  });
  return [...axes, ...emploi];
}

const NO_SHARE = ["NC", "-", "NC"];

function sumOf(rows: readonly Row[]): Row["euros"] {
  const add = (role: Role): number => rows.reduce((sum, { euros }) => sum + (euros[role] ?? 0), 0);
  const shared = rows.some(({ euros }) => euros.departement !== null);
  return { etat: add("etat"), departement: shared ? add("departement") : null, total: add("total") };
}

function columnsFrom(chance: Chance, first: number): Record<Role, number> {
  const [a = "etat", b = "departement", c = "total"] = chance.pick<readonly Role[]>([
    ["etat", "departement", "total"],
    ["etat", "departement", "total"],
    ["departement", "etat", "total"],
    ["total", "etat", "departement"],
  ]);
  return { [a]: first, [b]: first + 1, [c]: first + 2 } as Record<Role, number>;
}

function headersAt(chance: Chance, columns: Readonly<Record<Role, number>>, labels: readonly string[]): string[] {
  const headers = [...labels];
  for (const role of ["etat", "departement", "total"] as const) headers[columns[role]] = chance.pick(HEADERS[role]);
  return Array.from(headers, (header) => header ?? "");
}

function writePlan(chance: Chance, page: Page, actions: readonly Action[], style: Style, codes: CodePlace[]): void {
  for (let i = chance.between(0, 3); i > 0; i -= 1)
    page.add(chance.pick(["Direction des solidarités", "Version de juin"]));
  page.add("Plan de financement 2024");
  if (style.unit === 1000) page.add("Montants en k€");
  if (chance.is(0.5)) page.add();
  const withCode = chance.is(0.5);
  const labels = ["Axe ou volet", "N° de fiche", "Intitulé de l'action", ...(withCode ? ["Code activité"] : [])];
  const columns = columnsFrom(chance, labels.length);
  page.add(...headersAt(chance, columns, labels));
  const shares = new Shares(page, columns, chance.pick(NO_SHARE));
  const layout = chance.pick(["premier", "répété", "section"] as const);
  const variant = chance.between(0, 2);
  const nameOf = (bloc: Bloc): string => NAMES[bloc][variant % NAMES[bloc].length] ?? bloc;
  const parts: Row[] = [];
  for (const [part, name] of [
    ["axe", "Sous-total Solidarités"],
    ["volet", "Sous-total Emploi"],
  ] as const) {
    const subtotals: Row[] = [];
    const blocs = [...new Set(actions.map(({ bloc }) => bloc))].filter((bloc) => bloc.startsWith(part));
    for (const bloc of blocs) {
      if (layout === "section") page.add(nameOf(bloc));
      const rows = actions
        .filter((action) => action.bloc === bloc)
        .map(({ fiche, title, etat, departement }, place) => {
          const axe = layout === "répété" || (layout === "premier" && place === 0) ? nameOf(bloc) : null;
          if (withCode) codes.push({ ref: page.at(page.next, 3), code: CODES[bloc] });
          const euros = { etat, departement, total: etat + (departement ?? 0) };
          const own = withCode ? [CODES[bloc]] : [];
          return shares.write([axe, fiche, title, ...own], euros, { level: "action", bloc }, []);
        });
      const isTotalled = part === "axe";
      if (isTotalled)
        subtotals.push(shares.write([null, "Sous total"], sumOf(rows), { level: "sous-total", bloc }, rows));
      else subtotals.push(...rows);
    }
    parts.push(shares.write([name], sumOf(subtotals), { level: "sous-total", bloc: null }, subtotals));
  }
  shares.write(
    [chance.pick(["Total général", "TOTAL", "Total financier"])],
    sumOf(parts),
    { level: "total", bloc: null },
    parts,
  );
}

function writeFiche(chance: Chance, page: Page, { fiche, title, etat, departement, bloc }: Action, style: Style): void {
  page.add(chance.pick([`Budget prévisionnel de l'action ${fiche}`, `Fiche action n° ${fiche} : ${title}`]));
  if (style.unit === 1000) page.add("Montants en k€");
  const columns = columnsFrom(chance, 1);
  page.add(...headersAt(chance, columns, ["Année"]));
  const shares = new Shares(page, columns, "NC");
  const years = departement === null ? [2024] : [2024, 2025, 2026, 2027];
  const rows = years.map((year) => {
    const euros = { etat, departement, total: etat + (departement ?? 0) };
    return shares.write([{ value: year, format: "0" }], euros, { level: "annee", bloc }, []);
  });
  if (rows.length > 1) shares.write(["Total"], sumOf(rows), { level: "total-fiche", bloc }, rows);
  page.add();
}

/** A right workbook: a plan de financement, and for most of them the fiches-actions that it comes from. */
export function classeurOf(chance: Chance): Classeur {
  const unit = chance.is(0.25) ? 1000 : 1;
  const isLive = chance.is(0.4);
  const isText = !isLive && chance.is(0.2);
  const format = unit === 1000 ? "#,##0" : chance.pick(['#,##0\\ "€"', "#,##0", '#,##0.00\\ "€"']);
  const style: Style = { unit, isLive, isText, format };
  const places: Place[] = [];
  const codes: CodePlace[] = [];
  const actions = actionsOf(chance, unit);
  const plan = new Page(chance.pick(["Plan", "Annexe 1.b", "Feuil1"]), places, style);
  writePlan(chance, plan, actions, style, codes);
  const hasFiches = chance.is(0.7);
  const fiches: Page[] = [];
  if (hasFiches && chance.is(0.5)) {
    const all = new Page("Fiches", places, style);
    for (const action of actions) writeFiche(chance, all, action, style);
    fiches.push(all);
  } else if (hasFiches) {
    for (const action of actions) {
      const page = new Page(`Fiche ${action.fiche}`, places, style);
      writeFiche(chance, page, action, style);
      fiches.push(page);
    }
  }
  const eurosOf: EurosOf = (blocs) =>
    actions.filter(({ bloc }) => blocs.includes(bloc)).reduce((sum, { etat }) => sum + etat, 0);
  const others = [
    ...(chance.is(0.5) ? [imputationsOf(chance, eurosOf, places, codes)] : []),
    ...(chance.is(0.4) ? [versementsOf(chance, eurosOf, places)] : []),
  ];
  const sheets = [plan, ...fiches, ...others].map(({ name, rows }) => sheet(name, rows));
  const workbook = live({ name: "departement.xlsx", sheets, date1904: false });
  return { workbook, places, codes, isLive, hasFiches };
}
