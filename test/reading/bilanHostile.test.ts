import fc from "fast-check";
import { checkWorkbook } from "../../src/checking/check";
import { TITRE_DU_RAPPORT } from "../../src/reading/ownReport";
import { readTables } from "../../src/reading/read";
import { readModeles } from "../../src/reading/modele";
import { nordBilan } from "../builders/bilan";
import { champs, lignesLues } from "../builders/bilanLu";
import { nordPlan } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";

test.each<readonly [string, Typing[][]]>([
  ["un en-tête sans lignes", [["Bilan 2024"], ["Fiche", "Prévu", "Dépenses réalisées"]]],
  ["un en-tête et des lignes vides", [["Bilan 2024"], ["Fiche", "Prévu", "Dépenses réalisées"], [null], [" "]]],
  ["une phrase sur ce qui a été réalisé", [["Les dépenses réalisées en 2024 sont de 100 €", "Solde à verser : 10 €"]]],
  [
    "des travaux, numérotés comme des actions",
    [
      ["Travaux du collège"],
      ["Lot", "Marché", "Montant prévu", "Montant réalisé", "Solde", "État d'avancement"],
      ["1.1 Gros œuvre", "M1", 100_000, 80_000, 20_000, "en cours"],
      ["1.2 Charpente", "M2", 50_000, 50_000, 0, "réalisé"],
    ],
  ],
  [
    "des opérations d'un autre programme",
    [
      ["Programme des collèges"],
      ["N°", "Opération", "Montant prévu", "Montant mandaté", "Solde"],
      ["1.1", "Gros œuvre", 100_000, 80_000, 20_000],
    ],
  ],
  [
    "des effectifs",
    [
      ["Effectifs 2024 du service emploi"],
      ["Service", "ETP prévus", "ETP réalisés", "Taux de réalisation"],
      ["Insertion et emploi", 10, 9, 0.9],
      ["Axe 1", 10, 9, 0.9],
    ],
  ],
  [
    "des indicateurs",
    [
      ["Indicateurs du pacte des solidarités"],
      ["Fiche", "Indicateur", "Cible 2024", "Réalisé 2024", "Taux de réalisation"],
      ["1.1", "Nombre de jeunes", 1000, 900, 0.9],
    ],
  ],
  [
    "des personnes",
    [
      ["Bilan quantitatif du pacte"],
      ["Fiche", "Bénéficiaires prévus", "Bénéficiaires réalisés"],
      ["1.1", 10_000, 9_000],
    ],
  ],
  [
    "les chapitres d'un budget",
    [
      ["Exécution budgétaire 2024"],
      ["Chapitre", "Libellé", "Budget voté", "Mandaté", "Taux d'exécution"],
      ["017", "RSA – accès aux droits", 100_000, 80_000, 0.8],
    ],
  ],
  [
    "un grand livre, une ligne par mandat",
    [
      ["Mandats 2024 du pacte des solidarités"],
      ["Action", "Tiers", "Montant mandaté"],
      ...Array.from({ length: 1_200 }, (_, row): Typing[] => ["1.1", `Association ${row}`, 1_000 + row]),
    ],
  ],
  [
    "les postes d'une fiche",
    [
      ["Fiche action 1.1.1 – Prévenir la pauvreté"],
      ["Poste de dépenses", "Prévu", "Réalisé"],
      ["Personnel", 100_000, 80_000],
      ["Total", 100_000, 80_000],
    ],
  ],
  [
    "un plan, dont les dépenses ne sont pas faites",
    [
      ["Plan de financement 2024"],
      ["Fiche", "Dépenses", "Part État", "Part Département"],
      ["1.1", 200_000, 100_000, 100_000],
    ],
  ],
  [
    "un plan définitif, avec ce que l'instruction a retenu",
    [
      ["Plan de financement 2024"],
      ["Fiche", "Montant demandé", "Montant retenu", "Participation définitive de l'État", "Budget définitif"],
      ["1.1", 250_000, 200_000, 100_000, 200_000],
    ],
  ],
  [
    "une colonne qui dit en mots ce qui est éligible",
    [
      ["Axe", "Fiche", "Dépenses éligibles", "Année d'exécution"],
      ["Axe 1", "1.1", "Salaires et charges", 2024],
    ],
  ],
  [
    "des cibles, sans le mot d'indicateur",
    [
      ["Suivi du pacte des solidarités"],
      ["Fiche", "Action", "Cible 2024", "Réalisé 2024"],
      ["1.1", "Repas servis", 120_000, 110_000],
    ],
  ],
  [
    "des versements",
    [
      ["Versements 2024"],
      ["Objet", "Montant prévisionnel", "Avance", "Déjà versé", "Solde", "Trop-perçu"],
      ["Volets 1 et 2", 100, 60, 60, 40, 0],
    ],
  ],
])("%s : pas de bilan", (_, rows) => {
  expect(readTables(workbook(sheet("Feuil1", rows))).bilans).toEqual([]);
});

test("des indicateurs à côté des dépenses n'en sont pas", () => {
  const [bilan] = readTables(
    workbook(
      sheet("Bilan 2024", [
        ["Fiche", "Dépenses réalisées", "Indicateur", "Cible 2024", "Réalisé 2024"],
        ["1.1", 500, "Nombre de jeunes", 100, 90],
      ]),
    ),
  ).bilans;
  expect(bilan && champs(bilan)).toBe("realise B");
});

