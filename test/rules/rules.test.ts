/** Each rule with cases that must fire and cases that must stay silent, on the source's tables where they have one. */
import { checkWorkbook } from "../../src/checking/check";
import { RULE_TEXTS } from "../../src/messages/rules";
import { RULES } from "../../src/rules/registry";
import { alarms, findings, outcome } from "../builders/expectFindings";
import { HEADER, nord, nordPlan, nordWithTerritoires, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";

async function fired(rule: string, book: Parameters<typeof findings>[0]): Promise<string[]> {
  return (await findings(book)).flatMap((found) => (found.rule === rule ? [`${found.severity} ${found.title}`] : []));
}

/** A small plan whose first action is on volet 2, for the shares. */
function emploi(rows: Typing[][], title = "Plan de financement 2024"): ReturnType<typeof workbook> {
  return workbook(sheet("Plan", [[title], ["Fiche", "Action", "État", "CD", "Total"], ...rows]));
}

test("chaque règle du registre a un texte, et chaque texte une règle", () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(Object.keys(RULE_TEXTS).sort());
});

describe("total-ligne", () => {
  test("parle quand C n'est pas A + B", async () => {
    expect(await fired("total-ligne", changed(nordPlan(), "Plan!F9", 1_341_640))).toEqual([
      "blocking Total de ligne inexact",
    ]);
  });

  test("se tait quand B est NC et que C = A", async () => {
    expect(await fired("total-ligne", nordPlan())).toEqual([]);
  });

  test("ajoute les autres financeurs quand le tableau les compte, et seulement alors", async () => {
    const header = ["Fiche", "Action", "État", "CD", "Autres financeurs", "Total"];
    const counted = [
      ["Plan de financement 2024"],
      header,
      ["1.1", "Prévention de la pauvreté", 10, 10, 5, 25],
      ["1.2", "Petite enfance", 20, 20, 1, 41],
    ];
    const mentioned = [
      ["Plan de financement 2024"],
      header,
      ["1.1", "Prévention de la pauvreté", 10, 10, 5, 20],
      ["1.2", "Petite enfance", 20, 20, 1, 40],
    ];
    expect(await alarms(workbook(sheet("P", counted)))).toEqual([]);
    expect(await alarms(workbook(sheet("P", mentioned)))).toEqual([]);
  });

  test("sans colonne de total, n'est pas vérifiable", async () => {
    const book = workbook(
      sheet("P", [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD"],
        ["1.1", "Prévention de la pauvreté", 10, 10],
        [null, "Total", 10, 10],
      ]),
    );
    expect(await outcome(book, "total-ligne")).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("trois colonnes"),
    });
  });
});

describe("sous-total et total-general", () => {
  test("un sous-total faux est nommé comme tel", async () => {
    expect(await fired("sous-total", changed(nordPlan(), "Plan!D7", 2_540_000))).toEqual([
      "blocking Sous-total inexact",
    ]);
  });

  test("un total général faux est nommé comme tel", async () => {
    expect(await fired("total-general", changed(nordPlan(), "Plan!D19", 20_636_982))).toEqual([
      "blocking Total général inexact",
    ]);
  });

  test("une ligne « dont » n'est pas ajoutée", async () => {
    const rows: Typing[][] = [
      ["1.1", "Prévention de la pauvreté", 100, 100, 200],
      [null, "dont Bassin minier", 30, 30, 60],
      [null, "Total", 100, 100, 200],
    ];
    expect(await alarms(emploi(rows))).toEqual([]);
  });

  test("une action et ses sous-actions dans le même plan ne comptent qu'une fois", async () => {
    const rows: Typing[][] = [
      ["1.1", "Prévention de la pauvreté", 100, 100, 200],
      ["1.1.1", "École", 60, 60, 120],
      ["1.1.2", "Collège", 40, 40, 80],
      ["1.2", "Petite enfance et pauvreté", 50, 50, 100],
      [null, "Total", 150, 150, 300],
    ];
    expect(await alarms(emploi(rows))).toEqual([]);
    rows[2] = ["1.1.2", "Collège", 45, 40, 85];
    expect((await alarms(emploi(rows))).length).toBeGreaterThan(0);
  });

  test("une ligne entière oubliée par son sous-total est une seule carte", async () => {
    const rows = PLAN_ROWS.map((row) => [...row]);
    rows[1] = [null, "1.2", "Jeunes", 550_000, 550_000, 1_100_000];
    const found = await alarms(workbook(sheet("Plan", [["Plan 2024"], [], [], HEADER, ...rows])));
    expect(found).toEqual([expect.stringMatching(/^blocking sous-total Plan!D6 450000\.00$/)]);
  });
});

