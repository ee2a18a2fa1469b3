/** Composes the pane: waits for office.js, then puts the host of Excel under the components. */
import { createRoot } from "react-dom/client";
import { createRibbon, type Ribbon } from "../commands/ribbon";
import { createBrowserJournal, createExcelHost } from "../excel";
import { App } from "./App";
import { showPage } from "./page";

/** Beyond this an officer wonders: the page then says what is missing. */
const OFFICE_PATIENCE_MS = 10_000;

/** office.js, once its script has run: the page runs this one first. */
function officeLoaded(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.getElementById("office-js");
    script?.addEventListener("load", () => resolve());
    script?.addEventListener("error", () => reject(new Error("office.js did not load")));
  });
}

const loadCheck = async () => (await import("../checking/check")).checkWorkbook;
const loadDraftBilan = async () => (await import("../drafting/bilan")).draftBilan;
const loadDraftPlan = async () => (await import("../drafting/plan")).draftPlan;

async function officeReady() {
  await officeLoaded();
  // A press on the ribbon may be what opened this page: Excel calls the command as soon as office.js listens.
  const ribbon = createRibbon({
    associate: (name, command) => Office.actions.associate(name, command),
    showPane: () => Office.addin.showAsTaskpane(),
  });
  const { host } = await Office.onReady();
  return { host, ribbon };
}

function draw(ribbon: Ribbon): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("#root is missing from the page");
  const excel = createExcelHost({
    run: Excel.run,
    isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
    journal: createBrowserJournal(),
  });
  root.replaceChildren();
  createRoot(root, {
    onUncaughtError: (error) => {
      console.error(error);
      showPage("broken");
    },
  }).render(
    <App
      host={excel}
      ribbon={ribbon}
      loadCheck={loadCheck}
      loadDraftPlan={loadDraftPlan}
      loadDraftBilan={loadDraftBilan}
    />,
  );
}

// Excel may still answer after that: the pane then takes the place of the page.
const patience = setTimeout(showPage, OFFICE_PATIENCE_MS, "no-office");

officeReady()
  .finally(() => clearTimeout(patience))
  .then(({ host, ribbon }) => (host === Office.HostType.Excel ? draw(ribbon) : showPage("outside")))
  .catch((cause: unknown) => {
    console.error(cause);
    showPage("no-office");
  });
