import { alarms, findings, outcome } from "../../builders/expectFindings";
import { indicateursDe, indicateursDuNord } from "../../builders/indicateurs";
import type { Typing } from "../../builders/picture";

const RULE = "indicateur-incomplet";
const BILAN: Typing[] = [
  "Indicateur",
  "Situation au 31/12/2023",
  "Cible 2024",
  "Atteint 2024",
  "Cible 2025",
  "Atteint 2025",
];

function bilan(...rows: Typing[][]) {
  return indicateursDe([["Jeunes suivis", 100, 120, 118, 140, null], ...rows], BILAN, "1.2.1");
}

describe("indicateur-incomplet parle", () => {
  test.each<[Typing, string]>([
    ["NC", "«\u00A0NC\u00A0»"],
    ["En cours de définition", "«\u00A0En cours de définition\u00A0»"],
    [null, "n'est pas renseigné"],
  ])("d'un résultat « %s » quand les autres sont au bilan", async (written, said) => {
    const book = bilan(["Maraudes", "NC", 12, written, 14, null]);
    expect(await alarms(book)).toEqual([`warning ${RULE} Fiche!D4 -`]);
    expect((await findings(book))[0]?.message).toContain(said);
  });

  test("d'une cible « En cours de définition » dont l'année est achevée à la date du contrôle (L1530)", async () => {
    const alerted = await findings(indicateursDuNord(), { date: "2025-03-31" });
    expect(alerted.map(({ rule, severity, cell }) => `${severity} ${rule} ${cell.row + 1}:${cell.column}`)).toEqual([
      `warning ${RULE} 4:2`,
      `warning ${RULE} 5:2`,
      `warning ${RULE} 16:2`,
      `warning ${RULE} 34:2`,
    ]);
    expect(alerted[0]?.message).toContain("la cible de 2024, année achevée");
  });

  test("une carte par indicateur, qui cite ses autres cellules", async () => {
    const found = await findings(indicateursDuNord(), { date: "2026-01-01" });
    expect(found[0]).toMatchObject({ cell: { row: 3, column: 2 }, cells: [{ row: 3, column: 3 }] });
  });
});

describe("indicateur-incomplet se tait", () => {
  test("à la signature : NC et « En cours de définition » y sont licites (L1225)", async () => {
    expect(await alarms(indicateursDuNord(), { date: "2024-07-08" })).toEqual([]);
    expect(await outcome(indicateursDuNord(), RULE, { date: "2024-07-08" })).toMatchObject({
      outcome: "not-applicable",
    });
  });

  test("sans date, en disant qu'elle manque", async () => {
    expect(await alarms(indicateursDuNord())).toEqual([]);
    expect(await outcome(indicateursDuNord(), RULE)).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("La date du contrôle n'est pas connue") as string,
    });
  });

  test("sur une étape du travail écrite à la place d'un chiffre (L1955)", async () => {
    const book = indicateursDe([["Agents formés", "NC", "Rédaction cahier des charges", "+195", "+195", "+210"]]);
    expect(await alarms(book, { date: "2025-06-30" })).toEqual([]);
  });

  test("sur l'année dont personne n'a encore de résultat, et sur la situation de départ", async () => {
    expect(
      await alarms(bilan(["Maraudes", "NC", 12, 10, "En cours de définition", null]), { date: "2025-03-31" }),
    ).toEqual([]);
  });

  test("sur une cible jamais chiffrée dont le résultat l'est", async () => {
    const book = bilan(["Maraudes", "NC", "En cours de définition", 9, 14, null]);
    expect(await alarms(book, { date: "2025-03-31" })).toEqual([]);
    expect(await outcome(book, RULE, { date: "2025-03-31" })).toMatchObject({ outcome: "passed", checked: 2 });
  });
});
