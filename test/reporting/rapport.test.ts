/** The control report: one document, three writers; what a workbook holds stays text in each of them. */
import { checkWorkbook } from "../../src/checking/check";
import { justificationOf, type KeptJustification } from "../../src/checking/justifications";
import type { CheckReport } from "../../src/checking/report";
import { rapportCsv } from "../../src/reporting/csv";
import { draftRapport } from "../../src/reporting/draft";
import { escapeHtml, rapportHtml } from "../../src/reporting/html";
import { rapportOf, type Rapport, type RapportOptions } from "../../src/reporting/rapport";
import type { Draft, NewSheet } from "../../src/workbook/draft";
import type { Workbook } from "../../src/workbook/picture";
import { EmulatedWorkbook } from "../../src/emulator";
import { applied } from "../builders/applied";
import { nord, nordPlan } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";
import { hostOver } from "../excel/host-over";

const OPTIONS: RapportOptions = {
  fichier: "plan.xlsx",
  date: "2025-03-31",
  sha256: "ab".repeat(32),
  year: null,
  ownCodes: [],
  justifications: [],
};
const SAID = { scope: "cell", reason: "Accord écrit", author: "A. Agent", date: "2025-03-12" } as const;

const FAULTY = changed(changed(nordPlan(), "Plan!D7", 2_540_000), "Plan!E16", "NC");

async function reported(book: Workbook, options: Partial<RapportOptions> = {}, year?: number) {
  const report = await checkWorkbook(book, year === undefined ? {} : { year });
  return { report, rapport: rapportOf(report, { ...OPTIONS, ...options }) };
}

function sheetOf({ sheets }: Draft): NewSheet {
  const [one] = sheets;
  if (!one) throw new Error("no sheet");
  return one;
}

const textsOf = ({ cells }: NewSheet): string[] => cells.map(({ content }) => String(content.value ?? ""));

/** The kept justification of the first finding, received or not, with its figures as they are or other ones. */
function keptOf({ findings }: CheckReport, isReceived: boolean, written?: string): KeptJustification {
  const [first] = findings;
  if (!first) throw new Error("nothing found");
  const justification = justificationOf(first, findings, SAID);
  const lines = justification.lines.map((line) => ({ ...line, written: written ?? line.written }));
  return { justification: { ...justification, lines }, isReceived };
}

const justificationsIn = ({ sections }: Rapport): string[] =>
  sections.flatMap(({ lines }) => lines.flatMap(({ justification }) => (justification === "" ? [] : [justification])));

