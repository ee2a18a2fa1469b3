/** Why a command of the ribbon does not begin now, and what to do. */

const NBSP = "\u00a0";

/** The labels of the buttons, as the manifest has them. */
const LABELS = { check: "Contrôler", plan: "Remplir le plan", bilan: "Bilan" } as const;

const UNDER_WAY = {
  checking: "Un contrôle est en cours\u00a0: attendez sa fin ou annulez-le",
  preparing: "Une préparation est en cours\u00a0: attendez sa fin ou annulez-la",
  writing: "Une écriture est en cours dans le classeur\u00a0: attendez sa fin",
  undoing: "Une annulation est en cours dans le classeur\u00a0: attendez sa fin",
  open: "Une correction ou une saisie est ouverte dans le volet\u00a0: terminez-la ou quittez-la",
} as const;

/** One sentence: what is under way, and the button to press again after it. */
export function refusedOrder(order: keyof typeof LABELS, activity: keyof typeof UNDER_WAY): string {
  return `${UNDER_WAY[activity]}, puis cliquez de nouveau sur «${NBSP}${LABELS[order]}${NBSP}».`;
}
