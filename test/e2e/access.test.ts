/** Every state of the pane for everyone: axe finds nothing, and 320 pixels are enough. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { annexe3, ENTETES_ANNEXE_3 } from "../builders/annexe3";
import { nordPlan } from "../builders/nord";
import { changed, workbook } from "../builders/picture";
import { fileOf } from "../fixtures/pictureFile";
import { overflow, paneFrame, violations } from "./axe";
import { check, open, openDesk, useBench, type Desk } from "./bench";
import { faultyPlan, lostZeros, withoutTable } from "./workbooks";

const bench = useBench();

type Visit = (name: string, desk: Desk) => Promise<void>;

async function states(options: BrowserContextOptions, visit: Visit): Promise<void> {
  const desk = await openDesk(bench(), await faultyPlan(), options);
  await visit("avant contrôle", desk);
  await desk.pane.getByRole("button", { name: "Aide" }).click();
  await desk.pane.getByRole("region", { name: "Touches du clavier" }).waitFor();
  await visit("aide", desk);
  await desk.pane.getByRole("button", { name: "Aide" }).click();
  await check(desk);
  await visit("constats", desk);
  for (const summary of await desk.pane.locator("summary").all()) await summary.click();
  await visit("ce qui a été contrôlé", desk);
  await desk.pane.locator("[data-cell]").first().click();
  await desk.pane.getByRole("article").waitFor();
  await visit("fiche", desk);
  await justifyStates(desk, visit);
  await correctStates(desk, visit);
  await reportStates(desk, visit);
  await desk.page.context().close();
}

async function reportStates(desk: Desk, visit: Visit): Promise<void> {
  await desk.pane.getByRole("button", { name: "Rapport de contrôle" }).click();
  const add = desk.pane.getByRole("button", { name: /^Ajouter la feuille/ });
  await add.waitFor();
  await visit("rapport, aperçu", desk);
  await add.click();
  await desk.pane.getByRole("button", { name: /^Aller à la feuille/ }).waitFor();
  await visit("rapport ajouté", desk);
  await desk.pane.getByRole("article").getByRole("button", { name: "Annuler" }).click();
  await desk.pane.getByRole("button", { name: "Préparer" }).waitFor();
  await visit("rapport annulé", desk);
}

async function justifyStates(desk: Desk, visit: Visit): Promise<void> {
  const button = (name: string | RegExp) => desk.pane.getByRole("button", { name });
  await button("Justifier…").click();
  await button("Enregistrer").click();
  await desk.pane.getByText(/Écrivez le motif/).waitFor();
  await visit("justification incomplète", desk);
  await desk.pane.getByLabel("Motif").fill("Accord du comptable");
  await desk.pane.getByLabel("Votre nom").fill("A. Agent");
  await button("Enregistrer").click();
  await button("Retirer").waitFor();
  await visit("fiche justifiée", desk);
  await button("Retour").click();
  await button(/^Justifiés/).click();
  await visit("constats justifiés", desk);
  await desk.pane.locator("[data-cell]").first().click();
  await button("Page de la règle").click();
  await desk.pane.getByRole("heading", { name: "Quand elle se tait" }).waitFor();
  await visit("page de règle", desk);
  await button("Retour").click();
}

async function correctStates(desk: Desk, visit: Visit): Promise<void> {
  const button = (name: string | RegExp) => desk.pane.getByRole("button", { name });
  await button(/^Remplacer par/).click();
  await button(/^Corriger/).waitFor();
  await visit("correction, aperçu", desk);
  await button(/^Corriger/).click();
  await desk.pane.getByText(/^Contrôlé de nouveau/).waitFor();
  await visit("corrigé", desk);
  await button("Revenir aux constats").click();
  await desk.pane.getByText(/justification sans constat/).click();
  await visit("justification sans constat", desk);
}

/** Groups, filters, repeats: a longer list than that of one fault. */
async function listStates(options: BrowserContextOptions, visit: Visit): Promise<void> {
  const desk = await openDesk(bench(), ERREURS, options);
  await check(desk);
  await visit("constats filtrables", desk);
  await desk.pane.getByRole("combobox", { name: "Grouper" }).selectOption({ label: "Par feuille" });
  await desk.pane.getByRole("searchbox").fill("total");
  await visit("constats cherchés", desk);
  await open(desk, await lostZeros());
  await check(desk);
  await desk.pane.locator("[data-cell]").first().click();
  await visit("fiche d'une répétition", desk);
  await desk.page.context().close();
}

