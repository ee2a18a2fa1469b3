/** A blank annexe 3, as a DDETS might send it: other columns than ours, and a row for what is paid at once. */
import type { Sheet } from "../../src/workbook/picture";
import { sheet, type Typing } from "./picture";

export const ENTETES_ANNEXE_3 = [
  "Fiche",
  "Intitulé de l'action",
  "Budget prévu État",
  "Budget prévu département",
  "Dépenses réalisées",
  "Dépenses inéligibles",
  "Autres financeurs",
  "Part État due",
  "Avance déjà versée",
  "Solde à verser",
  "Trop-perçu",
  "Justification des écarts",
];

const ROWS: readonly (readonly [string | null, string])[] = [
  ["1.1", "Accrochage scolaire"],
  ["1.2", "Jeunes en précarité"],
  [null, "Sous-total axe 1"],
  ["3.1", "Foyers et logement"],
  ["3.2", "Aller-vers"],
  [null, "Sous-total axe 3"],
  ["4.1", "Énergie"],
  ["4.2", "Alimentation"],
  [null, "Sous-total axe 4"],
  ["2.1", "Volet 1 : loi plein emploi"],
  ["2.2", "Volet 2 : accès à l'emploi"],
  [null, "Versement volets 1 et 2"],
  ["2.3", "Volet 3 : accompagnement rénové"],
  [null, "Expérimentation à Tourcoing"],
  [null, "Report 2023"],
  [null, "Total général"],
];

/** `typed`: what stands already, by address. */
export function annexe3(entetes: readonly string[] = ENTETES_ANNEXE_3, name = "Annexe 3"): Sheet {
  const rows: Typing[][] = ROWS.map(([fiche, label]) => [fiche, label]);
  return sheet(name, [["Annexe 3 : bilan financier 2024"], [...entetes], ...rows]);
}
