import { nordBilan } from "../../builders/bilan";
import { alarms, findings, outcome } from "../../builders/expectFindings";
import type { Typing } from "../../builders/picture";
import { bilanOf } from "./cases";

const volet2 = (justification: Typing): Typing[] => [
  "2.2",
  "Volet 2",
  8_752_912,
  17_275_000,
  17_275_000,
  8_637_500,
  5_251_747.2,
  3_385_752.8,
  0,
  justification,
];

describe("report-hors-duree parle", () => {
  test.each([
    "Reliquat de 115 412 € à reporter sur 2025",
    "Nous demandons le report des crédits sur l'exercice 2025.",
    "Crédits non consommés reportés en 2025",
  ])("des crédits du volet 2 reportés après 2024 : « %s »", async (justification) => {
    expect(await alarms(bilanOf([volet2(justification)]))).toEqual(["blocking report-hors-duree Bilan!J3 -"]);
  });

  test("d'une ligne de report d'une convention qui est finie (L648)", async () => {
    const book = bilanOf(
      [
        ["2.3", "Volet 3", 5_700_000, 5_700_000, 5_700_000, 5_700_000, 3_420_000, 2_280_000, 0, null],
        ["Report 2024 volet 2", null, null, null, null, null, 115_412],
      ],
      "Bilan financier final 2025",
    );
    const [card] = await findings(book);
    expect([card?.rule, card?.severity]).toEqual(["report-hors-duree", "blocking"]);
    expect(card?.message).toContain("la convention les arrête au 31/12/2024");
  });

  test("des crédits des solidarités au-delà de 2027 (L510)", async () => {
    const row = ["1.1", "Prévenir la pauvreté", 100, 200, 200, 100, 100, 0, 0, "Report du reliquat en 2028"];
    expect(await alarms(bilanOf([row], "Bilan financier 2027"))).toEqual(["blocking report-hors-duree Bilan!J3 -"]);
  });
});

describe("report-hors-duree se tait", () => {
  test("sur ce que Tourcoing reprend en 2024 de l'avance de 2023 (L2304)", async () => {
    expect(await outcome(nordBilan(), "report-hors-duree")).toMatchObject({ outcome: "passed" });
  });

  test.each([
    "Démarrage de l'action reporté en 2025",
    "Aucun report de crédits sur 2025",
    "Recrutements décalés à septembre",
    "Les crédits de 2025 sont votés",
  ])("sur « %s »", async (justification) => {
    expect(await alarms(bilanOf([volet2(justification)]))).toEqual([]);
  });

  test("sur un report des solidarités dans la convention", async () => {
    const row = ["1.1", "Prévenir la pauvreté", 100, 200, 200, 100, 100, 0, 0, "Report du reliquat en 2025"];
    expect(await alarms(bilanOf([row]))).toEqual([]);
  });
});