describe("total-annees", () => {
  test("se tait sur les fiches sans ligne de total", async () => {
    const book = workbook(
      sheet("Fiche 2.1", [
        ["Année", "État", "Département", "Total"],
        [2024, 135_000, "-", 135_000],
      ]),
    );
    expect(await outcome(book, "total-annees")).toMatchObject({ outcome: "not-applicable" });
  });
});

describe("ventilation", () => {
  test("1 € de trop entre quatre villes (source, L1747-1750) est une alerte, jamais un blocage", async () => {
    expect(await fired("ventilation", nordWithTerritoires())).toEqual(["warning Écart d'arrondi"]);
    const far = changed(nordWithTerritoires(), "Fiche 2.3!B5", "3 059 410 €");
    expect((await findings(far)).every(({ rule, severity }) => rule !== "ventilation" || severity === "warning")).toBe(
      true,
    );
  });
});

describe("cofinancement-solidarites", () => {
  const rows = (cd: Typing): Typing[][] => [
    ["1.1", "Prévention de la pauvreté", 1000, cd, typeof cd === "number" ? 1000 + cd : 1000],
  ];

  test("49 % avec des totaux cohérents est bloquant, avec l'article", async () => {
    const [card] = await findings(emploi(rows(960)));
    expect(card).toMatchObject({ rule: "cofinancement-solidarites", severity: "blocking", expected: "1000.00" });
    expect(card?.reference).toContain("art. 3.3");
  });

  test("plus de 50 % est licite", async () => {
    expect(await alarms(emploi(rows(1500)))).toEqual([]);
  });

  test("NC n'est pas une part", async () => {
    expect(await fired("cofinancement-solidarites", emploi(rows("NC")))).toEqual(["blocking Part absente"]);
  });

  test("vaut encore en 2027, n'est pas vérifiable en 2028", async () => {
    expect(await fired("cofinancement-solidarites", emploi(rows(960), "Plan de financement 2027"))).toHaveLength(1);
    expect(await outcome(emploi(rows(960), "Plan de financement 2028"), "cofinancement-solidarites")).toMatchObject({
      outcome: "not-verifiable",
    });
  });
});

describe("cofinancement-volet-2", () => {
  const volet = (...pairs: [number, number][]): Typing[][] =>
    pairs.map(([etat, cd], place) => [`2.${place + 1}`, "Volet 2 – offre de solutions", etat, cd, etat + cd]);

  test("l'égalité se juge au niveau du volet, pas de l'action", async () => {
    expect(await alarms(emploi(volet([100, 60], [100, 140])))).toEqual([]);
  });

  test("le département sous 50 % est bloquant, au-dessus une alerte", async () => {
    expect(await fired("cofinancement-volet-2", emploi(volet([1000, 900])))).toEqual([
      "blocking Parts inégales au volet 2",
    ]);
    expect(await fired("cofinancement-volet-2", emploi(volet([1000, 1100])))).toEqual([
      "warning Parts inégales au volet 2",
    ]);
  });

  test("2025 n'a pas de règle connue : non vérifiable, jamais satisfaite", async () => {
    expect(
      await outcome(emploi(volet([1000, 900]), "Plan de financement 2025"), "cofinancement-volet-2"),
    ).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("2025"),
    });
  });
});

