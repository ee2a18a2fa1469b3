/** The French of every rule: its title, why it exists, what to do. Sentences of findings are in findings.ts. */
import type { RuleId } from "../rules/rule";
import { BILAN_RULE_TEXTS } from "./bilan";
import { FICHIER_TEXTS } from "./fichierTexts";
import { INDICATEUR_TEXTS } from "./indicateurs";

export interface RuleText {
  /** Name of the rule, as its page and the report show it. */
  readonly title: string;
  /** What a finding of it is called in a list. */
  readonly finding: string;
  readonly why: string;
  readonly whatToDo: string;
}

export const RULE_TEXTS: Readonly<Record<RuleId, RuleText>> = {
  "total-ligne": {
    title: "Total de la ligne",
    finding: "Total de ligne inexact",
    why: "Le budget global d'une action est la somme de la participation de l'État et des crédits du département (C = A + B) ; dans un bilan, la dépense éligible est la dépense réalisée moins l'inéligible.",
    whatToDo: "Rapprochez la ligne de la fiche-action, puis corrigez le montant en cause.",
  },
  "sous-total": {
    title: "Sous-total d'un axe ou d'un volet",
    finding: "Sous-total inexact",
    why: "Le sous-total d'un axe ou d'un volet est la somme de ses actions ; la convention et les imputations le reprennent.",
    whatToDo: "Vérifiez les lignes du bloc et l'étendue de la formule, puis corrigez le montant en cause.",
  },
  "total-general": {
    title: "Totaux généraux",
    finding: "Total général inexact",
    why: "Un total général additionne une seule fois chaque sous-total et chaque ligne qu'il couvre.",
    whatToDo: "Vérifiez quels sous-totaux ce total doit reprendre, puis corrigez le montant en cause.",
  },
  "total-annees": {
    title: "Total des années d'une fiche",
    finding: "Total des années inexact",
    why: "La ligne « Total » du budget d'une fiche-action est la somme de ses années.",
    whatToDo: "Vérifiez les années de la fiche, puis corrigez le montant en cause.",
  },
  ventilation: {
    title: "Ventilation d'un montant",
    finding: "Ventilation inexacte",
    why: "Les montants du détail (territoires, natures des dépenses) doivent redonner le montant qu'ils détaillent.",
    whatToDo: "Corrigez le détail ou le montant, ou justifiez l'écart.",
  },
  flechage: {
    title: "Montants fléchés",
    finding: "Fléchage excessif",
    why: "Un montant fléché (« dont ») est déjà compris dans une action, un axe ou un total : il ne peut pas le dépasser.",
    whatToDo: "Corrigez le montant fléché, ou celui dont il fait partie.",
  },
  "montant-lettres": {
    title: "Montants en lettres",
    finding: "Lettres contraires aux chiffres",
    why: "Un montant écrit en lettres et en chiffres est une seule somme : un écart entre les deux laisse un doute sur ce que la pièce engage.",
    whatToDo: "Écrivez la somme en lettres d'après le montant exact, ou corrigez le montant en chiffres.",
  },
  "cofinancement-solidarites": {
    title: "Cofinancement des solidarités",
    finding: "Part du département sous 50 %",
    why: "Le département s'engage à apporter au moins 50 % des crédits dévolus à chaque action des solidarités.",
    whatToDo:
      "Portez les crédits du département au moins au niveau de la participation de l'État, ou corrigez le montant erroné.",
  },
  "cofinancement-volet-2": {
    title: "Cofinancement du volet 2",
    finding: "Parts inégales au volet 2",
    why: "L'État et le département participent chacun à hauteur de 50 % du coût total des actions du volet 2.",
    whatToDo: "Rétablissez des parts égales au niveau du volet.",
  },
  "forfait-etat": {
    title: "Volets financés par l'État seul",
    finding: "Part du département inattendue",
    why: "Les volets 1 et 3 et la convention de Tourcoing sont financés par l'État seul : la colonne du département porte NC ou un tiret.",
    whatToDo: "Retirez cette part si elle résulte d'une erreur de saisie ; sinon, justifiez-la.",
  },
  "taux-affiche": {
    title: "Taux affichés",
    finding: "Taux contraire aux montants",
    why: "Un taux écrit doit être celui que donnent les montants de sa ligne.",
    whatToDo: "Corrigez le taux, ou les montants de la ligne.",
  },
  "code-activite-format": {
    title: "Forme du code activité",
    finding: "Code activité mal formé",
    why: "Un code activité a douze chiffres, dont les quatre premiers sont un zéro et le programme ; Excel retire le zéro d'un nombre.",
    whatToDo: "Saisissez les douze chiffres comme du texte.",
  },
  "code-activite-inconnu": {
    title: "Codes activité de l'année",
    finding: "Code activité à confirmer",
    why: "La liste des codes activité est propre à chaque année ; un code qui n'y est pas peut être une erreur d'imputation.",
    whatToDo: "Rapprochez le code de la convention, ou ajoutez-le à vos codes s'il est exact.",
  },
  "imputation-coherente": {
    title: "Cohérence de l'imputation",
    finding: "Erreur d'imputation",
    why: "Le programme, l'action, la sous-action et le code activité d'une ligne désignent une seule imputation, celle de son axe ou de son volet.",
    whatToDo: "Mettez la ligne en cohérence avec la convention : une erreur d'imputation fait rejeter le dossier.",
  },
  "imputation-montant": {
    title: "Montants par imputation",
    finding: "Montant imputé inexact",
    why: "Les montants par code activité redonnent la participation de l'État par axe et par volet du plan de financement.",
    whatToDo: "Mettez en cohérence l'imputation et le plan : corrigez le montant en cause.",
  },
  "nomenclature-format": {
    title: "Autres nomenclatures budgétaires",
    finding: "Nomenclature à vérifier",
    why: "Groupe de marchandises, domaine fonctionnel, centre financier et engagement juridique ont chacun leur forme.",
    whatToDo: "Vérifiez la saisie.",
  },
  "fiche-plan": {
    title: "Fiches-actions et plan de financement",
    finding: "Écart entre fiche et plan",
    why: "Le plan de financement (annexe 1.b) reprend, pour l'année, la somme des budgets des fiches-actions (annexe 1.a).",
    whatToDo: "Mettez en cohérence la fiche et le plan : corrigez le montant en cause.",
  },
  notifie: {
    title: "Montants notifiés et plan de financement",
    finding: "Écart avec le montant notifié",
    why: "La participation de l'État à chaque axe ou volet est celle que la convention notifie pour l'année ; c'est un maximum.",
    whatToDo: "Rapprochez le plan de la notification : corrigez le montant en cause, ou les réglages s'ils sont faux.",
  },
  "grand-angle": {
    title: "Engagements proposés",
    finding: "Proposition contraire au plan",
    why: "Les engagements que le rapport propose sont ceux de la contractualisation ; une opération n'en porte pas plus que ce qui est autorisé et n'est pas déjà contracté.",
    whatToDo: "Mettez en cohérence l'opération, son enveloppe et le plan, ou justifiez l'écart.",
  },
  "montant-divergent": {
    title: "Montants écrits deux fois",
    finding: "Montant écrit de deux façons",
    why: "Une même somme écrite dans une phrase et dans un tableau doit être la même ; un seul chiffre les sépare ici.",
    whatToDo: "Retenez le montant notifié et corrigez l'autre.",
  },
  "mention-divergente": {
    title: "Mentions écrites deux fois",
    finding: "Mention écrite de deux façons",
    why: "L'ordonnateur, le comptable, la date d'un texte et le sort d'un report sont les mêmes d'une pièce à l'autre du même dossier.",
    whatToDo: "Retenez la mention exacte et mettez les pièces en cohérence, ou justifiez la différence.",
  },
  annee: {
    title: "Année des titres et des en-têtes",
    finding: "Année à vérifier",
    why: "Un titre ou un en-tête d'une autre année que le tableau est souvent le reste d'un modèle.",
    whatToDo: "Corrigez l'année, ou le tableau s'il n'est pas le bon.",
  },
  "depense-ineligible": {
    title: "Dépenses non éligibles",
    finding: "Dépense non éligible",
    why: "La partie emploi exclut du financement de l'État les frais généraux, les frais de mission du personnel, les prestations d'évaluation, de formation ou de gestion de projet, et l'investissement hors développements informatiques.",
    whatToDo:
      "Retirez la dépense de la part de l'État, ou justifiez qu'elle n'est pas de celles que la convention exclut.",
  },
  siret: {
    title: "Clé du SIRET",
    finding: "SIRET inexact",
    why: "Le SIRET désigne le bénéficiaire : ses quatorze chiffres portent une clé, et les neuf premiers une autre.",
    whatToDo: "Rapprochez le SIRET de l'avis de situation de l'Insee, puis corrigez-le.",
  },
  rib: {
    title: "Clé du RIB",
    finding: "RIB inexact",
    why: "Le comptable ne paie que sur un compte dont la clé correspond au code établissement, au code guichet et au numéro de compte.",
    whatToDo: "Rapprochez les champs du relevé d'identité bancaire, puis corrigez celui qui est en cause.",
  },
  iban: {
    title: "Clé de l'IBAN et accord avec le RIB",
    finding: "IBAN inexact",
    why: "L'IBAN porte sa propre clé et reprend le code établissement, le code guichet, le numéro de compte et la clé RIB.",
    whatToDo: "Rapprochez l'IBAN du relevé d'identité bancaire, puis corrigez-le.",
  },
  "champ-permute": {
    title: "Identifiants dans le bon champ",
    finding: "Champ permuté",
    why: "Un identifiant saisi dans le champ d'un autre, ou tronqué, fait rejeter la demande de paiement.",
    whatToDo: "Saisissez dans chaque champ l'identifiant qu'il nomme, au format texte.",
  },
  "montant-illisible": {
    title: "Montants lisibles",
    finding: "Montant illisible",
    why: "Une colonne de montants qui s'additionne ne porte que des montants, NC ou un tiret.",
    whatToDo: "Saisissez le montant en euros ; s'il n'y a pas de participation, saisissez NC.",
  },
  "montant-texte": {
    title: "Montants saisis comme texte",
    finding: "Montant saisi comme texte",
    why: "Excel n'additionne pas un montant saisi comme texte : une somme le passe sous silence.",
    whatToDo: "Remplacez le texte par le nombre.",
  },
  unite: {
    title: "Unité des montants",
    finding: "Erreur d'unité",
    why: "Ce montant est mille ou un million de fois trop grand ou trop petit pour les calculs qui le reprennent.",
    whatToDo: "Vérifiez l'unité (€, k€, M€) et corrigez le montant.",
  },
  "montant-negatif": {
    title: "Participations négatives",
    finding: "Montant négatif",
    why: "Une participation ne peut pas être négative dans un plan de financement ni dans un budget de fiche.",
    whatToDo: "Corrigez le signe du montant.",
  },
  "erreur-excel": {
    title: "Erreurs d'Excel",
    finding: "Erreur d'Excel",
    why: "Une cellule en erreur rend invérifiables tous les totaux qui en dépendent.",
    whatToDo: "Corrigez la formule de cette cellule : les autres suivront.",
  },
  plage: {
    title: "Étendue des formules",
    finding: "Formule inexacte",
    why: "La formule d'un total additionne tout ce qu'il couvre, chaque montant une seule fois.",
    whatToDo: "Corrigez la formule : les totaux qui en dépendent suivront.",
  },
  "formule-rompue": {
    title: "Formules remplacées par un montant",
    finding: "Montant saisi sur une formule",
    why: "Un total saisi à la main ne suit plus les montants qu'il additionne.",
    whatToDo: "Recopiez la formule d'une cellule voisine.",
  },
  "reference-externe": {
    title: "Montants venus d'ailleurs",
    finding: "Montant venu d'ailleurs",
    why: "Un montant contrôlé doit pouvoir se vérifier dans le classeur envoyé : un autre classeur ne l'accompagne pas, une feuille masquée ne se voit pas.",
    whatToDo:
      "Affichez la feuille masquée ; remplacez le lien vers un autre classeur par sa valeur, et joignez la pièce.",
  },
  "versement-plan": {
    title: "Versements et plan de financement",
    finding: "Base de versement contraire au plan",
    why: "Le montant prévisionnel d'un versement est la participation de l'État que le plan écrit pour ses volets ou ses axes.",
    whatToDo: "Mettez en cohérence le versement et le plan : corrigez le montant en cause.",
  },
  avance: {
    title: "Avances",
    finding: "Avance inexacte",
    why: "L'avance est la part du montant prévisionnel que la convention prévoit : 60 % pour la partie emploi et pour Tourcoing, la totalité pour les solidarités.",
    whatToDo:
      "Rapprochez l'avance, son taux et le montant prévisionnel de la convention, puis corrigez le montant en cause.",
  },
  solde: {
    title: "Soldes et trop-perçus",
    finding: "Solde inexact",
    why: "Le solde est ce qui est dû, dans la limite du montant prévisionnel, moins ce qui a été versé ; un trop-perçu est remboursé à l'État.",
    whatToDo: "Vérifiez le montant dû et les versements déjà effectués, puis corrigez le montant en cause.",
  },
  ...BILAN_RULE_TEXTS,
  ...INDICATEUR_TEXTS,
  ...FICHIER_TEXTS,
};
