/** The tables of the Nord's deliberation beside plan and fiches, as they are written, typed for tests. */
import type { Sheet } from "../../src/workbook/picture";
import { sheet, type Typing } from "./picture";

/** Annexe 3 (B) (L3223-3237): header in row 5, TOTAL in row 9. */
export const ANNEXE_3B: readonly Typing[][] = [
  ["PLAN DE FINANCEMENT PREVISIONNEL – NORD"],
  ["5 JUIN 2024"],
  ["PACTE LOCAL DES SOLIDARITÉS : 5 700 000 €"],
  ["+ CONVENTION PARTICULIÈRE POUR TOURCOING : 1 349 393 € (+ REPORT ENVELOPPE 2023 = 87 730 €)"],
  ["Nature des dépenses", "Montant Etat 2023", "Objet de la dépense"],
  [
    "Renforcement des équipes locales CD",
    "3 192 087 €",
    "Accueil et orientation\n• 19 ETP (423 333 €)\nAccompagnement\n• 63 ETP (1 864 167 €)\nAppui à l'accompagnement\n• 34 ETP (698 532 €)\nIngénierie\n• 6,4 ETP (206 056 €)",
  ],
  [
    "Renforcement des solutions locales CD",
    "3 751 036 €",
    "Accompagnement\n• 101 ETP (2 772 500 €)\nAppui à l'accompagnement\n• 24 ETP (748 750 €)\nIngénierie\n• 7 ETP (230 000 €)",
  ],
  [
    "Développement SI",
    "194 000 €",
    "• Alimentation Carnet de bord et évolution ParcoursRSA\n• Maintenance des éventuelles évolutions de Parcours RSA",
  ],
  ["TOTAL", "7 049 393 € + 87 730 €\n7 137 123 €"],
];

export function annexe3b(rows: readonly (readonly Typing[])[] = ANNEXE_3B): Sheet {
  return sheet("Annexe 3 B", rows);
}

/** Earmark of the Bassin minier (L2157-2181): table in rows 4 to 10, yearly budget from row 12. */
export const ERBM: readonly Typing[][] = [
  ["Synthèse Bassin minier (ERBM) 2. – Favoriser l'accès à l'emploi pour tous"],
  ["Indicateurs de réalisation : Cf. plan d'action (fiches 2.2.4 et 2.2.8)"],
  ["Budget prévisionnel"],
  ["Thématique", "Action", "Montant financier"],
  [
    "Insertion des jeunes et notamment des jeunes filles (axe 1)",
    "Dans un objectif de prévention :\n- Lutter contre le décrochage scolaire\n- Renforcer le repérage des jeunes NEET\n- Renforcer la couverture territoriale",
    "550 k€\n25 k€\n25 k€\n500 k€",
  ],
  ["Insertion des femmes (axe 2)", "Mobiliser les solutions locales", "100 k€"],
  ["Relations aux entreprises (axe 2)", "Dynamiser la prospection", "50k€"],
  ["Lutte contre l'illettrisme (axe 3)", "Renforcer la capacité des professionnels", "100 k€"],
  ["Précarité alimentaire (axe 4)", "Améliorer la couverture territoriale", "200k€"],
  ["Total", null, "1 000 000 €"],
  [],
  ["Année", "Etat", "Conseil départemental", "Total"],
  ...[2024, 2025, 2026, 2027].map((year): Typing[] => [{ value: year, format: "General" }, "500 k€", "500 k€", "1 M€"]),
  ["Total", "2 M€", "2 M€", "4 M€"],
];

export function erbm(rows: readonly (readonly Typing[])[] = ERBM): Sheet {
  return sheet("ERBM", rows);
}

/** Commitments of the report (L882-886): header in row 2. */
export const GRAND_ANGLE: readonly Typing[][] = [
  ["CODE GRAND ANGLE", null, "ENGAGEMENTS"],
  ["OPERATION", "ENVELOPPE", "AUTORISES", "DEJA CONTRACTES", "PROPOSES DANS LE RAPPORT"],
  ["12002OP018", "12002E26", "9 400 000 €", 0, "17 751 999 €"],
  ["11004OP011", "11004E07", "5 300 000 €", 0, "4 234 286 €"],
];

export function grandAngle(rows: readonly (readonly Typing[])[] = GRAND_ANGLE): Sheet {
  return sheet("Rapport", rows);
}
