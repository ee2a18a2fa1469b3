/** What the pane says where it cannot be drawn: what happened, then what to do. */

const NBSP = "\u00a0";

export interface PlainPage {
  readonly title: string;
  readonly sentences: readonly string[];
  /** The button that begins the page anew; null where that would change nothing. */
  readonly reload: string | null;
}

/** Closing the pane and opening it again shows the same page: its runtime goes on meanwhile. */
export const RELOAD = "Recharger le volet";

export const PAGES: Readonly<Record<"outside" | "no-office" | "broken", PlainPage>> = {
  outside: {
    title: "Ce volet s’ouvre dans Excel",
    sentences: [
      "Contrôle PLS travaille sur le classeur ouvert dans Excel. Ici, il n’y en a pas.",
      `Dans Excel${NBSP}: onglet Accueil, groupe Contrôle PLS, bouton «${NBSP}Ouvrir le volet${NBSP}».`,
    ],
    reload: null,
  },
  "no-office": {
    title: "Excel ne répond pas au volet",
    sentences: [
      "Le classeur n’a pas été modifié.",
      "Rechargez le volet. Si cela continue, enregistrez le classeur, fermez Excel et rouvrez-le, puis vérifiez avec " +
        "votre service informatique l’accès de l’ordinateur au serveur du complément et à office.js.",
    ],
    reload: RELOAD,
  },
  broken: {
    title: "Le volet s’est arrêté",
    sentences: [
      "Ce qui a été écrit dans le classeur y est, et peut être annulé depuis l’onglet Plan ou Bilan.",
      "Rechargez le volet. Si cela se reproduit, transmettez le classeur à la personne qui suit l’outil.",
    ],
    reload: RELOAD,
  },
};
