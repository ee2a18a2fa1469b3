/** Files of persons of the convention on data exchange, with persons that nobody is. */
import { nirKey } from "../../src/domain/nir";
import type { Workbook } from "../../src/workbook/picture";
import { sheet, workbook, type Typing } from "./picture";

export type Personne = Record<string, Typing>;

/** A NIR of its form: the order number is the person's. */
export function nir(ordre: number, numero = `299015900${String(ordre).padStart(4, "0")}`): string {
  return `${numero}${nirKey(numero)}`;
}

/** The columns of annexe 1, each with what a made-up person says in it. */
export function allocataire(ordre: number): Personne {
  const lettres =
    String.fromCharCode(65 + (ordre % 26)).repeat(3) +
    String(ordre).replace(/\d/g, (d) => "ABCDEFGHIJ"[Number(d)] ?? "");
  return {
    Civilité: "Mme",
    Nom: `FICTIVE${lettres}`,
    Prénom: `Imagine${lettres}`,
    "Date de naissance": "05/01/1999",
    "NIR/NIA": nir(ordre),
    Sexe: "F",
    Nationalité: "Inventée",
    Statut: "Demandeur",
    "Numéro de téléphone": `06 39 98 ${String(10 + (ordre % 90))} ${String(10 + (ordre % 89))}`,
    Courriel: `imagine.${lettres.toLowerCase()}@exemple.invalid`,
    "Adresse postale": `${ordre} rue Imaginaire 59999 NULLEPART`,
    "Date d'entrée RSA": { value: 45_292, format: "dd/mm/yyyy" },
    "Code organisme": "CAF",
    Orientation: "France Travail",
    "Type de parcours": "socioprofessionnel",
    "Référent unique": "UTPAS Imaginaire",
    "Date de l'orientation": "15/02/2024",
  };
}

/** The columns of annexe 4, in the source's order. */
export function suivi(ordre: number): Personne {
  return {
    ID_CAF: `FIC${String(ordre).padStart(6, "0")}`,
    ROLE_CAF: "DEM",
    COMMUNE: "59512",
    DATE_NAISSANCE: "1999-01-01",
    DATE_NOTIFICATION_DEPARTEMENT: "2024-01-10",
    DATE_INVITATION: "2024-01-12",
    DATE_RDV_ORIENTATION: "2024-02-01",
    DATE_ORIENTATION: "2024-02-01",
    DATE_1ER_RDV_ACCOMPAGNEMENT: "2024-02-20",
    STRUCTURE_REFERENTE: "Structure imaginaire",
    C_TYPEPARCOURS: "socio-pro",
    DATE_CER: "2024-03-01",
    TYPE_CONTRAT: "CER",
    DEPARTEMENT: "59",
    DEPARTEMENT_CODE_CAF: "999",
    STOCK: "N",
  };
}

/** The columns that France Travail sends back (annexe 4). */
export function retour(ordre: number): Personne {
  const texts = ["Tranche Age Actuel", "Obligation Emploi Actuel", "Inscription Actuelle", "Rome Actuel"];
  const places = [
    "Commune Entree",
    "Commune Actuelle",
    "Libelle Commune Actuelle",
    "Territoire Entree",
    "Territoire Actuel",
    "Departement Actuel",
    "Agence Dans Xp",
    "Agence",
    "Direction territoriale Actuelle",
  ];
  const ends = [
    "Motif Sortie",
    "Libelle Parcours Entree",
    "Libelle Parcours Actuel",
    "Modalité de suivi et d'accompagnement (Msa) Actuelle",
    "Libelle Pni (si suivi délégué à un partenaire non informatisé)",
    "Libelle Type de Suivi délégué",
    "Top Demandeur d'emploi de Longue Duree",
  ];
  const said = (names: readonly string[]): Personne => Object.fromEntries(names.map((name) => [name, "inventé"]));
  return {
    Nom: `FICTIF${ordre}`,
    Prénom: "Imaginaire",
    "Date De Naissance": "05/01/1999",
    ...said(texts),
    "Diagnostic Realise (oui/non)": "oui",
    ...said(places),
    "Date Entree Parcours": "15/02/2024",
    "Date Sortie": null,
    ...said(ends),
  };
}

/** A sheet of persons: the header is that of the first one. */
export function fichier(personnes: readonly Personne[], name = "Export", at = "A1"): Workbook {
  const header = Object.keys(personnes[0] ?? {});
  return workbook(sheet(name, [header, ...personnes.map((one) => header.map((nom) => one[nom] ?? null))], { at }));
}

/** The same persons, one column called otherwise. */
export function renommee(personnes: readonly Personne[], nom: string, autre: string): Personne[] {
  return personnes.map((one) =>
    Object.fromEntries(Object.entries(one).map(([key, value]) => [key === nom ? autre : key, value])),
  );
}

/** The same persons without a column. */
export function sans(personnes: readonly Personne[], nom: string): Personne[] {
  return personnes.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== nom)));
}

export const AUJOURDHUI = { date: "2024-07-08" } as const;
