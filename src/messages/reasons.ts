/** Why a rule could not check something, in French. */
import type { Unverifiable } from "../rules/rule";

const SENTENCES: Readonly<Record<Unverifiable["reason"], (subject: string) => string>> = {
  "annee-sans-donnees": (subject) => `Aucune règle n'est connue pour ${subject}.`,
  "annee-inconnue": (subject) => `L'année de « ${subject} » n'est écrite nulle part.`,
  "bloc-inconnu": (subject) => `Le bloc (axe ou volet) de « ${subject} » n'est pas reconnu.`,
  "fiche-absente": (subject) => `Aucune fiche du classeur ne porte l'${subject}.`,
  "fiches-incompletes": (subject) => `Il manque des fiches de l'${subject}.`,
  "fiches-en-double": (subject) => `Deux fiches de l'${subject} ont des montants différents.`,
  "fiche-inconnue": (subject) => `Le budget « ${subject} » ne dit pas de quelle fiche-action il est.`,
  "colonne-absente": (subject) => `« ${subject} » n'a pas les trois colonnes État, département et total.`,
  "montant-non-lu": (subject) => `Formule sans valeur (${subject}) : recalculez le classeur.`,
  "liste-de-codes": (subject) => `La liste des codes activité n'est pas connue (${subject}).`,
  "notifie-absent": (subject) => `Aucun montant notifié pour ${subject} : complétez les réglages.`,
  "plans-multiples": (subject) => `Plusieurs plans portent ${subject}, et aucun n'en a la totalité.`,
  "plafond-absent": (subject) =>
    `Ni le bilan ni un plan du classeur ne disent la participation de l'État (${subject}).`,
  "depense-absente": (subject) => `La dépense éligible ne se lit pas (${subject}).`,
  "seuil-absent": () => "Aucun seuil d'exécution n'est réglé : indiquez-le dans les réglages.",
  "execution-inconnue": (subject) => `Le réalisé ou le prévu ne se lit pas (${subject}).`,
  "prevu-absent": (subject) => `Aucun plan de l'année ne porte le prévu (${subject}).`,
  "etape-inconnue": (subject) => `L'échéance n'est pas connue (${subject}).`,
  "part-absente": (subject) => `La part du département ne se lit pas seule (${subject}).`,
  "sans-ensemble": (subject) => `Aucun montant du classeur ne dit de quoi ${subject} fait partie.`,
  "plan-absent": (subject) => `Aucun plan du classeur ne porte ce que paie ${subject}.`,
  "compte-incomplet": (subject) => `« ${subject} » n'a pas tous les champs du RIB, ni d'IBAN qui les remplace.`,
  "nature-sans-montant": (subject) => `Une nature des dépenses n'a pas de montant (${subject}).`,
  "nature-sans-budget": (subject) => `Aucun budget lisible pour la nature des dépenses (${subject}).`,
  "total-non-annonce": (subject) => `Aucun total n'est annoncé pour les cibles cumulées (${subject}).`,
  "nombres-sans-recoupement": (subject) => `Aucun total ni autre tableau ne recoupe les nombres (${subject}).`,
  "date-absente": (subject) => `La date du contrôle n'est pas connue (${subject}).`,
  "montant-a-completer": (subject) => `Un montant est à compléter (${subject}).`,
  "personne-inconnue": (subject) => `Aucune colonne ne dit de quelle personne est une ligne (${subject}).`,
  "montant-absent": (subject) => `Un montant ne peut pas être lu (${subject}).`,
};

/** Subjects that one sentence names before it counts the others. */
const MOST_NAMED = 3;

/** One text for all the reasons of a rule: each sentence once, the first few, then how many more. Null for none. */
export function reasonText(unverifiable: readonly Unverifiable[]): string | null {
  const sentences = [...new Set(unverifiable.map(({ reason, subject }) => SENTENCES[reason](subject)))];
  if (sentences.length === 0) return null;
  const rest = sentences.length - MOST_NAMED;
  const more = rest > 0 ? [rest === 1 ? "Et 1 autre cas." : `Et ${rest} autres cas.`] : [];
  return [...sentences.slice(0, MOST_NAMED), ...more].join(" ");
}
