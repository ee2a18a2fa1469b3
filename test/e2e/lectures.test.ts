/** What a table was read as, and what an officer says of it instead. */
import { paneFrame, violations } from "./axe";
import { check, openDesk, useBench, waitSelected, type Desk } from "./bench";
import { button, focused, press, said } from "./pane";
import { planRows, workbook } from "./workbooks";

const bench = useBench();

/** A plan whose State column has a name that nobody knows, in k€ that nothing says. */
function unknownPlan() {
  const rows = [
    ["Contrat local des solidarités, plan de financement"],
    ["N°", "Action", "Dotation", "Part CD", "Total"],
    ["1.1", "Prévention de la pauvreté", 100, 100, 200],
    ["1.2", "Petite enfance", 150, 150, 310],
    [null, "Total", 250, 250, 500],
  ];
  return workbook("inconnu.xlsx", { Plan: rows });
}

const field = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("combobox", { name });

/** Opens the form of the near table from the keyboard. */
async function tell(desk: Desk): Promise<void> {
  await button(desk, /^Préciser la lecture/).focus();
  await press(desk, "Enter");
  await desk.pane.getByRole("region", { name: "Lecture du tableau" }).waitFor();
}

async function confirmed(): Promise<Desk> {
  const desk = await openDesk(bench(), await unknownPlan());
  await check(desk);
  await tell(desk);
  await field(desk, "Unité des montants").selectOption("k€");
  await desk.pane.getByRole("textbox", { name: "Année" }).fill("2025");
  await field(desk, /Dotation/).selectOption({ label: "Participation État" });
  await button(desk, "Enregistrer").click();
  await said(desk, "À corriger avant envoi");
  return desk;
}

test("un tableau presque reconnu est dit avec ce qui manque, sans être un constat", async () => {
  const desk = await openDesk(bench(), await unknownPlan());
  expect(await check(desk)).toBe("non-verifiable");
  await said(desk, /1.tableau à préciser/);
  await said(desk, /il manque la colonne «\sParticipation État\s»/);
  expect(await desk.pane.locator("[data-cell]").count()).toBe(0);
  expect(await violations(paneFrame(desk))).toEqual([]);
});

test("la lecture se précise au clavier ; ce qui manque est demandé, Échap revient", async () => {
  const desk = await openDesk(bench(), await unknownPlan());
  await check(desk);
  await tell(desk);
  expect(await focused(desk).getAttribute("name")).toBe("kind");
  await button(desk, "Enregistrer").click();
  await said(desk, /Indiquez dans quelle colonne se lit/);
  expect(await focused(desk).getAttribute("name")).toMatch(/^column-/);
  expect(await violations(paneFrame(desk))).toEqual([]);
  await desk.page.addStyleTag({ content: "#pane { flex: none !important; width: 320px; height: 378px }" });
  const wide = await desk.pane
    .locator("[role=tabpanel]:not([hidden])")
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(wide).toBe(0);
  await press(desk, "Escape");
  await said(desk, /1.tableau à préciser/);
});

test("confirmée, elle est contrôlée, montrée, gardée dans le classeur, et se retire", async () => {
  const desk = await confirmed();
  await desk.pane.locator("[data-cell]").first().waitFor();
  await desk.pane.getByText(/1.tableau lu/).click();
  await said(desk, /en k€, lecture confirmée/);
  await said(desk, /C\sParticipation État/);
  expect(await violations(paneFrame(desk))).toEqual([]);
  await button(desk, /^Plan!A2$/).click();
  await waitSelected(desk, "Plan!A2");
  // What is recognised for the settings follows the reading too: the sheet itself names no year.
  await button(desk, "Réglages de la convention").click();
  const year = field(desk, "Année de travail");
  await year.waitFor();
  expect(await year.inputValue()).toBe("2025");
  await button(desk, "Retour").click();
  await button(desk, /^Corriger la lecture/).click();
  expect(await field(desk, "Unité des montants").inputValue()).toBe("k€");
  await button(desk, "Revenir à la lecture automatique").click();
  await said(desk, /1.tableau à préciser/);
});

test("un tableau lu à tort se met de côté", async () => {
  const desk = await openDesk(bench(), await workbook("plan.xlsx", { Plan: planRows() }));
  await check(desk);
  await desk.pane.getByText(/1.tableau lu/).click();
  await button(desk, /^Corriger la lecture/).click();
  await field(desk, "Genre").selectOption("aucun");
  await button(desk, "Enregistrer").click();
  await said(desk, "Non vérifiable");
  expect(await desk.pane.getByText(/tableau lu/).count()).toBe(0);
});
