import { nirKey, nirState } from "../../../src/domain/nir";
import { findings } from "../../builders/expectFindings";
import { allocataire, AUJOURDHUI, fichier, nir, retour, suivi } from "../../builders/fichiers";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { cards, sentences } from "./cases";

async function hebdo(nom: string, value: Typing): Promise<string[]> {
  return cards(fichier([allocataire(1), { ...allocataire(2), [nom]: value }]));
}

async function avecSuivi(nom: string, value: Typing): Promise<string[]> {
  return cards(fichier([suivi(1), { ...suivi(2), [nom]: value }]));
}

const GENERAL = "General";
const NUMERO = "2990159009999";
const CORSE = "299012A009999";

test.each<readonly [string, Typing, string]>([
  ["la clé est fausse", `${NUMERO}${String((Number(nirKey(NUMERO)) % 97) + 1).padStart(2, "0")}`, "Clé du NIR fausse"],
  ["deux chiffres sont intervertis", `2990195009999${nirKey(NUMERO)}`, "Clé du NIR fausse"],
  ["la clé manque", NUMERO, "NIR sans clé"],
  ["il manque un chiffre", nir(2).slice(0, 14), "NIR de longueur fausse"],
  ["c'est un texte", "en cours d'attribution", "NIR de longueur fausse"],
  ["le mois n'existe pas", `2991559009999${nirKey("2991559009999")}`, "NIR mal formé"],
  ["Excel l'a tronqué", "2,99016E+14", "NIR tronqué par Excel"],
])("NIR : %s", async (_quoi, value, title) => {
  expect(await hebdo("NIR/NIA", value)).toEqual([`warning fichier-forme ${title} E3`]);
});

test.each<readonly [string, Typing]>([
  ["avec des espaces", `2 99 01 59 009 999 ${nirKey(NUMERO)}`],
  ["comme un nombre", { value: Number(`${NUMERO}${nirKey(NUMERO)}`), format: "0" }],
  ["de Corse", `${CORSE}${nirKey(CORSE)}`],
  ["d'attente (NIA), qui commence par 7 ou 8", nir(2, "8990199009999")],
  ["dont le mois n'est pas connu", nir(2, "2993159009999")],
])("un NIR juste %s se tait", async (_quoi, value) => {
  expect(await hebdo("NIR/NIA", value)).toEqual([]);
});

test("la clé d'un NIR est celle du répertoire, 2A compté 19 et 2B compté 18", () => {
  // 97 − (2 551 418 000 123 mod 97), worked by hand from the definition.
  expect(nirKey("2551418000123")).toBe(String(97 - Number(2551418000123n % 97n)).padStart(2, "0"));
  expect(nirKey("255142A000123")).toBe(String(97 - Number(2551419000123n % 97n)).padStart(2, "0"));
  expect(nirKey("255142B000123")).toBe(String(97 - Number(2551418000123n % 97n)).padStart(2, "0"));
  // The specimen that public documents print.
  expect(nirState("255081416802538")).toBe("valide");
});

test.each<readonly [string, Typing, string]>([
  ["Numéro de téléphone", "06 39 98 12", "Téléphone mal formé"],
  ["Numéro de téléphone", "à demander", "Téléphone mal formé"],
  ["Numéro de téléphone", { value: 639981234, format: GENERAL }, "Zéro initial perdu"],
  ["Courriel", "imagine.exemple.invalid", "Courriel mal formé"],
  ["Courriel", "imagine@exemple", "Courriel mal formé"],
  ["Courriel", "imagine @exemple.invalid", "Courriel mal formé"],
  ["Statut", "Enfant", "Code hors liste"],
  ["Code organisme", "CPAM", "Code hors liste"],
  ["Type de parcours", "Emploi", "Code hors liste"],
  ["Nom", null, "Valeur absente"],
  ["NIR/NIA", null, "Valeur absente"],
  ["Référent unique", { value: null, error: "#N/A" }, "Valeur en erreur"],
])("fichier hebdomadaire, %s : une valeur fausse a sa carte", async (nom, value, title) => {
  const column = String.fromCharCode(65 + Object.keys(allocataire(1)).indexOf(nom));
  expect(await hebdo(nom, value)).toEqual([`warning fichier-forme ${title} ${column}3`]);
});

