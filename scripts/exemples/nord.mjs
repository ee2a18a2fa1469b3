// Figures of the deliberation of 8 July 2024 (Conseil départemental du Nord), as it writes them. Titles are shortened.

/** Annexe 1.b: [fiche, title, A, B]; "NC": no share of the département. */
export const PLAN = {
  solidarites: [
    {
      axis: "Axe Prévenir la pauvreté et lutter contre les inégalités dès l'enfance",
      actions: [
        ["1.1", "Soutenir l'accrochage scolaire avant et pendant le collège", 2_000_000, 2_000_000],
        ["1.2", "Aller vers les jeunes en situation de précarité sans solution", 450_000, 450_000],
      ],
    },
    {
      axis: "Axe Lutter contre la grande exclusion grâce à l'accès aux droits",
      actions: [
        ["3.1", "Accompagner les jeunes vulnérables vers le logement autonome", 2_028_250, 2_028_250],
        ["3.2", "Renforcer les démarches d'aller-vers", 670_730, 670_730],
      ],
    },
    {
      axis: "Axe Construire une transition écologique solidaire",
      actions: [
        ["4.1", "Accompagner les personnes en vulnérabilité énergétique", 375_000, 375_000],
        ["4.2", "Lutter contre la précarité alimentaire", 525_000, 525_000],
      ],
    },
  ],
  emploi: {
    axis: "Amplifier la politique d'accès à l'emploi pour tous",
    actions: [
      ["2.1", "Préparer l'application de la loi Plein emploi", 135_000, "NC"],
      ["2.2", "Amplifier la politique d'accès à l'emploi pour tous", 8_752_912, 8_752_912],
      ["2.3", "Accompagnement rénové des allocataires du RSA", 5_700_000, "NC"],
    ],
  },
  tourcoing: ["Conventionnement 2024 de l'expérimentation à Tourcoing", 1_349_393, "NC"],
};

const YEARS = [2024, 2025, 2026, 2027];
const everyYear = (...amounts) => YEARS.map((year) => [year, ...amounts]);
const OPERATORS = "Financement d'opérateurs";
const MANAGEMENT = "Chefferie de projet (ingénierie et pilotage)";

/**
 * Annexe 1.a: the budgets of the fiches. `rows`: year, État, CD, total, as written; `euros`: the same in numbers for one
 * year, [État, CD], where the text is rounded; `header`: what stands above the years.
 */
