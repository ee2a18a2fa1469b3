/** A drawn bilan, in the officer's own table. */
import type { Bilan } from "../../reading/bilanTables";
import { cellAddress } from "../../workbook/address";
import type { Workbook } from "../../workbook/picture";
import { renvoisOf } from "../renvois";
import type { FeuilleDeBilan } from "./feuille";
import type { Formule } from "./formules";
import { lieuxDe, type Lieux } from "./lieux";
import { estSaisie, remplirTableau, type TableauRempli } from "./remplirTableau";
import { blocsDe, type Structure } from "./structure";
import type { ContentAt } from "./termes";
import { Traduction } from "./traduction";

export interface DansLeModele {
  readonly tableau: TableauRempli;
  readonly lieux: Lieux;
  /** A cell of a payment's row, as a formula of `sheet` refers to it. */
  readonly cellule: (id: string, column: number, sheet: string) => Formule | null;
}

/** What is to be written in a table for it to say what was drawn. */
export function dansLeModele(
  modele: Bilan,
  { dessin }: FeuilleDeBilan,
  structure: Structure,
  { workbook, contentAt }: { readonly workbook: Workbook; readonly contentAt: ContentAt },
): DansLeModele {
  const actions = blocsDe(structure).flatMap((bloc) => bloc.actions);
  const lieux = lieuxDe(modele, structure, actions, dessin);
  const traduction = new Traduction(dessin, {
    lieuOf: (address) => lieux.lieux.get(address)?.ref ?? null,
    estSaisi: (address) => {
      const lieu = lieux.lieux.get(address);
      return lieu !== undefined && estSaisie(lieu);
    },
  });
  const { sheet, lignes } = modele;
  return {
    lieux,
    tableau: remplirTableau(lieux, traduction, { sheet, lignes, contentAt, renvoisTo: renvoisOf(workbook) }),
    cellule: (id, column, from) => {
      const row = dessin.rowOf(id);
      return row === null ? null : (traduction.reference(cellAddress(row, column), from)?.formule ?? null);
    },
  };
}
