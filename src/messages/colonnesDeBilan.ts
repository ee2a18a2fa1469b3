/** Words for the columns of a bilan. */
import type { RoleDeColonne } from "../domain/colonnesDeBilan";

/** What a column is for, in a list to choose from. */
export const LIBELLE_DE_ROLE: Readonly<Record<RoleDeColonne, string>> = {
  fiche: "N° de fiche",
  code: "Code activité",
  prevuEtat: "Prévu État",
  prevuDepartement: "Prévu CD",
  prevuTotal: "Prévu total",
  realise: "Dépenses réalisées",
  ineligible: "Dépenses inéligibles",
  autres: "Autres financeurs",
  eligible: "Dépenses éligibles",
  due: "Part État due",
  departement: "Part CD réalisée",
  tauxDepartement: "Taux CD",
  tauxExecution: "Taux d'exécution",
  verse: "Déjà versé",
  solde: "Solde à verser",
  excedent: "Trop-perçu ou reliquat",
  justification: "Justification de l'écart",
};

export const AUCUN_ROLE = "Autre chose";