export const FICHES = [
  {
    number: "1.1.1",
    title: "Agir en amont du collège",
    rows: everyYear("75 000 €", "75 000 €", "150 000 €"),
    total: ["Total", "300 000 €", "300 000 €", "600 000 €"],
    nature: [["Outils d'information et de communication"], ["Recrutement d'un chargé de mission (0,5 ETP)"]],
  },
  {
    number: "1.1.2",
    title: "Soutenir l'accrochage scolaire au moment du passage au collège",
    rows: everyYear("1,925 M€", "1,925 M€", "3,850 M€"),
    total: ["Total", "7,7 M€", "7,7 M€", "15,4 M€"],
    nature: [
      ["Financement des postes d'ALSES", "3,45 M€"],
      ["Étude d'impact, coordination et base de données d'activité (APSN)", "300 k€"],
      ["Subventions aux associations mobilisées", "100 k€"],
    ],
  },
  {
    number: "1.2.1",
    title: "Renforcer le travail de rue et les maraudes numériques",
    rows: everyYear("365 000 €", "365 000 €", "730 000 €"),
    total: ["Total", "1 460 000 €", "1 460 000 €", "2 920 000 €"],
    nature: [
      ["Clubs de prévention", "700 k€"],
      ["Associations de maintien des liens avec les jeunes sortis de l'ASE", "30 k€"],
    ],
  },
  {
    number: "1.2.2",
    title: "Renforcer le repérage des jeunes NEET",
    header: null,
    rows: everyYear("85 000 €", "85 000 €", "170 000 €"),
    total: ["Total", "340 000 €", "340 000 €", "680 000 €"],
    nature: [["Recrutement d'un chargé de mission"], ["Financement d'initiatives locales"]],
  },
  {
    number: "2.1",
    title: "Préparer l'application de la loi Plein emploi",
    rows: [[2024, "135 000 €", "-", "135 000 €"]],
    nature: [["Recrutement d'un chef de projet « Loi Plein Emploi »"]],
  },
  {
    number: "2.2.1",
    title: "Proposer à chaque allocataire un accompagnement adapté",
    rows: [[2024, "5,382 M€", "5,382 M€", "10,765 M€"]],
    euros: 5_382_500,
    nature: [
      ["Professionnels en charge de l'orientation et de l'accompagnement", "7 M€"],
      ["Plan d'accompagnement au changement des pratiques", "985 k€"],
      ["Actions d'accompagnement", "2,2 M€"],
      ["Ingénierie et outillage", "580 k€"],
    ],
  },
  {
    number: "2.2.2",
    title: "Créer le « dossier unique » de l'allocataire",
    rows: [[2024, "110 000 €", "110 000 €", "220 000 €"]],
    nature: [[MANAGEMENT], ["Développements numériques et supports de communication"]],
  },
  {
    number: "2.2.3",
    title: "Consolider l'offre d'accompagnement global",
    rows: [[2024, "317 500 €", "317 500 €", "635 000 €"]],
    nature: [[OPERATORS], ["Chefferie de projet du réseau des professionnels"]],
  },
  {
    number: "2.2.4",
    title: "Développer des actions « coups de pouce »",
    rows: [[2024, "600 000 €", "600 000 €", "1,2 M€"]],
    nature: [["Opérateurs d'insertion (gré à gré)"], ["Plan de communication à destination des publics"]],
  },
  {
    number: "2.2.5",
    title: "Modes d'accueil innovants des jeunes enfants",
    rows: [[2024, "352 500 €", "352 500 €", "0,705 M€"]],
    nature: [["Opérateurs « gardes d'enfant »"], [MANAGEMENT]],
  },
  {
    number: "2.2.6",
    title: "Renforcer les bilans de santé",
    rows: [[2024, "915 000 €", "915 000 €", "1,830 M€"]],
    nature: [["Opérateurs « santé »"], [MANAGEMENT]],
  },
  {
    number: "2.2.7",
    title: "Favoriser la mobilité des allocataires du RSA",
    rows: [[2024, "550 000 €", "550 000 €", "1,1 M€"]],
    nature: [["Opérateurs « mobilité »"], [MANAGEMENT]],
  },
  {
    number: "2.2.8",
    title: "Amplifier l'offre de services aux entreprises",
    rows: [[2024, "525 412 €", "525 412 €", "1,05 M€"]],
    euros: 525_412,
    nature: [["Recrutement d'un chargé de mission « relations aux entreprises »"], ["Outils de Nord Actif"]],
  },
  {
    number: "3.1.1",
    title: "Accompagner les jeunes en amont de leur entrée en résidence habitat jeunes",
    rows: everyYear("903 250 €", "903 250 €", "1, 806 M€"),
    total: ["Total", "3 613 000 €", "3 613 000 €", "7,226 M €"],
    nature: [[MANAGEMENT], ["Actions d'information et de communication"]],
  },
  {
    number: "3.1.2",
    title: "Développer l'offre de logements adaptés",
    rows: everyYear("1,125 M€", "1,125 M€", "2,250 M€"),
    total: ["Total", "4,5 M€", "4,5 M€", "9 M€"],
    nature: [
      ["Préparation à l'autonomie des plus de 16 ans", "717 k€"],
      ["Logement avec accompagnement des plus de 18 ans", "1,082 M€"],
      ["Baux glissants", "451 k€"],
    ],
  },
  {
    number: "3.2.1",
    title: "Accompagner l'évolution des pratiques des travailleurs sociaux",
    rows: everyYear("180 000 €", "180 000 €", "360 000 €"),
    total: ["Total", "720 000 €", "720 000 €", "1 440 000 €"],
    nature: [["Plan de formation des services départementaux"], [MANAGEMENT]],
  },
  {
    number: "3.2.2",
    title: "Améliorer la prise en charge des situations d'illettrisme",
    other: { header: "Etat (autre)", rows: "Part Etat service civique", total: "-" },
    rows: everyYear("100 000 €", "100 000 €", "200 000 €"),
    total: ["Total", "400 000 €", "400 000 €", "800 000 €"],
    nature: [["Recrutement de services civiques"], ["Soutien aux opérateurs"]],
  },
  {
    number: "3.2.3",
    title: "Organiser le maillage territorial des acteurs",
    rows: everyYear("390 730 €", "390 730 €", "781 460 €"),
    total: ["Total", "1 562 920 €", "1 562 920 €", "3 125 840 €"],
    nature: [["Application interopérable"], ["Chargé de mission « stratégie partenariale »"]],
  },
  {
    number: "4.1",
    title: "Accompagner les personnes en vulnérabilité énergétique",
    rows: everyYear("375 000 €", "375 000 €", "750 000 €"),
    total: ["Total", "1,5 M€", "1,5 M€", "3 M€"],
    nature: [[OPERATORS], [MANAGEMENT]],
  },
  {
    number: "4.2",
    title: "Lutter contre la précarité alimentaire",
    header: null,
    rows: [
      ...everyYear("525 000 €", "525 000 €", "1,050 M€").slice(0, 3),
      [2027, "525 000 €", "525 000 €", "1,050 M €"],
    ],
    total: ["TOTAL", "2,1 M€", "2,1 M€", "4,2 M €"],
    nature: [["Opérateurs via un appel à manifestation d'intérêt"], ["Chefferies de projet (ingénierie et pilotage)"]],
  },
];

