/** The départements, each as a text names it: the preposition tells "du Nord" from a service "du numérique". */
import { plainText } from "./amount";

/** "du", "de la", "de l'", "des", "de", "d'" and the names that each goes with. */
const NAMES: Readonly<Record<string, string>> = {
  "du ":
    "Bas-Rhin Calvados Cantal Cher Doubs Finistère Gard Gers Haut-Rhin Jura Loiret Lot Lot-et-Garonne Morbihan Nord " +
    "Pas-de-Calais Puy-de-Dôme Rhône Tarn Tarn-et-Garonne Territoire-de-Belfort Val-de-Marne Val-d'Oise Var Vaucluse",
  "de la ":
    "Charente Charente-Maritime Corrèze Côte-d'Or Creuse Dordogne Drôme Gironde Guadeloupe Haute-Garonne Haute-Loire " +
    "Haute-Marne Haute-Saône Haute-Savoie Haute-Vienne Loire Loire-Atlantique Lozère Manche Marne Mayenne " +
    "Meurthe-et-Moselle Meuse Moselle Nièvre Réunion Sarthe Savoie Seine-Maritime Seine-Saint-Denis Somme Vendée Vienne",
  "de l'": "Ain Aisne Allier Ardèche Ariège Aube Aude Aveyron Essonne Eure Hérault Indre Isère Oise Orne Yonne",
  "des ":
    "Alpes-de-Haute-Provence Alpes-Maritimes Ardennes Bouches-du-Rhône Côtes-d'Armor Deux-Sèvres Hautes-Alpes " +
    "Hautes-Pyrénées Hauts-de-Seine Landes Pyrénées-Atlantiques Pyrénées-Orientales Vosges Yvelines",
  "de ": "Loir-et-Cher Maine-et-Loire Mayotte Paris Saône-et-Loire Seine-et-Marne",
  "d'": "Eure-et-Loir Ille-et-Vilaine Indre-et-Loire",
};

interface Named {
  readonly nom: string;
  readonly pattern: RegExp;
}

const DEPARTEMENTS: readonly Named[] = Object.entries(NAMES).flatMap(([preposition, names]) =>
  names.split(" ").map((nom): Named => {
    const written = plainText(`${preposition}${nom}`.replace(/-/g, " ")).replace(/ /g, "[\\s-]+");
    // "du Nord" does not stand in "du Nord-Est", nor "de la Seine" in "de la Seine-Maritime".
    return { nom, pattern: new RegExp(`\\b(?:departement|conseil departemental) ${written}(?![\\w-])`) };
  }),
);

/** The départements that a text names after "département" or "conseil départemental" ("Département du Nord": Nord). */
export function departementsIn(text: string): readonly string[] {
  const plain = plainText(text);
  if (!plain.includes("departement")) return [];
  return DEPARTEMENTS.filter(({ pattern }) => pattern.test(plain)).map(({ nom }) => nom);
}
