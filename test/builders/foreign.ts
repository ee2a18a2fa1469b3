/** Tables of other trades: words of the conventions in them, and nothing of the conventions. */
import type { Typing } from "./picture";

export const FOREIGN: readonly (readonly [name: string, rows: readonly (readonly Typing[])[]])[] = [
  [
    "un suivi de commandes (État = statut)",
    [
      ["Commande", "État", "Total"],
      ["A12", "livrée", 120],
      ["A13", "en cours", 80],
    ],
  ],
  [
    "un inventaire",
    [
      ["Référence", "Désignation", "État", "Quantité", "Coût total"],
      ["R1", "Chaise", "neuf", 12, 480],
      ["R2", "Table", "usé", 3, 150],
    ],
  ],
  [
    "des effectifs par département",
    [
      ["Effectifs 2024"],
      ["Département", "État", "Hospitalière", "Total"],
      ["Nord", 1200, 800, 2000],
      ["Somme", 300, 250, 550],
    ],
  ],
  [
    "une population",
    [
      ["Département", "Population", "Superficie", "Total"],
      ["59", 2_606_000, 5743, 1],
      ["62", 1_465_000, 6671, 2],
    ],
  ],
  [
    "des factures avec acompte et solde",
    [
      ["Facture", "Client", "Montant", "Acompte versé", "Solde"],
      ["F1", "Durand", 1000, 300, 700],
      ["F2", "Petit", 500, 100, 400],
    ],
  ],
  [
    "un bail",
    [
      ["Bail", "Avance sur charges", "Solde de charges"],
      ["Appartement 1", 600, 45],
      ["Appartement 2", 720, -12],
    ],
  ],
  [
    "un budget de ménage",
    [["Mon budget 2024"], ["Poste", "Prévu", "Réalisé", "Écart"], ["Loyer", 800, 800, 0], ["Courses", 400, 450, 50]],
  ],
  [
    "un budget d'association",
    [
      ["Budget prévisionnel 2024 de l'association"],
      ["Charges", "Montant", "Produits", "Montant"],
      ["Achats", 1200, "Subvention commune", 1000],
      ["Services", 800, "Cotisations", 1000],
    ],
  ],
  [
    "un plan de financement d'entreprise",
    [
      ["Plan de financement"],
      ["Besoins", "Année 1", "Année 2"],
      ["Investissements", 50_000, 10_000],
      ["BFR", 8000, 2000],
    ],
  ],
  [
    "un plan de financement de travaux",
    [
      ["Plan de financement de la salle des fêtes"],
      ["Financeur", "Montant HT", "Taux"],
      ["DETR (État)", 120_000, "40 %"],
      ["Département", 60_000, "20 %"],
      ["Commune", 120_000, "40 %"],
    ],
  ],
  [
    "un tableau de bord d'indicateurs commerciaux",
    [
      ["Indicateur", "Cible", "Résultat"],
      ["Chiffre d'affaires", 100_000, 98_000],
      ["Nouveaux clients", 50, 61],
    ],
  ],
  [
    "un programme de télévision",
    [
      ["Programme", "Action", "Durée"],
      ["Journal", "Direct", 30],
      ["Film", "Diffusion", 95],
    ],
  ],
  [
    "des codes NAF",
    [
      ["Entreprise", "Code activité", "Effectif"],
      ["Boulangerie", "1071C", 5],
      ["Garage", "4520A", 8],
    ],
  ],
  [
    "un planning de projet",
    [
      ["Action", "Pilote", "Budget", "Réalisé", "État d'avancement"],
      ["1.1 Cadrage", "Anne", 5000, 4000, "80 %"],
      ["1.2 Tests", "Paul", 3000, 0, "0 %"],
    ],
  ],
  [
    "un journal comptable",
    [
      ["Date", "Compte", "Libellé", "Débit", "Crédit", "Solde"],
      ["01/01/2024", "512", "Virement", 0, 1200, -1200],
      ["02/01/2024", "606", "Achat", 300, 0, -900],
    ],
  ],
  [
    "un tableau d'ETP",
    [
      ["Dominante", "Conseil départemental", "France Travail", "Total"],
      ["Emploi", 3, 4, 7],
      ["Social", 5, 1, 6],
    ],
  ],
  [
    "des élections",
    [
      ["Département", "Inscrits", "Votants", "Total exprimés"],
      ["Nord", 1_800_000, 900_000, 880_000],
      ["Aisne", 380_000, 200_000, 195_000],
    ],
  ],
  [
    "un parc automobile",
    [
      ["Véhicule", "État", "Kilométrage", "Coût"],
      ["AA-123-BB", "bon", 45_000, 1200],
      ["CC-456-DD", "moyen", 120_000, 3400],
    ],
  ],
  [
    "une loi de finances",
    [
      ["Programme", "Intitulé", "AE", "CP"],
      ["304", "Inclusion sociale", 14_000_000, 13_900_000],
      ["102", "Accès et retour à l'emploi", 7_000_000, 7_100_000],
    ],
  ],
  [
    "un suivi de chantier",
    [
      ["Lot", "Entreprise", "Montant du marché", "Avance", "Déjà versé", "Solde"],
      ["Lot 1", "Béton SA", 90_000, 9000, 40_000, 50_000],
      ["Lot 2", "Élec SARL", 30_000, 0, 10_000, 20_000],
    ],
  ],
  [
    "des dépenses de santé",
    [
      ["Nature des dépenses", "Montant 2023", "Montant 2024"],
      ["Médicaments", 12_000, 13_000],
      ["Honoraires", 8000, 9000],
    ],
  ],
  [
    "un agenda d'axes stratégiques",
    [
      ["Axe stratégique", "Objectif", "Indicateur", "Cible"],
      ["Axe 1 – Croître", "Clients", "Nombre", 50],
      ["Axe 2 – Innover", "Brevets", "Nombre", 2],
    ],
  ],
  [
    "une subvention sportive",
    [
      ["Club", "Subvention demandée", "Subvention accordée"],
      ["Judo", 3000, 2500],
      ["Football", 8000, 6000],
    ],
  ],
  [
    "des bourses",
    [
      ["Élève", "État", "Département", "Total"],
      ["A", 300, 100, 400],
      ["B", 200, 150, 350],
    ],
  ],
  [
    "un marché public",
    [
      ["Opération", "Enveloppe", "Engagé", "Reste"],
      ["Collège A", 900_000, 400_000, 500_000],
      ["Collège B", 700_000, 650_000, 50_000],
    ],
  ],
  ["de la prose", [["L'État et le Département participent chacun à hauteur de 50 % du coût total des actions."]]],
];
