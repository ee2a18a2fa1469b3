/**
 * The deliberation of 8 July 2024 as one workbook: each piece on a sheet, its tables and its sentences as they are
 * written, with what they get wrong. Names of sheets tell the piece; rows are those of the lines kept here.
 */
import type { Workbook } from "../../src/workbook/picture";
import { annexe3b, erbm, grandAngle } from "./autresTableaux";
import { nordWithTerritoires } from "./nord";
import { sheet, workbook, type Typing } from "./picture";

const lines = (...texts: string[]): Typing[][] => texts.map((text) => [text]);

/** L241-243. */
const CONTRAT = lines(
  "- Au titre du volet 1, 135 000 €, sous forme de forfait, visant la préparation et la mise en place du projet France Travail ;",
  "- Au titre du volet 2, 8 752 912 € maximum visant à étoffer l'offre de solutions d'insertion locales ;",
  "- Au titre du volet 3, 5 700 000 € relatif aux nouveaux déploiements territorialisés pour un accompagnement rénové des allocataires du RSA. Ces crédits s'ajoutent à ceux régis par convention particulière pour l'expérimentation de l'accompagnement rénové des allocataires du RSA à Tourcoing (1 349 303 €).",
);

/** L458-484. */
const SOLIDARITES = lines(
  "- 2 450 000 € sur l'action 23, sous-action 23 « Pilier 1 Prévention de la pauvreté dès le plus jeune âge », code activité 030450232301 ;",
  "- 2 698 980 € sur l'action 23, sous-action 25 « Pilier 3 Plan 100% d'accès aux droits », code activité 030450232501 ;",
  "- 900 000 € sur l'action 23, sous-action 26 « Pilier 4 Transition solidaire », code activité 030450232601 ;",
  "Pour l'exercice 2024, l'administration verse la totalité de la subvention à la signature de la convention.",
  "Code établissement : 2259 000 1801 244",
  "Code guichet : 00468",
  "Numéro de compte : C5990000000-42",
  "Clé RIB : 42",
  "IBAN : FR48 3000 1004 68C5 9900 0000 042.",
  "Le comptable assignataire est le Directeur Départemental des Finances Publiques de la Somme.",
);

/** L703-709, L731-760. */
const EMPLOI = lines(
  "- 135 000 € maximum au titre du volet 1 visant la préparation et la mise en place du projet France Travail ;",
  "- 8 752 912 € maximum au titre du volet 2 visant à étoffer l'offre de solutions d'insertion locales ;",
  "- 5 700 000 € maximum au titre du volet 3 relatif aux nouveaux déploiements territorialisés.",
  "- Une avance de 5 332 747.20 € soit 60 % du montant prévisionnel au titre du volet 1 et du volet 2 indiqué à l'article 4.1 à la signature de la convention ;",
  "- Une avance de 3 420 000 € soit 60 % du montant prévisionnel au titre du volet 3 en 2024 indiqué à l'article 4.1 à la signature de la convention ;",
  "Code établissement : 30001",
  "Code guichet : 00468",
  "Numéro de compte : C5990000000",
  "Clé RIB : 42",
  "IBAN : FR48 3000 1004 68C5 9900 0000 042",
  "Le comptable assignataire de la dépense est la directrice départementale des finances publiques de la Somme.",
);

/** L894-906 and L1097: the draft that the contract replaced. */
const PROJET = lines(
  "Imputations budgétaires",
  "Programmes : 304 et 102",
  "Actions : pour le 304, action 23 / pour le 102, action 02",
  "Sous actions : pour le 304, sous actions 23 - 24 - 26",
  "Activité : pour le 304, sous activités 030450232301 - 030450232501 - 030450232601\npour le 102, sous activités 010200002535 - 010200002501",
  "GM : 10.05.01",
  "Le comptable assignataire de la dépense est le Directeur départemental des Finances Publiques du Nord.",
);

/** L2289-2306. */
const AVENANT = lines(
  "Pour les premiers mois de déploiement jusqu'au 31 décembre 2023, un montant de 1 021 731 € (un million vingt et un mille sept cent trente et un euros) est alloué au Conseil départemental.",
  "Pour la deuxième année de déploiement, l'engagement de l'Etat s'élève à hauteur de 1 349 393 € (un million trois cent quarante-neuf mille trois quatre-vingt-treize euros). »",
  "En cas de consommation inférieure au montant de l'avance, l'écart entre le consommé et l'avance ne fait pas l'objet d'un ordre de reversement mais sera déduit du montant prévisionnel 2024 indiqué à l'article 4.1.",
);

/** L1937-1945: text in an amount column, which no total counts. */
const FICHE_3_2_2: readonly Typing[][] = [
  ["Budget prévisionnel de l'action 3.2.2"],
  ["Année", "Etat (PLS)", "Conseil départemental", "Etat (autre)", "Total"],
  ...[2024, 2025, 2026, 2027].map((year): Typing[] => [
    { value: year, format: "General" },
    "100 000 €",
    "100 000 €",
    "Part Etat service civique",
    "200 000 €",
  ]),
  ["Total", "400 000 €", "400 000 €", "-", "800 000 €"],
];

/** All pieces; tables of flows and stocks, which have a builder of their own, are left out. */
export function source(): Workbook {
  return workbook(
    ...nordWithTerritoires().sheets,
    sheet("Fiche 3.2.2", FICHE_3_2_2),
    sheet("Contrat", CONTRAT),
    sheet("Solidarités", SOLIDARITES),
    sheet("Emploi", EMPLOI),
    sheet("Projet", PROJET),
    sheet("Avenant", AVENANT),
    annexe3b(),
    erbm(),
    grandAngle(),
  );
}
