/** Which cell of the officer's own bilan stands for which cell of a drawn one. */
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/cells";
import type { Bloc } from "../../domain/bloc";
import type { RoleDeColonne } from "../../domain/colonnesDeBilan";
import { cellAddress, qualifiedAddress, type CellRef } from "../../workbook/address";
import type { ActionDeBilan } from "./actions";
import { BILAN } from "./colonnes";
import type { DessinDeTable } from "./feuille";
import type { CelluleDessinee } from "./grille";
import { actionOfLigne } from "./realises";
import { blocsDe, type Structure } from "./structure";

export type RoleRempli = Exclude<RoleDeColonne, "fiche">;

export interface Lieu {
  readonly ref: CellRef;
  readonly role: RoleRempli;
  readonly dessinee: CelluleDessinee;
  readonly ligne: LigneDeBilan;
  /** Null for a rate and for words. */
  readonly cell: AmountCell | null;
}

export interface Lieux {
  /** By address in the drawn sheet. */
  readonly lieux: ReadonlyMap<string, Lieu>;
  /** Rows that no action, block or payment is known for. */
  readonly inconnues: readonly LigneDeBilan[];
  /** Totals of other rows of the table. */
  readonly autresTotaux: readonly LigneDeBilan[];
  /** Actions of the plan that the table has no row for. */
  readonly sansLigne: readonly ActionDeBilan[];
}

const ROLES = (Object.keys(BILAN) as (keyof typeof BILAN)[]).filter(
  (role): role is RoleRempli => role !== "widths" && role !== "fiche" && role !== "titre",
);
const DU_PAIEMENT: readonly RoleRempli[] = ["verse", "solde", "excedent"];
const SANS_MONTANT: readonly RoleRempli[] = ["code", "tauxDepartement", "tauxExecution", "justification"];

function isChamp(role: RoleRempli): role is ChampDeBilan {
  return !SANS_MONTANT.includes(role);
}

function isSame(one: readonly Bloc[], other: readonly Bloc[]): boolean {
  return one.length === other.length && one.every((bloc) => other.includes(bloc));
}

/** The action that a row stands for, and not only a part of it. */
function actionDe(ligne: LigneDeBilan, actions: readonly ActionDeBilan[]): ActionDeBilan | null {
  const action = actionOfLigne(ligne, actions);
  return action && (ligne.fiche === null || ligne.fiche === action.fiche) ? action : null;
}

/** The row of a drawn bilan that a total, a payment or a report of the table is; null where it is none. */
function rangDuTotal(ligne: LigneDeBilan, structure: Structure, { rangs }: DessinDeTable): number | null {
  const { kind, blocs } = ligne;
  const nomsDe = (ones: readonly { readonly bloc: Bloc | null }[]): Bloc[] => ones.flatMap(({ bloc }) => bloc ?? []);
  if (kind === "report") return rangs.paiements.find(({ report }) => report !== null)?.report ?? null;
  const payment = rangs.paiements.find(({ paiement }) => isSame(nomsDe(paiement.blocs), blocs));
  if (kind === "versement") return payment?.row ?? null;
  const bloc = rangs.blocs.find((one) => one.bloc.bloc !== null && isSame([one.bloc.bloc], blocs));
  if (bloc) return bloc.row;
  if (isSame(nomsDe(structure.solidarites), blocs) && kind === "sous-total") return rangs.solidarites;
  const all = nomsDe(blocsDe(structure));
  return all.every((one) => blocs.includes(one)) ? rangs.total : null;
}

class Placement {
  readonly lieux = new Map<string, Lieu>();
  readonly #used = new Set<string>();

  constructor(
    private readonly modele: Bilan,
    private readonly dessin: DessinDeTable,
  ) {}

  place(ligne: LigneDeBilan, row: number, roles: readonly RoleRempli[]): void {
    for (const role of roles) {
      const column = this.modele.colonnes[role];
      const dessinee = this.dessin.grille.dessinee(cellAddress(row, BILAN[role]));
      if (column === undefined || !dessinee) continue;
      if (dessinee.content.value === null && dessinee.content.formula === null) continue;
      const cell = isChamp(role) ? (ligne.montants[role] ?? null) : null;
      if (cell && (cell.state === "covered" || cell.isPartOfCell === true)) continue;
      const ref = cell?.ref ?? { sheet: this.modele.sheet, row: ligne.row, column };
      const [from, to] = [cellAddress(row, BILAN[role]), qualifiedAddress(ref)];
      if (this.lieux.has(from) || this.#used.has(to)) continue;
      this.#used.add(to);
      this.lieux.set(from, { ref, role, dessinee, ligne, cell });
    }
  }
}

/** Matches the rows of a table with those that were drawn. */
export function lieuxDe(
  modele: Bilan,
  structure: Structure,
  actions: readonly ActionDeBilan[],
  dessin: DessinDeTable,
): Lieux {
  const placement = new Placement(modele, dessin);
  const known = modele.lignes.map((ligne) =>
    ligne.kind === "action" || ligne.fiche !== null ? actionDe(ligne, actions) : null,
  );
  const rows = modele.lignes.map((ligne, index): number | null => {
    const action = known[index];
    // Of two rows for one action nobody can say which of them its figure is.
    if (action)
      return known.filter((one) => one === action).length > 1 ? null : (dessin.actions.get(action.cle) ?? null);
    return ligne.kind === "action" ? null : rangDuTotal(ligne, structure, dessin);
  });
  modele.lignes.forEach((ligne, index) => {
    const row = rows[index];
    if (row !== null && row !== undefined) placement.place(ligne, row, ROLES);
  });
  for (const { paiement, row } of dessin.rangs.paiements) {
    if (rows.includes(row)) continue;
    const own = paiement.blocs.flatMap(({ actions: ones }) => ones);
    const blocs = paiement.blocs.flatMap(({ bloc }) => bloc ?? []);
    // Without a row of its own, a payment stands where its blocks are added up, or on its only action.
    const adds = ({ kind }: LigneDeBilan): boolean => kind !== "action" && kind !== "report";
    const index = modele.lignes.findIndex((ligne, i) => adds(ligne) && known[i] === null && isSame(ligne.blocs, blocs));
    const alone = own.length === 1 ? known.findIndex((action) => action === own[0]) : -1;
    const ligne = modele.lignes[index === -1 ? alone : index];
    if (ligne) placement.place(ligne, row, index !== -1 && blocs.length > 1 ? ROLES : DU_PAIEMENT);
  }
  const unmatched = modele.lignes.filter((_ligne, index) => rows[index] === null);
  const isTotal = ({ kind, covers }: LigneDeBilan): boolean => kind !== "action" && covers.length > 0;
  return {
    lieux: placement.lieux,
    inconnues: unmatched.filter((ligne) => !isTotal(ligne)),
    autresTotaux: unmatched.filter(isTotal),
    sansLigne: actions.filter((action) => dessin.actions.has(action.cle) && !known.includes(action)),
  };
}
