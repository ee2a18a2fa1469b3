/** Every rule that exists, in the order of the catalogue: findings and reports follow it. */
import { cofinancementSolidarites } from "./cofinancement/cofinancement-solidarites";
import { cofinancementVolet2 } from "./cofinancement/cofinancement-volet-2";
import { forfaitEtat } from "./cofinancement/forfait-etat";
import { tauxAffiche } from "./cofinancement/taux-affiche";
import { bilanPlan } from "./bilan/bilan-plan";
import { executionFaible } from "./bilan/execution-faible";
import { fongibilite } from "./bilan/fongibilite";
import { plafondEtat } from "./bilan/plafond-etat";
import { reportHorsDuree } from "./bilan/report-hors-duree";
import { fichePlan } from "./concordance/fiche-plan";
import { grandAngle } from "./concordance/grand-angle";
import { mentionDivergente } from "./concordance/mention-divergente";
import { montantDivergent } from "./concordance/montant-divergent";
import { depenseIneligible } from "./depense/depense-ineligible";
import { echeance } from "./echeance/echeance";
import { fichierColonnes } from "./fichiers/fichier-colonnes";
import { fichierDate } from "./fichiers/fichier-date";
import { fichierDoublon } from "./fichiers/fichier-doublon";
import { fichierForme } from "./fichiers/fichier-forme";
import { formuleRompue } from "./formule/formule-rompue";
import { plage } from "./formule/plage";
import { referenceExterne } from "./formule/reference-externe";
import { champPermute } from "./identifiants/champ-permute";
import { iban } from "./identifiants/iban";
import { rib } from "./identifiants/rib";
import { siret } from "./identifiants/siret";
import { notifie } from "./concordance/notifie";
import { versementPlan } from "./concordance/versement-plan";
import { codeActiviteFormat } from "./imputation/code-activite-format";
import { codeActiviteInconnu } from "./imputation/code-activite-inconnu";
import { fluxStock } from "./indicateurs/flux-stock";
import { indicateurCumul } from "./indicateurs/indicateur-cumul";
import { indicateurIncomplet } from "./indicateurs/indicateur-incomplet";
import { imputationCoherente } from "./imputation/imputation-coherente";
import { imputationMontant } from "./imputation/imputation-montant";
import { nomenclatureFormat } from "./imputation/nomenclature-format";
import type { Rule } from "./rule";
import { annee } from "./saisie/annee";
import { erreurExcel } from "./saisie/erreur-excel";
import { montantIllisible } from "./saisie/montant-illisible";
import { montantNegatif } from "./saisie/montant-negatif";
import { montantTexte } from "./saisie/montant-texte";
import { unite } from "./saisie/unite";
import { flechage } from "./totaux/flechage";
import { montantLettres } from "./totaux/montant-lettres";
import { sousTotal } from "./totaux/sous-total";
import { totalAnnees } from "./totaux/total-annees";
import { totalGeneral } from "./totaux/total-general";
import { totalLigne } from "./totaux/total-ligne";
import { ventilation } from "./totaux/ventilation";
import { avance } from "./versement/avance";
import { solde } from "./versement/solde";

export const RULES: readonly Rule[] = [
  totalLigne,
  sousTotal,
  totalGeneral,
  totalAnnees,
  ventilation,
  flechage,
  montantLettres,
  cofinancementSolidarites,
  cofinancementVolet2,
  forfaitEtat,
  tauxAffiche,
  codeActiviteFormat,
  imputationCoherente,
  codeActiviteInconnu,
  imputationMontant,
  nomenclatureFormat,
  fichePlan,
  notifie,
  versementPlan,
  grandAngle,
  montantDivergent,
  mentionDivergente,
  depenseIneligible,
  siret,
  rib,
  iban,
  champPermute,
  avance,
  solde,
  plafondEtat,
  fongibilite,
  executionFaible,
  reportHorsDuree,
  bilanPlan,
  indicateurCumul,
  indicateurIncomplet,
  fluxStock,
  fichierColonnes,
  fichierForme,
  fichierDate,
  fichierDoublon,
  montantIllisible,
  montantTexte,
  unite,
  montantNegatif,
  erreurExcel,
  annee,
  plage,
  formuleRompue,
  referenceExterne,
  echeance,
];
