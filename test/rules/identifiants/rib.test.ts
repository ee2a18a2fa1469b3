import { alarms, findings, outcome } from "../../builders/expectFindings";
import { compte } from "../../builders/coordonnees";

test("se tait sur le compte du Nord (L744-752)", async () => {
  expect(await alarms(compte())).toEqual([]);
  expect(await outcome(compte(), "rib")).toMatchObject({ outcome: "passed", checked: 1 });
});

test("l'IBAN juste désigne le champ faux et sa valeur : une seule carte", async () => {
  const cases = [
    ["Code établissement", "30010", "Compte!B3", "30001"],
    ["Code guichet", "00486", "Compte!B4", "00468"],
    ["Numéro de compte", "C5990000001", "Compte!B5", "C5990000000"],
    ["Clé RIB", "24", "Compte!B6", "42"],
  ] as const;
  for (const [champ, written, cell, meant] of cases) {
    const book = compte({ [champ]: written });
    expect(await alarms(book)).toEqual([`blocking rib ${cell} -`]);
    const [found] = await findings(book);
    expect(found?.message).toContain(`Attendu\u00A0: ${meant}.`);
    expect(found?.fix).toMatchObject({ value: meant, safe: false });
  }
});

test("sans IBAN, la clé fausse est dite avec celle que le compte donne", async () => {
  const [found, ...others] = await findings(compte({ "Clé RIB": "24", IBAN: null }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: "rib", severity: "blocking", cell: { row: 5, column: 1 } });
  expect(found?.message).toContain("la clé serait 42");
});

test("sans IBAN, un champ trop court est dit à sa place", async () => {
  expect(await alarms(compte({ "Code guichet": "0468", IBAN: null }))).toEqual(["blocking rib Compte!B4 -"]);
  expect(await alarms(compte({ "Numéro de compte": "C599000000", IBAN: null }))).toEqual(["blocking rib Compte!B5 -"]);
});

test("des zéros perdus par un nombre sont à justifier, et la réécriture est sûre", async () => {
  expect(await findings(compte({ "Code guichet": 468 }))).toMatchObject([
    { rule: "rib", severity: "warning", title: "Zéros initiaux perdus", fix: { value: "00468", safe: true } },
  ]);
});

test("se tait sur les tirets et les espaces, et sur un zéro que le format affiche", async () => {
  expect(await alarms(compte({ "Numéro de compte": "C599 0000 000", "Clé RIB": 42 }))).toEqual([]);
  expect(await alarms(compte({ "Code guichet": { value: 468, format: "00000" } }))).toEqual([]);
});

test("une même faute recopiée dans l'IBAN est une seule carte", async () => {
  const book = compte({ "Numéro de compte": "C5990000010", IBAN: "FR48 3000 1004 68C5 9900 0001 042" });
  expect(await alarms(book)).toEqual(["blocking rib Compte!B6 -"]);
  expect((await findings(book))[0]?.cells).toContainEqual({ sheet: "Compte", row: 6, column: 1 });
});

test("un champ faux et un IBAN faux sont deux fautes", async () => {
  const book = compte({ "Code guichet": "00486", IBAN: "FR84 3000 1004 68C5 9900 0000 042" });
  expect(await alarms(book)).toEqual(["blocking rib Compte!B4 -", "blocking iban Compte!B7 -"]);
});

test("il manque un champ et l'IBAN : non vérifiable, jamais satisfaite", async () => {
  const book = compte({ "Clé RIB": null, IBAN: null });
  expect(await alarms(book)).toEqual([]);
  expect(await outcome(book, "rib")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("tous les champs du RIB"),
  });
});
