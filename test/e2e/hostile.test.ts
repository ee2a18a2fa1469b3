/** Texts that would harm a page which takes them for code: they are shown, and nothing runs. */
import { check, openDesk, useBench, waitSelected } from "./bench";
import { HOSTILE_TEXTS, hostilePlan } from "./workbooks";

const bench = useBench();

test("les textes hostiles restent des textes, dans la feuille et dans le volet", async () => {
  const desk = await openDesk(bench(), await hostilePlan());
  expect(await check(desk)).toBe("bloquant");
  const sheet = await desk.page.locator("#grid").textContent();
  for (const text of HOSTILE_TEXTS) expect(sheet).toContain(text);
  await desk.pane.locator("[data-cell]").first().click();
  await waitSelected(desk, "<b>Plan & Cie!F4");
  expect(await desk.page.locator("#grid img, #grid script, #grid svg, #tabs b").count()).toBe(0);
  expect(await desk.pane.locator("img, b").count()).toBe(0);
});

test("une formule saisie qui appelle un programme reste sans effet", async () => {
  const desk = await openDesk(bench(), await hostilePlan());
  await desk.page.locator("#grid").focus();
  await desk.page.keyboard.type("=cmd|' /C calc'!A0");
  await desk.page.keyboard.press("Enter");
  await waitSelected(desk, "<b>Plan & Cie!A2");
});
