import { alarms, findings, outcome } from "../../builders/expectFindings";
import { compte } from "../../builders/coordonnees";
import { sheet, workbook } from "../../builders/picture";

test("se tait sur le SIRET du Nord, quelle que soit sa présentation (L361, L567)", async () => {
  for (const written of ["22590001801244", "225 900 018 012 44", "225 900 018 01244", 22590001801244]) {
    expect(await alarms(compte({ SIRET: written }))).toEqual([]);
  }
});

test("deux chiffres intervertis dans le SIREN sont bloquants, à la cellule du SIRET", async () => {
  const [found] = await findings(compte({ SIRET: "22950001801244" }));
  expect(found).toMatchObject({ rule: "siret", severity: "blocking", cell: { row: 1, column: 1 }, expected: null });
  expect(found?.message).toContain("ne sont pas un SIREN");
});

test("un chiffre faux dans les cinq derniers et un chiffre oublié sont bloquants", async () => {
  expect(await alarms(compte({ SIRET: "22590001801245" }))).toEqual(["blocking siret Compte!B2 -"]);
  expect(await alarms(compte({ SIRET: "2259000180124" }))).toEqual(["blocking siret Compte!B2 -"]);
});

test("le SIRET juste d'un autre bloc est proposé, sans être écrit d'office", async () => {
  const book = workbook(
    ...compte().sheets,
    sheet("Avenant", [
      ["Titulaire du compte", "Département du Nord"],
      ["SIRET", "22590001801424"],
    ]),
  );
  expect((await findings(book))[0]).toMatchObject({
    rule: "siret",
    fix: { value: "22590001801244", safe: false },
  });
});

test("un zéro initial perdu est à justifier, et la réécriture est sûre", async () => {
  expect(await findings(compte({ SIRET: 5580412400018 }))).toMatchObject([
    { rule: "siret", severity: "warning", title: "Zéro initial perdu", fix: { value: "05580412400018", safe: true } },
  ]);
});

test("se tait sur La Poste et sur un SIRET tronqué, que champ-permute dit", async () => {
  expect(await alarms(compte({ SIRET: "35600000049837" }))).toEqual([]);
  expect(await alarms(compte({ SIRET: "22040000000000" }))).toEqual(["warning champ-permute Compte!B2 -"]);
});

test("hors d'un bloc de coordonnées, un SIRET n'est pas contrôlé", async () => {
  const book = workbook(sheet("Liste", [["SIRET"], ["22590001801245"], ["22590001801246"]]));
  expect(await outcome(book, "siret")).toMatchObject({ outcome: "not-applicable" });
});
