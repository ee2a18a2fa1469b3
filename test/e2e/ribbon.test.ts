/** The ribbon's own group, drawn from the manifest: each command runs in the pane, through office.js. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { check, checkButton, openDesk, useBench, verdict, type Desk } from "./bench";
import { article, button, press, said } from "./pane";
import { faultyPlan } from "./workbooks";

const bench = useBench();
const SAMPLES = path.resolve(__dirname, "../../assets/exemples");
const sample = (name: string) => ({ name, bytes: readFileSync(path.join(SAMPLES, name)) });
const CLOSED = { address: "?volet=ferme", isPaneOpen: false };
const NORD = sample("nord-2024.xlsx");
/** Its plan is not filled yet. */
const ERREURS = sample("nord-2024-erreurs.xlsx");

const command = (page: Page, name: string) =>
  page.getByRole("group", { name: "Contrôle PLS" }).getByRole("button", { name, exact: true });
const side = ({ page }: Desk) => page.getByRole("complementary", { name: "Volet" });
const closePane = (desk: Desk) => side(desk).getByRole("button", { name: "Fermer le volet" }).click();
const selectedTab = ({ pane }: Desk) => pane.getByRole("tab", { selected: true }).textContent();

interface Held {
  isHolding: boolean;
  release(): void;
}

/** Opens the first example; from `hold` on Excel answers nothing, so that what is under way stays under way. */
async function openHeld(): Promise<Desk & { hold(): Promise<void>; release(): Promise<void> }> {
  const desk = await openDesk(bench());
  await desk.page.addInitScript(() => {
    const kept: MessageEvent[] = [];
    const held: Held = {
      isHolding: false,
      release: () => {
        held.isHolding = false;
        for (const { data, origin, source } of kept.splice(0)) {
          window.dispatchEvent(new MessageEvent("message", { data, origin, source }));
        }
      },
    };
    Object.assign(window, { held });
    // Before the emulated host's own listener: what asks Excel to show the pane goes through.
    window.addEventListener("message", (event) => {
      const data = String(event.data);
      if (!held.isHolding || !data.includes("executeMethod") || data.includes("SetAppRuntimeState")) return;
      event.stopImmediatePropagation();
      kept.push(event);
    });
  });
  await desk.page.reload();
  await checkButton(desk).waitFor();
  return {
    ...desk,
    hold: () => desk.page.evaluate("held.isHolding = true"),
    release: () => desk.page.evaluate("held.release()"),
  };
}

