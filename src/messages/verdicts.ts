/** Verdicts, severities and tables in the officers' words. */

export const VERDICT_TEXTS = {
  bloquant: "À corriger avant envoi",
  "a-justifier": "À justifier",
  "sans-anomalie": "Aucune anomalie relevée",
  "non-verifiable": "Non vérifiable",
  illisible: "Classeur illisible",
} as const;

export const SEVERITY_TEXTS = { blocking: "Bloquant", warning: "À justifier", info: "Information" } as const;

export const OUTCOME_TEXTS = {
  passed: "satisfaite",
  findings: "anomalies relevées",
  "not-applicable": "sans objet",
  "not-verifiable": "non vérifiable",
} as const;

export const TABLE_TEXTS: Readonly<Record<string, string>> = {
  "plan-de-financement": "Plan de financement",
  "budget-fiche": "Budget de fiche-action",
  imputations: "Imputations budgétaires",
  versements: "Versements",
  coordonnees: "Coordonnées bancaires",
  "nature-depenses": "Nature des dépenses",
  realise: "Réalisé",
  bilan: "Bilan",
  indicateurs: "Indicateurs",
  "flux-stock": "Flux et stock",
  flechage: "Fléchage",
  "grand-angle": "Engagements (Grand Angle)",
  "plan-previsionnel-nature": "Dépenses prévisionnelles par nature",
  "fichier-hebdomadaire": "Fichier hebdomadaire de personnes",
  "fichier-suivi": "Fichier de suivi de personnes",
  "fichier-retour": "Fichier de personnes reçu de France Travail",
};
