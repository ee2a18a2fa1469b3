import { AMOUNT_IN_TEXT, plainText, readAmountText } from "../../domain/amount";
import { BLOC_LABEL, BLOCS, partOf, type Bloc } from "../../domain/bloc";
import { Decimal, ZERO } from "../../domain/decimal";
import { yearOf } from "../../domain/years";
import { hasNoValue, type AmountCell, type PlanDeFinancement } from "../../reading/tables";
import { cellFault, NOTHING, plansEnVigueur, yearOfTable, type CellFault, type Rule } from "../rule";
import type { RuleContext, Unverifiable } from "../rule";

/** What the State gives at most for a block and a year, and who says so. */
interface Maximum {
  readonly bloc: Bloc;
  readonly year: number;
  readonly montant: Decimal;
  /** Of the settings, or of a sentence of the workbook: amounts in prose never block. */
  readonly source: "reglages" | "phrase";
}

const SENTENCE = new RegExp(
  String.raw`(${AMOUNT_IN_TEXT.source})\s*(?:au\s)?max(?:imum|i)?\.?\s+(?:au titre du|pour le|sur le)\s+volet\s*(?:n°\s*)?([123])(?!\d)`,
  "g",
);
const CONVENTION: Readonly<Record<string, string>> = {
  solidarites: "Convention solidarités, art. 3.2",
  emploi: "Convention emploi, art. 4.1",
  "hors-pacte": "Avenant n° 1 de Tourcoing, art. 4",
};
const VOLETS: Readonly<Record<string, Bloc>> = { 1: "volet-1", 2: "volet-2", 3: "volet-3" };

/** The one year that all plans are about; null where there are several, or an avenant that may have changed the text. */
function yearOfSentences(context: RuleContext): number | null {
  const plans = plansEnVigueur(context);
  const years = new Set(plans.map((plan) => plan.year ?? yearOfTable(context, plan)));
  const [only] = years;
  return years.size === 1 && plans.every(({ version }) => version === null) ? (only ?? null) : null;
}

/** "8 752 912 € maximum au titre du volet 2": those of one block and year that all agree. */
function maximaInProse(context: RuleContext): Maximum[] {
  const known = yearOfSentences(context);
  if (known === null) return [];
  const found = context.reading.prose.flatMap(({ text }) =>
    text.split(/\n|;(?=\s)|\.(?=\s)/).flatMap((sentence): Maximum[] =>
      [...plainText(sentence).matchAll(SENTENCE)].flatMap((match): Maximum[] => {
        const written = readAmountText(match[1] ?? "");
        const bloc = VOLETS[match[2] ?? ""];
        if (written.kind !== "amount" || written.amount.coarse || !bloc) return [];
        return [{ bloc, year: yearOf(sentence) ?? known, montant: written.amount.value, source: "phrase" }];
      }),
    ),
  );
  return found.filter(({ bloc, year, montant }) =>
    found.every((other) => other.bloc !== bloc || other.year !== year || other.montant.eq(montant)),
  );
}

function maximaOf(context: RuleContext): Maximum[] {
  const ofSettings = context.reglages.notifies.map(({ bloc, annee, montant }): Maximum => ({
    bloc,
    year: annee,
    montant: new Decimal(montant),
    source: "reglages",
  }));
  return [...ofSettings, ...maximaInProse(context)];
}

interface Participation {
  readonly plan: PlanDeFinancement;
  readonly cells: readonly AmountCell[];
  /** The subtotal of the block, or its only action. */
  readonly shown: AmountCell;
  readonly value: Decimal;
  readonly margin: Decimal;
  /** Other actions of the plan may be of this block as well. */
  readonly isOpen: boolean;
}

/** What a plan gives to a block; null where it has none of it, or where the amounts cannot be told apart. */
function participationOf(plan: PlanDeFinancement, bloc: Bloc): Participation | null | "montant" {
  const actions = plan.lignes.filter(({ kind }) => kind === "action");
  const own = actions.filter(({ classement }) => classement?.bloc === bloc);
  const cells = own.flatMap(({ amounts }) => amounts.etat ?? []);
  const [first] = cells;
  if (!first) return null;
  const near = actions.filter(({ classement }) => classement === null || classement.part === partOf(bloc));
  // One cell merged over two volets is neither's.
  const isMerged = near.some(({ amounts }) => amounts.etat?.state === "covered");
  if (isMerged || cells.some(hasNoValue) || !cells.some(({ amount }) => amount)) return "montant";
  const places = new Set(own.map((line) => plan.lignes.indexOf(line)));
  const subtotal = plan.lignes.find(
    ({ covers }) => covers.length === places.size && covers.every((place) => places.has(place)),
  )?.amounts.etat;
  return {
    plan,
    cells,
    shown: cells.length > 1 && subtotal?.amount ? subtotal : first,
    value: cells.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO),
    margin: cells.reduce((sum, { amount }) => sum.plus(amount?.half ?? ZERO), ZERO),
    isOpen: near.some(({ classement }) => (classement?.bloc ?? null) === null),
  };
}

