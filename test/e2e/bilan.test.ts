/** The bilan made from the pane: choices, preview with its payments, the entry sheet, and the way back. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkButton, openDesk, selectedCell, useBench, type Desk } from "./bench";

const bench = useBench();
const NAME = "nord-2024.xlsx";
const NORD = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
const article = ({ pane }: Desk) => pane.getByRole("article");
const paneTab = ({ pane }: Desk, name: string) => pane.getByRole("tab", { name, exact: true });
const sheetTab = ({ page }: Desk, name: string) => page.getByRole("tab", { name, exact: true });

async function openBilan(desk: Desk): Promise<void> {
  await paneTab(desk, "Bilan").click();
  await button(desk, "Préparer").waitFor();
}

async function prepare(desk: Desk): Promise<void> {
  await openBilan(desk);
  await button(desk, "Préparer").click();
  await article(desk).waitFor();
}

async function write(desk: Desk): Promise<void> {
  await article(desk)
    .getByRole("button", { name: /^Ajouter \d+ feuilles \(/ })
    .click();
  await article(desk)
    .getByText(/feuilles ajoutées/)
    .waitFor();
}

/** The lines of the table of payments: "Déjà versé 5 332 747,20 €", with plain spaces. */
async function payments(desk: Desk): Promise<string[]> {
  const rows = await article(desk).getByRole("table", { name: "Montants par versement" }).getByRole("row").all();
  const texts = await Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
  return texts.map((cells) => cells.join(" ").replace(/[\u00A0\u202F]/g, " "));
}

test("rien n'est écrit avant l'aperçu ; écrit, puis annulé, le classeur est comme avant", async () => {
  const desk = await openDesk(bench(), NORD);
  const sheets = await desk.page.getByRole("tab").allTextContents();
  await prepare(desk);
  expect(await desk.pane.locator(":focus").textContent()).toMatch(/^Bilan .*2024/);
  expect(await desk.page.getByRole("tab").allTextContents()).toEqual(sheets);
  await write(desk);
  await sheetTab(desk, "Réalisé 2024").waitFor();
  await sheetTab(desk, "Bilan 2024").waitFor();
  await article(desk).getByRole("button", { name: "Annuler" }).click();
  await desk.pane
    .getByText(/le classeur est comme avant/)
    .first()
    .waitFor();
  expect(await desk.page.getByRole("tab").allTextContents()).toEqual(sheets);
});

test("sans dépense saisie, l'aperçu dit ce qui a été versé, et n'invente ni dû ni solde", async () => {
  const desk = await openDesk(bench(), NORD);
  await prepare(desk);
  const shown = await payments(desk);
  const first = shown.indexOf("Volets 1 et 2");
  expect(shown.slice(first, first + 4)).toEqual([
    "Volets 1 et 2",
    "Dû par l’État à compléter",
    "Déjà versé 5 332 747,20 €",
    "Solde à verser à compléter",
  ]);
  expect(shown).toContain("Solde à verser au bilan final");
});

test("au bilan final, le volet 3 se solde aussi", async () => {
  const desk = await openDesk(bench(), NORD);
  await openBilan(desk);
  await desk.pane.getByText("Final", { exact: true }).click();
  await button(desk, "Préparer").click();
  await article(desk).waitFor();
  expect(await payments(desk)).not.toContain("Solde à verser au bilan final");
});

test("une fois la feuille du réalisé ajoutée, le volet y mène", async () => {
  const desk = await openDesk(bench(), NORD);
  await prepare(desk);
  await write(desk);
  const focused = desk.pane.locator(":focus");
  expect(await focused.textContent()).toBe("Aller à la feuille Réalisé 2024");
  await focused.click();
  await desk.page.locator('[data-address^="Réalisé 2024!"][aria-selected="true"]').waitFor();
  expect(await selectedCell(desk)).not.toBe("Réalisé 2024!A1");
});

