import type { Workbook } from "../../../src/workbook/picture";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import { sheet, workbook } from "../../builders/picture";

/** The natures of a fiche's budget of 2024, from row 6. */
function fiche(number: string, ...natures: string[]): Workbook {
  return workbook(
    sheet("Fiche", [
      [`Budget prévisionnel de l'action ${number}`],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [2024, 100_000, 100_000, 200_000],
      [],
      ["Nature des dépenses"],
      ...natures.map((nature) => [`- ${nature}`]),
    ]),
  );
}

async function told(nature: string): Promise<string[]> {
  return (await findings(fiche("2.2.4", nature))).flatMap(({ rule, message }) =>
    rule === "depense-ineligible" ? [/relever des (.*?)(?: \(|\.|,)/.exec(message)?.[1] ?? message] : [],
  );
}

test.each([
  ["Fournitures de bureau et reprographie", "frais généraux"],
  ["Location de salles pour les ateliers", "frais généraux"],
  ["Achat d'équipements", "frais généraux"],
  ["Équipement informatique des conseillers", "frais généraux"],
  ["Frais de mission", "frais de mission du personnel"],
  ["Déplacements, hébergement et restauration", "frais de mission du personnel"],
  ["Frais de déplacement des agents : 12 k€", "frais de mission du personnel"],
  ["Déplacements des professionnels auprès des allocataires", "frais de mission du personnel"],
  ["Prestation d'évaluation externe", "prestations d'évaluation"],
  ["Évaluation du dispositif par un cabinet", "prestations d'évaluation"],
  ["Recours à un organisme de formation", "prestations de formation"],
  ["Formation des professionnels à l'accueil des allocataires", "prestations de formation"],
  ["Plan de formation des services départementaux", "prestations de formation"],
  ["Prestations de gestion de projet", "prestations de gestion de projet"],
  ["Assistance à maîtrise d'ouvrage", "prestations de gestion de projet"],
  ["Chefferie de projet confiée à un prestataire", "prestations de gestion de projet"],
  ["Dépenses d'investissement", "dépenses d'investissement"],
  ["Aménagement de locaux", "dépenses d'investissement"],
  ["Achat de véhicules", "dépenses d'investissement"],
])("« %s » : %s", async (nature, excluded) => {
  expect(await told(nature)).toEqual([excluded]);
});

test.each([
  // Les lignes de la source, fiches 2.1 à 2.3 (L1402-1404, L1457-1460, L1492-1493, L1523-1524, L1557-1559, L1589-1590,
  // L1619-1620, L1652-1653, L1684-1687, L1756-1759).
  "Recrutement d'un chef de projet « Loi Plein Emploi ».",
  "Financement de la chefferie de projet « nouvelle gouvernance du réseau des acteurs de l'emploi dans le Nord » (ingénierie et pilotage).",
  "Financement sous réserve des coûts de développement pour l'interopérabilité avec le SI plateforme.",
  "Financement des professionnels en charge de l'orientation et de l'accompagnement : 7 M€",
  "Financement des actions d'accompagnement : 2,2 M€",
  "Financement de l'ingénierie et de l'outillage : 580 k€",
  "Financement des développements numériques et supports de communication",
  "Financement d'opérateurs",
  "Financement d'une chefferie de projet pour animer et outiller le « réseau des professionnels de l'accompagnement global » (ingénierie et pilotage)",
  "Financement d'opérateurs d'insertion (gré à gré)",
  "Financement d'un plan de communication à destination des publics",
  "Financement d'opérateurs « gardes d'enfant »",
  "Chefferie de projet (ingénierie et pilotage)",
  "Financement d'opérateurs « santé et levée des freins psychologiques »",
  "Financement d'opérateurs d'insertion « mobilité »",
  "Recrutement d'un chargé de mission « Relations aux entreprises – Territoires à enjeux dont Bassin minier.",
  "Financement de l'expérimentation d'un centre de premier contact.",
  "Financement du déploiement des outils de Nord Actif.",
  "Financement de l'accompagnement : renforcement des équipes CD et France travail ; financement de solutions locales",
  "Financement des développements SI",
  // Aide aux bénéficiaires, recrutements, formation des bénéficiaires, développements informatiques.
  "Aide à la mobilité : frais de déplacement des allocataires",
  "Prise en charge des frais de transport des bénéficiaires",
  "Aide au permis de conduire",
  "Solutions de garde d'enfants",
  "Acquisition d'équipements professionnels pour la reprise d'emploi",
  "Hébergement d'urgence des femmes accompagnées",
  "Actions de formation des allocataires du RSA",
  "Formation qualifiante des demandeurs d'emploi",
  "Formations linguistiques",
  "Évaluation des compétences des allocataires",
  "Recrutement d'un chargé d'évaluation",
  "Chef de projet (1 ETP) chargé de la gestion de projet",
  "Développement d'un logiciel de suivi (investissement)",
  "Actions collectives (hors frais de mission et équipement)",
  "Renforcement des équipes d'accompagnement",
  "Information et communication",
  // L1458: the fiche speaks of a training plan elsewhere, the line itself does not.
  "Financement du plan d'accompagnement aux changements des pratiques de tous les professionnels : 985 k€",
])("se tait sur « %s »", async (nature) => {
  expect(await told(nature)).toEqual([]);
});

test("les lignes de la source qui sont à justifier (L1558, L1758)", async () => {
  expect(await told("Financement de l'évaluation des dispositifs « coups de pouce »")).toEqual([
    "prestations d'évaluation",
  ]);
  expect(await told("Financement de l'ingénierie de projet")).toEqual(["prestations de gestion de projet"]);
});

test("une alerte, jamais un blocage, sur la cellule de la ligne, avec son article", async () => {
  const book = fiche("2.2.4", "Opérateurs", "Frais de mission");
  expect(await alarms(book)).toEqual(["warning depense-ineligible Fiche!A7 -"]);
  expect((await findings(book))[0]).toMatchObject({ reference: expect.stringContaining("art. 4.2"), fix: null });
});

test("les solidarités n'ont pas cette clause (L1914)", async () => {
  const book = fiche("3.2.1", "Financement du plan de formation des services départementaux");
  expect(await alarms(book)).toEqual([]);
  expect(await outcome(book, "depense-ineligible")).toMatchObject({ outcome: "not-applicable" });
});

test("le droit commun du département n'est pas payé par l'État", async () => {
  expect(await told("Frais de mission au titre du droit commun : 12 k€")).toEqual([]);
});

test("une liste sans fiche n'est pas vérifiable", async () => {
  const book = workbook(sheet("Feuille", [["Nature des dépenses"], ["- Frais de mission"]]));
  expect(await outcome(book, "depense-ineligible")).toMatchObject({ outcome: "not-verifiable" });
});
