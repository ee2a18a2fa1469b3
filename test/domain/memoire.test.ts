/** What a workbook remembers: settings and justifications in one document, neither at the cost of the other. */
import { withColonnes, type ColonnesDeTable } from "../../src/domain/colonnesGardees";
import type { Justification } from "../../src/domain/justification";
import type { Lecture } from "../../src/domain/lecture";
import { AUCUNE_MEMOIRE, memoireJson, parseMemoire, type Memoire } from "../../src/domain/memoire";
import { AUCUN_REGLAGE, reglagesJson, type Reglages } from "../../src/domain/reglages";

const REGLAGES: Reglages = { ...AUCUN_REGLAGE, departement: { nom: "Nord", siren: "225900018" }, annee: 2024 };
const JUSTIFICATION: Justification = {
  rule: "sous-total",
  scope: "cell",
  table: "plan-de-financement",
  of: "emploi solidarites",
  year: 2024,
  lines: [{ row: "sous total 1.1 1.2", column: "etat", written: "2450001.00", expected: "2450000.00" }],
  reason: "Arrondi notifié par la DDETS",
  author: "A. Agent",
  date: "2025-03-31",
};
const COLONNES: ColonnesDeTable = {
  sheet: "Annexe 3",
  entetes: [
    { column: 6, header: "Dépenses" },
    { column: 7, header: "Colonne 8" },
  ],
  colonnes: [{ column: 7, role: "due" }],
};
const LECTURE: Lecture = {
  sheet: "Plan",
  columns: [
    { header: "Action", role: "label" },
    { header: "Dotation", role: "etat" },
    { header: "", role: null },
  ],
  rank: 1,
  kind: "plan-de-financement",
  unit: "k€",
  year: 2025,
};
const ENTIERE: Memoire = {
  reglages: REGLAGES,
  justifications: [JUSTIFICATION],
  lectures: [LECTURE],
  colonnes: [COLONNES],
};

const read = (value: unknown) => parseMemoire(JSON.stringify(value), "ce classeur");
const problem = (value: unknown) => {
  const memoire = read(value);
  return "problem" in memoire ? memoire.problem : "";
};

test("elle se relit telle qu'elle a été écrite, toujours avec le même texte", () => {
  const other = { ...JUSTIFICATION, rule: "annee" };
  const json = memoireJson({ ...ENTIERE, justifications: [JUSTIFICATION, other] });
  expect(parseMemoire(json, "ce classeur")).toEqual({ ...ENTIERE, justifications: [other, JUSTIFICATION] });
  expect(memoireJson({ ...ENTIERE, justifications: [other, JUSTIFICATION] })).toBe(json);
});

test("les réglages seuls, tels que les gardaient les premiers classeurs, se lisent encore", () => {
  expect(parseMemoire(reglagesJson(REGLAGES), "ce classeur")).toEqual({ ...AUCUNE_MEMOIRE, reglages: REGLAGES });
});

test("une mémoire d'avant les colonnes corrigées se lit encore", () => {
  const older = { version: 2, reglages: null, justifications: [JUSTIFICATION] };
  expect(read(older)).toEqual({ ...AUCUNE_MEMOIRE, justifications: [JUSTIFICATION] });
});

test("rien de gardé se dit et s'écrit par rien", () => {
  expect(parseMemoire(null, "ce classeur")).toEqual(AUCUNE_MEMOIRE);
  expect(memoireJson(AUCUNE_MEMOIRE)).toBeNull();
});

test("sans réglages, les justifications restent", () => {
  const json = memoireJson({ ...AUCUNE_MEMOIRE, justifications: [JUSTIFICATION] });
  expect(parseMemoire(json, "ce classeur")).toEqual({ ...AUCUNE_MEMOIRE, justifications: [JUSTIFICATION] });
});

test("une version plus récente n'est pas lue de travers", () => {
  expect(problem({ version: 3 })).toMatch(/ce classeur.*version plus récente/);
  expect(problem({ version: 2, reglages: { version: 2 } })).toMatch(/version plus récente/);
});

test.each([[[]], ["x"], [{}], [{ version: 0 }], [{ version: 2, reglages: "x" }], [{ version: 2, justifications: {} }]])(
  "%j n'est pas une mémoire : une phrase, jamais une mémoire vide",
  (value) => {
    expect(problem(value)).toMatch(/\p{Lu}.*\./u);
  },
);

test("un texte qui n'est pas du JSON est dit illisible", () => {
  expect(parseMemoire("{", "ce classeur")).toEqual({ problem: expect.stringMatching(/ne se lisent pas/) });
});

