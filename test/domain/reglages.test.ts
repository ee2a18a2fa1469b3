import { datedEcheances, ECHEANCES, echeancesOf } from "../../src/domain/echeances";
import { sirenOf, sirenOfSiret } from "../../src/domain/identifiants";
import { AUCUN_REGLAGE, parseReglages, reglagesJson, type Reglages } from "../../src/domain/reglages";

const NORD: Reglages = {
  version: 1,
  departement: { nom: "Nord", siren: "225900018" },
  annee: 2024,
  notifies: [
    { annee: 2024, bloc: "axe-1", montant: "2450000.00" },
    { annee: 2024, bloc: "volet-2", montant: "8752912.00" },
  ],
  avances: [{ annee: 2025, versement: "volet-3-avance", taux: "0.5" }],
  echeances: [{ id: "bilan", label: "Bilan final", date: "2025-03-31" }],
  seuils: { executionFaible: "0.8" },
};

const read = (value: unknown) => parseReglages(JSON.stringify(value), "reglages.json");
const problem = (value: unknown) => {
  const reglages = read(value);
  return "problem" in reglages ? reglages.problem : "";
};

describe("Les réglages", () => {
  test("se relisent tels qu'ils ont été écrits, toujours avec le même texte", () => {
    const json = reglagesJson(NORD);
    expect(parseReglages(json, "reglages.json")).toEqual(NORD);
    expect(reglagesJson({ ...NORD, notifies: [...NORD.notifies].reverse() })).toBe(json);
  });

  test("ce qui n'est pas dit n'est pas réglé", () => {
    expect(read({ version: 1 })).toEqual(AUCUN_REGLAGE);
    expect(read({ version: 1, departement: { nom: "Nord" }, notifies: null })).toEqual({
      ...AUCUN_REGLAGE,
      departement: { nom: "Nord", siren: null },
    });
  });

  test("un champ inconnu n'est pas gardé", () => {
    expect(read({ ...NORD, couleur: "rouge", departement: { ...NORD.departement, prefet: "X" } })).toEqual(NORD);
  });

  test("les montants et les taux prennent leur forme", () => {
    const notifies = [{ annee: 2024, bloc: "axe-1", montant: "2450000.5" }];
    const avances = [{ annee: 2024, versement: "volet-3-avance", taux: "0.60" }];
    expect(read({ version: 1, notifies, avances })).toMatchObject({
      notifies: [{ montant: "2450000.50" }],
      avances: [{ taux: "0.6" }],
    });
  });

  test("une version plus récente est refusée", () => {
    expect(problem({ ...NORD, version: 2 })).toMatch(/reglages\.json\. Ils viennent d'une version plus récente/);
  });

  test.each([[0], [1.5], [-1]])("la version %p n'existe pas", (version) => {
    expect(problem({ version })).not.toBe("");
  });

  test.each([[null], [[]], ["x"], [{}], [{ version: "1" }]])("%j n'est pas des réglages", (value) => {
    expect(problem(value)).toMatch(/Aucun réglage dans reglages\.json/);
  });

  test("un texte qui n'est pas du JSON est dit illisible", () => {
    expect(parseReglages("{", "essai.json")).toEqual({
      problem: expect.stringMatching(/essai\.json ne se lisent pas/),
    });
  });

  test.each<[string, object, RegExp]>([
    ["SIREN à clé fausse", { departement: { siren: "225900019" } }, /SIREN du département/],
    ["SIREN en nombre", { departement: { siren: 225900018 } }, /SIREN du département/],
    ["nom vide", { departement: { nom: "  " } }, /nom du département/],
    ["nom trop long", { departement: { nom: "x".repeat(121) } }, /nom du département/],
    ["département en texte", { departement: "Nord" }, /département doit être un objet/],
    ["année en texte", { annee: "2024" }, /année de travail/],
    ["année hors du temps", { annee: 1999 }, /année de travail/],
    [
      "montant en nombre",
      { notifies: [{ annee: 2024, bloc: "axe-1", montant: 2450000 }] },
      /montant notifié n°\u00A01/,
    ],
    ["montant négatif", { notifies: [{ annee: 2024, bloc: "axe-1", montant: "-1" }] }, /montant notifié n°\u00A01/],
    ["tiers de centime", { notifies: [{ annee: 2024, bloc: "axe-1", montant: "1.333" }] }, /montant notifié n°\u00A01/],
    ["bloc inconnu", { notifies: [{ annee: 2024, bloc: "axe-2", montant: "1" }] }, /bloc du montant notifié n°\u00A01/],
    [
      "deux fois le même bloc",
      { notifies: [NORD.notifies[0], { annee: 2024, bloc: "axe-1", montant: "1" }] },
      /montant notifié n°\u00A02 répète/,
    ],
    ["liste qui n'en est pas une", { notifies: {} }, /montants notifiés doivent former une liste/],
    ["ligne vide", { avances: [null] }, /taux d'avance n°\u00A01/],
    [
      "taux au-delà de un",
      { avances: [{ annee: 2024, versement: "volet-3-avance", taux: "1.1" }] },
      /taux d'avance n°/,
    ],
    ["taux en pour cent", { avances: [{ annee: 2024, versement: "volet-3-avance", taux: "60" }] }, /taux d'avance n°/],
    [
      "versement inconnu",
      { avances: [{ annee: 2024, versement: "autre", taux: "0.6" }] },
      /versement du taux d'avance/,
    ],
    ["jour qui n'existe pas", { echeances: [{ id: "a", label: "A", date: "2025-02-30" }] }, /date de l'échéance n°/],
    ["échéance sans libellé", { echeances: [{ id: "a", label: "", date: "2025-03-31" }] }, /libellé de l'échéance n°/],
    ["seuil au-delà de un", { seuils: { executionFaible: "80" } }, /seuil d'exécution faible/],
  ])("%s : refusé, et la phrase nomme le champ", (_name, fields, sentence) => {
    expect(problem({ version: 1, ...fields })).toMatch(sentence);
  });

  test("un libellé hostile reste du texte d'une ligne, sans caractère qu'un XML refuse", () => {
    const echeances = [{ id: "a", label: "=1+1\n\u0000\uFFFF<b>", date: "2025-03-31" }];
    expect(read({ version: 1, echeances })).toMatchObject({ echeances: [{ label: "=1+1 <b>" }] });
  });
});

describe("Le SIREN", () => {
  test.each([["225900018"], ["225 900 018"]])("%s a sa clé", (written) => {
    expect(sirenOf(written)).toBe("225900018");
  });

  test.each([["225900019"], ["22590001"], [""], ["2259000180"], ["22590001A"]])("%s n'en est pas un", (written) => {
    expect(sirenOf(written)).toBeNull();
  });

  test("celui d'un SIRET juste, et d'aucun autre", () => {
    expect(sirenOfSiret("225 900 018 01244")).toBe("225900018");
    expect(sirenOfSiret("22590001801245")).toBeNull();
  });
});

describe("Les échéances", () => {
  test("2024 : celles que la convention date, à leur jour", () => {
    expect(datedEcheances(2024).map(({ label, date }) => `${date} ${label}`)).toEqual([
      "2025-03-31 Bilan final des volets 1 et 2",
      "2025-03-31 Bilan intermédiaire du volet 3",
      "2025-12-31 Avenant à la convention emploi, signé avant sa fin",
      "2026-03-31 Bilan final du volet 3",
      "2026-03-31 Rapport d'exécution 2024-2025 des solidarités, avec sa délibération",
    ]);
  });

  test("une année sans données n'en a pas", () => {
    expect(echeancesOf(2025)).toEqual([]);
    expect(echeancesOf(null)).toEqual([]);
  });

  test("chacune a sa source, et un identifiant à elle", () => {
    expect(new Set(ECHEANCES.map(({ id }) => id)).size).toBe(ECHEANCES.length);
    for (const { source } of ECHEANCES) expect(source.lines.length).toBeGreaterThan(0);
  });
});
