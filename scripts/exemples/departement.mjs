// An invented département with another layout: k€, département before State, rates, one sheet an action.
import { SheetDraft, TEXT, WHOLE } from "./sheet.mjs";

const KEUROS = "#,##0.0";
const RATE = "0%";

/** [number, title, département, State] for 2024, in k€; null: no share. */
const BLOCKS = [
  {
    block: "Axe 1 – Dès l'enfance",
    subtotal: "Sous-total axe 1",
    actions: [
      ["1.1", "Petits déjeuners et restauration scolaire", 240, 240],
      ["1.2", "Accueil de répit des jeunes enfants", 185.5, 160],
    ],
  },
  {
    block: "Axe 3 – Accès aux droits",
    subtotal: "Sous-total axe 3",
    actions: [
      ["3.1", "Premier accueil social inconditionnel", 312.4, 312.4],
      ["3.2", "Domiciliation", 57.6, 57.6],
    ],
  },
  {
    block: "Axe 4 – Transition solidaire",
    subtotal: "Sous-total axe 4",
    actions: [["4.1", "Mobilité solidaire", 150, 150]],
  },
];
const EMPLOI = {
  block: "Emploi",
  actions: [
    ["2.1", "Volet 1 – Préparation du réseau pour l'emploi", null, 90],
    ["2.2", "Volet 2 – Offre d'insertion", 1_275.8, 1_275.8],
    ["2.3", "Volet 3 – Accompagnement rénové", null, 860],
  ],
};

const round = (value) => Math.round(value * 10) / 10;
const dash = { value: "-", role: "amount" };
const rate = (state, total) => ({ value: state / total, format: RATE });

function planRow(sheet, lead, county, state, role) {
  const total = round((county ?? 0) + state);
  const amounts = [county === null ? dash : county, state, total, rate(state, total)];
  return sheet.add(role, [...lead, ...amounts], { from: 1 });
}

function totals(actions) {
  return [2, 3].map((place) => round(actions.reduce((sum, action) => sum + (action[place] ?? 0), 0)));
}

function plan() {
  const sheet = new SheetDraft("Tableau de financement", [2, 26, 9, 44, 18, 14, 14, 9], KEUROS);
  sheet.add("title", ["Contrat local des solidarités et de l'emploi – exercice 2024"], { from: 1 });
  sheet.add("note", ["Tableau de financement prévisionnel"], { from: 1 });
  sheet.skip();
  sheet.add("note", ["Montants en k€"], { from: 1 });
  const headers = [
    "Axe ou volet",
    "N° fiche",
    "Libellé de l'action",
    "Part Département",
    "Part État",
    "Coût total",
    "Taux",
  ];
  sheet.add("header", headers, { from: 1, height: 32 });
  const blockRows = ({ block, actions }) => {
    const top = sheet.row;
    actions.forEach(([number, title, county, state], i) => {
      const lead = [i === 0 ? { value: block, role: "axis" } : null, { value: number, format: TEXT }, title];
      sheet.blank(sheet.row, 1, "axis");
      planRow(sheet, lead, county, state, "label");
    });
    if (actions.length > 1) sheet.merge(top, 1, sheet.row - 1, 1);
    return totals(actions);
  };
  const total = (label, [county, state]) => {
    for (const column of [2, 3]) sheet.blank(sheet.row, column, "total");
    planRow(sheet, [label, null, null], county, state, "total");
  };
  for (const part of BLOCKS) total(part.subtotal, (blockRows(part), totals(part.actions)));
  const solidarites = totals(BLOCKS.flatMap(({ actions }) => actions));
  total("Sous-total Solidarités", solidarites);
  const emploi = blockRows(EMPLOI);
  total("Sous-total Emploi", emploi);
  total("Total général", [round(solidarites[0] + emploi[0]), round(solidarites[1] + emploi[1])]);
  return sheet.toWrite({ freeze: { rows: 5 } });
}

/** Solidarités run four years with a growth of 2 %; emploi has its one year. */
function fiche([number, title, county, state], years) {
  const sheet = new SheetDraft(`Fiche ${number}`, [14, 20, 16, 16], KEUROS);
  sheet.add("title", [`Fiche action ${number} – ${title}`]);
  sheet.skip();
  sheet.add("subtitle", [`Budget prévisionnel de l'action ${number}`]);
  sheet.add("note", ["Montants en k€"]);
  sheet.add("header", ["Année", "Part Département", "Part État", "Coût total"]);
  const rows = years.map((year, i) => {
    const [a, b] = [county, state].map((value) => value && round(value * (1 + 0.02 * i)));
    const lead = { value: year, format: WHOLE, role: "axis" };
    sheet.add("label", [lead, a === null ? dash : a, b, round((a ?? 0) + b)]);
    return [a ?? 0, b];
  });
  if (rows.length > 1) {
    const [a, b] = [0, 1].map((place) => round(rows.reduce((sum, row) => sum + row[place], 0)));
    sheet.add("total", ["Total", a, b, round(a + b)]);
  }
  return sheet.toWrite();
}

export function departementSheets() {
  return [
    plan(),
    ...BLOCKS.flatMap(({ actions }) => actions).map((action) => fiche(action, [2024, 2025, 2026, 2027])),
    ...EMPLOI.actions.map((action) => fiche(action, [2024])),
  ];
}
