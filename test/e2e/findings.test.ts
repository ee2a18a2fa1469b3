/** Findings from the list to the workbook: found, understood, corrected or justified, by the keys alone too. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { check, openDesk, useBench, verdict, waitSelected, type Desk } from "./bench";
import { article, button, cellOf, focused, lines, press, said, typeIn } from "./pane";
import { closedSheets, faultyFiches, faultyPlan, lostZeros } from "./workbooks";

const bench = useBench();
const NAME = "nord-2024-erreurs.xlsx";
const ERREURS = { name: NAME, bytes: readFileSync(path.resolve(__dirname, "../../assets/exemples", NAME)) };

/** From the verdict's button to the first line of the list, by Tab alone. */
async function tabToList(desk: Desk): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    if (await focused(desk).getAttribute("data-cell")) return;
    await press(desk, "Tab");
  }
  throw new Error("no line of the list is reached by Tab");
}

/** What is written, once the preview is open: its heading has the focus, its one button comes next. */
async function writePreview(desk: Desk): Promise<void> {
  await article(desk)
    .getByRole("button", { name: /^Corriger/ })
    .waitFor();
  await press(desk, "Tab", "Enter");
  await said(desk, /^Contrôlé de nouveau/);
}

test("quarante constats au clavier seul : lire, corriger, justifier, aller à la cellule", async () => {
  const desk = await openDesk(bench(), await faultyFiches(40));
  await button(desk, "Contrôler le classeur").focus();
  await press(desk, "Enter");
  await verdict(desk);
  await lines(desk).nth(39).waitFor();
  await tabToList(desk);
  await press(desk, "Enter");
  for (let place = 1; place <= 36; place += 1) {
    await article(desk).getByText(`${place} / 40`).waitFor();
    await press(desk, "n");
  }
  await article(desk).getByText("37 / 40").waitFor();
  // One is corrected: its card is gone, and the line that takes its place has the focus.
  await press(desk, "c");
  await writePreview(desk);
  await press(desk, "Enter");
  await article(desk).waitFor({ state: "detached" });
  expect(await focused(desk).getAttribute("data-cell")).toBe("Fiches!D151");
  // The next is justified, and the one after it opened.
  await press(desk, "j");
  await desk.pane.getByLabel("Motif").waitFor();
  await desk.page.keyboard.type("Accord écrit du comptable, N et G compris");
  await press(desk, "Tab");
  await desk.page.keyboard.type("A. Agent");
  await press(desk, "Enter");
  await said(desk, /^Justifié \(A\. Agent/);
  await press(desk, "n");
  await article(desk).getByText("37 / 38").waitFor();
  await press(desk, "g");
  await waitSelected(desk, "Fiches!D155");
  expect(await focused(desk).count()).toBe(1);
  await press(desk, "n");
  await article(desk).getByText("38 / 38").waitFor();
  await press(desk, "n", "Escape");
  expect(await focused(desk).getAttribute("data-cell")).toBe("Fiches!D159");
  await said(desk, /39.bloquants, dont 1.justifié/);
}, 90_000);

describe("Corriger", () => {
  test("une valeur proposée : aperçu, écriture, nouveau contrôle, annulation", async () => {
    const desk = await openDesk(bench(), await faultyPlan());
    await check(desk);
    await lines(desk).first().click();
    await button(desk, /^Remplacer par 900.000.€/).click();
    await article(desk).getByText("990\u202F000").first().waitFor();
    expect(await cellOf(desk, "Plan!F4").textContent()).toMatch(/990/);
    await button(desk, /^Corriger 1.cellule$/).click();
    await said(desk, /le constat n’apparaît plus\s; il n’en reste aucun/);
    expect(await cellOf(desk, "Plan!F4").textContent()).toMatch(/900/);
    await article(desk).getByRole("button", { name: "Annuler" }).click();
    await said(desk, /le classeur est comme avant/);
    expect(await cellOf(desk, "Plan!F4").textContent()).toMatch(/990/);
    await button(desk, "Revenir aux constats").click();
    await lines(desk).first().waitFor();
    expect(await lines(desk).first().getAttribute("data-cell")).toBe("Plan!F4");
  });

  test("les réparations sûres toutes à la fois : six zéros perdus, une ligne, une écriture", async () => {
    const desk = await openDesk(bench(), await lostZeros());
    await check(desk);
    expect(await lines(desk).count()).toBe(1);
    await lines(desk).getByText("(6\u00A0cellules)").waitFor();
    await button(desk, /^Réparer 6.cellules/).click();
    await button(desk, /^Corriger 6.cellules$/).click();
    await said(desk, /il n’en reste aucun/);
    expect(await cellOf(desk, "Imputations!E3").textContent()).toBe("030450232301");
    await button(desk, "Revenir aux constats").click();
    await said(desk, /6.imputations.*vérifiés.*rien à signaler/);
  });

  test("le constat d'une répétition montre chaque cellule, ce qu'elle dit et ce qui est attendu", async () => {
    const desk = await openDesk(bench(), await lostZeros());
    await check(desk);
    await lines(desk).first().click();
    const cells = article(desk).getByRole("list", { name: "Cellules du constat" });
    await cells.getByText("010200002501").waitFor();
    await cells.getByRole("button", { name: "E8" }).click();
    await waitSelected(desk, "Imputations!E8");
    await button(desk, /^Réparer les 6.cellules/).waitFor();
  });

  test("un classeur qui a changé depuis le contrôle : l'aperçu dit que le constat n'y est plus", async () => {
    const desk = await openDesk(bench(), await faultyPlan());
    await check(desk);
    await lines(desk).first().click();
    await waitSelected(desk, "Plan!F4");
    await typeIn(desk, "Plan!F4", "900 000");
    await button(desk, /^Remplacer par/).click();
    await said(desk, /Plan!F4.*le constat n’apparaît plus/);
    await said(desk, "Rien à corriger");
  });
});

describe("La liste", () => {
  test("se groupe, se filtre et se cherche ; ce qui est caché est compté", async () => {
    const desk = await openDesk(bench(), ERREURS);
    await check(desk);
    const all = await lines(desk).count();
    await desk.pane.getByRole("combobox", { name: "Grouper" }).selectOption({ label: "Par feuille" });
    await desk.pane.getByRole("region", { name: "Fiches actions" }).waitFor();
    await desk.pane.getByRole("combobox", { name: "Gravité" }).selectOption({ label: "À justifier" });
    await said(desk, /^1.constat affiché sur/);
    expect(await lines(desk).count()).toBe(1);
    await button(desk, "Tout afficher").click();
    expect(await lines(desk).count()).toBe(all);
    await desk.pane.getByRole("searchbox").fill("d10");
    expect(await lines(desk).first().getAttribute("data-cell")).toBe("Plan de financement 2024!D10");
    await desk.pane.getByRole("searchbox").fill("rien de tel");
    await said(desk, "Aucun constat ne répond");
  });

  test("dit ce qui est satisfait, sans objet et non vérifiable, et mène à la page de chaque règle", async () => {
    const desk = await openDesk(bench(), ERREURS);
    await check(desk);
    await desk.pane.getByText(/règles satisfaites/).click();
    await desk.pane.getByText(/règles sans objet/).click();
    await button(desk, "Clé du SIRET").click();
    await desk.pane.getByRole("heading", { name: "Clé du SIRET" }).waitFor();
    await desk.pane.getByRole("heading", { name: "Quand elle se tait" }).waitFor();
    await press(desk, "Escape");
    await lines(desk).first().waitFor();
  });
});

test("la page d'une règle se lit sans réseau, et ses liens mènent aux autres pages", async () => {
  const desk = await openDesk(bench(), ERREURS);
  await check(desk);
  await lines(desk).first().click();
  await button(desk, "Page de la règle").click();
  await desk.pane.getByRole("heading", { name: "Sous-total d’un axe ou d’un volet" }).waitFor();
  await desk.page.context().setOffline(true);
  await button(desk, "Arrondis et troncatures").click();
  await desk.pane.getByRole("heading", { name: "Les règles du contrôle" }).waitFor();
  await press(desk, "Escape");
  await desk.pane.getByRole("heading", { name: "Sous-total d’un axe ou d’un volet" }).waitFor();
  await button(desk, "Retour").click();
  await article(desk).waitFor();
});

describe("Aller à une cellule", () => {
  test("d'une feuille masquée : le volet le dit ; d'une feuille protégée aussi, et y mène", async () => {
    const desk = await openDesk(bench(), await closedSheets());
    await check(desk);
    await desk.pane.locator('[data-cell^="Verrou!"]').first().click();
    await waitSelected(desk, "Verrou!F4");
    await said(desk, /«.Verrou.» est protégée/);
    await button(desk, "Retour").click();
    await desk.pane.locator('[data-cell^="Cachée!"]').first().click();
    await desk.pane
      .getByRole("alert")
      .getByText(/«.Cachée.» est masquée/)
      .waitFor();
  });
});