const NAME = "nord-2024-erreurs.xlsx";
const ERREURS = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };

async function settingsStates(desk: Desk, visit: Visit): Promise<void> {
  const button = (name: string | RegExp) => desk.pane.getByRole("button", { name });
  await button("Réglages de la convention").click();
  await button("Enregistrer").waitFor();
  for (const step of ["Département", "Montants", "Taux", "Échéances"]) {
    await button(new RegExp(`^${step}`)).click();
    await visit(`réglages, ${step}`, desk);
  }
  await button(/^Montants/).click();
  await desk.pane.getByRole("textbox", { name: "Axe 3" }).fill("2,7 M€");
  await desk.pane.getByRole("textbox", { name: "Volet 1" }).fill("NC");
  await button("Enregistrer").click();
  await visit("réglages refusés", desk);
  await desk.pane.getByRole("textbox", { name: "Volet 1" }).fill("135 000");
  await button("Enregistrer").click();
  await desk.pane.getByText(/Réglages gardés/).waitFor();
  await visit("réglages gardés", desk);
  await button("Effacer").click();
  await visit("réglages à effacer", desk);
  await button("Garder").click();
  await button("Retour").click();
}

async function planStates(desk: Desk, visit: Visit): Promise<void> {
  const button = (name: string | RegExp) => desk.pane.getByRole("button", { name });
  const article = desk.pane.getByRole("article");
  await desk.pane.getByRole("tab", { name: "Plan", exact: true }).click();
  await button("Préparer").waitFor();
  await visit("plan, choix", desk);
  await button("Préparer").click();
  await button(/^Remplir/).waitFor();
  await visit("plan, aperçu", desk);
  await button(/^Remplir/).click();
  await article.getByText(/remplies?$/).waitFor();
  await visit("plan rempli", desk);
  await desk.page.locator('[data-address="Plan de financement 2024!D11"]').dblclick();
  await desk.page.keyboard.type("1");
  await desk.page.keyboard.press("Enter");
  await article.getByRole("button", { name: "Annuler" }).click();
  await button("Annuler le reste").waitFor();
  await visit("annulation refusée", desk);
  await button("Retour").click();
  await visit("plan, à annuler", desk);
  await desk.pane.getByRole("region", { name: "Peut encore être annulé" }).getByRole("button").click();
  await button("Annuler le reste").click();
  await desk.pane
    .getByText(/sauf les cellules modifiées depuis/)
    .first()
    .waitFor();
  await visit("plan annulé", desk);
  await desk.pane.getByText("Sur une nouvelle feuille", { exact: true }).click();
  await button("Préparer").click();
  await button(/^Ajouter la feuille/).waitFor();
  await visit("feuille, aperçu", desk);
}

/** An officer's own table of the bilan, with a column that no word tells, and an amount that is replaced. */
function annexeRecue() {
  const entetes = ENTETES_ANNEXE_3.map((header) => (header === "Part État due" ? "Colonne 8" : header));
  const book = changed(workbook(...nordPlan().sheets, annexe3(entetes)), "Annexe 3!C3", 1_900);
  return { name: "annexe.xlsx", bytes: fileOf(book) };
}

