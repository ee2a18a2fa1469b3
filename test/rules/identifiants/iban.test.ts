import { alarms, findings, outcome } from "../../builders/expectFindings";
import { compte } from "../../builders/coordonnees";

test("se tait sur l'IBAN du Nord, avec le point final de la convention (L480)", async () => {
  expect(await alarms(compte({ IBAN: "FR48 3000 1004 68C5 9900 0000 042." }))).toEqual([]);
  expect(await alarms(compte({ IBAN: "FR4830001004 68C5990000000 42" }))).toEqual([]);
});

test("deux chiffres intervertis : l'IBAN que le RIB donne est proposé", async () => {
  const book = compte({ IBAN: "FR48 3000 1004 86C5 9900 0000 042" });
  expect(await alarms(book)).toEqual(["blocking iban Compte!B7 -"]);
  expect((await findings(book))[0]).toMatchObject({
    expected: null,
    fix: { value: "FR48 3000 1004 68C5 9900 0000 042", safe: false },
    message: expect.stringContaining("la clé de contrôle est fausse"),
  });
});

test("une clé d'IBAN fausse ou un chiffre oublié sont bloquants", async () => {
  expect(await alarms(compte({ IBAN: "FR84 3000 1004 68C5 9900 0000 042" }))).toEqual(["blocking iban Compte!B7 -"]);
  const [found] = await findings(compte({ IBAN: "FR48 3000 1004 68C5 9900 0000 42" }));
  expect(found?.message).toContain("27 caractères");
});

test("un IBAN juste d'un autre compte que le RIB est une seule carte, à l'IBAN", async () => {
  const book = compte({ IBAN: "FR14 2004 1010 0505 0001 3M02 606" });
  expect(await alarms(book)).toEqual(["blocking iban Compte!B7 -"]);
  expect((await findings(book))[0]?.title).toBe("IBAN d'un autre compte");
});

test("sans RIB, la clé de l'IBAN suffit ; un compte étranger n'est comparé à aucun RIB", async () => {
  const alone = { "Code établissement": null, "Code guichet": null, "Numéro de compte": null, "Clé RIB": null };
  expect(await alarms(compte({ ...alone, IBAN: "BE68 5390 0754 7034" }))).toEqual([]);
  expect(await alarms(compte({ ...alone, IBAN: "BE86 5390 0754 7034" }))).toEqual(["blocking iban Compte!B7 -"]);
});

test("sans IBAN, sans objet", async () => {
  expect(await outcome(compte({ IBAN: null }), "iban")).toMatchObject({ outcome: "not-applicable" });
  expect(await outcome(compte({ IBAN: "à compléter" }), "iban")).toMatchObject({ outcome: "not-applicable" });
});