function faultOf(
  { shown, cells, value, margin, isOpen }: Participation,
  maximum: Maximum,
): CellFault | "ouvert" | null {
  const over = value.minus(maximum.montant);
  if (over.abs().lte(margin)) return null;
  const isOver = over.gt(0);
  if (!isOver && isOpen) return "ouvert";
  if (!isOver && maximum.source === "phrase") return null;
  return cellFault({
    rule: "notifie",
    severity: isOver && maximum.source === "reglages" ? "blocking" : "warning",
    cell: shown.ref,
    cells: cells.flatMap(({ ref }) => (ref === shown.ref ? [] : [ref])),
    variant: `${isOver ? "au-dela" : "en-deca"}|${maximum.source}`,
    subject: `${BLOC_LABEL[maximum.bloc]} en ${maximum.year}`,
    written: shown.written,
    expected: maximum.montant,
    actual: value,
    reference: CONVENTION[partOf(maximum.bloc)] ?? null,
  });
}

interface Answer {
  readonly faults: readonly CellFault[];
  readonly checked: number;
  readonly unverifiable: readonly Unverifiable[];
}

/** A block in the plans of a year: usually one plan holds it. */
function answerOf(
  found: readonly (Participation | "montant")[],
  maximum: Maximum | undefined,
  subject: string,
): Answer {
  const open = (reason: Unverifiable["reason"]): Answer => ({
    faults: [],
    checked: 0,
    unverifiable: [{ reason, subject }],
  });
  if (!maximum) return open("notifie-absent");
  const told = found.flatMap((one) => (one === "montant" ? [] : [one]));
  if (told.length < found.length) return open("montant-absent");
  const results = told.map((one) => faultOf(one, maximum));
  const faults = results.flatMap((result) => (result === null || result === "ouvert" ? [] : [result]));
  const over = faults.filter(({ variant }) => variant.startsWith("au-dela"));
  // Part of a plan on another sheet holds less than the whole: only too much is sure.
  if (over.length > 0) return { faults: over, checked: 1, unverifiable: [] };
  if (results.includes(null)) return { faults: [], checked: 1, unverifiable: [] };
  if (results.includes("ouvert")) return open("bloc-inconnu");
  return told.length > 1 ? open("plans-multiples") : { faults, checked: 1, unverifiable: [] };
}

/** The State's share of each block is what was notified for the year: more is never paid, less leaves credits unused. */
export const notifie: Rule = {
  id: "notifie",
  family: "concordance",
  run(context) {
    const maxima = maximaOf(context);
    const plans = plansEnVigueur(context).map((plan) => ({ plan, year: plan.year ?? yearOfTable(context, plan) }));
    if (maxima.length === 0 || plans.length === 0) return NOTHING;
    const unverifiable: Unverifiable[] = plans.flatMap(({ plan, year }) =>
      year === null ? [{ reason: "annee-inconnue" as const, subject: plan.title }] : [],
    );
    const answers = [...new Set(plans.map(({ year }) => year))].flatMap((year) =>
      BLOCS.flatMap((bloc): Answer[] => {
        if (year === null) return [];
        const found = plans.flatMap((one) => (one.year === year ? (participationOf(one.plan, bloc) ?? []) : []));
        const maximum = maxima.find((one) => one.bloc === bloc && one.year === year);
        return found.length === 0 ? [] : [answerOf(found, maximum, `${BLOC_LABEL[bloc]} en ${year}`)];
      }),
    );
    return {
      relations: [],
      faults: answers.flatMap(({ faults }) => faults),
      checked: answers.reduce((sum, { checked }) => sum + checked, 0),
      unverifiable: [...unverifiable, ...answers.flatMap((answer) => answer.unverifiable)],
      applies: answers.length + unverifiable.length > 0,
    };
  },
};
