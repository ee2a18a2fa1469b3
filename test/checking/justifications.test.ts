/** A justification holds for figures, not for an address: rows move, figures change, workbooks are sent around. */
import { checkWorkbook } from "../../src/checking/check";
import { countJustified, justificationOf, justify, type KeptJustification } from "../../src/checking/justifications";
import type { Finding } from "../../src/checking/report";
import { withJustification, type Justification } from "../../src/domain/justification";
import { qualifiedAddress } from "../../src/workbook/address";
import type { Sheet, Workbook } from "../../src/workbook/picture";
import { COMPTE_ERRONE } from "../builders/coordonnees";
import { HEADER, nord, nordPlan, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";

const SAID = { reason: "Accord écrit du comptable", author: "A. Agent", date: "2025-03-31" } as const;

const found = async (book: Workbook): Promise<readonly Finding[]> => (await checkWorkbook(book)).findings;

function findingAt(findings: readonly Finding[], address: string): Finding {
  const finding = findings.find(({ cell }) => qualifiedAddress(cell) === address);
  if (!finding) throw new Error(`nothing at ${address}: ${findings.map(({ cell }) => qualifiedAddress(cell)).join()}`);
  return finding;
}

const here = (justification: Justification): KeptJustification => ({ justification, isReceived: false });

async function justifiedAt(book: Workbook, address: string, scope: "cell" | "table" = "cell") {
  const findings = await found(book);
  return justificationOf(findingAt(findings, address), findings, { ...SAID, scope });
}

/** "Plan!D7 justifié" for each finding that a justification is about. */
async function states(book: Workbook, ...kept: KeptJustification[]) {
  const { findings, unused } = justify(await found(book), kept);
  return {
    findings: findings.flatMap(({ finding, kept: one, isToReview }) =>
      one ? [`${qualifiedAddress(finding.cell)} ${isToReview ? "à revoir" : "justifié"}`] : [],
    ),
    unused: unused.length,
  };
}

/** The plan with rows inserted at the top, on a sheet of another name. */
function moved({ sheets, ...book }: Workbook, rows: number): Workbook {
  const down = (one: Sheet): Sheet => ({
    ...one,
    name: `${one.name} (copie)`,
    cells: one.cells.map((cell) => ({ ...cell, row: cell.row + rows })),
    merges: one.merges.map((area) => ({ ...area, top: area.top + rows, bottom: area.bottom + rows })),
  });
  return { ...book, sheets: sheets.map(down) };
}

const WRONG_SUBTOTAL = changed(nordPlan(), "Plan!D7", 2_450_001);
const UNDER_HALF = changed(changed(nordPlan(), "Plan!E5", 1_900_000), "Plan!F5", 3_900_000);

describe("Une justification de cellule", () => {
  test("vaut pour le constat dont elle a les montants", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    expect(await states(WRONG_SUBTOTAL, kept)).toEqual({ findings: ["Plan!D7 justifié"], unused: 0 });
  });

  test("suit sa ligne, que des lignes soient insérées ou la feuille renommée", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    expect(await states(moved(WRONG_SUBTOTAL, 3), kept)).toEqual({
      findings: ["Plan (copie)!D10 justifié"],
      unused: 0,
    });
  });

  test("suit son sous-total quand les axes changent d'ordre", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    const wrong = PLAN_ROWS.map((row, place) => (place === 2 ? [...row.slice(0, 3), 2_450_001, ...row.slice(4)] : row));
    const rows = [...wrong.slice(3, 6), ...wrong.slice(0, 3), ...wrong.slice(6)];
    const title = "Annexe 1.b. Plan de financement 2024";
    const other = workbook(
      sheet("Plan", [[title], [], [], HEADER, ...rows], { merges: ["A5:A6", "A8:A9", "A11:A12"] }),
    );
    expect(await states(other, kept)).toEqual({ findings: ["Plan!D10 justifié"], unused: 0 });
  });

  test("est à revoir quand le montant écrit change", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    const other = changed(nordPlan(), "Plan!D7", 2_450_002);
    expect(await states(other, kept)).toEqual({ findings: ["Plan!D7 à revoir"], unused: 0 });
  });

  test("n'est pas celle du sous-total d'un autre axe, qui porte le même libellé", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    const other = changed(nordPlan(), "Plan!D10", 2_698_981);
    expect(await states(other, kept)).toEqual({ findings: [], unused: 1 });
  });

  test("ne correspond plus à rien quand la faute est corrigée, et le dit", async () => {
    const kept = here(await justifiedAt(WRONG_SUBTOTAL, "Plan!D7"));
    expect(await states(nordPlan(), kept)).toEqual({ findings: [], unused: 1 });
  });

  test("d'un champ qui n'est pas un montant tient à ce qui y est écrit", async () => {
    const book = workbook(sheet("Compte", COMPTE_ERRONE));
    const findings = await found(book);
    const [first] = findings.filter(({ rule, anchor }) => rule === "champ-permute" && anchor.column !== "");
    if (!first) throw new Error("no swapped field");
    expect(first.anchor).toMatchObject({ table: "coordonnees", column: "code-etablissement" });
    const kept = here(justificationOf(first, findings, { ...SAID, scope: "cell" }));
    const place = qualifiedAddress(first.cell);
    expect((await states(book, kept)).findings).toEqual([`${place} justifié`]);
    const other = changed(book, place, "Code établissement : 2259 000 1801 245");
    expect((await states(other, kept)).findings).not.toContain(`${place} justifié`);
  });
});