describe("forfait-etat", () => {
  test("une part du département sur le volet 1 est à justifier", async () => {
    const rows: Typing[][] = [["2.1", "Volet 1 – chefferie de projet", 135_000, 10_000, 145_000]];
    expect(await fired("forfait-etat", emploi(rows))).toEqual(["warning Part du département inattendue"]);
  });

  test("NC, - et une cellule vide se taisent", async () => {
    const rows: Typing[][] = [
      ["2.1", "Volet 1", 1, "NC", 1],
      ["2.2", "Volet 3", 2, "-", 2],
      ["2.3", "Volet 1", 3, null, 3],
    ];
    expect(await alarms(emploi(rows))).toEqual([]);
  });
});

describe("taux-affiche", () => {
  const book = (rate: Typing): ReturnType<typeof workbook> =>
    workbook(
      sheet("P", [
        ["Plan de financement 2024"],
        ["Fiche", "Action", "État", "CD", "Total", "Taux CD"],
        ["1.1", "Prévention de la pauvreté", 400, 600, 1000, rate],
      ]),
    );

  test("un taux contraire aux montants est à justifier", async () => {
    expect(await fired("taux-affiche", book({ value: 0.5, format: "0%" }))).toEqual([
      "warning Taux contraire aux montants",
    ]);
  });

  test("60 %, 0,6 et 60 se taisent", async () => {
    for (const rate of ["60 %", { value: 0.6, format: "0%" }, 60]) expect(await alarms(book(rate))).toEqual([]);
  });
});

describe("fiche-plan", () => {
  test("sans fiche, la règle est sans objet", async () => {
    expect(await outcome(nordPlan(), "fiche-plan")).toMatchObject({ outcome: "not-applicable" });
  });

  test("une action dont aucune fiche n'est là est dite", async () => {
    expect(await outcome(nord(), "fiche-plan")).toMatchObject({
      outcome: "passed",
      reason: expect.stringContaining("2.3"),
    });
  });

  test("une fiche qui manque au milieu rend l'action non vérifiable, sans fausse alerte", async () => {
    const [planSheet, fiches] = nord().sheets;
    if (!planSheet || !fiches) throw new Error("sheets");
    const without = {
      ...fiches,
      cells: fiches.cells.filter(({ value }) => !(typeof value === "string" && value.includes("action 2.2.4"))),
    };
    expect(await alarms(workbook(planSheet, without))).toEqual([]);
  });

  test("un budget fléché (ERBM) ne remonte nulle part", async () => {
    const erbm: Typing[][] = [
      ["Synthèse Bassin minier (ERBM)"],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [2024, "500 k€", "500 k€", "1 M€"],
    ];
    expect(await alarms(workbook(...nord().sheets, sheet("ERBM", erbm)))).toEqual([]);
  });
});