test.each<[string, object, RegExp]>([
  ["sans motif", { reason: " " }, /motif de la justification n°\u00A01/],
  ["motif trop long", { reason: "x".repeat(501) }, /motif de la justification n°\u00A01/],
  ["sans auteur", { author: undefined }, /auteur de la justification n°\u00A01/],
  ["jour qui n'existe pas", { date: "2025-02-30" }, /date de la justification n°\u00A01/],
  ["portée inconnue", { scope: "classeur" }, /portée de la justification n°\u00A01/],
  ["sans montants", { lines: [] }, /montants de la justification n°\u00A01/],
  [
    "deux lignes pour une cellule",
    { lines: [...JUSTIFICATION.lines, { ...JUSTIFICATION.lines[0], row: "x" }] },
    /montants/,
  ],
  ["montant en nombre", { lines: [{ ...JUSTIFICATION.lines[0], written: 2450001 }] }, /montant écrit du montant/],
])("une justification %s est refusée, et la phrase nomme le champ", (_name, fields, sentence) => {
  expect(problem({ version: 2, justifications: [{ ...JUSTIFICATION, ...fields }] })).toMatch(sentence);
});

test("deux justifications de la même chose sont refusées", () => {
  expect(problem({ version: 2, justifications: [JUSTIFICATION, JUSTIFICATION] })).toMatch(/n°\u00A02 répète/);
});

test("un motif hostile reste du texte d'une ligne, sans caractère qu'un XML refuse", () => {
  const memoire = read({ version: 2, justifications: [{ ...JUSTIFICATION, reason: "=1+1\n\u0000\uFFFF<b>" }] });
  expect("justifications" in memoire && memoire.justifications[0]?.reason).toBe("=1+1 <b>");
});

test("sans réglages ni justification, les colonnes corrigées restent", () => {
  const json = memoireJson({ ...AUCUNE_MEMOIRE, colonnes: [COLONNES] });
  expect(parseMemoire(json, "ce classeur")).toEqual({ ...AUCUNE_MEMOIRE, colonnes: [COLONNES] });
});

test.each<[string, object, RegExp]>([
  ["sans feuille", { sheet: "" }, /feuille du tableau n°\u00A01/],
  ["sans colonne corrigée", { colonnes: [] }, /colonnes du tableau n°\u00A01/],
  ["une colonne sans en-tête", { colonnes: [{ column: 9, role: "due" }] }, /colonnes du tableau n°\u00A01/],
  ["un champ inconnu", { colonnes: [{ column: 7, role: "budget" }] }, /champ de la colonne du tableau n°\u00A01/],
  ["une colonne deux fois", { colonnes: [COLONNES.colonnes[0], COLONNES.colonnes[0]] }, /répète/],
  ["une colonne hors d'Excel", { entetes: [{ column: 16_384, header: "X" }] }, /colonne de l'en-tête/],
  ["un en-tête vide", { entetes: [{ column: 7, header: " " }] }, /en-tête/],
])("des colonnes corrigées, %s : refusées, et la phrase nomme le champ", (_name, fields, sentence) => {
  expect(problem({ version: 2, colonnes: [{ ...COLONNES, ...fields }] })).toMatch(sentence);
});

test("un nom de feuille ou un en-tête hostile reste du texte d'une ligne", () => {
  const hostile = { ...COLONNES, entetes: [{ column: 7, header: "=1+1\n\u0000<b>" }] };
  const memoire = read({ version: 2, colonnes: [hostile] });
  expect("colonnes" in memoire && memoire.colonnes[0]?.entetes[0]?.header).toBe("=1+1 <b>");
});

test("ce qui est dit d'un tableau remplace ce qui en était dit ; dire qu'il est bien lu l'efface", () => {
  const moved = { ...COLONNES, entetes: [{ column: 7, header: "Part due" }] };
  const beside = { ...COLONNES, entetes: [{ column: 20, header: "X" }], colonnes: [{ column: 20, role: null }] };
  expect(withColonnes([COLONNES, beside], moved)).toEqual([beside, moved]);
  expect(withColonnes([COLONNES, beside], { ...COLONNES, colonnes: [] })).toEqual([beside]);
});

test.each<[string, object, RegExp]>([
  ["un genre inconnu", { ...LECTURE, kind: "facture" }, /Le genre de la lecture n°\u00A01 n'existe pas/],
  ["un rôle d'un autre genre", { ...LECTURE, kind: "versements" }, /Le rôle d'une colonne de la lecture n°\u00A01/],
  ["une unité inconnue", { ...LECTURE, unit: "$" }, /L'unité de la lecture n°\u00A01/],
  ["une année impossible", { ...LECTURE, year: 1999 }, /L'année de la lecture n°\u00A01/],
  ["aucune colonne", { ...LECTURE, columns: [] }, /Les colonnes de la lecture n°\u00A01/],
])("une lecture avec %s n'est pas prise", (_, lecture, sentence) => {
  expect(problem({ version: 2, lectures: [lecture] })).toMatch(sentence);
});

test("un document d'avant les lectures se lit, et n'en gagne pas", () => {
  const before = memoireJson({ ...ENTIERE, lectures: [] });
  expect(before).not.toContain("lectures");
  expect(parseMemoire(before, "ce classeur")).toEqual({ ...ENTIERE, lectures: [] });
});
