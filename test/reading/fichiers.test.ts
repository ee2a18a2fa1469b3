/** Which sheets are files of persons, and which are not. */
import { readModeles } from "../../src/reading/modele";
import { readTables } from "../../src/reading/read";
import type { Workbook } from "../../src/workbook/picture";
import { alarms, findings } from "../builders/expectFindings";
import { allocataire, AUJOURDHUI, fichier, renommee, retour, sans, suivi, type Personne } from "../builders/fichiers";
import { nord } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";

const HEBDO = [1, 2, 3].map(allocataire);
const SUIVI = [1, 2, 3].map(suivi);
const RETOUR = [1, 2, 3].map(retour);

function genres(book: Workbook): string[] {
  return readTables(book).fichiers.map(({ kind, area }) => `${kind} ${area.top}-${area.bottom}`);
}

describe("Les fichiers de personnes", () => {
  test("ceux des annexes 1 et 4 se reconnaissent à leurs colonnes", () => {
    expect(genres(fichier(HEBDO))).toEqual(["fichier-hebdomadaire 0-3"]);
    expect(genres(fichier(SUIVI))).toEqual(["fichier-suivi 0-3"]);
    expect(genres(fichier(RETOUR))).toEqual(["fichier-retour 0-3"]);
  });

  test.each([
    ["hebdomadaire", HEBDO],
    ["de suivi", SUIVI],
    ["reçu de France Travail", RETOUR],
  ])("un fichier %s complet ne lève rien", async (_nom, personnes) => {
    expect(await findings(fichier(personnes), AUJOURDHUI)).toEqual([]);
  });

  test("les colonnes dans un autre ordre, sous un titre, loin du coin, et des lignes blanches", async () => {
    const header = Object.keys(HEBDO[0] ?? {}).reverse();
    const rows = HEBDO.map((one) => header.map((nom) => one[nom] ?? null));
    const book = workbook(
      sheet("Flux", [["Flux de la semaine 6"], [], header, [], ...rows.slice(0, 2), [], rows[2] ?? []], { at: "C4" }),
    );
    expect(genres(book)).toEqual(["fichier-hebdomadaire 5-10"]);
    expect(await findings(book, AUJOURDHUI)).toEqual([]);
  });

  test("les mots d'un autre département", async () => {
    const autres: readonly (readonly [string, string])[] = [
      ["Nom", "NOM DE NAISSANCE"],
      ["Prénom", "PRENOM"],
      ["Date de naissance", "Date naissance"],
      ["NIR/NIA", "N° de sécurité sociale"],
      ["Statut", "Demandeur / conjoint"],
      ["Numéro de téléphone", "Tél. portable"],
      ["Courriel", "E-mail"],
      ["Date d'entrée RSA", "Date d'entrée dans le dispositif RSA"],
      ["Code organisme", "Organisme (CAF/MSA)"],
      ["Type de parcours", "Orientation et type de parcours"],
      ["Référent unique", "Structure d'accompagnement"],
      ["Date de l'orientation", "Date d'orientation"],
    ];
    const personnes = autres.reduce<Personne[]>(
      (all, [nom, autre]) => renommee(all, nom, autre),
      sans(HEBDO, "Orientation"),
    );
    const adressees = personnes.map((one) => ({
      ...one,
      "Nom d'usage": null,
      "Code postal": "59999",
      Ville: "NULLEPART",
      "Tél. fixe": null,
    }));
    expect(await findings(fichier(adressees), AUJOURDHUI)).toEqual([]);
  });

  test("une seule colonne « Orientation » qui dit le type de parcours suffit", async () => {
    const personnes = renommee(sans(HEBDO, "Orientation"), "Type de parcours", "Orientation");
    expect(await findings(fichier(personnes), AUJOURDHUI)).toEqual([]);
    const une = personnes.map((one, place) => (place === 0 ? { ...one, Orientation: "Vacances" } : one));
    expect(await alarms(fichier(une), AUJOURDHUI)).toEqual(["warning fichier-forme Export!N2 -"]);
  });

  test("le sens ne tient ni à la casse, ni aux accents, ni aux séparateurs", async () => {
    const personnes = SUIVI.map((one) =>
      Object.fromEntries(Object.entries(one).map(([nom, value]) => [nom.toLowerCase().replace(/_/g, " "), value])),
    );
    expect(await findings(fichier(personnes), AUJOURDHUI)).toEqual([]);
  });
});

describe("Les autres feuilles", () => {
  const liste = (...header: string[]): Workbook =>
    workbook(sheet("Liste", [header, ...[1, 2].map(() => header.map((): Typing => "inventé"))]));

  test.each([
    ["une colonne NIR seule", liste("NIR")],
    [
      "un suivi local qui a huit des données",
      liste(
        "Nom",
        "Prénom",
        "Date de naissance",
        "Courriel",
        "Téléphone",
        "Organisme CAF/MSA",
        "Orientation",
        "Type de parcours",
      ),
    ],
    [
      "un état du personnel",
      liste(
        "Civilité",
        "Nom",
        "Prénom",
        "Date de naissance",
        "NIR",
        "Sexe",
        "Nationalité",
        "Téléphone",
        "Courriel",
        "Adresse",
        "Structure",
      ),
    ],
    [
      "les participants d'une action",
      liste(
        "Nom",
        "Prénom",
        "Date de naissance",
        "Sexe",
        "Téléphone",
        "Courriel",
        "Adresse",
        "Structure",
        "Orientation",
        "Type de parcours",
      ),
    ],
    [
      "les données de l'annexe 3 C",
      liste(
        "Prénom",
        "Nom",
        "Date de naissance",
        "Adresse de résidence",
        "Code postal",
        "Adresse électronique",
        "Téléphone",
        "Sexe",
        "Date d'entrée dans le parcours",
        "Date de sortie du parcours",
        "Niveau de diplôme",
        "Situation professionnelle",
      ),
    ],
    ["le plan et les fiches du Nord", nord()],
  ])("%s ne fait pas un fichier de personnes", (_nom, book) => {
    expect(genres(book)).toEqual([]);
  });

  test("ce qu'un fichier de personnes contient n'est lu par aucun autre lecteur, ni comme modèle de plan", () => {
    const bavard = HEBDO.map((one) => ({
      ...one,
      "Référent unique":
        "L'ordonnateur est M. FICTIF ; 12 000 € (douze mille euros) au titre du volet 2, code 030450232301",
      "Participation État": 1000,
      "Crédits CD": 1000,
      "Budget global": 2000,
      "Fiche action N°": "2.2",
      SIRET: "22590001801244",
      IBAN: "FR4830001004 68C5990000000042",
    }));
    const book = fichier(bavard);
    const { fichiers, year, ...autres } = readTables(book);
    expect([fichiers.length, year]).toEqual([1, null]);
    expect(Object.values(autres).flat()).toEqual([]);
    expect(readModeles(book)).toEqual([]);
  });

  test("le plan d'une autre feuille du même classeur est lu et contrôlé comme avant", async () => {
    const avec = { ...nord(), sheets: [...nord().sheets, ...fichier(SUIVI).sheets] };
    expect(await findings(avec, AUJOURDHUI)).toEqual(await findings(nord(), AUJOURDHUI));
    expect(readTables(avec).tables).toEqual(readTables(nord()).tables);
  });
});
