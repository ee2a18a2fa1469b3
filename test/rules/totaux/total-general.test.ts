import { alarms, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

describe("total-general parle", () => {
  test("d'un total général faux, nommé comme tel", async () => {
    expect(await fired("total-general", changed(nordPlan(), "Plan!D19", 20_636_982))).toEqual([
      "blocking Total général inexact",
    ]);
  });

  test("de Tourcoing écrit 1 349 303 € (L243) dans un plan qui en compte 1 349 393 (L2204)", async () => {
    const found = await alarms(changed(nordPlan(), "Plan!D20", 1_349_303));
    expect(found).toEqual([expect.stringMatching(/^blocking total-\S+ Plan!D20 1349393\.00$/)]);
  });

  test("d'un total qui compte deux fois un bloc : les lignes et leur sous-total", async () => {
    const book = planOf([
      ["1.1", "Prévention de la pauvreté", 100, 100, 200],
      ["1.2", "Petite enfance et pauvreté", 50, 50, 100],
      [null, "Sous-total axe 1", 150, 150, 300],
      ["3.1", "Accès aux droits", 30, 30, 60],
      [null, "Sous-total axe 3", 30, 30, 60],
      [null, "Total", 330, 180, 510],
    ]);
    const found = await alarms(book);
    expect(found).toEqual([expect.stringMatching(/^blocking total-general Plan!C8 180\.00$/)]);
  });
});

describe("total-general se tait", () => {
  test("sur les trois totaux de la source, NC compris (L2198, L2203, L2205)", async () => {
    expect(await outcome(nordPlan(), "total-general")).toMatchObject({ outcome: "passed", checked: 9 });
    expect(await alarms(nordPlan())).toEqual([]);
  });

  test("sur une ligne « dont », qui n'est pas ajoutée", async () => {
    const rows: Typing[][] = [
      ["1.1", "Prévention de la pauvreté", 100, 100, 200],
      [null, "dont Bassin minier", 30, 30, 60],
      [null, "Total", 100, 100, 200],
    ];
    expect(await alarms(planOf(rows))).toEqual([]);
  });
});