describe("saisie", () => {
  test("un montant texte parmi des nombres est une information, avec une réparation sûre", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!D9", "670 730 €"));
    expect(card).toMatchObject({ rule: "montant-texte", severity: "info", fix: { value: "670730", safe: true } });
  });

  test("une colonne entière de textes est une façon d'écrire", async () => {
    expect(await findings(nord())).toEqual([]);
  });

  test("« Part Etat service civique » dans une colonne qui n'est pas additionnée se tait", async () => {
    const rows: Typing[][] = [
      ["Budget prévisionnel de l'action 3.2.2"],
      ["Année", "Etat (PLS)", "Conseil départemental", "Etat (autre)", "Total"],
      [2024, "100 000 €", "100 000 €", "Part Etat service civique", "200 000 €"],
      ["Total", "100 000 €", "100 000 €", "-", "200 000 €"],
    ];
    expect(await findings(workbook(sheet("F", rows)))).toEqual([]);
  });

  test("une erreur d'Excel est dite une fois, là où elle commence", async () => {
    const rows: Typing[][] = [
      [
        "1.1",
        "Prévention de la pauvreté",
        { value: null, error: "#REF!", formula: "=Autre!A1" },
        100,
        { value: null, error: "#REF!", formula: "=C3+D3" },
      ],
      [
        null,
        "Total",
        { value: null, error: "#REF!", formula: "=SUM(C3:C3)" },
        100,
        { value: null, error: "#REF!", formula: "=SUM(E3)" },
      ],
    ];
    const found = await findings(emploi(rows));
    expect(found.map(({ rule, cells }) => [rule, cells.length])).toEqual([["erreur-excel", 3]]);
  });

  test("un négatif que tout confirme est quand même dit", async () => {
    const rows: Typing[][] = [["1.1", "Prévention de la pauvreté", -100, 200, 100]];
    expect(await fired("montant-negatif", emploi(rows))).toEqual(["blocking Montant négatif"]);
  });

  test("un texte hostile est cité, jamais interprété", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!D9", "<img src=x onerror=alert(1)>"));
    expect(card).toMatchObject({ rule: "montant-illisible", expected: "670730.00" });
    expect(card?.message).toContain("<img src=x onerror=alert(1)>");
  });
});

describe("Le verdict", () => {
  test.each([
    ["non-verifiable", workbook(sheet("Feuille", [["Bonjour"]]))],
    ["sans-anomalie", nordPlan()],
    ["a-justifier", nordWithTerritoires()],
    ["bloquant", changed(nordPlan(), "Plan!D7", 1)],
  ])("%s", async (verdict, book) => {
    expect((await checkWorkbook(book)).verdict).toBe(verdict);
  });

  test("le même contenu a la même empreinte ; un chiffre de plus en change", async () => {
    const one = await checkWorkbook(nordPlan());
    expect((await checkWorkbook({ ...nordPlan(), name: "copie.xlsx" })).content).toBe(one.content);
    expect((await checkWorkbook(changed(nordPlan(), "Plan!D5", 1))).content).not.toBe(one.content);
  });
});

describe("Ce qui ne passe pas sous silence", () => {
  test("une formule sans valeur est une alerte, jamais un succès", async () => {
    const plan = nordPlan();
    const stale = {
      ...plan,
      sheets: plan.sheets.map((one) => ({
        ...one,
        cells: one.cells.map((cell) =>
          cell.column === 5 && cell.row > 3
            ? { ...cell, value: null, formula: `=D${cell.row + 1}+E${cell.row + 1}`, origin: "missing" as const }
            : cell,
        ),
      })),
    };
    const found = await findings(stale);
    expect(found.map(({ title, severity, cells }) => [title, severity, cells.length])).toEqual([
      ["Formule sans valeur", "warning", 16],
    ]);
    expect(await outcome(stale, "total-ligne")).toMatchObject({ outcome: "not-verifiable", checked: 0 });
  });

  test("un plan entier dans une autre unité que la sienne est une seule carte", async () => {
    const rows = PLAN_ROWS.map((row) => row.map((value) => (typeof value === "number" ? value / 1000 : value)));
    const [, fiches] = nord().sheets;
    if (!fiches) throw new Error("fiches");
    const book = workbook(
      sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...rows], { format: "#,##0.000" }),
      fiches,
    );
    const found = await findings(book);
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["blocking unite"]);
    expect(found[0]?.whatToDo).toContain("Montants en k€");
  });

  test("une cellule en erreur propose la valeur que les autres donnent", async () => {
    const [card] = await findings(
      changed(nordPlan(), "Plan!F20", { value: null, error: "#REF!", formula: "=D20+#REF!" }),
    );
    expect(card).toMatchObject({ rule: "erreur-excel", expected: "1349393.00" });
  });
});
