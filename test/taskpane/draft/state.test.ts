import type { PlanDraft } from "../../../src/drafting/plan";
import type { Receipt } from "../../../src/host/ports";
import { cellCount } from "../../../src/messages/remplissage";
import { shownContent } from "../../../src/taskpane/draft/content";
import { rowsOf, textRowsOf } from "../../../src/taskpane/draft/sheetRows";
import { initial, next, type DraftEvent, type DraftState } from "../../../src/taskpane/draft/state";
import { EMPTY_CONTENT, type CellContent, type CellWrite, type NewSheet } from "../../../src/workbook/draft";

const EUROS = '#,##0.00\\ "€"';
const content = (some: Partial<CellContent>): CellContent => ({ ...EMPTY_CONTENT, ...some });

function write(row: number): CellWrite {
  const ref = { sheet: "Plan", row, column: 3 };
  return { ref, before: EMPTY_CONTENT, after: content({ value: 1 }), why: "Fiche 1.1.1" };
}

const SHEET: NewSheet = {
  name: "Plan 2024",
  cells: [
    { row: 0, column: 0, content: content({ value: "Plan de financement 2024" }), look: {}, why: "" },
    { row: 4, column: 3, content: content({ value: 5 }), look: {}, why: "Fiches 1.1.1 et 1.1.2" },
    { row: 4, column: 4, content: content({ value: "± 500 €, arrondi" }), look: {}, why: "" },
    { row: 4, column: 2, content: content({ value: "Accrochage scolaire" }), look: {}, why: "" },
    { row: 4, column: 1, content: content({ value: "1.1" }), look: {}, why: "" },
  ],
  merges: [],
  columnWidths: [],
  rowHeights: {},
  frozenRows: 0,
  validations: [],
  print: { orientation: "landscape", pagesHigh: 1, area: { top: 0, left: 0, bottom: 4, right: 3 }, titleRows: null },
};

const PLAN: PlanDraft = {
  draft: { title: "Plan de financement 2024", writes: [write(4), write(5)], reads: [], sheets: [] },
  year: 2024,
  sheet: "Plan",
  isNewSheet: false,
  aCompleter: [],
  arrondis: [],
  dejaJustes: 0,
  remarques: [],
};

const RECEIPT: Receipt = { id: "1", title: PLAN.draft.title, at: "2024-03-12T13:02:00Z", cells: [], sheets: [] };
const CELL = { sheet: "Plan", row: 4, column: 3 };

const INITIAL: State = initial({ year: null });

type State = DraftState<{ year: number | null }, PlanDraft>;
type Event = DraftEvent<{ year: number | null }, PlanDraft>;

function after(...events: Event[]): State {
  return events.reduce<State>(next, INITIAL);
}

const READY: Event[] = [{ type: "preparing" }, { type: "prepared", drafted: PLAN }];
const WRITTEN: Event[] = [...READY, { type: "writing" }, { type: "written", receipt: RECEIPT }];