describe("Le rapport", () => {
  test("dit le verdict et ses comptes, la date, l'outil, les données et leurs sources, le fichier et ses empreintes", async () => {
    const { report, rapport } = await reported(FAULTY);
    const faits = new Map(rapport.faits.map(({ label, value }) => [label, value]));
    expect(rapport.verdict).toBe("À corriger avant envoi\u00A0: 2\u00A0constats bloquants.");
    expect(faits.get("Fichier contrôlé")).toBe("plan.xlsx");
    expect(faits.get("Date du contrôle")).toBe("31/03/2025");
    expect(faits.get("Outil")).toMatch(/^controle-pls \d/);
    expect(faits.get("Données de référence")).toMatch(/^Version 2024\.1\..*Convention emploi, art\. 2, 3\.2/);
    expect(faits.get("Empreinte des tableaux contrôlés (SHA-256)")).toBe(report.content);
    expect(faits.get("Empreinte du fichier (SHA-256)")).toBe("ab".repeat(32));
  });

  test("donne de chaque constat la cellule, la phrase, les montants, l'article et que faire", async () => {
    const { rapport } = await reported(FAULTY);
    const [constats] = rapport.sections;
    expect(constats?.lines).toContainEqual(
      expect.objectContaining({
        state: "Bloquant",
        cell: "Plan!E16",
        text: expect.stringContaining("8\u202F752\u202F912,00\u00A0€"),
        written: { text: "NC" },
        expected: { amount: "8752912.00" },
        article: "Convention emploi, art. 3.3 ; contrat, art. 2.3",
        whatToDo: "Rétablissez des parts égales au niveau du volet.",
      }),
    );
  });

  test("range chaque règle une fois, par résultat, avec la raison de ce qui n'a pas pu être vérifié", async () => {
    const { report, rapport } = await reported(changed(nord(), "Plan!D17", "à compléter"), {}, 2030);
    expect(report.rules.map(({ outcome }) => outcome)).toContain("not-verifiable");
    const titles = rapport.sections
      .slice(1)
      .flatMap(({ note, lines }) => [...(note ?? "").split("\u00A0; "), ...lines.map(({ title }) => title)])
      .map((title) => title.replace(/\.$/, ""));
    for (const { title } of report.rules)
      expect([title, titles.filter((one) => one === title).length]).toEqual([title, 1]);
    const unverified = report.rules.filter(({ reason }) => reason !== null);
    expect(unverified.length).toBeGreaterThan(0);
    const texts = rapport.sections.flatMap(({ lines }) => lines.map(({ text }) => text));
    for (const { reason } of unverified) expect(texts.some((text) => text.includes(reason ?? ""))).toBe(true);
  });

  test("sans constat, dit ce qui a été vérifié ; sans tableau, que rien ne l'a été", async () => {
    const noteOf = async (book: Workbook) => (await reported(book)).rapport.sections[0]?.note;
    expect(await noteOf(nordPlan())).toMatch(
      /^Rien n'a été relevé\u00A0: \d+\u00A0vérifications sur 1\u00A0tableau\.$/,
    );
    expect(await noteOf(workbook(sheet("Notes", [["Bonjour"]])))).toMatch(/^Aucun tableau n'a été reconnu/);
  });
});

describe("Les justifications dans le rapport", () => {
  test("une justification d'ici se compte et ne change pas le verdict", async () => {
    const { report } = await reported(FAULTY);
    const { rapport } = await reported(FAULTY, { justifications: [keptOf(report, false)] });
    expect(report.verdict).toBe("bloquant");
    expect(rapport.verdict).toBe(
      "À corriger avant envoi\u00A0: 2\u00A0constats bloquants, dont 1\u00A0justifié. Une justification ne lève jamais un constat bloquant.",
    );
    expect(justificationsIn(rapport)).toEqual(["Justifié (A. Agent, le 12/03/2025)\u00A0: Accord écrit."]);
  });

  test("une justification reçue avec le classeur est montrée comme telle", async () => {
    const { report } = await reported(FAULTY);
    const { rapport } = await reported(FAULTY, { justifications: [keptOf(report, true)] });
    expect(rapport.verdict).toContain("dont 1\u00A0avec une justification reçue");
    expect(justificationsIn(rapport)).toEqual([expect.stringMatching(/^Justification reçue .* non vérifiée/)]);
  });

  test("des montants qui ont changé la mettent à revoir", async () => {
    const { report } = await reported(FAULTY);
    const { rapport } = await reported(FAULTY, { justifications: [keptOf(report, false, "1.00")] });
    expect(rapport.verdict).toContain("dont 1\u00A0dont la justification est à revoir");
    expect(justificationsIn(rapport)).toEqual([expect.stringMatching(/^À revoir, les montants ont changé/)]);
  });

  test("celle qui ne correspond plus à rien a sa section", async () => {
    const { report } = await reported(FAULTY);
    const { rapport } = await reported(nordPlan(), { justifications: [keptOf(report, false)] });
    const section = rapport.sections.find(({ heading }) => heading.startsWith("Justifications qui ne correspondent"));
    expect(section?.lines).toEqual([expect.objectContaining({ text: expect.stringContaining("Accord écrit") })]);
  });
});

describe("La feuille, la page et le fichier", () => {
  test("disent les mêmes phrases dans le même ordre", async () => {
    const { report } = await reported(FAULTY);
    const { rapport } = await reported(FAULTY, { justifications: [keptOf(report, true)] });
    const sentences = [
      rapport.verdict,
      ...rapport.faits.map(({ value }) => value),
      ...rapport.sections.flatMap(({ note, lines }) => [
        ...(note === null ? [] : [note]),
        ...lines.flatMap(({ text, whatToDo, justification }) => [text, whatToDo, justification]),
      ]),
    ].filter((sentence) => sentence !== "");
    const inOrder = (text: string, shown: (sentence: string) => string): string[] => {
      let from = 0;
      return sentences.filter((sentence) => {
        const place = text.indexOf(shown(sentence), from);
        from = Math.max(from, place);
        return place === -1;
      });
    };
    expect(inOrder(textsOf(sheetOf(draftRapport(FAULTY, rapport))).join("\n"), (sentence) => sentence)).toEqual([]);
    expect(inOrder(rapportHtml(rapport), escapeHtml)).toEqual([]);
    expect(inOrder(rapportCsv(rapport), (sentence) => sentence.replaceAll('"', '""'))).toEqual([]);
  });

  test("la feuille s'imprime en A4 paysage, sur autant de pages qu'il faut, son en-tête sur chacune", async () => {
    const { rapport } = await reported(FAULTY);
    const one = sheetOf(draftRapport(FAULTY, rapport));
    const header = one.cells.find(({ content }) => content.value === "Constat")?.row ?? -1;
    expect(one.print).toMatchObject({
      orientation: "landscape",
      pagesHigh: null,
      titleRows: { first: header, last: header },
    });
    // Excel shows no higher row, whatever its text.
    expect(Math.max(...Object.values(one.rowHeights))).toBeLessThanOrEqual(409);
  });

  test("des personnes ne sont pas des euros", async () => {
    const { report } = await reported(FAULTY);
    const [first] = report.findings;
    if (!first) throw new Error("nothing found");
    const counted = { ...first, grandeur: "personnes", actual: "176", expected: "220", gap: "44" } as const;
    const rapport = rapportOf({ ...report, findings: [counted] }, OPTIONS);
    expect(textsOf(sheetOf(draftRapport(FAULTY, rapport)))).toEqual(
      expect.arrayContaining(["176\u00A0personnes", "220\u00A0personnes", "44\u00A0personnes"]),
    );
    expect(rapportHtml(rapport)).toContain("176\u00A0personnes");
    expect(rapportCsv(rapport)).toContain(";176;220;44;");
  });

  test("un nom de feuille déjà pris en donne un autre", async () => {
    const { rapport } = await reported(FAULTY);
    const once = applied(FAULTY, draftRapport(FAULTY, rapport));
    expect(sheetOf(draftRapport(once, rapport)).name).toBe("Rapport de contrôle (2)");
  });

  test("le brouillon est dépassé quand une cellule d'un constat a changé", async () => {
    const { rapport } = await reported(FAULTY);
    expect(draftRapport(FAULTY, rapport).reads).toContainEqual({
      ref: { sheet: "Plan", row: 15, column: 4 },
      content: expect.objectContaining({ value: "NC" }),
    });
  });
});

describe("Un classeur hostile", () => {
  const HOSTILE = `=HYPERLINK("http://x","<img src=x onerror=alert(1)>")`;
  const rows = (amount: Typing): Typing[][] => [
    ["Plan de financement 2024"],
    ["Axes", "Fiche action N°", "Intitulé", "A\nParticipation État", "B\nCrédits CD", "C\nBudget global (A+B)"],
    ["Axe 1", "1.1", HOSTILE, 100, 100, amount],
    ["Axe 1", "1.2", HOSTILE, "@SUM(A1)", 100, 300],
    [HOSTILE, null, "Sous total", 200, 200, 900],
  ];
  const book = workbook(sheet("=1+1", rows(9_999)), sheet("<b>", rows("=cmd|' /C calc'!A0")));

  test("rien n'est une formule dans la feuille, rien n'est une balise dans la page", async () => {
    const { report } = await reported(book);
    const justification = { ...keptOf(report, true).justification, reason: HOSTILE, author: "=1+1" };
    const { rapport } = await reported(book, {
      justifications: [{ justification, isReceived: true }],
      fichier: HOSTILE,
    });
    const one = sheetOf(draftRapport(book, rapport));
    expect(one.cells.map(({ content }) => content.formula).filter((formula) => formula !== null)).toEqual([]);
    expect(textsOf(one).some((text) => text.startsWith("="))).toBe(true);
    expect(rapportHtml(rapport)).not.toMatch(/<img|<b>|<script/);
    expect(rapportCsv(rapport)).not.toMatch(/(^|;|\n)"?[=+@-]/);
  });

  test("un texte trop long est coupé, et la ligne reste imprimable", async () => {
    const { report } = await reported(book);
    const findings = report.findings.map((finding) => ({ ...finding, statement: "mot ".repeat(5_000) }));
    const one = sheetOf(draftRapport(book, rapportOf({ ...report, findings }, OPTIONS)));
    const cut = textsOf(one).filter((text) => text.includes("mot mot"));
    expect(cut.length).toBeGreaterThan(0);
    expect(Math.max(...cut.map(({ length }) => length))).toBeLessThan(1_200);
    expect(Math.max(...Object.values(one.rowHeights))).toBeLessThanOrEqual(409);
  });
});

describe("Le classeur qui porte son rapport", () => {
  test("se contrôle comme s'il ne l'avait pas : constats, verdict, empreinte", async () => {
    const prose = sheet("Convention", [["Le comptable assignataire est la payeuse départementale du Nord."]]);
    const book = workbook(...FAULTY.sheets, prose);
    const { report } = await reported(book);
    const kept = keptOf(report, true);
    const reason = "Le comptable assignataire est le directeur régional ; l'axe 1 reçoit 2 450 001 €.";
    const justification = { ...kept.justification, reason };
    const { rapport } = await reported(book, { justifications: [{ justification, isReceived: true }] });
    const once = applied(book, draftRapport(book, rapport));
    expect(once.sheets).toHaveLength(3);
    expect(await checkWorkbook(once)).toEqual(report);
    const twice = applied(once, draftRapport(once, rapport));
    expect(await checkWorkbook(twice)).toEqual(report);
  });
});

describe("Dans Excel (hôte émulé)", () => {
  test("la feuille s'écrit telle quelle et s'annule ; un constat qui a changé la refuse", async () => {
    const emulated = EmulatedWorkbook.fromPicture(FAULTY);
    const { host } = hostOver(emulated);
    const { rapport } = await reported(FAULTY);
    const draft = draftRapport(FAULTY, rapport);
    const receipt = await host.apply(draft);
    if (!receipt.ok) throw new Error(receipt.sentence);
    const after = await host.read();
    const written = after.ok ? after.value.sheets.find(({ name }) => name === "Rapport de contrôle") : undefined;
    const expected = textsOf(sheetOf(draft)).filter((words) => words !== "");
    expect(written?.cells.map(({ value }) => value)).toEqual(expected);
    expect(await host.undo(receipt.value)).toEqual({ ok: true, value: null });
    const other = hostOver(EmulatedWorkbook.fromPicture(changed(FAULTY, "Plan!D7", 2_450_000)));
    expect(await other.host.apply(draft)).toMatchObject({ ok: false, code: "changed" });
  });
});
