/** Fills the officer's own bilan with what a drawn one says: only what is missing or wrong is written. */
import { A_COMPLETER } from "../../domain/amount";
import { Decimal } from "../../domain/decimal";
import { formatEuros } from "../../domain/format";
import { LIBELLE_DE_ROLE } from "../../messages/colonnesDeBilan";
import {
  autreMontantGarde,
  actionsSansLigneAuModele,
  formuleGardee,
  formuleTropLongue,
  lignesInconnues,
} from "../../messages/bilanModele";
import { WHY } from "../../messages/bilanDraft";
import { leftBlank, replaces, wordsAreSkipped } from "../../messages/plan";
import type { LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/cells";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { isSameContent, type CellContent, type CellWrite } from "../../workbook/draft";
import { text } from "../contenus";
import { referenceTo } from "../figure";
import type { ACompleter } from "../planDraft";
import { countedBy } from "../renvois";
import { FORMAT, FORMAT_TAUX } from "./ligneDAction";
import { contentOf, isAmount, type Formule, type Valeur } from "./formules";
import type { Lieu, Lieux } from "./lieux";
import type { ContentAt } from "./termes";
import { compteOuverts, LONGEST_FORMULA, nomDe, plageDe, renvoisDe, type Traduction } from "./traduction";

export interface TableauRempli {
  readonly writes: readonly CellWrite[];
  readonly dejaJustes: number;
  readonly aCompleter: readonly ACompleter[];
  readonly remarques: readonly string[];
}

export interface RemplirOptions {
  readonly sheet: string;
  /** Of the table. */
  readonly lignes: readonly LigneDeBilan[];
  readonly contentAt: ContentAt;
  /** The formulas of the workbook that count with a cell. */
  readonly renvoisTo: (ref: CellRef) => readonly CellRef[];
}

/** What somebody types: a figure of theirs is never replaced by one that was derived. */
const SAISIS: readonly Lieu["role"][] = ["realise", "ineligible", "autres", "departement", "verse"];
const TAUX: readonly Lieu["role"][] = ["tauxDepartement", "tauxExecution"];
const SAME = new Decimal("0.005");

/** True where the drawn cell says no more than what the officer types in this very cell. */
export function estSaisie({ ref, dessinee }: Lieu): boolean {
  return renvoisDe(dessinee.formule.texte).includes(nomDe(ref));
}

function isBlank({ value, formula, error }: CellContent): boolean {
  return (value === null || value === "") && formula === null && error === null;
}

function agrees(cell: AmountCell, valeur: Valeur): boolean {
  if (!isAmount(valeur)) return cell.state === "none" && valeur !== A_COMPLETER;
  return cell.amount !== null && cell.amount.value.minus(valeur).abs().lte(cell.amount.half.plus(SAME));
}

interface Prevu {
  readonly lieu: Lieu;
  readonly before: CellContent;
  readonly after: CellContent;
  readonly formule: Formule;
  readonly manque: Omit<ACompleter, "ref"> | null;
}

/** A formula that says "à compléter" by itself counts with words, and waits for what the drawn one waits for. */
function waitsAlready({ before, formule }: Prevu): boolean {
  return before.formula !== null && before.value === A_COMPLETER && formule.valeur === A_COMPLETER;
}

class Remplissage {
  readonly writes: CellWrite[] = [];
  readonly aCompleter: ACompleter[] = [];
  readonly remarques: string[] = [];
  dejaJustes = 0;
  /** Cells that will show words, which officers' own formulas cannot count with. */
  readonly #mots = new Set<string>();
  /** What the cells will show, by address. */
  readonly #valeurs = new Map<string, Valeur>();

  constructor(
    private readonly lieux: Lieux,
    private readonly traduction: Traduction,
    private readonly options: RemplirOptions,
  ) {}

  run(): void {
    const prevus = [...this.lieux.lieux.values()].flatMap((lieu) => this.#prevu(lieu) ?? []);
    const places = new Set(prevus.map(({ lieu }) => qualifiedAddress(lieu.ref)));
    const open = prevus.filter((prevu) => this.#mayWriteWords(prevu, places));
    for (const { lieu, formule } of open) if (!isAmount(formule.valeur)) this.#mots.add(qualifiedAddress(lieu.ref));
    for (const prevu of open) this.#ecrire(prevu);
    this.#autresTotaux();
  }

  #prevu(lieu: Lieu): Prevu | null {
    const { ref, role, dessinee } = lieu;
    this.#valeurs.set(qualifiedAddress(ref), dessinee.formule.valeur);
    if (estSaisie(lieu)) return null;
    const { formule, manque } = this.traduction.de(dessinee, this.options.sheet);
    if (formule.texte.length > LONGEST_FORMULA) {
      this.remarques.push(formuleTropLongue(this.#nom(lieu)));
      return null;
    }
    const before = this.options.contentAt(ref);
    const usual = TAUX.includes(role) ? FORMAT_TAUX : lieu.cell ? FORMAT : dessinee.content.numberFormat;
    const isOwn = before.numberFormat !== "General" && before.numberFormat !== "@";
    const format = isOwn ? before.numberFormat : usual;
    const words = manque ? text(A_COMPLETER, format) : null;
    const isConstant = dessinee.content.formula === null;
    const after = words ?? (isConstant ? { ...dessinee.content, numberFormat: format } : contentOf(formule, format));
    return { lieu, before, after, formule, manque };
  }

  /** False for words that another formula of the workbook would count with: the cell stays as it is. */
  #mayWriteWords({ lieu, before, formule }: Prevu, places: ReadonlySet<string>): boolean {
    if (isAmount(formule.valeur) || lieu.cell === null) return true;
    const readers = this.options.renvoisTo(lieu.ref);
    const reader = readers.find((one) => !places.has(qualifiedAddress(one)));
    if (!reader || !isBlank(before)) return true;
    this.remarques.push(leftBlank(this.#nom(lieu), reader));
    return false;
  }

  #nom({ ligne, role }: Pick<Lieu, "ligne" | "role">): string {
    const row = ligne.fiche === null ? ligne.label : `Action ${ligne.fiche}`;
    return `${row}, ${LIBELLE_DE_ROLE[role].toLowerCase()}`;
  }

  #ecrire(prevu: Prevu): void {
    const { lieu, before, after, manque } = prevu;
    if (isSameContent(before, after) || waitsAlready(prevu)) {
      this.dejaJustes += 1;
      if (manque) this.aCompleter.push({ ref: lieu.ref, ...manque });
      return;
    }
    const counted = before.formula === null ? [] : countedBy(before.formula, lieu.ref.sheet);
    const addsWords = counted.some((ref) => this.#mots.has(qualifiedAddress(ref)));
    if (!addsWords && this.#isKept(prevu)) return;
    const held =
      before.formula ?? (lieu.cell?.amount ? formatEuros(lieu.cell.amount.value) : (lieu.cell?.written ?? ""));
    const why = addsWords ? wordsAreSkipped(lieu.dessinee.why) : lieu.dessinee.why;
    const isOver = held !== "" && !isBlank(before);
    this.writes.push({ ref: lieu.ref, before, after, why: isOver ? replaces(held, why) : why });
    if (manque) this.aCompleter.push({ ref: lieu.ref, ...manque });
  }

  /** True for what the officer has there and what holds: their formulas, what is right, what they typed. */
  #isKept({ lieu, before, formule }: Prevu): boolean {
    const { cell, role } = lieu;
    if (isBlank(before)) return false;
    if (cell === null) return before.error === null;
    const isRight = agrees(cell, formule.valeur);
    if (isRight && before.error === null) {
      this.dejaJustes += 1;
      return true;
    }
    if (before.formula !== null && cell.state !== "error") {
      // A formula over cells that are blank today may be right once they are filled.
      if (isAmount(formule.valeur) && cell.amount && !cell.amount.value.isZero()) {
        this.remarques.push(formuleGardee(this.#nom(lieu), lieu.ref, cell.amount.value, formule.valeur));
      }
      return true;
    }
    if (cell.state !== "amount") return cell.state === "none" && !isAmount(formule.valeur);
    if (!isAmount(formule.valeur)) return true;
    if (!SAISIS.includes(role)) return false;
    this.remarques.push(
      autreMontantGarde(this.#nom(lieu), lieu.ref, cell.amount?.value ?? formule.valeur, formule.valeur),
    );
    return true;
  }

  /** Totals that the convention does not know: the sum of their rows, where the cell is blank. */
  #autresTotaux(): void {
    const { lieux, autresTotaux } = this.lieux;
    const byRow = new Map([...lieux.values()].map((lieu) => [`${lieu.ligne.row} ${lieu.role}`, lieu.ref]));
    for (const ligne of autresTotaux) {
      const covered = ligne.covers.flatMap((index) => this.options.lignes[index] ?? []);
      for (const [role, cell] of Object.entries(ligne.montants)) {
        if (cell.state !== "empty" && cell.state !== "pending") continue;
        const places = covered.map(({ row }) => byRow.get(`${row} ${role}`) ?? null);
        const known = places.flatMap((place) => place ?? []);
        if (known.length === 0 || known.length < places.length) continue;
        const formule = this.#somme(known);
        const before = this.options.contentAt(cell.ref);
        this.writes.push({ ref: cell.ref, before, after: contentOf(formule, FORMAT), why: WHY.total });
      }
    }
  }

  #somme(places: readonly CellRef[]): Formule {
    const { sheet } = this.options;
    const addresses = places.map((ref) => referenceTo(ref, sheet));
    const plage = plageDe(places, sheet);
    const open = `"${A_COMPLETER}"`;
    const valeurs = places.map((ref) => this.#valeurs.get(qualifiedAddress(ref)) ?? null);
    return {
      texte: `IF(${compteOuverts(places, sheet)}>0,${open},SUM(${plage ?? addresses.join(",")}))`,
      valeur: valeurs.includes(A_COMPLETER)
        ? A_COMPLETER
        : valeurs.reduce<Decimal>((sum, one) => (isAmount(one) ? sum.plus(one) : sum), new Decimal(0)),
    };
  }
}

/** The writes that bring a table to what a drawn bilan says. */
export function remplirTableau(lieux: Lieux, traduction: Traduction, options: RemplirOptions): TableauRempli {
  const filling = new Remplissage(lieux, traduction, options);
  filling.run();
  const { inconnues, sansLigne } = lieux;
  return {
    writes: filling.writes,
    dejaJustes: filling.dejaJustes,
    aCompleter: filling.aCompleter,
    remarques: [
      ...(inconnues.length > 0 ? [lignesInconnues(options.sheet, inconnues)] : []),
      ...(sansLigne.length > 0
        ? [
            actionsSansLigneAuModele(
              options.sheet,
              sansLigne.map(({ fiche, titre }) => fiche ?? `« ${titre ?? ""} »`),
            ),
          ]
        : []),
      ...filling.remarques,
    ],
  };
}
