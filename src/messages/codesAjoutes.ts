/** What the pane says around the codes activité that officers add. */

export const CODES_AJOUTES = {
  kept: "Ajoutés à la liste de l'année, sur cet ordinateur seulement\u00A0; contrôlez à nouveau le classeur ensuite.",
  code: "Code",
  label: "Ce qu'il paie",
  from: "De",
  to: "À",
  add: "Ajouter un code…",
  save: "Enregistrer",
  cancel: "Annuler",
  exporter: "Exporter",
  importer: "Importer un fichier JSON de codes",
  forget: "Retirer mes codes",
  form: "Code à ajouter",
} as const;