test("« Dépenses » sous un titre de bilan : un réalisé, et pas de plan", () => {
  const rows: Typing[][] = [
    ["Fiche", "Dépenses", "Part État", "Part Département"],
    ["1.1", 200_000, 100_000, 100_000],
    ["1.2", 200_000, 100_000, 100_000],
  ];
  const read = (title: string): string[] => {
    const { tables, bilans } = readTables(workbook(sheet("Feuil1", [[title], ...rows])));
    return [...tables, ...bilans].map(({ kind }) => kind);
  };
  expect(read("Bilan 2024 du pacte des solidarités")).toEqual(["bilan"]);
  expect(read("Plan de financement 2024 du pacte des solidarités")).toEqual(["plan-de-financement"]);
});

test("« Prévu » et « Réalisé » non fusionnés au-dessus des parts ne sont pas un plan à remplir", () => {
  const rows: Typing[][] = [
    ["Action", "Prévu", null, null, "Réalisé", null, null],
    [null, "État", "CD", "Total", "État", "CD", "Total"],
    ["1.1 Accrochage", 1, 1, 2, 1, 1, 2],
    ["1.2 Jeunes", 1, 1, 2, 1, 1, 2],
  ];
  expect(readModeles(workbook(sheet("Suivi du pacte", rows)))).toEqual([]);
});

test("les colonnes prévues d'un bilan ne sont pas un plan à remplir", () => {
  expect(readModeles(nordBilan()).map((modele) => modele.sheet)).toEqual(["Plan"]);
});

test("les codes d'un bilan sont contrôlés comme ceux d'un plan, une fois", () => {
  const codes = readTables(nordBilan()).imputations.flatMap(({ form, lignes }) =>
    lignes.map(({ codes: own, montant }) => `${form} ${own[0]?.written} ${montant}`),
  );
  expect(codes).toHaveLength(10);
  expect(codes[0]).toBe("plan 030450232301 null");
});

test("une feuille de rapport n'est pas lue, quel que soit son nom", () => {
  const rows: Typing[][] = [
    [TITRE_DU_RAPPORT],
    ["Fiche", "Dépenses réalisées", "Part État due"],
    ["1.1", 100, 50],
    ["Avance volet 3 : 3 420 000 €, soit 60 % du montant prévisionnel"],
  ];
  const reading = readTables(workbook(sheet("Annexe", rows)));
  expect([...reading.bilans, ...reading.versements, ...reading.prose]).toEqual([]);
  const other = readTables(workbook(sheet("Annexe", rows.slice(1))));
  expect(other.bilans).toHaveLength(1);
});

test("un réalisé et un bilan figurent parmi les tableaux du contrôle, et leur contenu dans son empreinte", async () => {
  const { tables, content } = await checkWorkbook(nordBilan());
  expect(tables.map(({ kind, range, year }) => `${kind} ${range} ${year}`)).toEqual(
    expect.arrayContaining(["realise A3:J14 2024", "bilan A4:R33 2024"]),
  );
  expect(content).not.toBe((await checkWorkbook(nordPlan())).content);
});

const COLONNES: readonly (readonly [string, string])[] = [
  ["Fiche", "-"],
  ["Prévu État", "prevuEtat"],
  ["Dépenses réalisées", "realise"],
  ["dont inéligibles", "ineligible"],
  ["Part État due", "due"],
  ["Déjà versé", "verse"],
  ["Solde à verser", "solde"],
];
const FICHES = ["1.1", "1.2", "3.1", "4.2"];

test("l'ordre des colonnes, la place du tableau et les lignes vides ne changent rien à ce qui est lu", () => {
  const told = (order: readonly number[], at: string, gaps: ReadonlySet<number>): string[] => {
    const rows = FICHES.flatMap((fiche, row): Typing[][] => {
      const cells = order.map((column): Typing => (column === 0 ? fiche : (row + 1) * 1000 + column));
      return gaps.has(row) ? [[], cells] : [cells];
    });
    const header = order.map((column): Typing => COLONNES[column]?.[0] ?? null);
    const [bilan] = readTables(workbook(sheet("Bilan 2024", [header, ...rows], { at }))).bilans;
    return bilan ? lignesLues(bilan) : [];
  };
  const usual = told([0, 1, 2, 3, 4, 5, 6], "A1", new Set());
  expect(usual).toHaveLength(FICHES.length);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
      fc.constantFrom("A1", "B2", "F12", "AA3"),
      fc.subarray([1, 2, 3]),
      (order, at, gaps) => {
        expect(told(order, at, new Set(gaps))).toEqual(usual);
      },
    ),
  );
});

test("aucune feuille ne fait échouer la lecture, et ce qu'un total additionne est dans le tableau, une fois", () => {
  const words = fc.constantFrom(
    "Réalisé",
    "Prévu",
    "État",
    "CD",
    "Total",
    "Sous-total axe 1",
    "Versement volets 1 et 2",
    "Report 2023",
    "Volet 3",
    "1.1",
    "1.1.1",
    "Dépenses éligibles",
    "Fiche",
    "-",
    "à compléter",
    "12,5 k€",
    "2024",
  );
  const typing = fc.oneof({ weight: 3, arbitrary: words }, fc.integer({ min: -5, max: 9_999 }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(typing, { maxLength: 6 }), { maxLength: 14 }), (rows) => {
      for (const { lignes } of readTables(workbook(sheet("Bilan du pacte", rows))).bilans) {
        lignes.forEach(({ covers }, index) => {
          expect(new Set(covers).size).toBe(covers.length);
          expect(covers.every((covered) => covered !== index && lignes[covered] !== undefined)).toBe(true);
        });
      }
    }),
    { numRuns: 300 },
  );
});