test("les dépenses saisies, le volet donne chaque versement au centime, et le bilan n'est pas à refaire", async () => {
  const desk = await openDesk(bench(), NORD);
  await prepare(desk);
  await write(desk);
  await button(desk, "Aller à la feuille Réalisé 2024").click();
  await desk.page.locator('[data-address="Réalisé 2024!E5"]').click();
  // One below the other: axes 1, 3 and 4, volets 1, 2 and 3, Tourcoing.
  const spent = ["3 000 000", "900 000,55", "4 500 000", "600 000", "1 100 000", "500 000", "120 000"];
  for (const figure of [...spent, "16 000 000,01", "5 000 000", "1 200 000"]) {
    await desk.page.keyboard.type(figure);
    await desk.page.keyboard.press("Enter");
  }
  await desk.page.locator('[data-address="Réalisé 2024!I15"]').click();
  await desk.page.keyboard.type("87 730");
  await desk.page.keyboard.press("Enter");
  await article(desk).getByRole("button", { name: "Retour" }).click();
  await button(desk, "Préparer").click();
  await article(desk)
    .getByText(/^Rien à écrire/)
    .waitFor();
  expect(await payments(desk)).toEqual([
    // 1 500 000 + 450 000 + 2 028 250 + 300 000 + 375 000 + 250 000, each action within its ceiling.
    "Solidarités (axes 1, 3 et 4)",
    "Dû par l’État 4 903 250,00 €",
    "Déjà versé 6 048 980,00 €",
    "Solde à verser 0,00 €",
    "Reliquat 1 145 730,00 €",
    // 120 000 of volet 1, half of volet 2 without its half centime.
    "Volets 1 et 2",
    "Dû par l’État 8 120 000,00 €",
    "Déjà versé 5 332 747,20 €",
    "Solde à verser 2 787 252,80 €",
    "Volet 3",
    "Dû par l’État 5 000 000,00 €",
    "Déjà versé 3 420 000,00 €",
    "Solde à verser au bilan final",
    // Less the advance of 809 635,80 and what is left of 2023.
    "Convention particulière",
    "Dû par l’État 1 200 000,00 €",
    "Déjà versé 897 365,80 €",
    "Solde à verser 302 634,20 €",
  ]);
});

test("une feuille à ajouter se déplie, avec la raison de chaque montant", async () => {
  const desk = await openDesk(bench(), NORD);
  await prepare(desk);
  expect(await article(desk).getByRole("region", { name: "Feuille Bilan 2024" }).count()).toBe(0);
  await article(desk)
    .getByText(/^Feuille «\sBilan 2024\s», \d+\scellules$/)
    .click();
  const sheet = article(desk).getByRole("region", { name: "Feuille Bilan 2024" });
  await sheet.getByText(/^=/).first().waitFor();
});

test("annulé depuis l'onglet Plan, le bilan n'est plus montré comme écrit", async () => {
  const desk = await openDesk(bench(), NORD);
  await paneTab(desk, "Plan").click();
  await button(desk, "Préparer").waitFor();
  await prepare(desk);
  await write(desk);
  await paneTab(desk, "Plan").click();
  const receipts = desk.pane.getByRole("region", { name: "Peut encore être annulé" });
  await receipts.getByRole("button", { name: "Annuler" }).click();
  await sheetTab(desk, "Bilan 2024").waitFor({ state: "detached" });
  await paneTab(desk, "Bilan").click();
  await button(desk, "Préparer").waitFor();
  expect(await article(desk).count()).toBe(0);
});

test("une année sans plan : une phrase dit ce qui manque, et le choix reste", async () => {
  const desk = await openDesk(bench(), NORD);
  await openBilan(desk);
  await desk.pane.getByText("Final", { exact: true }).click();
  await desk.pane.getByLabel("Année").selectOption("2026");
  await button(desk, "Préparer").click();
  await desk.pane
    .getByRole("alert")
    .getByText(/plan.* 2026/)
    .waitFor();
  expect(await desk.pane.getByLabel("Final").isChecked()).toBe(true);
});

test("au clavier seul : changer d'onglet, préparer, écrire, aller saisir", async () => {
  const desk = await openDesk(bench(), NORD);
  const focused = desk.pane.locator(":focus");
  const press = (key: string) => desk.page.keyboard.press(key);
  await checkButton(desk).waitFor();
  await desk.pane.getByRole("tab", { name: "Contrôler" }).focus();
  await press("ArrowLeft");
  expect(await focused.getAttribute("id")).toBe("task-bilan");
  await press("ArrowLeft");
  expect(await focused.getAttribute("id")).toBe("task-plan");
  await press("End");
  await button(desk, "Préparer").waitFor();
  const tabTo = async (text: string) => {
    for (let tabs = 0; tabs < 12 && (await focused.textContent()) !== text; tabs += 1) await press("Tab");
    expect(await focused.textContent()).toBe(text);
  };
  await tabTo("Préparer");
  await press("Enter");
  await article(desk).waitFor();
  await press("Tab");
  expect(await focused.textContent()).toMatch(/^Ajouter 3/);
  await press("Enter");
  await article(desk)
    .getByText(/feuilles ajoutées/)
    .waitFor();
  expect(await focused.textContent()).toBe("Aller à la feuille Réalisé 2024");
  await press("Enter");
  await desk.page.locator('[data-address^="Réalisé 2024!"][aria-selected="true"]').waitFor();
});
