import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordWithTerritoires } from "../../builders/nord";
import { changed } from "../../builders/picture";
import { fired } from "../cases";

describe("ventilation parle", () => {
  test("d'1 € de trop entre quatre villes (source, L1747-1750), une alerte, jamais un blocage", async () => {
    expect(await fired("ventilation", nordWithTerritoires())).toEqual(["warning Écart d'arrondi"]);
    const far = changed(nordWithTerritoires(), "Fiche 2.3!B5", "3 059 410 €");
    expect((await findings(far)).every(({ rule, severity }) => rule !== "ventilation" || severity === "warning")).toBe(
      true,
    );
  });

  test("d'un million de trop dans une ville, encore à justifier", async () => {
    const more = "3 059 410 €";
    const book = changed(changed(nordWithTerritoires(), "Fiche 2.3!B5", more), "Fiche 2.3!D5", more);
    expect(await alarms(book)).toEqual([expect.stringMatching(/^warning ventilation /)]);
  });
});

describe("ventilation se tait", () => {
  test("quand les quatre villes donnent juste, l'année reprenant le pacte et la convention", async () => {
    const book = changed(changed(nordWithTerritoires(), "Fiche 2.3!B6", "955 245 €"), "Fiche 2.3!D6", "955 245 €");
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "ventilation")).toMatchObject({ outcome: "passed" });
  });

  test("sur les fiches sans détail par territoire", async () => {
    expect(await outcome(nord(), "ventilation")).toMatchObject({ outcome: "not-applicable" });
  });
});
