/** Keys of identifiers, on the Nord's own (L361, L744-752) and on identifiers built to have known keys. */
import {
  compact,
  ibanOfRib,
  ibanState,
  isRibValid,
  ribKey,
  ribOfIban,
  siretState,
  siretWithZero,
} from "../../src/domain/identifiants";

const NORD = { banque: "30001", guichet: "00468", compte: "C5990000000", cle: "42" };

describe("SIRET", () => {
  test.each([
    ["225 900 018 01244", "valid"],
    ["22590001801244", "valid"],
    ["225.900.018-01244", "valid"],
    ["225\u00A0900\u00A0018\u202F01244", "valid"],
    // Un chiffre faux dans le NIC, puis dans le SIREN.
    ["22590001801245", "cle"],
    ["22590011801244", "siren"],
    ["2259000180124", "longueur"],
    ["225900018012440", "longueur"],
    ["22040000000000", "tronque"],
    ["2,2590001801244E+13", "tronque"],
    ["2.259E+13", "tronque"],
    // La Poste : somme des chiffres multiple de 5, sans clé de Luhn.
    ["35600000000048", "valid"],
    ["35600000049837", "valid"],
    ["35600000049838", "cle"],
  ])("%s : %s", (written, state) => {
    expect(siretState(written)).toBe(state);
  });

  test("le zéro de tête perdu se retrouve, si la clé le confirme", () => {
    const whole = "05580412400018";
    expect(siretState(whole)).toBe("valid");
    expect(siretWithZero(whole.slice(1))).toBe(whole);
    expect(siretWithZero("2259000180124")).toBeNull();
  });

  test("tout chiffre faux et toute interversion de voisins se voient, sauf 09 et 90 que Luhn confond", () => {
    const siret = "22590001801244";
    for (let place = 0; place < siret.length; place += 1) {
      const digit = siret.charAt(place);
      const other = String((Number(digit) + 1) % 10);
      expect(siretState(siret.slice(0, place) + other + siret.slice(place + 1))).not.toBe("valid");
      const next = siret.charAt(place + 1);
      if (next === "" || next === digit || [digit, next].sort().join("") === "09") continue;
      expect(siretState(siret.slice(0, place) + next + digit + siret.slice(place + 2))).not.toBe("valid");
    }
  });
});

describe("RIB et IBAN", () => {
  test("la clé du Nord", () => {
    expect(ribKey(NORD)).toBe("42");
    expect(isRibValid(NORD)).toBe(true);
    expect(isRibValid({ ...NORD, compte: "C5990000001" })).toBe(false);
  });

  test("les lettres du compte valent de 1 à 9, puis de 2 à 9 à partir de S", () => {
    const keyOf = (compte: string): string | null => ribKey({ banque: "30001", guichet: "00468", compte });
    const pairs = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, place) => [
      letter,
      "12345678912345678923456789"[place],
    ]);
    for (const [letter = "", digit = ""] of pairs)
      expect(keyOf(`${letter}5990000000`)).toBe(keyOf(`${digit}5990000000`));
  });

  test("une forme impossible n'a pas de clé", () => {
    expect(ribKey({ ...NORD, guichet: "468" })).toBeNull();
  });

  test("l'IBAN du Nord, avec ou sans point final, et ce qu'il contient", () => {
    expect(ibanState("FR48 3000 1004 68C5 9900 0000 042.")).toBe("valid");
    expect(ibanState("IBAN FR48-3000-1004-68C5-9900-0000-042")).toBe("valid");
    expect(ribOfIban("FR48 3000 1004 68C5 9900 0000 042")).toEqual(NORD);
    expect(ibanOfRib(NORD)).toBe("FR48 3000 1004 68C5 9900 0000 042");
  });

  test("un IBAN faux dit si c'est sa longueur ou sa clé", () => {
    expect(ibanState("FR48 3000 1004 68C5 9900 0000 024")).toBe("cle");
    expect(ibanState("FR84 3000 1004 68C5 9900 0000 042")).toBe("cle");
    expect(ibanState("FR48 3000 1004 68C5 9900 0000 04")).toBe("longueur");
    expect(ibanState("BE68 5390 0754 7034")).toBe("valid");
    expect(ribOfIban("BE68 5390 0754 7034")).toBeNull();
  });
});

test("ce qui groupe les caractères ne compte pas", () => {
  expect(compact("C5990000000-42")).toBe("C599000000042");
  expect(compact("2259 000\u202F1801 244")).toBe("22590001801244");
});