async function bilanStates(options: BrowserContextOptions, visit: Visit): Promise<void> {
  const desk = await openDesk(bench(), ERREURS, options);
  const button = (name: string | RegExp) => desk.pane.getByRole("button", { name });
  const article = desk.pane.getByRole("article");
  await desk.pane.getByRole("tab", { name: "Bilan", exact: true }).click();
  await button("Préparer").waitFor();
  await visit("bilan, choix", desk);
  await button("Préparer").click();
  await button(/^Ajouter \d+ feuilles/).waitFor();
  await visit("bilan, aperçu", desk);
  await article.getByText(/^Feuille «\sÉchéancier 2024/).click();
  await article.getByRole("region", { name: "Feuille Échéancier 2024" }).waitFor();
  await visit("bilan, feuille dépliée", desk);
  await button(/^Ajouter \d+ feuilles/).click();
  await button(/^Aller à la feuille/).waitFor();
  await visit("bilan écrit", desk);
  await button("Retour").click();
  await desk.pane.getByRole("tabpanel", { name: "Bilan" }).getByLabel("Année").selectOption("2027");
  await button("Préparer").click();
  await desk.pane.getByRole("alert").getByText(/2027/).waitFor();
  await visit("bilan refusé", desk);
  await open(desk, annexeRecue());
  await desk.pane.getByRole("tab", { name: "Bilan", exact: true }).click();
  await button("Préparer").click();
  await article.getByRole("combobox", { name: "Colonne H Colonne 8" }).selectOption("Solde à verser");
  await article.getByText(/est laissée telle quelle\.$/).waitFor();
  await visit("bilan, colonnes corrigées", desk);
  await desk.page.context().close();
}

async function writingStates(options: BrowserContextOptions, visit: Visit): Promise<void> {
  const desk = await openDesk(bench(), ERREURS, options);
  await settingsStates(desk, visit);
  await planStates(desk, visit);
  await desk.page.context().close();
}

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["clair", { colorScheme: "light" }],
  ["sombre", { colorScheme: "dark" }],
  ["contraste imposé", { forcedColors: "active" }],
];

test.each(LOOKS)("axe ne trouve rien, en %s", async (_name, options) => {
  const found: string[] = [];
  await states({ ...options, reducedMotion: "reduce" }, async (state, desk) => {
    found.push(...(await violations(paneFrame(desk))).map((violation) => `${state}: ${violation}`));
  });
  expect(found).toEqual([]);
});

test.each(LOOKS)("axe ne trouve rien dans la liste groupée, filtrée, repliée, en %s", async (_name, options) => {
  const found: string[] = [];
  await listStates({ ...options, reducedMotion: "reduce" }, async (state, desk) => {
    found.push(...(await violations(paneFrame(desk))).map((violation) => `${state}: ${violation}`));
  });
  expect(found).toEqual([]);
});

test.each(LOOKS)("axe ne trouve rien dans les réglages ni dans le plan, en %s", async (_name, options) => {
  const found: string[] = [];
  await writingStates({ ...options, reducedMotion: "reduce" }, async (state, desk) => {
    found.push(...(await violations(paneFrame(desk))).map((violation) => `${state}: ${violation}`));
  });
  expect(found).toEqual([]);
});

test.each(LOOKS)("axe ne trouve rien dans le bilan, en %s", async (_name, options) => {
  const found: string[] = [];
  await bilanStates({ ...options, reducedMotion: "reduce" }, async (state, desk) => {
    found.push(...(await violations(paneFrame(desk))).map((violation) => `${state}: ${violation}`));
  });
  expect(found).toEqual([]);
});

test("axe ne trouve rien dans le banc, ni sans tableau connu", async () => {
  const desk = await openDesk(bench(), await withoutTable());
  await check(desk);
  expect(await violations(paneFrame(desk))).toEqual([]);
  expect(await violations(desk.page.mainFrame())).toEqual([]);
});

test.each([
  ["320 pixels de large", "width: 320px; height: 378px"],
  // 350 pixels seen twice as large.
  ["zoom de 200 %", "width: 175px; height: 189px"],
])("%s : rien ne déborde", async (_name, size) => {
  const found: string[] = [];
  const visit: Visit = async (state, desk) => {
    await desk.page.addStyleTag({ content: `#pane { flex: none !important; ${size} }` });
    const pixels = await overflow(paneFrame(desk));
    if (pixels > 0) found.push(`${state}: ${pixels}`);
  };
  await states({}, visit);
  await listStates({}, visit);
  await writingStates({}, visit);
  await bilanStates({}, visit);
  expect(found).toEqual([]);
});
