import { alarms, findings, outcome } from "../../builders/expectFindings";
import { indicateursDe, indicateursDuNord, QUATRE_ANS } from "../../builders/indicateurs";
import { changed, type Typing } from "../../builders/picture";
import { fired } from "../cases";

const RULE = "indicateur-cumul";
const AVEC_TOTAL: Typing[] = [...QUATRE_ANS, "Total 2024-2027"];

/** L1955: a step of the work, then 195, +195, +210. */
function formes(label: string, third: Typing, total?: Typing): Typing[] {
  const row: Typing[] = [label, "NC", "Rédaction cahier des charges", 195, "+195", third];
  return total === undefined ? row : [...row, total];
}

describe("indicateur-cumul se tait", () => {
  test("sur les tableaux de la source : 195 + 195 + 210 font les 600 de la fiche (L1928, L1955)", async () => {
    expect(await alarms(indicateursDuNord())).toEqual([]);
    expect(await outcome(indicateursDuNord(), RULE)).toMatchObject({
      outcome: "passed",
      checked: 1,
      reason: expect.stringContaining("Aucun total n'est annoncé") as string,
    });
  });

  test.each<[string, Typing[], Typing[]]>([
    ["une colonne Total", formes("Agents formés", "+210", 600), AVEC_TOTAL],
    ["les mots de l'indicateur", formes("Agents formés (600 au total)", "+210"), QUATRE_ANS],
    ["la colonne de situation", ["Agents formés", "Objectif total : 600", "-", "+195", "+195", "+210"], QUATRE_ANS],
    ["la dernière cible", formes("Agents formés", "+210 (soit 600 au total)"), QUATRE_ANS],
    ["un total qui compte la situation de départ", ["Places", 100, "-", "+20", "+30", "+50", 200], AVEC_TOTAL],
  ])("quand le total que donne %s est juste", async (_, row, header) => {
    expect(await alarms(indicateursDe([row], header))).toEqual([]);
    expect(await outcome(indicateursDe([row], header), RULE)).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("sur une série sans « + », qui n'est pas une somme, même à côté d'un total (L1989)", async () => {
    const series: Typing[] = ["Instances actives", 40, 50, 60, 70, 80, 80];
    expect(await alarms(indicateursDe([series], AVEC_TOTAL))).toEqual([]);
    expect(await outcome(indicateursDe([series], AVEC_TOTAL), RULE)).toMatchObject({ outcome: "not-applicable" });
  });

  test("sur des cibles cumulées sans total annoncé, en disant pourquoi (L2035)", async () => {
    const book = indicateursDe([["Ménages repérés", "NC", "Process", "3 000", "+6 000", "+ 6 000"]], QUATRE_ANS, "4.1");
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, RULE)).toMatchObject({ outcome: "not-verifiable" });
  });

  test("sur une phrase de la fiche qui parle d'une année ou d'autre chose", async () => {
    for (const words of [
      "Former 25 professionnels par an à la médiation",
      "Former 25 professionnels en 2025 au repérage",
    ])
      expect(await alarms(changed(indicateursDuNord(), "Indicateurs!A30", words))).toEqual([]);
  });
});

describe("indicateur-cumul parle", () => {
  test("d'une cible qui s'écarte du total de sa fiche, sur un nombre, jamais en euros", async () => {
    const [found, ...others] = await findings(changed(indicateursDuNord(), "Indicateurs!F33", "+120"));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: RULE,
      severity: "warning",
      expected: "210",
      actual: "120",
      gap: "90",
      fix: null,
    });
    expect(found?.message).toContain("Écrit\u00A0: 120\u00A0; attendu\u00A0: 210, écart de 90.");
    expect(found?.message).not.toContain("€");
  });

  test.each<[string, Typing[], Typing[]]>([
    ["d'une colonne Total", formes("Agents formés", "+210", 660), AVEC_TOTAL],
    ["des mots de l'indicateur", formes("Agents formés (660 au total)", "+210"), QUATRE_ANS],
    ["de la colonne de situation", ["Agents formés", "Objectif total : 660", "-", "+195", "+195", "+210"], QUATRE_ANS],
  ])("d'un total qui vient %s", async (_, row, header) => {
    expect(await fired(RULE, indicateursDe([row], header))).toEqual(["warning Cibles contraires à leur total"]);
  });

  test("d'une ligne sans « + » dont le total s'écarte, quand les autres lignes s'additionnent", async () => {
    const row = (label: string, total: number): Typing[] => [label, "NC", 10, 20, 30, 40, total];
    const rows = [row("Ateliers", 100), row("Forums", 100), row("Journées", 100), row("Maraudes", 110)];
    expect(await fired(RULE, indicateursDe(rows, AVEC_TOTAL))).toEqual(["warning Cibles contraires à leur total"]);
  });
});
