import { alarms, findings } from "../../builders/expectFindings";
import { compte, COMPTE_ERRONE } from "../../builders/coordonnees";
import { sheet, workbook } from "../../builders/picture";

test("le SIRET comme code établissement et la clé collée au compte, tels que la convention les écrit (L472, L476)", async () => {
  expect(await alarms(workbook(sheet("Art. 3.2", COMPTE_ERRONE)))).toEqual([
    "blocking champ-permute Art. 3.2!A3 -",
    "warning champ-permute Art. 3.2!A5 -",
  ]);
  const messages = (await findings(workbook(sheet("Art. 3.2", COMPTE_ERRONE)))).map(({ message }) => message);
  expect(messages[0]).toContain("Attendu\u00A0: 30001.");
  expect(messages[1]).toContain("Attendu\u00A0: C5990000000.");
});

test("un SIRET dans la cellule du code établissement : bloquant, le code de l'IBAN est proposé", async () => {
  expect(await findings(compte({ "Code établissement": "2259 000 1801 244" }))).toMatchObject([
    { rule: "champ-permute", severity: "blocking", fix: { value: "30001", safe: false } },
  ]);
});

test("la clé collée au compte : réécriture sûre quand le champ de la clé la confirme", async () => {
  const glued = { "Numéro de compte": "C5990000000-42" };
  expect(await findings(compte(glued))).toMatchObject([
    { rule: "champ-permute", severity: "warning", fix: { value: "C5990000000", safe: true } },
  ]);
  expect(await findings(compte({ ...glued, "Clé RIB": null }))).toMatchObject([{ fix: { safe: false } }]);
});

test("deux chiffres de trop qu'aucune clé ne confirme ne sont pas une clé collée", async () => {
  const book = compte({ "Numéro de compte": "C599000000017", IBAN: null });
  expect(await alarms(book)).toEqual(["blocking rib Compte!B5 -"]);
});

test("dans une cellule qui porte aussi l'étiquette, aucune réparation ne l'écrase", async () => {
  const found = await findings(workbook(sheet("Art. 3.2", COMPTE_ERRONE)));
  expect(found.map(({ fix }) => fix)).toEqual([null, null]);
});

test("code établissement et code guichet intervertis : une seule carte", async () => {
  const book = compte({ "Code établissement": "00468", "Code guichet": "30001" });
  expect(await alarms(book)).toEqual(["blocking champ-permute Compte!B3 -"]);
  expect(await alarms(compte({ "Code établissement": "00468", "Code guichet": "30001", IBAN: null }))).toEqual([
    "blocking champ-permute Compte!B3 -",
  ]);
});

test("une clé juste par hasard après permutation ne fait pas taire l'IBAN", async () => {
  expect(await alarms(compte({ "Code guichet": "00464" }))).toEqual(["blocking rib Compte!B4 -"]);
});

test("un SIRET tronqué par Excel est à justifier, sans erreur de clé", async () => {
  expect(await alarms(compte({ SIRET: 22040000000000 }))).toEqual(["warning champ-permute Compte!B2 -"]);
  expect(await findings(compte({ SIRET: "2,2590001801244E+13" }))).toMatchObject([
    { title: "SIRET tronqué par Excel", fix: { value: "22590001801244", safe: false } },
  ]);
});

test("se tait sur un compte dont chaque champ est à sa place", async () => {
  expect(await alarms(compte())).toEqual([]);
});
