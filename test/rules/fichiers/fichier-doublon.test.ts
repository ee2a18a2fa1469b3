import { outcome } from "../../builders/expectFindings";
import { allocataire, fichier, nir, retour, sans, suivi } from "../../builders/fichiers";
import { cards, sentences } from "./cases";

const HEBDO = [1, 2, 3].map(allocataire);

test("le même NIR deux fois", async () => {
  const book = fichier([...HEBDO, { ...allocataire(4), "NIR/NIA": nir(2) }]);
  expect(await cards(book)).toEqual(["warning fichier-doublon Personne en double E5 E3"]);
  expect(await sentences(book)).toEqual(["Une ligne répète une personne, ou son numéro."]);
});

test("le même NIR avec et sans sa clé", async () => {
  expect(await cards(fichier([...HEBDO, { ...allocataire(4), "NIR/NIA": nir(2).slice(0, 13) }]))).toEqual([
    "warning fichier-forme NIR sans clé E5",
    "warning fichier-doublon Personne en double E5 E3",
  ]);
});

test("la même personne une fois sans son NIR", async () => {
  const found = await cards(fichier([...HEBDO, { ...allocataire(2), Prénom: "IMAGINECCCC", "NIR/NIA": null }]));
  expect(found).toEqual([
    "warning fichier-doublon Personne en double B5 B3",
    "warning fichier-forme Valeur absente E5",
  ]);
});

test("plusieurs doublons tiennent sur une carte", async () => {
  const book = fichier([...HEBDO, ...HEBDO]);
  expect(await cards(book)).toEqual(["warning fichier-doublon Personnes en double E5 E2 E3 E6 E4 E7"]);
  expect(await sentences(book)).toEqual(["3 lignes répètent une personne, ou son numéro."]);
});

test("des homonymes nés le même jour, avec deux NIR justes, sont deux personnes", async () => {
  expect(await cards(fichier([...HEBDO, { ...allocataire(2), "NIR/NIA": nir(4) }]))).toEqual([]);
});

test("un matricule est celui d'un foyer : demandeur et conjoint n'y sont pas un doublon", async () => {
  const couple = [suivi(1), { ...suivi(1), ROLE_CAF: "CJT" }, suivi(2)];
  expect(await cards(fichier(couple))).toEqual([]);
  expect(await cards(fichier([...couple, suivi(1)]))).toEqual(["warning fichier-doublon Personne en double A5 A2"]);
});

test("sans rôle, le mois de naissance distingue les personnes d'un foyer", async () => {
  const foyer = [suivi(1), { ...suivi(1), DATE_NAISSANCE: "1997-03-01" }].map((one) => ({ ...one, ROLE_CAF: null }));
  expect(await cards(fichier(foyer))).toEqual([]);
  expect(await cards(fichier([...foyer, { ...suivi(1), ROLE_CAF: null }]))).toEqual([
    "warning fichier-doublon Personne en double A4 A2",
  ]);
});

test("deux parcours d'une personne, dans ce que France Travail envoie, sont deux lignes", async () => {
  const deux = [retour(1), { ...retour(1), "Date Entree Parcours": "15/05/2024" }];
  expect(await cards(fichier(deux))).toEqual([]);
  expect(await cards(fichier([...deux, retour(1)]))).toEqual(["warning fichier-doublon Personne en double A4 A2"]);
});

test("sans colonne qui dise qui est qui, rien n'est vérifié, et c'est dit", async () => {
  const book = fichier(sans([suivi(1), suivi(1)], "ID_CAF"));
  expect(await outcome(book, "fichier-doublon")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("Aucune colonne ne dit de quelle personne"),
  });
});
