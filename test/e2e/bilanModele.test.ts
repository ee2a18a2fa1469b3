/** The officer's own table of the bilan, from the pane: its columns shown, corrected by hand, remembered, then filled. */
import { readFileSync } from "node:fs";
import { fileOf } from "../fixtures/pictureFile";
import { annexe3, ENTETES_ANNEXE_3 } from "../builders/annexe3";
import { nordPlan } from "../builders/nord";
import { workbook } from "../builders/picture";
import { open, openDesk, useBench, type Desk, type Picked } from "./bench";

const bench = useBench();

/** An annexe 3 of somebody else, with a column that no word tells; expenses of action 1.1 and a wrong share are there. */
function mine(entetes = ENTETES_ANNEXE_3.map((header) => (header === "Part État due" ? "Colonne 8" : header))): Picked {
  return { name: "annexe.xlsx", bytes: fileOf(workbook(...nordPlan().sheets, annexe3(entetes))) };
}

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
const article = ({ pane }: Desk) => pane.getByRole("article");
const column = (desk: Desk, name: string) => article(desk).getByRole("combobox", { name });
const cell = ({ page }: Desk, address: string) => page.locator(`[data-address="${address}"]`);
const chosen = (desk: Desk, name: string) => column(desk, name).locator("option:checked").textContent();

async function prepare(desk: Desk): Promise<void> {
  await desk.pane.getByRole("tab", { name: "Bilan", exact: true }).click();
  await button(desk, "Préparer").click();
  await article(desk).waitFor();
}

async function correct(desk: Desk): Promise<void> {
  await column(desk, "Colonne H Colonne 8").selectOption("Part État due");
  await button(desk, "Garder ces colonnes et refaire l’aperçu").click();
  await article(desk)
    .getByText(/11\sreconnues sur 11/)
    .waitFor();
}

const showSheet = ({ page }: Desk) => page.getByRole("tab", { name: "Annexe 3", exact: true }).click();
const unfold = (desk: Desk) =>
  article(desk)
    .getByText(/^Colonnes de «\sAnnexe 3\s»/)
    .click();

async function type(desk: Desk, address: string, text: string): Promise<void> {
  await showSheet(desk);
  await cell(desk, address).click();
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press("Enter");
}

async function downloaded({ page }: Desk): Promise<Picked> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger le classeur" }).click();
  const file = await downloading;
  return { name: "rouvert.xlsx", bytes: new Uint8Array(readFileSync(await file.path())) };
}

test("les colonnes reconnues sont montrées, celle qui ne l'est pas se corrige, et rien n'est écrit avant", async () => {
  const desk = await openDesk(bench(), mine());
  await prepare(desk);
  await article(desk)
    .getByText(/^Colonnes de «\sAnnexe 3\s»\s: 10\sreconnues sur 11$/)
    .waitFor();
  expect(await chosen(desk, "Colonne I Avance déjà versée")).toBe("Déjà versé");
  expect(await chosen(desk, "Colonne H Colonne 8")).toBe("Autre");
  await column(desk, "Colonne H Colonne 8").selectOption("Part État due");
  // The preview no longer says what would be written: it cannot be, until it is made again.
  await article(desk)
    .getByText(/^Colonnes modifiées/)
    .waitFor();
  expect(await button(desk, /^Écrire/).count()).toBe(0);
  await button(desk, /^Garder ces colonnes/).click();
  await button(desk, /^Écrire \d+/).waitFor();
  expect(await desk.pane.locator(":focus").textContent()).toMatch(/^Bilan .*2024/);
  await unfold(desk);
  expect(await chosen(desk, "Colonne H Colonne 8")).toBe("Part État due");
  await showSheet(desk);
  expect(await cell(desk, "Annexe 3!H3").textContent()).toBe("");
});

