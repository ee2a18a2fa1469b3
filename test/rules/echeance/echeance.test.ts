import { AUCUN_REGLAGE, type Reglages } from "../../../src/domain/reglages";
import type { Workbook } from "../../../src/workbook/picture";
import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { bilanOf } from "../bilan/cases";

const volet2: Typing[] = ["2.2", "Volet 2", 8_752_912, 17_275_000, 17_275_000, 8_637_500, 5_251_747.2, 3_385_752.8, 0];
const volet3: Typing[] = ["2.3", "Volet 3", 5_700_000, 5_700_000, 5_700_000, 5_700_000, 3_420_000, null, null];
const axe1: Typing[] = ["1.1", "Prévenir la pauvreté", 100, 200, 200, 100, 100, 0, 0];

/** A bilan with a note under its table, two rows below. */
function noted(note: Typing[], rows: Typing[][] = [volet2], title?: string): Workbook {
  return bilanOf([...rows, [], [], note], title);
}

const told = async (book: Workbook, date?: string, reglages?: Reglages): Promise<string[]> =>
  (await alarms(book, { ...(date ? { date } : {}), ...(reglages ? { reglages } : {}) })).filter((one) =>
    one.includes("echeance"),
  );

describe("echeance parle", () => {
  test("d'un bilan des volets 1 et 2 daté après le 31 mars 2025 (L668)", async () => {
    const book = noted(["Fait à Lille, le 15/04/2025"]);
    expect(await told(book)).toEqual(["warning echeance Bilan!A6 -"]);
    const [card] = await findings(book);
    expect(card?.message).toContain("est après le 31/03/2025");
    expect(card?.reference).toBe("Convention emploi, art. 3.2 et 6");
  });

  test("d'une date dans la cellule voisine, et du jour même quand rien n'est écrit", async () => {
    const beside = noted(["Transmis le", { value: 45_762, format: "dd/mm/yyyy" }]);
    expect(await told(beside)).toEqual(["warning echeance Bilan!A6 -"]);
    expect(await told(bilanOf([volet2]), "2025-04-01")).toEqual(["warning echeance Bilan!A2 -"]);
  });

  test("du volet 3 selon son étape (L669, L670)", async () => {
    const intermediaire = bilanOf([volet3], "Bilan intermédiaire 2024");
    const final = bilanOf([volet3], "Bilan final 2024-2025");
    expect(await told(intermediaire, "2025-04-01")).toHaveLength(1);
    expect(await told(final, "2025-04-01")).toEqual([]);
    expect(await told(final, "2026-04-01")).toHaveLength(1);
  });

  test("du rapport d'exécution 2024-2025 des solidarités (L261)", async () => {
    expect(await told(bilanOf([axe1], "Bilan financier 2024-2025"), "2026-04-01")).toHaveLength(1);
  });

  test("d'une échéance des réglages, avant celle de la convention", async () => {
    const echeances = [{ id: "emploi-2024-volets-1-2-bilan-final", label: "Bilan", date: "2025-02-28" }];
    expect(await told(bilanOf([volet2]), "2025-03-01", { ...AUCUN_REGLAGE, echeances })).toHaveLength(1);
    expect(await told(bilanOf([volet2]), "2025-03-01")).toEqual([]);
  });
});

describe("echeance se tait", () => {
  test("à temps, le jour même, ou sur une pièce datée à temps et relue plus tard", async () => {
    expect(await told(bilanOf([volet2]), "2025-03-31")).toEqual([]);
    expect(await told(noted(["Transmis le 28/03/2025"]), "2026-11-24")).toEqual([]);
  });

  test("sur une date qui n'est pas celle de la pièce", async () => {
    for (const note of ["À transmettre au plus tard le 31/03/2026", "Versement fait le 15/06/2025 au vu du visa"])
      expect(await told(noted([note]), "2025-03-01")).toEqual([]);
  });

  test("sur une autre partie, une autre année, une autre étape", async () => {
    expect(await told(bilanOf([axe1]), "2026-11-24")).toEqual([]);
    expect(await told(bilanOf([volet2], "Bilan financier 2027"), "2030-01-01")).toEqual([]);
    // The final bilan of volet 3 repeats volets 1 and 2, which were sent a year before.
    expect(await told(bilanOf([volet2, volet3], "Bilan final 2024-2025"), "2026-03-01")).toEqual([]);
  });

  test("sans aucune date : non vérifiable ; sans bilan ni avenant : sans objet", async () => {
    expect(await outcome(nordBilan(), "echeance")).toMatchObject({ outcome: "not-verifiable" });
    expect(await outcome(nordPlan(), "echeance", { date: "2030-01-01" })).toMatchObject({ outcome: "not-applicable" });
    const realise = { ...nordBilan(), sheets: nordBilan().sheets.filter(({ name }) => name !== "Bilan 2024") };
    expect(await outcome(realise, "echeance", { date: "2030-01-01" })).toMatchObject({ outcome: "not-applicable" });
  });
});

test("un avenant après la fin de la convention emploi (L780) est à justifier, avant elle non", async () => {
  const header: Typing[] = ["Fiche", "Action", "État après avenant", "CD après avenant", "Total après avenant"];
  const rows: Typing[][] = [["2.2", "Volet 2", 100, 100, 200]];
  const book = workbook(sheet("Avenant", [["Avenant n° 1, plan de financement 2024"], header, ...rows]));
  expect(await told(book, "2025-12-31")).toEqual([]);
  expect(await told(book, "2026-01-01")).toHaveLength(1);
});
