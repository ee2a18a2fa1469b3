import { typographie } from "../../src/messages/typographie";

test("l'apostrophe est courbe entre deux lettres, et seulement là", () => {
  expect(typographie("Le bloc n'est pas reconnu : l'État, aujourd'hui.")).toBe(
    "Le bloc n’est pas reconnu\u00A0: l’État, aujourd’hui.",
  );
  // The name of a sheet between its own quotes, as Excel writes it.
  expect(typographie("voir 'Fiches actions'!B4 et 5'")).toBe("voir 'Fiches actions'!B4 et 5'");
});

test("aucune ligne ne se coupe avant un signe double ni dans des guillemets", () => {
  expect(typographie("« Plan » : vérifiez ; sinon, justifiez ?")).toBe(
    "«\u00A0Plan\u00A0»\u00A0: vérifiez\u202F; sinon, justifiez\u202F?",
  );
  expect(typographie("déjà juste\u00A0; suite")).toBe("déjà juste\u202F; suite");
});

test("ni une heure, ni une adresse, ni une formule ne changent", () => {
  for (const text of ["14:02", "A2:F9", "Plan!A2", "=SOMME(A1;B2)", "https://exemple.fr"]) {
    expect(typographie(text)).toBe(text);
  }
});