/** Action 2.3: each total above its details; the cities add up to one euro more than the line that they detail. */
export const TERRITORIES = {
  number: "2.3",
  title: "Accompagnement rénové des allocataires du RSA",
  rows: [
    ["2024", 7_049_393],
    ["Au titre de la contractualisation PLS :", 5_700_000],
    ["Roubaix", 2_059_410],
    ["Dunkerque", 955_246],
    ["Maubeuge", 1_357_201],
    ["Denain", 1_328_144],
    ["Par convention particulière :"],
    ["Tourcoing", 1_349_393],
  ],
};

/** Solidarités art. 4 and emploi art. 6: block, programme, action, sous-action, activity, code, amount of 2024. */
export const IMPUTATIONS = [
  [
    "Axe 1 (pilier 1)",
    "304",
    "23",
    "23",
    "Contractualisation avec les départements pilier 1",
    "030450232301",
    2_450_000,
  ],
  [
    "Axe 3 (pilier 3)",
    "304",
    "23",
    "25",
    "Contractualisation avec les départements pilier 3",
    "030450232501",
    2_698_980,
  ],
  ["Axe 4 (pilier 4)", "304", "23", "26", "Contractualisation avec les départements pilier 4", "030450232601", 900_000],
  ["Volet 1", "102", "02", null, "Contractualisation avec CD pour transition vers FT", "010200002535", 135_000],
  ["Volet 2", "102", "02", null, "Contractualisation avec CD pour transition vers FT", "010200002535", 8_752_912],
  ["Volet 3", "102", "02", null, "Expérimentation France Travail", "010200002501", 5_700_000],
];

/** Emploi art. 6: object, forecast, rate of the advance. */
export const PAYMENTS = [
  ["Volets 1 et 2", 8_887_912, 0.6],
  ["Volet 3", 5_700_000, 0.6],
];

export const ACCOUNT = [
  ["SIRET", "22590001801244"],
  ["Code établissement", "30001"],
  ["Code guichet", "00468"],
  ["Numéro de compte", "C5990000000"],
  ["Clé RIB", "42"],
  ["IBAN", "FR48 3000 1004 68C5 9900 0000 042"],
  ["BIC", "BDFEFRPPCCT"],
];
