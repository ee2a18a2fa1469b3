/**
 * The files of the convention on data exchange, as data. Annexe 4 gives the names of the columns that the partner sends, and
 * of those that France Travail sends back: programs read them.
 */
import { champNomme as nomme } from "./champsDEchange";
import type { FichierDEchange, GenreDeFichier } from "./fichierDEchange";
import { FICHIER_HEBDOMADAIRE } from "./fichierHebdomadaire";

const SUIVI: FichierDEchange = {
  genre: "fichier-suivi",
  titre: "Fichier de suivi de l'expérimentation",
  source: { article: "Convention d'échange de données, annexe 4", lines: [4252, 4267] },
  isNomme: true,
  isExige: true,
  jourDesDates: [],
  naissanceAuPremier: true,
  champs: [
    nomme("ID_CAF", {
      contenu: "matricule",
      isIdentite: true,
      autresMots: /^(?:(?:id|identifiant|numero|n|matricule) )?(?:allocataire )?caf$|^matricule$/,
    }),
    nomme("ROLE_CAF", { autresMots: /^role(?: (?:dans le )?(?:fichier )?(?:beneficiaire )?(?:cnaf|caf))?$/ }),
    nomme("COMMUNE", {
      contenu: "commune",
      autresMots: /^(?:code )?(?:commune )?insee$|^commune (?:code )?insee$|^code (?:insee (?:de la )?)?commune$/,
    }),
    nomme("DATE_NAISSANCE", { contenu: "naissance", autresMots: /^(?:date de naissance|ddn)$/ }),
    nomme("DATE_NOTIFICATION_DEPARTEMENT", {
      contenu: "date",
      autresMots: /^date (?:de )?(?:reception|notification)\b/,
    }),
    // For those who use rdv-insertion: the others send no such column.
    nomme("DATE_INVITATION", {
      contenu: "date",
      isRequis: false,
      autresMots: /^date (?:d envoi )?(?:de )?(?:l |d )?invitation\b/,
    }),
    nomme("DATE_RDV_ORIENTATION", {
      contenu: "date-prevue",
      autresMots: /^date (?:prevue )?(?:du |de )?(?:rdv|rendez vous) (?:d |de l )?orientation$/,
    }),
    nomme("DATE_ORIENTATION", {
      contenu: "date",
      autresMots: /^date (?:effective )?(?:d |de l )orientation$|^date effective orientation$/,
    }),
    nomme("DATE_1ER_RDV_ACCOMPAGNEMENT", {
      contenu: "date",
      autresMots: /^date (?:du |de )?(?:1er?|premier) (?:rdv|rendez vous)(?: (?:d |de l )?accompagnement)?$/,
    }),
    nomme("STRUCTURE_REFERENTE", { autresMots: /^structure(?: referente)?(?: (?:de l |d )?accompagnement)?$/ }),
    nomme("C_TYPEPARCOURS", { autresMots: /^(?:c |code )?types? (?:de )?parcours(?: ft)?$|^typeparcours$/ }),
    nomme("DATE_CER", { contenu: "date", autresMots: /^date (?:de )?(?:signature )?(?:du |de )?cer$/ }),
    nomme("TYPE_CONTRAT", { contenu: "contrat", autresMots: /^type de contrat$|^contrat$/ }),
    nomme("DEPARTEMENT", { contenu: "departement", autresMots: /^(?:numero|n|code) (?:de |du )?departement$/ }),
    nomme("DEPARTEMENT_CODE_CAF", { autresMots: /^(?:departement )?(?:code|numero|n) (?:de (?:la )?)?caf$/ }),
    nomme("STOCK", { autresMots: /^(?:en )?stock\b|^file active$/ }),
  ],
  signes: [["ID_CAF", "ROLE_CAF", "DEPARTEMENT_CODE_CAF", "STOCK"]],
  minimum: 8,
};

const RETOUR: FichierDEchange = {
  genre: "fichier-retour",
  titre: "Fichier des indicateurs de France Travail",
  source: { article: "Convention d'échange de données, annexe 4", lines: [4273, 4298] },
  isNomme: true,
  isExige: false,
  jourDesDates: [],
  naissanceAuPremier: false,
  champs: [
    nomme("Nom", { isIdentite: true }),
    nomme("Prénom", { isIdentite: true }),
    nomme("Date De Naissance", { contenu: "naissance", isIdentite: true }),
    nomme("Tranche Age Actuel"),
    nomme("Obligation Emploi Actuel"),
    nomme("Inscription Actuelle"),
    nomme("Rome Actuel"),
    nomme("Diagnostic Realise", { contenu: "oui-non" }),
    nomme("Commune Entree"),
    nomme("Commune Actuelle"),
    nomme("Libelle Commune Actuelle"),
    nomme("Territoire Entree"),
    nomme("Territoire Actuel"),
    nomme("Departement Actuel"),
    nomme("Agence Dans Xp"),
    nomme("Agence"),
    nomme("Direction territoriale Actuelle"),
    nomme("Date Entree Parcours", { contenu: "date" }),
    nomme("Date Sortie", { contenu: "date" }),
    nomme("Motif Sortie"),
    nomme("Libelle Parcours Entree"),
    nomme("Libelle Parcours Actuel"),
    nomme("Modalité de suivi et d'accompagnement (Msa) Actuelle", {
      autresMots: /^(?:modalite (?:de )?(?:suivi )?(?:et )?(?:d )?accompagnement|msa)\b/,
    }),
    nomme("Libelle Pni", { autresMots: /^libelle pni\b/ }),
    nomme("Libelle Type de Suivi délégué"),
    nomme("Top Demandeur d'emploi de Longue Duree"),
  ],
  signes: [["Date Entree Parcours", "Libelle Parcours Entree", "Territoire Entree"]],
  minimum: 12,
};

export const FICHIERS_D_ECHANGE: readonly FichierDEchange[] = [FICHIER_HEBDOMADAIRE, SUIVI, RETOUR];

/** The list of a kind of file. */
export function fichierDEchange(genre: GenreDeFichier): FichierDEchange {
  return FICHIERS_D_ECHANGE.find((one) => one.genre === genre) ?? FICHIER_HEBDOMADAIRE;
}
