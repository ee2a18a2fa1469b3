/** What Excel can do to a check in the middle of it: the pane says what to do, and goes on afterwards. */
import { button, said } from "./pane";
import { check, checkButton, openDesk, useBench, type Desk } from "./bench";
import { faultyPlan } from "./workbooks";

const bench = useBench();

/** Puts the emulated Excel into a trouble. */
const fault = ({ page }: Desk, name: string) => page.locator("#pane").dispatchEvent(name);

const alertOf = ({ pane }: Desk, text: RegExp) => pane.getByRole("alert").getByText(text).waitFor();

test("Excel se tait : « Annuler » rend la main, et le contrôle suivant aboutit", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await desk.page.waitForTimeout(500);
  await fault(desk, "fault-silence");
  await checkButton(desk).click();
  await said(desk, "Lecture du classeur…");
  await button(desk, "Annuler").click();
  await checkButton(desk).waitFor();
  expect(await check(desk)).toBe("bloquant");
});

test("en calcul manuel, le contrôle se fait, et le volet dit d'appuyer sur F9", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await fault(desk, "fault-manual");
  expect(await check(desk)).toBe("bloquant");
  await alertOf(desk, /calcul manuel.*F9/);
});

test("le classeur est fermé entre-temps : le volet dit de le rouvrir, et garde ce qu'il avait trouvé", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  expect(await check(desk)).toBe("bloquant");
  await fault(desk, "fault-closed");
  await checkButton(desk).click();
  await alertOf(desk, /n’est plus ouvert.*rouvrez-le/);
  expect(await desk.pane.locator('[data-cell="Plan!F4"]').count()).toBe(1);
});

test("un fichier en lecture seule se contrôle ; une correction y est refusée avant d'être écrite", async () => {
  const desk = await openDesk(bench(), await faultyPlan());
  await fault(desk, "fault-read-only");
  expect(await check(desk)).toBe("bloquant");
  await desk.pane.locator('[data-cell="Plan!F4"]').click();
  await button(desk, /^Remplacer par/).click();
  await button(desk, /^(?:Corriger|Écrire)/).click();
  await alertOf(desk, /lecture seule.*Enregistrez-en une copie/);
});
