/** Composes the pane: waits for office.js, then puts the host of Excel under the components. */
import { createRoot } from "react-dom/client";
import { createBrowserJournal, createExcelHost } from "../excel";
import type { StartedEngine } from "../worker/start";
import { App } from "./App";
import type { LoadEngine } from "./useCheck";

/** Beyond this an officer wonders: the page then says what is missing. */
const OFFICE_PATIENCE_MS = 10_000;

const OUTSIDE_EXCEL = "Ce volet s'ouvre dans Excel : onglet Accueil, bouton « Ouvrir le volet » de Contrôle PLS.";
const BROKEN =
  "Le volet s'est arrêté. Le classeur n'a pas été modifié. Fermez le volet et rouvrez-le ; si cela se reproduit, " +
  "transmettez le classeur à la personne qui suit l'outil.";
const NO_OFFICE =
  "Excel ne répond pas au volet. Fermez le volet et rouvrez-le ; si cela continue, vérifiez l'accès du poste au " +
  "serveur du complément avec votre service informatique.";

function showPage(sentence: string): void {
  const page = document.createElement("p");
  page.className = "page";
  page.setAttribute("role", "alert");
  page.textContent = sentence;
  document.getElementById("root")?.replaceChildren(page);
}

/** office.js, once its script has run; it may have run before this one. */
function officeLoaded(): Promise<void> {
  return new Promise((resolve, reject) => {
    if ("Office" in window) return resolve();
    const script = document.getElementById("office-js");
    script?.addEventListener("load", () => resolve());
    script?.addEventListener("error", () => reject(new Error("office.js did not load")));
  });
}

let engine: Promise<StartedEngine> | null = null;

/** One engine for the pane; one that did not start is asked for again. */
const loadEngine: LoadEngine = () => {
  engine ??= import("../worker").then(({ startPaneEngine }) => startPaneEngine());
  engine.catch(() => (engine = null));
  return engine;
};

const late = new Promise<never>((_, reject) => setTimeout(reject, OFFICE_PATIENCE_MS, new Error("office.js is late")));

Promise.race([officeLoaded().then(() => Office.onReady()), late]).then(
  ({ host }) => {
    const root = document.getElementById("root");
    if (host !== Office.HostType.Excel || !root) return showPage(OUTSIDE_EXCEL);
    const excel = createExcelHost({
      run: Excel.run,
      isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
      journal: createBrowserJournal(),
    });
    createRoot(root, {
      onUncaughtError: (error) => {
        console.error(error);
        showPage(BROKEN);
      },
    }).render(<App host={excel} loadEngine={loadEngine} />);
  },
  () => showPage(NO_OFFICE),
);
