/** Indicators of the fiches (deliberation of 8 July 2024, L1223-2096), each table under its title, typed for tests. */
import type { Workbook } from "../../src/workbook/picture";
import { sheet, workbook, type Typing } from "./picture";

const SITUATION = "Situation au 31/12/2023";
export const QUATRE_ANS: Typing[] = [
  "Indicateur",
  SITUATION,
  ...[2024, 2025, 2026, 2027].map((year): Typing => `Cible ${year}`),
];
const UN_AN: Typing[] = ["Indicateur", SITUATION, "Cible 2024"];
const A_DEFINIR = "En cours de définition";

function definir(label: string): Typing[] {
  return [label, "NC", A_DEFINIR, A_DEFINIR, A_DEFINIR, A_DEFINIR];
}

/** Fiche, words of the fiche above its table, header, rows. */
const TABLES: readonly (readonly [string, string | null, Typing[], Typing[][]])[] = [
  ["1.1.1", null, QUATRE_ANS, [definir("Nombre d'instances mises en place"), definir("Nombre d'outils créés")]],
  [
    "1.2.2",
    null,
    QUATRE_ANS,
    [["Nombre de jeunes repérés", "NC", "Construction du process et définition des objectifs", 600, 3_000, 4_500]],
  ],
  [
    "2.2.3",
    null,
    UN_AN,
    [
      ["Nombre de personnes en accompagnement global", "6 917", "7 500"],
      ["Nombre d'initiatives collectives", "NC", A_DEFINIR],
    ],
  ],
  [
    "2.2.8",
    null,
    UN_AN,
    [
      ["Nombre d'entreprises prospectées", "NC", 2_000],
      ["Nombre de structures soutenues", 87, 140],
    ],
  ],
  [
    "3.2.1",
    null,
    QUATRE_ANS,
    [["Nombre de professionnels formés", "NC", "Définition du plan de formation", "+370", "+370", "+370"]],
  ],
  [
    "3.2.2",
    "Former 600 professionnels au repérage des situations d'illectronisme",
    QUATRE_ANS,
    [
      ["Nombre Professionnels formés", "NC", "Rédaction cahier des charges", 195, "+195", "+210"],
      definir("Nombre de personnes orientées"),
    ],
  ],
  ["3.2.3", null, QUATRE_ANS, [["Nombre d'instances actives", "NC", "Formalisation des instances", 7, 7, 7]]],
  [
    "4.1",
    null,
    QUATRE_ANS,
    [["Nombre de ménages repérés", "NC", "Stabilisation du process", "3 000", "+6 000", "+ 6 000"]],
  ],
];

export const INDICATEURS_DU_NORD: Typing[][] = TABLES.flatMap(([fiche, words, header, rows]) => [
  [`Action ${fiche}`],
  ...(words === null ? [] : [[words]]),
  ["Indicateurs cibles"],
  header,
  ...rows,
  [],
]);

export function indicateursDuNord(): Workbook {
  return workbook(sheet("Indicateurs", INDICATEURS_DU_NORD));
}

/** One table of a fiche, on the sheet "Fiche": title in row 1, header in row 2, the given rows from row 3. */
export function indicateursDe(rows: readonly Typing[][], header: Typing[] = QUATRE_ANS, fiche = "3.2.2"): Workbook {
  return workbook(sheet("Fiche", [[`Indicateurs cibles de l'action ${fiche}`], header, ...rows]));
}
