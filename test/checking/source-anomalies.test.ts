/** What the source itself gets wrong is found by rule, each on its cell; all the rest of it stays silent. */
import { checkWorkbook } from "../../src/checking/check";
import { qualifiedAddress } from "../../src/workbook/address";
import { source } from "../builders/source";

async function found(): Promise<string[]> {
  const { findings } = await checkWorkbook(source());
  return findings.map(({ severity, rule, cell }) => `${severity} ${rule} ${qualifiedAddress(cell)}`);
}

test.each([
  ["Tourcoing, 1 349 303 € contre 1 349 393 € (L243)", "warning montant-divergent Contrat!A3"],
  ["les sous-actions 23-24-26 à côté du code …2325… (L900)", "blocking imputation-coherente Projet!A4"],
  ["les quatre villes, 1 € de trop (L1746-1750)", "warning ventilation Fiche 2.3!B4"],
  ["l'annexe 3 (B), 1 € de trop dans le détail (L3234)", "warning ventilation Annexe 3 B!B6"],
  ["l'annexe 3 (B), 214 € de trop dans le détail (L3235)", "warning ventilation Annexe 3 B!C7"],
  ["l'annexe 3 (B), son en-tête « 2023 » (L3233)", "info annee Annexe 3 B!B5"],
  ["le report de 2023, ajouté ici et déduit là (L3231, L2304)", "warning mention-divergente Annexe 3 B!A4"],
  ["17 751 999 € proposés pour 9 400 000 € autorisés (L884)", "warning grand-angle Rapport!E3"],
  ["le comptable de la Somme et celui du Nord (L484, L1097)", "warning mention-divergente Projet!A7"],
  ["un mot manque dans un montant en lettres (L2291)", "warning montant-lettres Avenant!A2"],
  ["un SIRET en code établissement (L472)", "blocking champ-permute Solidarités!A5"],
  ["une clé à la suite du compte (L476)", "warning champ-permute Solidarités!A7"],
])("%s", async (_, card) => {
  expect(await found()).toContain(card);
});

test("rien d'autre : sous-totaux, avances, fléchage, sommes exactes et arrondis se taisent", async () => {
  const cards = await found();
  expect(cards).toHaveLength(12);
  expect(cards.filter((card) => / (?:Plan|Fiches|ERBM|Emploi|Fiche 3\.2\.2)!/.test(card))).toEqual([]);
});
