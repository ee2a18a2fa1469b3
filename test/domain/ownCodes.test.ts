/** Codes activité that officers type, keep and hand on. */
import { ownCodesJson, parseOwnCodes, readTypedCode, withCode, type TypedCode } from "../../src/domain/ownCodes";
import type { CodeActivite } from "../../src/domain/codesActivite";

const TYPED: TypedCode = { code: "0304 50 23 27 01", label: " Pilier 5 ", from: "2025", to: "2027" };

function problemsOf(changed: Partial<TypedCode>): Record<string, string> {
  const read = readTypedCode({ ...TYPED, ...changed });
  return "problems" in read ? read.problems : {};
}

function codeOf(typed: TypedCode): CodeActivite {
  const read = readTypedCode(typed);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

test("un code tapé en groupes devient un code de la liste, marqué comme ajouté", () => {
  expect(codeOf(TYPED)).toMatchObject({
    code: "030450232701",
    label: "Pilier 5",
    programme: "304",
    action: "23",
    sousAction: "27",
    span: { from: 2025, to: 2027 },
    isOwn: true,
  });
});

test("le zéro initial qu'Excel retire est remis", () => {
  expect(codeOf({ ...TYPED, code: "30450232701" }).code).toBe("030450232701");
});

test.each<[Partial<TypedCode>, RegExp]>([
  [{ code: "" }, /douze chiffres/],
  [{ code: "0304502327" }, /douze chiffres/],
  [{ code: "990450232701" }, /douze chiffres/],
  [{ label: "  " }, /ce que le code paie/],
  [{ from: "" }, /une année de 2020 à 2035/],
  [{ from: "25" }, /une année de 2020 à 2035/],
  [{ to: "deux mille" }, /une année de 2020 à 2035/],
  [{ to: "2024" }, /2025, ou une année qui suit/],
])("%j est refusé, et le champ dit quoi écrire", (changed, sentence) => {
  const problems = problemsOf(changed);
  expect(Object.keys(problems)).toEqual(Object.keys(changed));
  expect(Object.values(problems)[0]).toMatch(sentence);
});

test("un code de la convention, pour son année, n'a pas à être ajouté ; pour une autre année, si", () => {
  const listed = { code: "030450232301", from: "2024", to: "2024" };
  expect(problemsOf(listed).code).toContain("Contractualisation avec les départements pilier 1");
  expect(problemsOf({ ...listed, from: "2025", to: "2025" })).toEqual({});
});

test("le même code ajouté deux fois reste une fois ; le fichier exporté se relit tel quel", () => {
  const one = codeOf(TYPED);
  const other = codeOf({ ...TYPED, code: "010200002599", label: "Autre" });
  const codes = withCode(withCode([one], other), codeOf({ ...TYPED, label: "Pilier 5 bis" }));
  expect(codes.map(({ code, label }) => `${code} ${label}`)).toEqual([
    "010200002599 Autre",
    "030450232701 Pilier 5 bis",
  ]);
  expect(parseOwnCodes(ownCodesJson(codes), "codes.json")).toEqual(codes);
});