describe("Une justification de règle dans un tableau", () => {
  const two = changed(changed(UNDER_HALF, "Plan!E9", 600_000), "Plan!F9", 1_270_730);

  test("vaut pour tous les constats de la règle dans ce tableau", async () => {
    const findings = await found(two);
    const shares = findings.filter(({ rule }) => rule === "cofinancement-solidarites");
    const [first] = shares;
    if (!first) throw new Error("no share under half");
    expect(shares.length).toBeGreaterThan(1);
    const kept = here(justificationOf(first, findings, { ...SAID, scope: "table" }));
    const { findings: held } = justify(findings, [kept]);
    const justified = held.filter(({ kept: one, isToReview }) => one !== null && !isToReview);
    expect(justified.map(({ finding }) => finding)).toEqual(shares);
  });

  test("ne couvre pas un constat venu depuis : il est à revoir", async () => {
    const [first] = (await found(UNDER_HALF)).filter(({ rule }) => rule === "cofinancement-solidarites");
    if (!first) throw new Error("no share under half");
    const kept = here(justificationOf(first, [first], { ...SAID, scope: "table" }));
    const after = justify(await found(two), [kept]).findings.filter(({ kept: one }) => one !== null);
    expect(after.map(({ isToReview }) => isToReview)).toEqual([false, true]);
  });
});

describe("Ce qui vient d'ailleurs", () => {
  test("une justification reçue avec le classeur est comptée à part", async () => {
    const justification = await justifiedAt(WRONG_SUBTOTAL, "Plan!D7");
    const findings = await found(WRONG_SUBTOTAL);
    const count = (isReceived: boolean) =>
      countJustified(justify(findings, [{ justification, isReceived }]).findings, "warning");
    expect(count(true)).toMatchObject({ justified: 0, received: 1 });
    expect(count(false)).toMatchObject({ justified: 1, received: 0 });
  });

  test("celle d'ici passe avant celle qui est reçue", async () => {
    const justification = await justifiedAt(WRONG_SUBTOTAL, "Plan!D7");
    const received: KeptJustification = { justification: { ...justification, reason: "Reçue" }, isReceived: true };
    const [only] = justify(await found(WRONG_SUBTOTAL), [received, here(justification)]).findings;
    expect(only?.kept?.justification.reason).toBe(SAID.reason);
  });
});

describe("Les tableaux d'un classeur", () => {
  test("un budget se reconnaît à sa fiche, une ligne à son année", async () => {
    const findings = await found(changed(nord(), "Fiches!D3", "2 000 000 €"));
    expect(findings.map(({ anchor }) => anchor)).toContainEqual({
      table: "budget-fiche",
      of: "1.1.1",
      year: 2024,
      row: "2024",
      column: "total",
    });
  });

  test("un tableau de personnes se reconnaît à son territoire et à son public", async () => {
    const rows = [
      ["Territoire", "Flux", "Stock", "Total"],
      ["Maubeuge", 176, 1_000, 1_176],
      ["Denain", 220, 900, 1_120],
      ["Total", 396, 1_900, 2_297],
    ];
    const book = workbook(sheet("Bénéficiaires", [["Bénéficiaires du RSA intégrés"], ...rows]));
    const anchors = (await found(book)).map(({ anchor }) => anchor);
    expect(anchors).toContainEqual(expect.objectContaining({ table: "flux-stock", column: "total" }));
  });

  test("une justification renouvelée prend la place de l'ancienne, celle d'une autre cellule reste", async () => {
    const book = changed(WRONG_SUBTOTAL, "Plan!D13", 900_001);
    const [one, other] = [await justifiedAt(book, "Plan!D7"), await justifiedAt(book, "Plan!D13")];
    const renewed = { ...one, reason: "Nouveau motif" };
    expect(withJustification([one, other], renewed)).toEqual([other, renewed]);
  });
});