describe("Une tâche qui écrit", () => {
  test("préparer, écrire, annuler : revenu au choix, sans rien à annuler", () => {
    expect(after(...WRITTEN)).toMatchObject({ phase: { kind: "written" }, receipts: [RECEIPT] });
    const undone = after(
      ...WRITTEN,
      { type: "undoing", receipt: RECEIPT },
      { type: "undone", receipt: RECEIPT, isPartial: false },
    );
    expect(undone).toMatchObject({ phase: { kind: "choosing" }, receipts: [], undoing: null });
    expect(undone.notice).toContain("comme avant");
  });

  test("l'écriture dit où elle en est", () => {
    const state = after(...READY, { type: "writing" }, { type: "wrote", done: 1, total: 2 });
    expect(state.phase).toMatchObject({ kind: "writing", done: 1, total: 2 });
  });

  test("un classeur changé périme l'aperçu, et lui seul", () => {
    expect(after(...READY, { type: "changed" }).phase).toMatchObject({ kind: "ready", isStale: true });
    expect(after(...WRITTEN, { type: "changed" }).phase.kind).toBe("written");
    expect(after({ type: "changed" })).toEqual(INITIAL);
  });

  test("un aperçu périmé ne s'écrit pas sans être refait", () => {
    const failure = { code: "changed", sentence: "La cellule a changé.", cells: [CELL] } as const;
    const state = after(...READY, { type: "writing" }, { type: "failed", failure });
    expect(state).toMatchObject({
      phase: { kind: "ready", isStale: true },
      trouble: { sentence: "La cellule a changé.", cells: [CELL], rest: null },
    });
  });

  test("pendant une saisie, l'aperçu reste bon", () => {
    const failure = { code: "cell-edit", sentence: "Terminez la saisie." } as const;
    expect(after(...READY, { type: "writing" }, { type: "failed", failure }).phase).toMatchObject({ isStale: false });
  });

  test("une préparation qui échoue revient au choix", () => {
    const failure = { code: "unexpected", sentence: "Aucune fiche." } as const;
    expect(after({ type: "preparing" }, { type: "failed", failure }).phase.kind).toBe("choosing");
  });

  test("une cellule qui ne se montre pas n'arrête pas ce qui s'écrit", () => {
    const failure = { code: "hidden-sheet", sentence: "La feuille est masquée." } as const;
    const state = after(...READY, { type: "writing" }, { type: "told", failure });
    expect(state).toMatchObject({ phase: { kind: "writing" }, trouble: { sentence: "La feuille est masquée." } });
    const undoing = after(...WRITTEN, { type: "undoing", receipt: RECEIPT }, { type: "told", failure });
    expect(undoing.undoing).toBe(RECEIPT);
  });

  test("une annulation refusée propose d'annuler le reste", () => {
    const failure = { code: "changed", sentence: "La cellule a été modifiée.", cells: [CELL] } as const;
    const state = after(...WRITTEN, { type: "undoing", receipt: RECEIPT }, { type: "failed", failure });
    expect(state).toMatchObject({ undoing: null, trouble: { rest: RECEIPT }, receipts: [RECEIPT] });
    const hidden = { code: "hidden-sheet", sentence: "La feuille est masquée." } as const;
    expect(next(state, { type: "told", failure: hidden }).trouble?.rest).toBe(RECEIPT);
    const rest = next(next(state, { type: "undoing", receipt: RECEIPT }), {
      type: "undone",
      receipt: RECEIPT,
      isPartial: true,
    });
    expect(rest.notice).toContain("sauf les cellules modifiées");
  });

  test("annuler une écriture ancienne périme l'aperçu en cours, qui se refait", () => {
    const state = after(
      { type: "listed", receipts: [RECEIPT] },
      ...READY,
      { type: "undoing", receipt: RECEIPT },
      { type: "undone", receipt: RECEIPT, isPartial: false },
    );
    expect(state.phase.kind).toBe("choosing");
  });

  test("une écriture annulée depuis un autre onglet n'est plus montrée comme faite", () => {
    expect(after(...WRITTEN, { type: "listed", receipts: [RECEIPT] }).phase.kind).toBe("written");
    expect(after(...WRITTEN, { type: "listed", receipts: [] }).phase.kind).toBe("choosing");
  });

  test("une lecture annulée n'est plus montrée", () => {
    const late = { type: "progressed", progress: { sheet: "Plan", done: 1, total: 2 } } as const;
    expect(after({ type: "preparing" }, { type: "cancelled" }, late).phase.kind).toBe("choosing");
  });

  test("le compte des cellules prend celles des feuilles ajoutées", () => {
    expect(cellCount({ ...PLAN.draft, sheets: [SHEET] })).toBe(7);
  });
});

describe("Une cellule se montre", () => {
  test.each<[Partial<CellContent>, string]>([
    [{ value: 8752912, numberFormat: EUROS }, "8\u202F752\u202F912\u00A0€"],
    [{ value: 1234.5, numberFormat: EUROS }, "1\u202F234,50\u00A0€"],
    [{ value: 0.6, numberFormat: "0%" }, "60\u00A0%"],
    [{ value: 45747, numberFormat: "dd/mm/yyyy" }, "31/03/2025"],
    [{ value: 45747, numberFormat: '#,##0 "jours dy"' }, "45\u202F747"],
    [{ value: 2024 }, "2024"],
    [{ value: 1.5 }, "1,5"],
    [{ value: 12345, numberFormat: "#,##0" }, "12\u202F345"],
    [{ value: "=cmd|' /C calc'!A0", numberFormat: "@" }, "=cmd|' /C calc'!A0"],
    [{ error: "#VALUE!" }, "#VALEUR!"],
    [{ value: true }, "VRAI"],
  ])("%j : %s", (some, text) => {
    expect(shownContent(content(some))).toEqual({ text, formula: null, isEmpty: false });
  });

  test("une formule en français, avec sa valeur", () => {
    const formula = "=SUM(D5,D6)+1.5";
    expect(shownContent(content({ value: 3, formula }))).toEqual({
      text: "3",
      formula: "=SOMME(D5;D6)+1,5",
      isEmpty: false,
    });
  });

  test("une cellule vide est dite vide ; une formule sans valeur ne l'est pas", () => {
    expect(shownContent(EMPTY_CONTENT).isEmpty).toBe(true);
    expect(shownContent(content({ formula: "=A1" })).isEmpty).toBe(false);
  });
});

test("une feuille à ajouter se lit par lignes, sous leur intitulé, sans les titres", () => {
  expect(rowsOf(SHEET)).toMatchObject([{ row: 4, label: "1.1 · Accrochage scolaire", cells: [{ column: 3 }] }]);
});

test("une feuille sans montant à expliquer se lit comme elle est écrite, sans les cellules vides", () => {
  const words = (row: number, column: number, some: Partial<CellContent>) => ({
    row,
    column,
    content: content(some),
    look: {},
    why: "",
  });
  const cells = [
    words(2, 1, { value: "Bilan des volets 1 et 2" }),
    words(2, 0, { value: 45747, numberFormat: "dd/mm/yyyy" }),
    words(1, 0, { value: "" }),
    words(0, 0, { value: "Échéancier 2024" }),
  ];
  expect(textRowsOf({ ...SHEET, cells })).toEqual([
    { row: 0, text: "Échéancier 2024" },
    { row: 2, text: "31/03/2025 · Bilan des volets 1 et 2" },
  ]);
});