test("corrigé, rempli, rouvert : la correction est retrouvée, et la colonne est à jour", async () => {
  const desk = await openDesk(bench(), mine());
  await prepare(desk);
  await correct(desk);
  await button(desk, /^Écrire/).click();
  await article(desk)
    .getByText(/écrites/)
    .waitFor();
  await showSheet(desk);
  await cell(desk, "Annexe 3!H3").getByText("à compléter").waitFor();
  await type(desk, "Annexe 3!E3", "1001");
  await cell(desk, "Annexe 3!H3")
    .getByText(/^500,50$/)
    .waitFor();

  const again = await openDesk(bench(), await downloaded(desk));
  await prepare(again);
  await article(again)
    .getByText(/^Rien à écrire/)
    .waitFor();
  await unfold(again);
  expect(await chosen(again, "Colonne H Colonne 8")).toBe("Part État due");
});

test("les en-têtes changés depuis : une phrase le dit, la colonne est redemandée, et l'oubli vaut pour la suite", async () => {
  const desk = await openDesk(bench(), mine());
  await prepare(desk);
  await correct(desk);
  await type(desk, "Annexe 3!H2", "Montant A");
  await button(desk, "Préparer de nouveau").click();
  await article(desk)
    .getByText(/«\sColonne 8\s» en H.*corrigez-les de nouveau/)
    .waitFor();
  expect(await chosen(desk, "Colonne H Montant A")).toBe("Autre");
  await button(desk, "Oublier les anciennes corrections").click();
  await article(desk)
    .getByText(/«\sColonne 8\s» en H/)
    .waitFor({ state: "detached" });
  await button(desk, /^Écrire/).waitFor();
});

test("un montant saisi n'est remplacé qu'annoncé ; annulé, il est revenu", async () => {
  const desk = await openDesk(bench(), mine([...ENTETES_ANNEXE_3]));
  await type(desk, "Annexe 3!E3", "1001");
  await type(desk, "Annexe 3!H3", "400");
  await prepare(desk);
  await article(desk)
    .getByText(/^Une cellule déjà remplie sera remplacée\s: H3\./)
    .waitFor();
  await article(desk)
    .getByText(/^Remplace 400,00/)
    .waitFor();
  await button(desk, /^Écrire/).click();
  await cell(desk, "Annexe 3!H3")
    .getByText(/^500,50$/)
    .waitFor();
  await article(desk).getByRole("button", { name: "Annuler" }).click();
  await cell(desk, "Annexe 3!H3").getByText(/^400/).waitFor();
});

test("au clavier seul : déplier, choisir, garder", async () => {
  const desk = await openDesk(bench(), mine([...ENTETES_ANNEXE_3]));
  await prepare(desk);
  const focused = desk.pane.locator(":focus");
  const press = (key: string) => desk.page.keyboard.press(key);
  const tabTo = async (text: RegExp) => {
    for (let tabs = 0; tabs < 20 && !text.test((await focused.textContent()) ?? ""); tabs += 1) await press("Tab");
    expect(await focused.textContent()).toMatch(text);
  };
  await tabTo(/^Colonnes de «\sAnnexe 3\s»/);
  await press("Enter");
  const last = column(desk, "Colonne K Trop-perçu");
  await last.waitFor();
  for (let tabs = 0; tabs < 15; tabs += 1) {
    await press("Tab");
    if (await last.evaluate((element) => element === document.activeElement)) break;
  }
  await press("Home");
  expect(await chosen(desk, "Colonne K Trop-perçu")).toBe("Autre");
  await tabTo(/^Garder ces colonnes/);
  await press("Enter");
  await article(desk)
    .getByText(/10\sreconnues sur 11/)
    .waitFor();
});

test("sur une nouvelle feuille, le tableau de l'officier n'est ni montré ni touché", async () => {
  const desk = await openDesk(bench(), null);
  await open(desk, mine());
  await desk.pane.getByRole("tab", { name: "Bilan", exact: true }).click();
  await desk.pane.getByText("Sur une nouvelle feuille", { exact: true }).click();
  await button(desk, "Préparer").click();
  await button(desk, /^Ajouter \d+ feuilles/).waitFor();
  expect(
    await article(desk)
      .getByText(/^Colonnes de/)
      .count(),
  ).toBe(0);
});
