/**
 * The weekly file that the partner sends, flux or stock, as data. Annexe 1 lists what it says of a person and imposes no
 * header: any that says what it is for will do.
 */
import { champLibre as libre } from "./champsDEchange";
import type { FichierDEchange } from "./fichierDEchange";

export const FICHIER_HEBDOMADAIRE: FichierDEchange = {
  genre: "fichier-hebdomadaire",
  titre: "Fichier hebdomadaire (flux ou stock)",
  source: { article: "Convention d'échange de données, annexe 1", lines: [3565, 3583] },
  isNomme: false,
  isExige: true,
  jourDesDates: ["date d'entrée RSA"],
  naissanceAuPremier: false,
  champs: [
    // Dates and the referent first: their headers hold words of the others ("Date de l'orientation", "Nom du référent").
    libre(
      "date de naissance",
      /^(?:date (?:de )?naiss(?:ance)?|nee? le|ddn)$/,
      ["date de naissance", "date naissance"],
      {
        contenu: "naissance",
        isIdentite: true,
      },
    ),
    libre(
      "date d'entrée RSA",
      /^date (?:d )?entree(?: (?:au|dans le|dans le dispositif|dispositif|en))? ?(?:rsa)?$|^entree (?:au |dans le )?rsa$/,
      ["date d entree rsa", "date entree rsa"],
      {
        contenu: "date",
      },
    ),
    libre(
      "date de l'orientation",
      /^date (?:de l |d )?orientation$/,
      ["date de l orientation", "date d orientation", "date orientation"],
      {
        contenu: "date",
      },
    ),
    libre(
      "référent unique ou structure en charge de l'accompagnement",
      /^(?!date).*\b(?:referente?s?|structures?)\b/,
      ["referent unique", "structure referente", "referent"],
      {
        isMultiple: true,
      },
    ),
    libre("civilité", /^civilite$|^civ$/, ["civilite"]),
    libre(
      "nom",
      /^noms?(?: (?:de naissance|de famille|d usage|usage|patronymique|marital|d epouse|de jeune fille|(?:de )?l allocataire|(?:du )?beneficiaire))?$/,
      ["nom de naissance", "nom de famille"],
      {
        isMultiple: true,
        isIdentite: true,
      },
    ),
    libre(
      "prénom",
      /^prenoms?(?: (?:1|usuel|(?:de )?l allocataire|(?:du )?beneficiaire))?$|^premier prenom$/,
      ["prenom", "prenoms"],
      {
        isIdentite: true,
      },
    ),
    libre("NIR/NIA", /\b(?:nir|nia)\b|\bsecu(?:rite sociale)?\b/, ["numero de securite sociale"], {
      contenu: "nir",
      isMultiple: true,
      isIdentite: true,
    }),
    libre("sexe", /^(?:sexe|genre)$/, []),
    libre("nationalité", /^nationalite$/, ["nationalite"]),
    libre(
      "statut (demandeur ou conjoint)",
      /^statut(?: (?:du |de l |dans le )?(?:rsa|allocataire|beneficiaire|dossier|foyer))?$|\bdemandeur\b|\bconjoint\b|^role$/,
      ["statut", "demandeur ou conjoint"],
      {
        contenu: "statut",
      },
    ),
    libre(
      "numéro de téléphone",
      /\btel(?:ephones?)?\b|^(?:n|numero|num)? ?(?:de )?(?:portable|mobile|fixe)$/,
      ["telephone", "numero de telephone"],
      {
        contenu: "telephone",
        isMultiple: true,
      },
    ),
    libre(
      "courriel",
      /\bcourriels?\b|\be ?mails?\b|\bmails?\b|^adresse electronique$|^mel$/,
      ["courriel", "adresse electronique"],
      {
        contenu: "courriel",
      },
    ),
    libre("code postal", /^(?:code postal|cp|c postal)(?: (?:de )?(?:residence|l adresse))?$/, ["code postal"], {
      contenu: "code-postal",
      isRequis: false,
    }),
    libre(
      "commune de résidence",
      /^(?:(?:libelle |nom de la |nom )?(?:commune|ville)|localite|bureau distributeur|pays)(?: (?:de )?residence)?$/,
      ["commune"],
      {
        isRequis: false,
        isMultiple: true,
      },
    ),
    libre(
      "adresse postale",
      /^(?:adresse|complement(?: d)? adresse|ligne (?:d )?adresse|(?:numero|n|num)(?: (?:de|et nom de|et))?(?: la)? (?:voie|rue)|(?:nom de (?:la )?|type de |libelle (?:de )?(?:la )?)?(?:voie|rue)|lieu dit|batiment|residence)\b(?!.* naissance)/,
      ["adresse postale", "adresse"],
      {
        isMultiple: true,
      },
    ),
    libre(
      "code organisme (CAF ou MSA)",
      /\borganisme\b|^(?:caf|msa)(?: (?:ou )?(?:caf|msa))?$/,
      ["code organisme", "organisme"],
      {
        contenu: "organisme",
      },
    ),
    libre(
      "type de parcours",
      /^types? (?:de )?parcours\b|^parcours$|\borientation\b.*\bparcours\b/,
      ["type de parcours", "type parcours"],
      {
        contenu: "parcours",
      },
    ),
    libre(
      "orientation",
      /^(?:l )?orientation(?: (?:proposee|retenue|decidee|initiale))?$|^decision d orientation$/,
      ["orientation"],
      {
        isRequis: false,
      },
    ),
  ],
  signes: [
    ["nom", "NIR/NIA"],
    ["date d'entrée RSA", "code organisme (CAF ou MSA)"],
    [
      "type de parcours",
      "orientation",
      "date de l'orientation",
      "référent unique ou structure en charge de l'accompagnement",
    ],
  ],
  minimum: 9,
};
