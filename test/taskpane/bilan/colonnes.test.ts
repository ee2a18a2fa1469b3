/** What an officer chooses for the columns of their table, before it is kept. */
import type { RoleDeColonne } from "../../../src/domain/colonnesDeBilan";
import type { ModeleDuBilan } from "../../../src/drafting/bilanDraft";
import { aGarder, AUCUN_CHOIX, choisir, colonnesAvec } from "../../../src/taskpane/bilan/colonnes";

const colonne = (column: number, header: string, role: RoleDeColonne | null, reconnu = role) => ({
  column,
  header,
  role,
  reconnu,
  estTitre: false,
});

const TABLEAU: ModeleDuBilan = {
  sheet: "Annexe 3",
  colonnes: [
    colonne(4, "Dépenses", "realise"),
    colonne(7, "Colonne 8", null),
    colonne(9, "Reste", "due", "solde"),
    colonne(10, "Excédent", "excedent"),
  ],
};

const roles = (choix: Parameters<typeof colonnesAvec>[1]) => colonnesAvec(TABLEAU, choix).map(({ role }) => role);

test("un champ choisi pour une colonne quitte celle qui l'avait : un bilan a chaque champ une fois", () => {
  const choix = choisir(TABLEAU, AUCUN_CHOIX, { column: 7, role: "due" });
  expect(roles(choix)).toEqual(["realise", "due", null, "excedent"]);
});

test("« autre chose » peut se dire de plusieurs colonnes", () => {
  const one = choisir(TABLEAU, AUCUN_CHOIX, { column: 4, role: null });
  expect(roles(choisir(TABLEAU, one, { column: 10, role: null }))).toEqual([null, null, "due", null]);
});

test("revenir sur un choix ne laisse rien à garder", () => {
  const once = choisir(TABLEAU, AUCUN_CHOIX, { column: 10, role: "verse" });
  expect(choisir(TABLEAU, once, { column: 10, role: "excedent" }).size).toBe(0);
});

test("seul ce que les mots ne disent pas est gardé, avec tous les en-têtes", () => {
  const choix = choisir(TABLEAU, AUCUN_CHOIX, { column: 7, role: "verse" });
  expect(aGarder(TABLEAU, choix)).toEqual({
    sheet: "Annexe 3",
    entetes: TABLEAU.colonnes.map(({ column, header }) => ({ column, header })),
    colonnes: [
      { column: 7, role: "verse" },
      { column: 9, role: "due" },
    ],
  });
  expect(aGarder(TABLEAU, choisir(TABLEAU, AUCUN_CHOIX, { column: 9, role: "solde" })).colonnes).toEqual([]);
});
