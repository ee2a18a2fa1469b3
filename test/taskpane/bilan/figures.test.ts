import type { BilanDeVersement } from "../../../src/drafting/bilanDraft";
import { figuresOf } from "../../../src/taskpane/bilan/figures";

const VOLETS: BilanDeVersement = {
  id: "volets-1-2",
  label: "Volets 1 et 2",
  du: "8887912",
  verse: "5332747.2",
  solde: "3555164.8",
  excedent: "0",
};

/** "Dû par l’État 8 887 912,00 €", with plain spaces. */
function lines(versement: Partial<BilanDeVersement>, etape: "intermediaire" | "final" = "intermediaire"): string[] {
  const figures = figuresOf({ ...VOLETS, ...versement }, etape);
  return figures.map(({ label, text }) => `${label} ${text}`.replace(/[\u00A0\u202F]/g, " "));
}

test("un versement se lit comme une soustraction, au centime", () => {
  expect(lines({})).toEqual([
    "Dû par l’État 8 887 912,00 €",
    "Déjà versé 5 332 747,20 €",
    "Solde à verser 3 555 164,80 €",
  ]);
});

test("ce qui a été versé en trop a le nom que lui donne la convention", () => {
  expect(lines({ solde: "0", excedent: "1500.5" }).slice(2)).toEqual([
    "Solde à verser 0,00 €",
    "Trop-perçu 1 500,50 €",
  ]);
  // The actions of the solidarités are balanced one by one: both can stand.
  expect(lines({ id: "solidarites", solde: "10", excedent: "20" }).slice(2)).toEqual([
    "Solde à verser 10,00 €",
    "Reliquat 20,00 €",
  ]);
});

test("sans dépense saisie, rien n'est inventé", () => {
  expect(lines({ du: null, solde: null, excedent: null })).toEqual([
    "Dû par l’État à compléter",
    "Déjà versé 5 332 747,20 €",
    "Solde à verser à compléter",
  ]);
});

test("le volet 3 attend le bilan final, et lui seul", () => {
  const waiting = { id: "volet-3", solde: null, excedent: null };
  expect(lines(waiting)[2]).toBe("Solde à verser au bilan final");
  expect(lines(waiting, "final")[2]).toBe("Solde à verser à compléter");
  expect(lines({ solde: null, excedent: null })[2]).toBe("Solde à verser à compléter");
});
