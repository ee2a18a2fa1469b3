/** What is said of findings, and the check that runs by itself. */
import { check, openDesk, useBench, waitSelected, type Desk } from "./bench";
import { article, button, focused, lines, press, said, typeIn } from "./pane";
import { faultyPlan, planRows, workbook } from "./workbooks";

const bench = useBench();

describe("Justifier", () => {
  async function justified(): Promise<Desk> {
    const desk = await openDesk(bench(), await faultyPlan());
    await check(desk);
    await lines(desk).first().click();
    await button(desk, "Justifier…").click();
    await desk.pane.getByLabel("Motif").fill("Accord du comptable");
    await desk.pane.getByLabel("Votre nom").fill("A. Agent");
    await button(desk, "Enregistrer").click();
    await said(desk, /^Justifié \(A\. Agent/);
    return desk;
  }

  test("un motif et un nom sont demandés ; le verdict reste bloquant, et le dit", async () => {
    const desk = await openDesk(bench(), await faultyPlan());
    await check(desk);
    await lines(desk).first().click();
    await button(desk, "Justifier…").click();
    await button(desk, "Enregistrer").click();
    await said(desk, /Écrivez le motif/);
    expect(await focused(desk).getAttribute("name")).toBe("reason");
    await press(desk, "Escape");
    await desk.pane.getByLabel("Motif").waitFor({ state: "detached" });
    await article(desk).waitFor();
  });

  test("un constat justifié est à part, replié ; retiré, il revient ; remis, il repart", async () => {
    const desk = await justified();
    await said(desk, "Une justification ne lève jamais un constat bloquant.");
    await button(desk, "Retour").click();
    await said(desk, "À corriger avant envoi");
    await said(desk, /1.bloquant, dont 1.justifié/);
    expect(await lines(desk).count()).toBe(0);
    await button(desk, /^Justifiés/).click();
    await lines(desk).first().click();
    await button(desk, "Retirer").click();
    await said(desk, "Justification retirée.");
    await button(desk, "Remettre").click();
    await said(desk, /^Justifié \(A\. Agent/);
    expect(await check(await backToList(desk))).toBe("bloquant");
    await said(desk, /dont 1.justifié/);
  });

  async function backToList(desk: Desk): Promise<Desk> {
    await button(desk, "Retour").click();
    return desk;
  }

  test("un montant qui change met la justification à revoir", async () => {
    const desk = await backToList(await justified());
    await typeIn(desk, "Plan!F4", "980 000");
    await check(desk);
    await said(desk, /1.bloquant, dont 1.à revoir/);
    await lines(desk).getByText("à revoir").waitFor();
    await lines(desk).first().click();
    await said(desk, /^À revoir, les montants ont changé depuis/);
  });

  test("une faute corrigée laisse une justification sans constat, qui se retire", async () => {
    const desk = await backToList(await justified());
    await typeIn(desk, "Plan!F4", "900 000");
    await check(desk);
    await desk.pane.getByText(/1.justification sans constat/).click();
    await button(desk, /^Retirer/).click();
    await said(desk, "Justification retirée.");
    expect(await desk.pane.getByText(/justification sans constat/).count()).toBe(0);
  });
});

describe("Le contrôle automatique", () => {
  test("suit une saisie sans qu'on le demande, et laisse la feuille à qui saisit", async () => {
    const desk = await openDesk(bench(), await faultyPlan());
    await check(desk);
    await desk.pane.getByLabel("Contrôle automatique").check();
    await typeIn(desk, "Plan!F4", "900 000");
    await said(desk, "Aucune anomalie relevée");
    expect(await lines(desk).count()).toBe(0);
    // The focus is still the sheet's.
    await waitSelected(desk, "Plan!F5");
    expect(await desk.page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");
  });

  test("ne tourne pas sur ce que le volet écrit lui-même, ni sans qu'on l'ait choisi", async () => {
    const desk = await openDesk(bench(), await workbook("plan.xlsx", { Plan: planRows() }));
    await check(desk);
    await typeIn(desk, "Plan!F4", "990 000");
    await said(desk, "Le classeur a changé depuis le contrôle");
    await desk.page.waitForTimeout(1_500);
    await said(desk, "Le classeur a changé depuis le contrôle");
    await desk.pane.getByLabel("Contrôle automatique").check();
    await said(desk, "À corriger avant envoi");
    await lines(desk).first().click();
    await button(desk, /^Remplacer par/).click();
    await button(desk, /^Corriger 1.cellule$/).click();
    await said(desk, /il n’en reste aucun/);
    const batches = async () => Number(await desk.page.locator("#pane").getAttribute("data-batches"));
    const before = await batches();
    await desk.page.waitForTimeout(1_500);
    expect(await batches()).toBe(before);
  });
});
