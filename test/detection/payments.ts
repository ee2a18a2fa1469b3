/** What follows from a plan: its amounts by code, and what the State pays of them. Always in euros, always constants. */
import type { Typing } from "../builders/picture";
import type { CodePlace } from "./departement";
import { Page, type Bloc, type Place, type Style } from "./page";
import type { Chance } from "./random";

const STYLE: Style = { unit: 1, isLive: false, isText: false, format: '#,##0.00\\ "€"' };

interface Imputee {
  readonly label: string;
  readonly blocs: readonly Bloc[];
  readonly programme: string;
  readonly action: string;
  readonly sousAction: string;
  readonly code: string;
}

const IMPUTATIONS: readonly Imputee[] = [
  { label: "Pilier 1", blocs: ["axe-1"], programme: "304", action: "23", sousAction: "23", code: "030450232301" },
  { label: "Pilier 3", blocs: ["axe-3"], programme: "304", action: "23", sousAction: "25", code: "030450232501" },
  { label: "Pilier 4", blocs: ["axe-4"], programme: "304", action: "23", sousAction: "26", code: "030450232601" },
  {
    label: "Volets 1 et 2",
    blocs: ["volet-1", "volet-2"],
    programme: "102",
    action: "02",
    sousAction: "",
    code: "010200002535",
  },
  { label: "Volet 3", blocs: ["volet-3"], programme: "102", action: "02", sousAction: "", code: "010200002501" },
];

export type EurosOf = (blocs: readonly Bloc[]) => number;

function pageNamed(chance: Chance, names: readonly string[], title: string, places: Place[]): Page {
  const page = new Page(chance.pick(names), places, STYLE);
  if (chance.is(0.5)) page.add("Direction des solidarités");
  page.add(title);
  if (chance.is(0.5)) page.add();
  return page;
}

/** Amounts by code activité. */
export function imputationsOf(chance: Chance, eurosOf: EurosOf, places: Place[], codes: CodePlace[]): Page {
  const page = pageNamed(chance, ["Imputations", "Feuil3"], "Imputations budgétaires 2024", places);
  page.add("Objet", "Programme", "Action", "Sous-action", "Code activité", chance.pick(["Montant", "Montant État"]));
  for (const { label, blocs, programme, action, sousAction, code } of IMPUTATIONS) {
    const row = page.next;
    codes.push({ ref: page.at(row, 4), code });
    const what = { role: "etat", level: "imputation", euros: eurosOf(blocs), bloc: blocs[0] ?? null } as const;
    const fields: Typing[] = [label, programme, action, sousAction, code, page.amount(row, 5, what)];
    page.add(...fields);
  }
  return page;
}

/** Advances of the emploi part, 60 %, and what is left of the amounts. */
export function versementsOf(chance: Chance, eurosOf: EurosOf, places: Place[]): Page {
  const page = pageNamed(chance, ["Versements", "Échéancier des versements"], "Versements de l'État 2024", places);
  page.add("Objet", "Montant prévisionnel", "Taux d'avance", "Avance", "Solde");
  for (const { label, blocs } of IMPUTATIONS.filter(({ programme }) => programme === "102")) {
    const row = page.next;
    const base = eurosOf(blocs);
    const advance = (base * 6) / 10;
    const put = (column: number, euros: number): Typing =>
      page.amount(row, column, { role: "etat", level: "versement", euros, bloc: blocs[0] ?? null });
    page.add(label, put(1, base), { value: 0.6, format: "0%" }, put(3, advance), put(4, base - advance));
  }
  return page;
}
