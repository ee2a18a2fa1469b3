import type { Bloc, Part } from "../../domain/bloc";
import type { Decimal } from "../../domain/decimal";
import { ZERO } from "../../domain/decimal";
import { slipFrom } from "../../domain/slips";
import { yearOf } from "../../domain/years";
import { mentionedAmounts, type MentionedAmount } from "../../reading/prose";
import type { AmountCell } from "../../reading/tables";
import { cellFault, plansEnVigueur, yearOfTable, type CellFault, type Rule, type RuleContext } from "../rule";

/** A quantity that several places write: the State's share of a block or of a part, for a year. */
interface Quantity {
  readonly key: string;
  readonly value: Decimal;
  readonly cells: readonly AmountCell[];
}

function keyOfMention({ classement }: MentionedAmount): string {
  return classement.bloc ?? classement.part;
}

/** The State's shares that the plans write, by block and by part; none where two plans differ. */
function quantities(context: RuleContext): Map<string, Quantity[]> {
  const found = new Map<string, Quantity[]>();
  for (const plan of plansEnVigueur(context)) {
    const cells = new Map<Bloc | Part, AmountCell[]>();
    for (const { kind, classement, amounts } of plan.lignes) {
      if (kind !== "action" || !amounts.etat?.amount || !classement) continue;
      for (const key of [classement.bloc, classement.part]) {
        if (key) cells.set(key, [...(cells.get(key) ?? []), amounts.etat]);
      }
    }
    for (const [key, list] of cells) {
      const value = list.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO);
      found.set(key, [...(found.get(key) ?? []), { key, value, cells: list }]);
    }
  }
  return found;
}

/** Two figures that one slip separates: the same quantity, written twice. */
function isSlip(one: Decimal, other: Decimal): boolean {
  return !one.eq(other) && slipFrom(one.toFixed().replace(".", ""), other.toFixed().replace(".", "")) !== null;
}

/** Sentences about another year than the plans' are about another quantity. */
function isOfOtherYear(context: RuleContext, { sentence }: MentionedAmount): boolean {
  const year = yearOf(sentence);
  const years = plansEnVigueur(context).map((plan) => yearOfTable(context, plan));
  return year !== null && years.length > 0 && !years.includes(year);
}

function faultOf(mention: MentionedAmount, expected: Decimal, cells: CellFault["cells"]): CellFault {
  return cellFault({
    rule: "montant-divergent",
    severity: "warning",
    cell: mention.ref,
    cells,
    subject: keyOfMention(mention),
    written: mention.written,
    expected,
    actual: mention.amount.value,
    isPartOfCell: true,
  });
}

/** Without a plan, the figure that more sentences write is taken for the right one, else the first. */
function againstOthers(mentions: readonly MentionedAmount[], mention: MentionedAmount, place: number): CellFault[] {
  const { value } = mention.amount;
  const peers = mentions.filter((other) => keyOfMention(other) === keyOfMention(mention));
  const rivals = peers.filter((other) => isSlip(value, other.amount.value));
  const [rival] = rivals;
  const allies = peers.filter((other) => other.amount.value.eq(value));
  if (!rival || allies.length > rivals.length) return [];
  const isFirst = allies.length === rivals.length && mentions.indexOf(rival) > place;
  return isFirst ? [] : [faultOf(mention, rival.amount.value, [rival.ref])];
}

/** One card for one wrong figure, however often it is repeated. */
function grouped(faults: readonly CellFault[]): CellFault[] {
  const groups = new Map<string, CellFault>();
  for (const fault of faults) {
    const key = `${fault.subject} ${fault.actual?.toFixed() ?? ""}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, cells: [...known.cells, fault.cell] } : fault);
  }
  return [...groups.values()];
}

/** The same quantity written twice with two values that one slip separates: in a sentence and in the plan, or in two. */
export const montantDivergent: Rule = {
  id: "montant-divergent",
  family: "concordance",
  run(context) {
    const planned = quantities(context);
    const mentions = context.reading.prose
      .flatMap(mentionedAmounts)
      .filter((mention) => !isOfOtherYear(context, mention));
    const faults = mentions.flatMap((mention, place): CellFault[] => {
      const { value } = mention.amount;
      const own = planned.get(keyOfMention(mention)) ?? [];
      if (own.some((quantity) => quantity.value.eq(value))) return [];
      const quantity = own.find((one) => isSlip(value, one.value));
      if (quantity)
        return [
          faultOf(
            mention,
            quantity.value,
            quantity.cells.map(({ ref }) => ref),
          ),
        ];
      return own.length > 0 ? [] : againstOthers(mentions, mention, place);
    });
    return {
      relations: [],
      faults: grouped(faults),
      checked: mentions.length,
      unverifiable: [],
      applies: mentions.length > 0,
    };
  },
};
