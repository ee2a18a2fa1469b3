import { findings, outcome } from "../../builders/expectFindings";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { book } from "./cases";

/** A code of the right grammar that the list of 2024 does not hold, on a line that names no axis and no volet. */
const other = workbook(
  sheet("I", [["Imputations 2024"], ["Objet", "Programme", "Code activité"], ["Autre", "304", "030450232701"]]),
);

test("code-activite-inconnu parle d'un code bien formé, absent de la liste de l'année : à confirmer", async () => {
  const found = await findings(other);
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["warning code-activite-inconnu"]);
});

describe("code-activite-inconnu se tait", () => {
  test("sur un code que l'agent a ajouté : connu, et dit comme sien", async () => {
    const own = {
      code: "030450232701",
      label: "Pilier 5",
      programme: "304",
      action: "23",
      sousAction: "27",
      blocs: [],
      span: { from: 2024, to: 2024 },
      source: { article: "", lines: [] },
      isOwn: true,
    } as const;
    expect((await findings(other)).map(({ rule }) => rule)).toEqual(["code-activite-inconnu"]);
    expect(await findings(other, { ownCodes: [own] })).toEqual([]);
  });

  test("sur les six codes des conventions de la source (L458-460, L760-762)", async () => {
    expect(await outcome(book, "code-activite-inconnu")).toMatchObject({ outcome: "passed", checked: 6 });
  });
});

test("2025 n'a pas de liste : non vérifiable", async () => {
  const rows: Typing[][] = [
    ["Imputations 2025"],
    ["Objet", "Programme", "Sous-action", "Code activité"],
    ["Axe 1", "304", "24", "030450232301"],
  ];
  expect(await outcome(workbook(sheet("I", rows)), "code-activite-inconnu")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("2025"),
  });
});
