import { findings, outcome } from "../../builders/expectFindings";
import { allocataire, AUJOURDHUI, fichier, renommee, retour, sans, suivi } from "../../builders/fichiers";
import { nord } from "../../builders/nord";
import { cards, sentences } from "./cases";

const HEBDO = [1, 2].map(allocataire);
const SUIVI = [1, 2].map(suivi);

test.each(["ID_CAF", "ROLE_CAF", "COMMUNE", "DATE_NAISSANCE", "DATE_CER", "STOCK", "DEPARTEMENT_CODE_CAF"])(
  "fichier de suivi : sans %s, l'échange est bloqué",
  async (nom) => {
    const book = fichier(sans(SUIVI, nom));
    expect(await cards(book)).toEqual(["blocking fichier-colonnes Colonne absente A1"]);
    expect((await sentences(book))[0]).toContain(`« ${nom} » manque`);
  },
);

test.each([
  ["NIR/NIA", "NIR/NIA"],
  ["Date d'entrée RSA", "date d'entrée RSA"],
  ["Code organisme", "code organisme (CAF ou MSA)"],
  ["Référent unique", "référent unique ou structure en charge de l'accompagnement"],
])("fichier hebdomadaire : sans %s, l'échange est bloqué", async (nom, dite) => {
  const book = fichier(sans(HEBDO, nom));
  expect(await cards(book)).toEqual(["blocking fichier-colonnes Colonne absente A1"]);
  expect((await sentences(book))[0]).toContain(`« ${dite} » manque`);
});

test("DATE_INVITATION est pour les seuls utilisateurs de rdv-insertion (annexe 4)", async () => {
  expect(await cards(fichier(sans(SUIVI, "DATE_INVITATION")))).toEqual([]);
});

test("ce que France Travail envoie sans une colonne est à regarder, pas à bloquer", async () => {
  expect(await cards(fichier(sans([1, 2].map(retour), "Motif Sortie")))).toEqual([
    "warning fichier-colonnes Colonne absente A1",
  ]);
});

test.each([
  ["DATE_NAISSANCE", "DATE_NAISANCE"],
  ["DATE_NAISSANCE", "DATE_DE_NAISSANCE"],
  ["ID_CAF", "Matricule CAF"],
  ["DATE_NOTIFICATION_DEPARTEMENT", "DATE_NOTIF_DEPT"],
  ["DATE_NOTIFICATION_DEPARTEMENT", "DATE_NOTIFICATION_DEPARTMENT"],
  ["DATE_1ER_RDV_ACCOMPAGNEMENT", "DATE_1ER_RDV"],
  ["STRUCTURE_REFERENTE", "STRCUTURE_REFERENTE"],
  ["C_TYPEPARCOURS", "TYPE_PARCOURS"],
  ["COMMUNE", "Code INSEE"],
])("%s écrit %s est mal nommé, et seulement cela", async (nom, autre) => {
  const [found, ...others] = await findings(fichier(renommee(SUIVI, nom, autre)), AUJOURDHUI);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: "fichier-colonnes",
    severity: "warning",
    title: "Colonne mal nommée",
    fix: { value: nom, safe: false },
    reference: "Convention d'échange de données, annexe 4",
  });
  expect(found?.cell.row).toBe(0);
});

test("un nom de l'annexe 1 avec une faute de frappe", async () => {
  expect(await cards(fichier(renommee(HEBDO, "Nationalité", "Nationnalité")))).toEqual([
    "warning fichier-colonnes Colonne mal nommée G1",
  ]);
});

test("les colonnes en trop tiennent sur une carte, qui ne répète pas leurs en-têtes", async () => {
  const book = fichier(SUIVI.map((one) => ({ ...one, SITUATION_FAMILIALE: "inventée", NB_ENFANTS: 2 })));
  expect(await cards(book)).toEqual(["warning fichier-colonnes Colonnes en trop Q1 R1"]);
  expect((await sentences(book))[0]).toBe("2 colonnes ne sont pas de celles que l'annexe énumère.");
});

test("une colonne en double, une colonne sans nom", async () => {
  const book = fichier(SUIVI.map((one) => ({ ...one, "Date CER": "2024-03-01", "": "inventé" })));
  expect(await cards(book)).toEqual([
    "warning fichier-colonnes Colonne en double Q1",
    "warning fichier-colonnes Colonne sans nom R2",
  ]);
});

test("un fichier sans ligne a ses colonnes contrôlées, un autre classeur n'a rien à dire", async () => {
  const vide = fichier([Object.fromEntries(Object.keys(suivi(1)).map((nom) => [nom, null]))]);
  expect(await outcome(vide, "fichier-colonnes")).toMatchObject({ outcome: "passed", checked: 16 });
  expect(await outcome(vide, "fichier-forme")).toMatchObject({ outcome: "not-applicable" });
  expect(await outcome(nord(), "fichier-colonnes")).toMatchObject({ outcome: "not-applicable" });
});
