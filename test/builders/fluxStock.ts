/** Persons by territory (deliberation of 8 July 2024, L1761-1776, L2396-2453, L2719-2787, L2861-2870), typed for tests. */
import type { Sheet, Workbook } from "../../src/workbook/picture";
import { sheet, workbook, type Typing } from "./picture";

/** Fiche 2.3: header in row 2, those concerned in rows 3 to 8, those integrated in rows 9 to 14. */
export const FICHE_23: Typing[][] = [
  ["Indicateurs cibles"],
  ["Indicateurs (source : Parcours RSA)", "Cible au 31 décembre 2024", "Flux mensuels", "Stock"],
  ["Nombre d'allocataires relevant de l'expérimentation", 12_348, 5_268, 7_080],
  ["Tourcoing (pour 9 mois)", 3_020, 1_620, 1_400],
  ["Roubaix (pour 8 mois)", 3_402, 2_576, 826],
  ["Dunkerque (pour 7 mois)", 1_578, 720, 858],
  ["Maubeuge (pour 5 mois)", 2_198, 176, 2_022],
  ["Denain (pour 5 mois)", 2_150, 176, 1_974],
  ["Nombre d'allocataires intégrés", 9_233, 3_759, 5_474],
  ["Tourcoing (70%)", 2_114, 1_134, 980],
  ["Roubaix (70%)", 2_381, 1_803, 578],
  ["Dunkerque (80%)", 1_262, 576, 686],
  ["Maubeuge (80%)", 1_741, 123, 1_618],
  ["Denain (80%)", 1_735, 123, 1_612],
  ["Taux de sorties toute dominante confondue", null, null, "30%"],
];

/** The same, with the two cities' integrated persons at the rate that the fiche announces: nothing is wrong in it. */
export const FICHE_23_JUSTE: Typing[][] = FICHE_23.map((row, place) => {
  if (place === 8) return [row[0] ?? null, 9_236, 3_795, 5_441];
  if (place === 12) return [row[0] ?? null, 1_759, 141, 1_618];
  if (place === 13) return [row[0] ?? null, 1_720, 141, 1_579];
  return row;
});

/** Territory, whole population, flux over its months, stock. */
const VILLES = [
  ["Roubaix", "9993", "2 576", 8, "826"],
  ["Dunkerque", "2976", "720", 7, "858"],
  ["Denain", "2085", "220", 5, "1974"],
  ["Maubeuge", "2099", "220", 5, "2 022"],
  ["Tourcoing", "6 109", "3 240", 9, "1 400"],
] as const;

/** Annexe 3 (A): five lines a city, one a row; Roubaix from row 1, Dunkerque from row 6 … */
export const FEUILLE_DE_ROUTE: Typing[][] = VILLES.flatMap(([ville, bassin, flux, mois, stock]) => [
  ["Situation actuelle des BRSA du bassin d'emploi"],
  [`Bassin d'emploi retenu pour l'expérimentation FT : ville de ${ville}`],
  [`Nombre total de BRSA du bassin : ${bassin} BRSA`],
  [`Nombre de BRSA entrants (flux) : ${flux} (sur ${mois} mois)`],
  [`Nombre de BRSA stock : ${stock}`],
]);

/** Territory, monthly flux, stock. */
const MENSUELS = [
  ["Roubaix", "322", "826"],
  ["Dunkerque", "103", "1 578"],
  ["Denain", "44", "1974"],
  ["Maubeuge", "44", "2020"],
  ["Tourcoing", "360", "1 400"],
] as const;

/** Annexe 3 (A bis): four lines a city; Roubaix from row 1, Dunkerque from row 5 … */
export const REPRISE_DU_STOCK: Typing[][] = MENSUELS.flatMap(([ville, mensuel, stock]) => [
  [`Bassin d'emploi retenu pour l'expérimentation FT : ville de ${ville}`],
  ["PÉRIMÈTRE DE LA POPULATION BRSA"],
  [`- Nombre BRSA nouveaux entrants (flux mensuel) : ${mensuel}`],
  [`- Nombre de BRSA « stock » : ${stock}`],
]);

const MOIS = ["Avril", "Mai", "Juin", "Juillet", "Août", "Sept.", "Octobre", "Novembre", "Décembre"];

function months(count: number, figure: number): Typing[] {
  return MOIS.map((_, place) => (place < MOIS.length - count ? null : figure));
}

const ENTRE: Typing[] = [null, "REPRISE", null, null, null, null, null, null, null, "Fin de la reprise"];

/** The calendar: header in row 2, a city every second row from row 3. */
export const CALENDRIER: Typing[][] = [
  ["Calendrier cible de déploiement du plan de reprise du stock"],
  [null, ...MOIS],
  ["Tourcoing", ...months(9, 155)],
  ENTRE,
  ["Roubaix", ...months(8, 103)],
  ENTRE,
  ["Dunkerque", ...months(7, 123)],
  ENTRE,
  ["Denain", ...months(5, 395)],
  ENTRE,
  ["Maubeuge", ...months(5, 404)],
  ENTRE,
];

export function ficheSheet(rows: readonly Typing[][] = FICHE_23): Sheet {
  return sheet("Fiche 2.3", rows);
}

/** All of them, each on its sheet, as the source has them. */
export function fluxDuNord(): Workbook {
  return workbook(
    ficheSheet(),
    sheet("Feuille de route", FEUILLE_DE_ROUTE),
    sheet("Reprise du stock", REPRISE_DU_STOCK),
    sheet("Calendrier", CALENDRIER),
  );
}
