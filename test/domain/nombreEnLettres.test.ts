/** Numbers in French words: written here by a generator of its own, and read back. */
import fc from "fast-check";
import { readDecimalsInWords, readNumberInWords } from "../../src/domain/nombreEnLettres";

/** How a writer spells: which country's tens, which hyphens, and whether "cent" and "vingt" take their s. */
interface Spelling {
  readonly pays: "fr" | "be" | "ch";
  readonly hyphens: "traditionnels" | "1990" | "aucun";
  readonly plurals: boolean;
}

const SMALL =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];

function tensOf(value: number, { pays, plurals }: Spelling, isLast: boolean): string {
  if (value < 20) return SMALL[value] ?? "";
  const [ten, unit] = [Math.floor(value / 10), value % 10];
  const own =
    pays === "fr" ? undefined : { 7: "septante", 8: pays === "ch" ? "huitante" : undefined, 9: "nonante" }[ten];
  const isScore = own === undefined && ten >= 7;
  const base = own ?? (ten >= 8 ? "quatre-vingt" : ten === 7 ? "soixante" : (TENS[ten] ?? ""));
  const rest = isScore && (ten === 7 || ten === 9) ? unit + 10 : unit;
  if (rest === 0) return base === "quatre-vingt" && plurals && isLast ? "quatre-vingts" : base;
  const joined = (rest === 1 || rest === 11) && base !== "quatre-vingt";
  return joined ? `${base} et ${SMALL[rest] ?? ""}` : `${base}-${SMALL[rest] ?? ""}`;
}

function hundredsOf(value: number, spelling: Spelling, isLast: boolean): string {
  const [hundred, rest] = [Math.floor(value / 100), value % 100];
  if (hundred === 0) return tensOf(rest, spelling, isLast);
  const cent = rest === 0 && hundred > 1 && spelling.plurals && isLast ? "cents" : "cent";
  const head = hundred === 1 ? cent : `${SMALL[hundred] ?? ""} ${cent}`;
  return rest === 0 ? head : `${head} ${tensOf(rest, spelling, isLast)}`;
}

function inWords(value: number, spelling: Spelling): string {
  if (value === 0) return "zéro";
  const scales = [
    [1_000_000_000, "milliard"],
    [1_000_000, "million"],
  ] as const;
  const words = scales.map(([scale, name]) => {
    const count = Math.floor(value / scale) % 1000;
    return count === 0 ? "" : `${hundredsOf(count, spelling, true)} ${name}${count > 1 ? "s" : ""}`;
  });
  const thousands = Math.floor(value / 1000) % 1000;
  if (thousands > 0) words.push(thousands === 1 ? "mille" : `${hundredsOf(thousands, spelling, false)} mille`);
  if (value % 1000 > 0) words.push(hundredsOf(value % 1000, spelling, true));
  const text = words.filter((word) => word !== "").join(" ");
  if (spelling.hyphens === "aucun") return text.replaceAll("-", " ");
  return spelling.hyphens === "1990" ? text.replaceAll(" ", "-") : text;
}

const SPELLING = fc.record<Spelling>({
  pays: fc.constantFrom("fr", "be", "ch"),
  hyphens: fc.constantFrom("traditionnels", "1990", "aucun"),
  plurals: fc.boolean(),
});
const NUMBER = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999_999_999_999 }));

describe("Les nombres en lettres", () => {
  test.each([
    ["un million vingt et un mille sept cent trente et un", "1021731"],
    ["un million trois cent quarante-neuf mille trois cent quatre-vingt-treize", "1349393"],
    ["Cinq millions trois cent trente-deux mille sept cent quarante-sept", "5332747"],
    ["quatre-vingts", "80"],
    ["quatre‑vingt‑dix‑sept", "97"],
    ["soixante et onze", "71"],
    ["soixante-et-onze", "71"],
    ["septante et un", "71"],
    ["nonante-neuf", "99"],
    ["octante", "80"],
    ["deux cents", "200"],
    ["deux cent mille", "200000"],
    ["deux cents millions", "200000000"],
    ["quatre-vingt mille", "80000"],
    ["quinze cents", "1500"],
    ["mille", "1000"],
    ["MILLE ET UN", "1001"],
    ["un million et demi", "1500000"],
    ["trois milliards", "3000000000"],
    ["une", "1"],
  ])("%s : %s", (words, value) => {
    expect(readNumberInWords(words)?.toFixed()).toBe(value);
  });

  test.each([
    "un million trois cent quarante-neuf mille trois quatre-vingt-treize",
    "mille million",
    "cent cent",
    "vingt trente",
    "un cent",
    "mille quinze cents",
    "deux trois",
    "et un",
    "vingt et",
    "quatorze chiens",
    "",
  ])("« %s » n'est pas un nombre", (words) => {
    expect(readNumberInWords(words)).toBeNull();
  });

  test.each([
    ["deux", "0.2"],
    ["vingt", "0.2"],
    ["zéro cinq", "0.05"],
    ["zéro", "0"],
  ])("virgule %s : %s", (words, value) => {
    expect(readDecimalsInWords(words)?.toFixed()).toBe(value);
  });

  test("tout nombre écrit se relit, dans toutes les orthographes", () => {
    fc.assert(
      fc.property(NUMBER, SPELLING, (value, spelling) => {
        const words = inWords(value, spelling);
        expect([words, readNumberInWords(words)?.toFixed()]).toEqual([words, String(value)]);
      }),
      { numRuns: 2000 },
    );
  });

  test("deux nombres différents n'ont jamais les mêmes mots", () => {
    fc.assert(
      fc.property(NUMBER, NUMBER, SPELLING, (one, other, spelling) => {
        fc.pre(one !== other);
        expect(readNumberInWords(inWords(one, spelling))?.toFixed()).not.toBe(
          readNumberInWords(inWords(other, spelling))?.toFixed(),
        );
      }),
    );
  });

  test("n'échoue sur aucun texte", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("cent", "mille", "quatre", "vingts", "et", "dix", "million", "x")),
        (words) => {
          expect(() => readNumberInWords(words.join(" "))).not.toThrow();
        },
      ),
    );
  });
});