test("le ruban montre les quatre commandes du manifeste, leur icône et leur infobulle", async () => {
  const { page } = await openDesk(bench(), null, {}, CLOSED);
  const group = page.getByRole("group", { name: "Contrôle PLS" });
  await command(page, "Bilan").waitFor();
  expect(await group.getByRole("button").allTextContents()).toEqual([
    "Ouvrir le volet",
    "Contrôler",
    "Remplir le plan",
    "Bilan",
  ]);
  const widths = await group
    .locator("img")
    .evaluateAll((icons) => icons.map((icon) => (icon as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([32, 32, 32, 32]);
  await command(page, "Remplir le plan").hover();
  await group.getByText(/à partir des budgets des fiches-actions/).waitFor();
});

test("volet fermé, « Ouvrir le volet » l'ouvre et ne contrôle rien", async () => {
  const desk = await openDesk(bench(), await faultyPlan(), {}, CLOSED);
  expect(await side(desk).isVisible()).toBe(false);
  await command(desk.page, "Ouvrir le volet").click();
  await checkButton(desk).waitFor();
  expect(await desk.pane.locator("[data-verdict]").getAttribute("data-verdict")).toBe("");
});

test("volet jamais ouvert, « Contrôler » l'ouvre et contrôle", async () => {
  const desk = await openDesk(bench(), await faultyPlan(), {}, CLOSED);
  await command(desk.page, "Contrôler").click();
  expect(await verdict(desk)).toBe("bloquant");
  expect(await side(desk).isVisible()).toBe(true);
});

test("volet fermé après un contrôle, il garde ses constats ; « Contrôler » le rouvre sur un contrôle neuf", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await check(desk);
  await desk.pane.locator("[data-cell]").first().click();
  await article(desk).waitFor();
  await closePane(desk);
  expect(await side(desk).isVisible()).toBe(false);
  await command(desk.page, "Ouvrir le volet").click();
  await article(desk).waitFor();
  await closePane(desk);
  await command(desk.page, "Contrôler").click();
  await article(desk).waitFor({ state: "detached" });
  expect(await verdict(desk)).toBe("bloquant");
  expect(await side(desk).isVisible()).toBe(true);
});

test("« Remplir le plan » ouvre l'onglet Plan et prépare, sans rien écrire", async () => {
  const desk = await openDesk(bench(), ERREURS, {}, CLOSED);
  const sheets = await desk.page.getByRole("tab").allTextContents();
  await command(desk.page, "Remplir le plan").click();
  await article(desk)
    .getByRole("button", { name: /^(?:Remplir|Ajouter)/ })
    .waitFor();
  expect(await selectedTab(desk)).toBe("Plan");
  expect(await desk.page.getByRole("tab").allTextContents()).toEqual(sheets);
});

test("« Bilan » ouvre l'onglet Bilan et prépare, sans rien écrire", async () => {
  const desk = await openDesk(bench(), NORD, {}, CLOSED);
  const sheets = await desk.page.getByRole("tab").allTextContents();
  await command(desk.page, "Bilan").click();
  await article(desk)
    .getByRole("button", { name: /^Ajouter \d+ feuilles \(/ })
    .waitFor();
  expect(await selectedTab(desk)).toBe("Bilan");
  expect(await desk.page.getByRole("tab").allTextContents()).toEqual(sheets);
});

test("pendant un contrôle, une autre commande le dit en une phrase et ne commence rien", async () => {
  const desk = await openHeld();
  await desk.hold();
  await command(desk.page, "Contrôler").click();
  await button(desk, "Annuler").waitFor();
  const alert = desk.pane.getByRole("alert").filter({ hasText: /Un contrôle est en cours/ });
  for (const [name, told] of [
    ["Remplir le plan", /cliquez de nouveau sur «\sRemplir le plan\s»\.$/],
    ["Bilan", /«\sBilan\s»\.$/],
    ["Contrôler", /«\sContrôler\s»\.$/],
  ] as const) {
    await command(desk.page, name).click();
    await alert.filter({ hasText: told }).waitFor();
    expect(await selectedTab(desk)).toBe("Contrôler");
  }
  await desk.release();
  expect(await verdict(desk)).not.toBe("");
  // What was in the way has ended: the sentence goes with it, and nothing was kept to be done later.
  await alert.waitFor({ state: "detached" });
  expect(await article(desk).count()).toBe(0);
  await command(desk.page, "Remplir le plan").click();
  await article(desk).waitFor();
});

test("pendant une préparation, « Contrôler » est refusé en une phrase ; annulée, il passe", async () => {
  const desk = await openHeld();
  await command(desk.page, "Bilan").click();
  await article(desk).waitFor();
  await desk.hold();
  await article(desk).getByRole("button", { name: "Retour" }).click();
  await button(desk, "Préparer").click();
  await button(desk, "Annuler").waitFor();
  await command(desk.page, "Contrôler").click();
  await said(desk, /Une préparation est en cours/);
  expect(await desk.pane.getByText("Contrôle en cours").count()).toBe(0);
  await button(desk, "Annuler").click();
  await desk.release();
  await command(desk.page, "Contrôler").click();
  expect(await verdict(desk)).not.toBe("");
});

test("un motif en cours de saisie n'est pas perdu pour un contrôle ; le plan, lui, a son onglet", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await check(desk);
  await desk.pane.locator("[data-cell]").first().click();
  await button(desk, "Justifier…").click();
  await desk.pane.getByLabel("Motif").fill("Accord du comptable");
  await command(desk.page, "Contrôler").click();
  await desk.pane
    .getByRole("alert")
    .getByText(/Une correction ou une saisie est ouverte/)
    .waitFor();
  expect(await desk.pane.getByLabel("Motif").inputValue()).toBe("Accord du comptable");
  await command(desk.page, "Remplir le plan").click();
  await desk.pane.getByRole("tab", { name: "Plan", selected: true }).waitFor();
  await desk.pane.getByRole("tab", { name: "Contrôler", exact: true }).click();
  expect(await desk.pane.getByLabel("Motif").inputValue()).toBe("Accord du comptable");
});

test("au clavier seul, de la commande au volet", async () => {
  const desk = await openDesk(bench(), await faultyPlan(), {}, CLOSED);
  await command(desk.page, "Contrôler").focus();
  await press(desk, "Enter");
  expect(await verdict(desk)).toBe("bloquant");
  // The command takes no focus from where it was pressed.
  expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe("Contrôler");
});

test("une commande du manifeste que le volet ne connaît pas se dit", async () => {
  const desk = await openDesk(bench(), await faultyPlan(), {}, CLOSED);
  await desk.page.route("**/manifest.xml", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ body: (await response.text()).replace(">ControlePls.Bilan<", ">ControlePls.Autre<") });
  });
  await desk.page.reload();
  await desk.page.locator("#grid [data-address]").first().waitFor();
  await command(desk.page, "Bilan").click();
  await desk.page
    .getByRole("alert")
    .filter({ hasText: /ne connaît pas la commande «\sControlePls\.Autre\s»/ })
    .waitFor();
  await command(desk.page, "Contrôler").click();
  expect(await verdict(desk)).not.toBe("");
});

test("sans environnement partagé, Excel ne montre pas le groupe ; le volet s'ouvre et contrôle", async () => {
  const desk = await openDesk(bench(), await faultyPlan(), {}, { address: "?runtime=separe" });
  expect(await check(desk)).toBe("bloquant");
  expect(await desk.page.getByRole("group", { name: "Contrôle PLS" }).count()).toBe(0);
});
