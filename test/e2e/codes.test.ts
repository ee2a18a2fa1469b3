/** Codes activité that the officer adds: from a file, or typed. */
import { readFileSync } from "node:fs";
import { paneFrame, violations } from "./axe";
import { check, openDesk, useBench, type Desk } from "./bench";
import { button } from "./pane";
import { workbook } from "./workbooks";

const bench = useBench();
jest.setTimeout(60_000);

const CODES = [
  ["Imputations 2024"],
  ["Objet", "Programme", "Code activité"],
  ["Axe 1", "304", "030450232301"],
  ["Autre dispositif", "304", "030450232701"],
];

async function openCodes(): Promise<Desk> {
  const desk = await openDesk(bench(), await workbook("codes.xlsx", { Imputations: CODES }));
  expect(await check(desk)).toBe("a-justifier");
  await desk.pane.getByText("Mes codes activité").click();
  return desk;
}

test("un code inconnu : la liste de l'année sur la carte, et l'agent peut ajouter le sien", async () => {
  const rows = [
    ["Imputations 2024"],
    ["Objet", "Programme", "Code activité"],
    ["Axe 1", "304", "030450232301"],
    ["Autre dispositif", "304", "030450232701"],
  ];
  const desk = await openDesk(bench(), await workbook("codes.xlsx", { Imputations: rows }));
  expect(await check(desk)).toBe("a-justifier");
  await desk.pane.locator('[data-cell="Imputations!C4"]').click();
  await desk.pane.getByRole("heading", { name: "Codes activité de l'année" }).waitFor();
  await desk.pane.getByText("Mes codes activité").click();
  const own = [{ code: "030450232701", label: "Pilier 5", from: 2024, to: 2024 }];
  const file = (text: string) => ({ name: "codes.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const input = desk.pane.getByLabel(/fichier JSON/);
  await input.setInputFiles(file("pas du JSON"));
  await desk.pane.getByText(/ne se lit pas/).waitFor();
  await input.setInputFiles(file(JSON.stringify(own)));
  await desk.pane.getByText("1 code ajouté").waitFor();
  await desk.pane.getByRole("button", { name: "Retour" }).click();
  expect(await check(desk)).toBe("sans-anomalie");
});

test("un code tapé : refusé champ par champ, gardé, compté au contrôle suivant, corrigé, exporté, retiré", async () => {
  const desk = await openCodes();
  const field = (name: string) => desk.pane.getByRole("textbox", { name, exact: true });
  await button(desk, "Ajouter un code…").click();
  await field("Code").waitFor();
  await desk.page.keyboard.type("0304 50");
  await desk.page.keyboard.press("Enter");
  await desk.pane.getByText(/Écrivez les douze chiffres/).waitFor();
  expect(await desk.pane.locator(":focus").getAttribute("name")).toBe("code");
  expect(await violations(paneFrame(desk))).toEqual([]);
  await field("Code").fill("0304 50 23 27 01");
  await field("Ce qu’il paie").fill("Pilier 5");
  await field("De").fill("2024");
  await field("À").fill("2023");
  await button(desk, "Enregistrer").click();
  await desk.pane.getByText("Écrivez 2024, ou une année qui suit.").waitFor();
  expect(await field("Ce qu’il paie").inputValue()).toBe("Pilier 5");
  await field("À").fill("2024");
  await desk.page.keyboard.press("Enter");
  await desk.pane.getByText("1 code ajouté").waitFor();
  expect(await desk.pane.locator(":focus").textContent()).toBe("Ajouter un code…");
  expect(await violations(paneFrame(desk))).toEqual([]);
  expect(await check(desk)).toBe("sans-anomalie");

  await desk.pane.getByRole("button", { name: "Modifier le code 030450232701" }).click();
  await field("Ce qu’il paie").fill("Pilier 5 bis");
  await desk.page.keyboard.press("Enter");
  await desk.pane.getByText(/Pilier 5 bis, 2024/).waitFor();
  const downloading = desk.page.waitForEvent("download");
  await button(desk, "Exporter").click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(JSON.parse(file)).toEqual([{ code: "030450232701", label: "Pilier 5 bis", from: 2024, to: 2024 }]);
  await desk.pane.getByRole("button", { name: "Retirer le code 030450232701" }).click();
  await desk.pane.getByText("1 code ajouté").waitFor({ state: "detached" });
  expect(await check(desk)).toBe("a-justifier");
});
