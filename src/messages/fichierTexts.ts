/** The French of the rules of files of persons. */
import type { RuleText } from "./rules";

export const FICHIER_TEXTS: Readonly<
  Record<"fichier-colonnes" | "fichier-forme" | "fichier-date" | "fichier-doublon", RuleText>
> = {
  "fichier-colonnes": {
    title: "Colonnes des fichiers de personnes",
    finding: "Colonnes à revoir",
    why: "La convention d'échange de données énumère ce que dit le fichier : une donnée qui manque l'empêche d'être chargé, une donnée de plus sort de ce que les parties ont convenu d'échanger.",
    whatToDo: "Rapprochez les en-têtes de la liste de l'annexe.",
  },
  "fichier-forme": {
    title: "Formes et codes des fichiers de personnes",
    finding: "Valeur mal formée",
    why: "France Travail retrouve et joint les personnes par ces valeurs : une forme fausse les fait perdre.",
    whatToDo: "Corrigez les cellules citées dans le logiciel d'origine, puis refaites l'export.",
  },
  "fichier-date": {
    title: "Dates des fichiers de personnes",
    finding: "Date à revoir",
    why: "Les dates font le parcours de la personne et les indicateurs de l'expérimentation : une date impossible les fausse.",
    whatToDo: "Corrigez les cellules citées dans le logiciel d'origine, puis refaites l'export.",
  },
  "fichier-doublon": {
    title: "Personnes en double",
    finding: "Personne en double",
    why: "Chaque personne a une ligne du fichier : deux lignes la comptent deux fois, ou donnent le numéro de l'une à une autre.",
    whatToDo: "Gardez une ligne par personne, ou corrigez le numéro qui sert deux fois.",
  },
};
