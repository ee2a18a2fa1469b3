import { exactSums, ours, random } from "./checkers";
import { measure, together } from "./measure";

/** The bars of the project, held on few workbooks here; `npm run bench:detection` measures many. */
const COUNT = 6;
const SEED = 20_240_708;

describe("les fautes semées dans des classeurs inconnus", () => {
  test("sont trouvées, la cellule fautive d'abord, avec sa valeur, et rien d'autre", async () => {
    const measured = await measure(ours, COUNT, SEED);
    const { faults, found, first, exact, cards, goodCards } = together(measured);
    expect(faults).toBeGreaterThanOrEqual(COUNT * 9);
    expect(found / faults).toBeGreaterThanOrEqual(0.95);
    expect(first / faults).toBeGreaterThanOrEqual(0.9);
    expect(exact / faults).toBeGreaterThanOrEqual(0.85);
    expect(goodCards / cards).toBeGreaterThanOrEqual(0.95);
    expect(measured.clean.alarmed).toBe(0);
    expect(measured.pairs.both / measured.pairs.workbooks).toBeGreaterThanOrEqual(0.8);
  }, 30_000);

  test("le sont mieux que par l'égalité stricte des sommes, ou par hasard", async () => {
    const [own, sums, chance] = await Promise.all(
      [ours, exactSums, random].map(async (check) => together(await measure(check, 2, SEED))),
    );
    expect(own?.first).toBeGreaterThan(sums?.first ?? 0);
    expect(sums?.first).toBeGreaterThanOrEqual(chance?.first ?? 0);
  }, 30_000);
});
