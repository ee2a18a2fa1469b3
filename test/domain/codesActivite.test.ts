import { CODES_ACTIVITE, codesInText, codesOf, readCode } from "../../src/domain/codesActivite";

test.each([
  "030450232301",
  "0304 50 23 23 01",
  "BG00/030450232301",
  "0304-50-232301",
  "0304\u00A050\u00A023\u00A023\u00A001",
])("%s est lisible", (written) => {
  expect(readCode(written)).toMatchObject({
    kind: "valid",
    decoded: { code: "030450232301", programme: "304", action: "23", sousAction: "23" },
  });
});

test("un zéro perdu se répare", () => {
  expect(readCode("30450232301")).toMatchObject({ kind: "lost-zero", decoded: { code: "030450232301" } });
  expect(readCode("10200002535")).toMatchObject({ kind: "lost-zero", decoded: { code: "010200002535" } });
});

test.each([
  ["0304502323", "longueur"],
  ["0304502323011", "longueur"],
  ["034050232301", "prefixe"],
  ["030540232301", "prefixe"],
  ["0304-50-23", "longueur"],
  ["0304X0232301", "caracteres"],
])("%s n'est pas un code (%s)", (written, reason) => {
  expect(readCode(written)).toMatchObject({ kind: "invalid", reason });
});

test("chaque code de la liste suit la grammaire et dit ce qu'il paie", () => {
  for (const { code, programme, sousAction, source } of CODES_ACTIVITE) {
    const read = readCode(code);
    expect(read.kind).toBe("valid");
    expect(read).toMatchObject({ decoded: { programme, sousAction } });
    expect(source.lines.length).toBeGreaterThan(0);
  }
});

test("2025 n'a pas de liste", () => {
  expect(codesOf(2024)).toHaveLength(5);
  expect(codesOf(2025)).toEqual([]);
});

test("les codes d'une phrase, un à un", () => {
  expect(codesInText("pour le 304, sous activités 030450232301 - 0304 50 23 25 01, pour 2 450 000 €")).toEqual([
    "030450232301",
    "0304 50 23 25 01",
  ]);
});