test.each<readonly [string, Typing]>([
  ["Numéro de téléphone", "0639981234"],
  ["Numéro de téléphone", "06.39.98.12.34 / 03-53-01-12-34"],
  ["Numéro de téléphone", "+33 6 39 98 12 34"],
  ["Numéro de téléphone", "+33 (0)6 39 98 12 34"],
  ["Numéro de téléphone", "+32 470 00 00 00"],
  ["Numéro de téléphone", null],
  ["Courriel", "imagine.a+rsa@sous-domaine.exemple.invalid"],
  ["Courriel", "imagine@exemple.invalid ; autre@exemple.invalid"],
  ["Courriel", null],
  ["Statut", "Conjointe"],
  ["Code organisme", "CAF 59"],
  ["Code organisme", "MSA Nord"],
  ["Type de parcours", "Parcours socio-professionnel"],
  ["Type de parcours", "SOCIAL"],
  ["Sexe", "X"],
])("fichier hebdomadaire, %s : une valeur juste se tait (%j)", async (nom, value) => {
  expect(await hebdo(nom, value)).toEqual([]);
});

test.each<readonly [string, Typing, string]>([
  ["ID_CAF", null, "Valeur absente"],
  ["ID_CAF", "1,23E+12", "Numéro tronqué par Excel"],
  ["COMMUNE", "Nulleville", "Code de commune mal formé"],
  ["COMMUNE", { value: 1004, format: GENERAL }, "Zéro initial perdu"],
  ["DEPARTEMENT", "96", "Code de département mal formé"],
  ["DEPARTEMENT", { value: 1, format: GENERAL }, "Zéro initial perdu"],
  ["TYPE_CONTRAT", "CDI", "Code hors liste"],
])("fichier de suivi, %s : %j a sa carte", async (nom, value, title) => {
  const column = String.fromCharCode(65 + Object.keys(suivi(1)).indexOf(nom));
  expect(await avecSuivi(nom, value)).toEqual([`warning fichier-forme ${title} ${column}3`]);
});

test.each<readonly [string, Typing]>([
  ["COMMUNE", { value: 1004, format: "00000" }],
  ["COMMUNE", "2A004"],
  ["DEPARTEMENT", { value: 59, format: GENERAL }],
  ["DEPARTEMENT", "2B"],
  ["DEPARTEMENT", "974"],
  ["TYPE_CONTRAT", "ppae"],
  ["TYPE_CONTRAT", null],
  ["C_TYPEPARCOURS", "tout autre code"],
  ["ROLE_CAF", "tout autre rôle"],
  ["STOCK", true],
])("fichier de suivi, %s : %j se tait, la source n'en dit pas plus", async (nom, value) => {
  expect(await avecSuivi(nom, value)).toEqual([]);
});

test("un code postal a cinq chiffres, dans une colonne à lui", async () => {
  const adresse = (cp: Typing) => fichier([{ ...allocataire(1), "Code postal": cp }]);
  expect(await cards(adresse("59999"))).toEqual([]);
  expect(await cards(adresse("5999A"))).toEqual(["warning fichier-forme Code postal mal formé R2"]);
  expect(await cards(adresse({ value: 1999, format: GENERAL }))).toEqual([
    "warning fichier-forme Zéro initial perdu R2",
  ]);
});

test("le diagnostic est réalisé ou non (annexe 4)", async () => {
  const rendu = (dit: Typing) => fichier([{ ...retour(1), "Diagnostic Realise (oui/non)": dit }]);
  expect(await cards(rendu("Non"))).toEqual([]);
  expect(await cards(rendu("peut-être"))).toEqual(["warning fichier-forme Code hors liste H2"]);
});

test("une carte par colonne et par sorte de faute, toutes ses cellules dedans", async () => {
  const faux = [1, 2, 3, 4].map((ordre) => ({
    ...allocataire(ordre),
    Courriel: "rien",
    "NIR/NIA": ordre < 3 ? nir(ordre).slice(1) : NUMERO.slice(0, 12) + ordre,
  }));
  const book = fichier(faux);
  expect(await cards(book)).toEqual([
    "warning fichier-forme NIR de longueur fausse E2 E3",
    "warning fichier-forme Courriel mal formé J2 J3 J4 J5",
    "warning fichier-forme NIR sans clé E4 E5",
  ]);
  expect(await sentences(book)).toContain(
    "Colonne « NIR/NIA » : 2 cellules ne portent pas les quinze caractères d'un NIR ou d'un NIA.",
  );
});

test("cinquante mille lignes, toutes fausses, tiennent sur une carte par colonne, qui les compte toutes", async () => {
  const faux = { "NIR/NIA": "1", Courriel: "rien", "Date de naissance": "99/99/1999" };
  const rows = Array.from({ length: 50_000 }, (_, place) => Object.values({ ...allocataire(place), ...faux }));
  const found = await findings(workbook(sheet("Export", [Object.keys(allocataire(1)), ...rows])), AUJOURDHUI);
  expect(found.map(({ rule, cell, cells }) => `${rule} ${cell.column} ${cells.length + 1}`)).toEqual([
    "fichier-date 3 500",
    "fichier-forme 4 500",
    "fichier-forme 9 500",
  ]);
  for (const { message } of found) expect(message).toMatch(/50\s000 cellules/);
}, 60_000);
