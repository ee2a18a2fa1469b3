/** What holds for every address, every formula and every code, whatever is written. */
import fc from "fast-check";
import { formulaCopier, formulaTokens } from "../../src/calculation/formulaTokens";
import { readCode } from "../../src/domain/codesActivite";
import { linearTerms, referencesIn } from "../../src/relations/formula";
import {
  areaAddress,
  cellAddress,
  columnIndex,
  columnLetters,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
} from "../../src/workbook/address";
import { formulaFromFrench, formulaToFrench } from "../../src/workbook/formulaLanguage";

const row = fc.integer({ min: 0, max: MAX_ROWS - 1 });
const column = fc.integer({ min: 0, max: MAX_COLUMNS - 1 });
/** Away from the edges, so that a copy stays on the sheet. */
const inner = fc.integer({ min: 100, max: 10_000 });
const cell = fc.tuple(inner, inner).map(([at, of]) => cellAddress(at, of));
const term = fc.oneof(
  cell,
  fc.tuple(cell, cell).map(([one, other]) => `SUM(${one}:${other})`),
  cell.map((address) => `'Fiches d''actions'!${address}`),
  fc.integer({ min: 0, max: 999_999 }).map(String),
);
const formula = fc
  .array(fc.tuple(fc.constantFrom("+", "-"), term), { minLength: 1, maxLength: 6 })
  .map((terms) => `=${terms.map(([sign, text]) => `${sign}${text}`).join("")}`);

test("une colonne a ses lettres, et ces lettres cette colonne", () => {
  fc.assert(fc.property(column, (index) => columnIndex(columnLetters(index)) === index));
});

test("une adresse se relit comme l'aire d'où elle vient", () => {
  fc.assert(
    fc.property(row, row, column, column, (a, b, c, d) => {
      const area = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
      expect(parseArea(areaAddress(area))).toEqual(area);
    }),
  );
});

test("une formule copiée puis recopiée en sens inverse est la même ; ses morceaux la redonnent", () => {
  const shift = fc.integer({ min: -99, max: 99 });
  fc.assert(
    fc.property(formula, shift, shift, (written, down, right) => {
      expect(formulaCopier(formulaCopier(written)(down, right))(-down, -right)).toBe(written);
      const pieces = formulaTokens(written).map(({ text }) => text);
      expect(pieces.join("")).toBe(written);
    }),
  );
});

test("une formule passe en français et en revient", () => {
  fc.assert(fc.property(formula, (written) => formulaFromFrench(formulaToFrench(written)) === written));
});

test("une somme de cellules nomme chacune de ses cellules", () => {
  const sum = fc.array(fc.tuple(inner, inner), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sum, (cells) => {
      const addresses = cells.map(([at, of]) => cellAddress(at, of));
      const terms = linearTerms(`=${addresses.join("+")}`, "Plan") ?? [];
      expect(new Set(terms.map(({ row: at, column: of }) => cellAddress(at, of)))).toEqual(new Set(addresses));
    }),
  );
});

test("aucun texte ne fait échouer la lecture d'une formule, d'une adresse ou d'un code", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      referencesIn(`=${text}`, "Plan");
      linearTerms(`=${text}`, "Plan");
      parseArea(text);
      expect(["valid", "lost-zero", "invalid"]).toContain(readCode(text).kind);
    }),
  );
});

test("un code se lit pareil nu, en groupes, préfixé, et sans le zéro qu'Excel retire", () => {
  const pair = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
  fc.assert(
    fc.property(pair, pair, pair, (action, sousAction, last) => {
      const code = `030450${action}${sousAction}${last}`;
      const grouped = code.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/, "$1 $2 $3 $4 $5");
      for (const written of [code, grouped, `BG00/${code}`]) {
        expect(readCode(written)).toMatchObject({ kind: "valid", decoded: { code, programme: "304" } });
      }
      expect(readCode(code.slice(1))).toMatchObject({ kind: "lost-zero", decoded: { code } });
    }),
  );
});
