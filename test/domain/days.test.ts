import { daysIn, localDay, storedDay } from "../../src/domain/days";

test.each([
  ["Fait à Lille, le 15/04/2025", ["2025-04-15"]],
  ["transmis au plus tard le 31 mars 2025", ["2025-03-31"]],
  ["du 1er janvier 2024 au 31 décembre 2027", ["2024-01-01", "2027-12-31"]],
  ["le 3.2.2025, puis le 2025-02-04", ["2025-02-03", "2025-02-04"]],
  ["le 31/02/2025", []],
  ["article 3.2 de 2025, 1 349 393 €", []],
])("les jours de « %s »", (text, days) => {
  expect(daysIn(text)).toEqual(days);
});

test("un nombre d'Excel est un jour, dans l'un ou l'autre calendrier", () => {
  expect([storedDay(45762, false), storedDay(44300, true), storedDay(12, false), storedDay(-1, false)]).toEqual([
    "2025-04-15",
    "2025-04-15",
    null,
    null,
  ]);
});

test("aujourd'hui est le jour de l'agent, pas celui de Greenwich", () => {
  expect(localDay(new Date(2025, 2, 1, 0, 30))).toBe("2025-03-01");
});
