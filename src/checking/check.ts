/** The whole check: picture -> tables -> relations -> culprits -> findings, outcomes and verdict. */
import { RULE_TEXTS } from "../messages/rules";
import { reasonText } from "../messages/reasons";
import type { Reading, Table } from "../reading/tables";
import { keyOf, type CellKey, type Habit, type Relation } from "../relations/relation";
import { RelationSystem } from "../relations/system";
import type { CellFault, RuleContext } from "../rules/rule";
import type { CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import { AUCUN_REGLAGE } from "../domain/reglages";
import { anchorsOf } from "./anchors";
import { accusedBy, cardOf, faultCard } from "./cards";
import { causesOf, knownChanges, withCause } from "./causes";
import { contentHash } from "./content";
import { labelsOf } from "./labels";
import { Diagnostician, impliedValue, type Diagnosis } from "./diagnosis";
import { howRead, readingsOf, summaryOf } from "./lectures";
import { marginCards } from "./margins";
import { mergeRows } from "./merge";
import type { Card, CheckOptions, CheckReport, Finding, RuleOutcome, Verdict } from "./report";
import { answersOf, IN_ONE_GO, readBySheet, type Answered, type CheckSteps } from "./steps";

/** An action that the CD has to pay for: there, NC is no habit. */
function isHalfPaid(line: Table["lignes"][number]): boolean {
  const classement = "classement" in line ? line.classement : null;
  return classement?.part === "solidarites" || classement?.bloc === "volet-2";
}

/** The two parties pay the same in most rows of these tables: it helps to choose between two culprits. */
function habitsOf({ tables }: Reading): Habit[] {
  return tables.flatMap(({ lignes }) => {
    const pairs = lignes.flatMap((line) => {
      const { etat, departement } = line.amounts;
      const isShared = departement?.amount || (departement && isHalfPaid(line));
      return etat?.amount && departement && isShared ? [{ etat, departement }] : [];
    });
    const equal = pairs.filter(({ etat, departement }) => etat.amount?.value.eq(departement.amount?.value ?? 0)).length;
    return equal * 2 > pairs.length || pairs.length === 1
      ? pairs.map(({ etat, departement }): Habit => ({ cells: [etat, departement] }))
      : [];
  });
}

/** A code that contradicts its line is also unknown or malformed: the first rule to say so says it all. */
function withoutEchoes(faults: readonly CellFault[]): CellFault[] {
  const codes = new Set<CellKey>();
  return faults.filter(({ rule, cell, written }) => {
    if (!rule.startsWith("code-activite") && rule !== "imputation-coherente") return true;
    const key = `${keyOf(cell)} ${written}`;
    const isNew = !codes.has(key);
    codes.add(key);
    return isNew;
  });
}

/** Faults that follow from other cells: where one of these is accused, they are part of its card. */
const FOLLOWING: readonly CellFault["rule"][] = [
  "taux-affiche",
  "avance",
  "solde",
  "versement-plan",
  "notifie",
  "fongibilite",
  "execution-faible",
  "flechage",
  "grand-angle",
];

/** Faults of single cells that no diagnosis has told already, with the value that the relations give. */
function faultFindings(
  answered: readonly Answered[],
  relations: readonly Relation[],
  system: RelationSystem,
  diagnostician: Diagnostician,
  diagnoses: readonly Diagnosis[],
): Card[] {
  const accused = accusedBy(diagnoses);
  const isRepaired = (ref: CellRef): boolean => diagnostician.repairs.direct.has(keyOf(ref));
  // What a repaired cell, or a live formula that follows it, would no longer show is part of the same fault.
  const isTold = (fault: CellFault): boolean =>
    // An expense that is excluded is so whatever its amount.
    (fault.rule !== "depense-ineligible" && accused.has(keyOf(fault.cell))) ||
    (fault.rule === "montant-negatif" && isRepaired(fault.cell)) ||
    ((FOLLOWING.includes(fault.rule) || fault.variant === "au-dessus") &&
      fault.cells.some((ref) => accused.has(keyOf(ref)) || isRepaired(ref)));
  return withoutEchoes(answered.flatMap(({ answer }) => answer.faults))
    .filter((fault) => !isTold(fault))
    .map((fault) => {
      const cell = system.cell(keyOf(fault.cell));
      const expected =
        cell?.amount === null
          ? impliedValue(system, relationsWith(relations, fault.cell), cell, diagnostician.repairs)
          : null;
      // Zero says that the totals do not count the cell, not what it should hold.
      return faultCard(fault, cell && expected && !expected.isZero() ? { cell, expected } : null);
    });
}

function relationsWith(relations: readonly Relation[], ref: CellRef): Relation[] {
  const key = keyOf(ref);
  return relations.filter(
    ({ total, terms }) => keyOf(total.ref) === key || terms.some(({ cell }) => keyOf(cell.ref) === key),
  );
}

const SEVERITY_ORDER = { blocking: 0, warning: 1, info: 2 } as const;

/** Blocking first; then by sheet, row and column as the workbook has them: the same order everywhere. */
function ordered(findings: readonly Card[], workbook: Workbook): Card[] {
  const sheets = new Map(workbook.sheets.map(({ name }, place) => [name, place]));
  const place = ({ cell }: Card): readonly number[] => [sheets.get(cell.sheet) ?? 0, cell.row, cell.column];
  return [...findings].sort((a, b) => {
    const bySeverity = SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity];
    if (bySeverity !== 0) return bySeverity;
    const [p, q] = [place(a), place(b)];
    return p.map((value, index) => value - (q[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

function outcomeOf({ rule, answer }: Answered, findings: readonly Finding[]): RuleOutcome {
  const checked = answer.checked + answer.relations.filter(({ rule: id }) => id === rule.id).length;
  const found = findings.some((finding) => finding.rule === rule.id);
  const reason = reasonText(answer.unverifiable);
  const outcome = found ? "findings" : !answer.applies ? "not-applicable" : checked === 0 ? "not-verifiable" : "passed";
  return { rule: rule.id, title: RULE_TEXTS[rule.id].title, outcome, checked, reason };
}

/** An amount that is still to be completed leaves a plan that nobody can call right. */
function isComplete(answered: readonly Answered[]): boolean {
  return !answered.some(({ answer }) => answer.unverifiable.some(({ reason }) => reason === "montant-a-completer"));
}

function verdictOf(findings: readonly Finding[], rules: readonly RuleOutcome[], complete: boolean): Verdict {
  if (findings.some(({ severity }) => severity === "blocking")) return "bloquant";
  if (findings.some(({ severity }) => severity === "warning")) return "a-justifier";
  return complete && rules.some(({ checked }) => checked > 0) ? "sans-anomalie" : "non-verifiable";
}

/** Relations that cannot be tested, counted for the rule that they belong to: never a silent pass. */
function withUntested(answered: Answered, system: RelationSystem): Answered {
  const tested = new Set(system.relations);
  const untested = answered.answer.relations.filter((relation) => !tested.has(relation));
  if (untested.length === 0) return answered;
  return {
    rule: answered.rule,
    answer: {
      ...answered.answer,
      relations: answered.answer.relations.filter((relation) => tested.has(relation)),
      unverifiable: [
        ...answered.answer.unverifiable,
        ...untested.map(({ subject }) => ({ reason: "montant-absent", subject }) as const),
      ],
    },
  };
}

/** Checks a workbook's picture. Pure but for the hash; never throws on what a workbook holds. */
export async function checkWorkbook(
  workbook: Workbook,
  options: CheckOptions = {},
  steps: CheckSteps = IN_ONE_GO,
): Promise<CheckReport> {
  const reading = await readBySheet(workbook, steps);
  const context: RuleContext = {
    workbook,
    reading,
    year: options.year ?? null,
    ownCodes: options.ownCodes ?? [],
    reglages: options.reglages ?? AUCUN_REGLAGE,
    date: options.date ?? null,
  };
  const answered = await answersOf(context, steps);
  const relations = answered.flatMap(({ answer }) => answer.relations);
  const system = new RelationSystem(relations);
  const diagnostician = new Diagnostician(system, habitsOf(reading));
  await steps.pause();
  const causes = causesOf(answered.map(({ answer }) => answer));
  const diagnoses = mergeRows([
    ...diagnostician.settle(knownChanges(causes)),
    ...diagnostician.diagnose("truncation"),
    ...diagnostician.diagnose("satisfied"),
  ]);
  const labels = labelsOf(reading);
  const cards = diagnoses.flatMap((diagnosis) => {
    const card = cardOf(diagnosis, labels);
    return card ? [withCause(card, diagnosis, causes)] : [];
  });
  const faults = faultFindings(answered, relations, system, diagnostician, diagnoses);
  const margins = marginCards(system, diagnostician.repairs, new Set(cards.map(({ cell }) => keyOf(cell))), labels);
  const readingOf = readingsOf(reading);
  const anchorOf = anchorsOf(reading, workbook);
  const findings = ordered([...cards, ...faults, ...margins], workbook).map((card): Finding => ({
    ...card,
    anchor: anchorOf(card.cell),
  }));
  const rules = answered.map((one) => outcomeOf(withUntested(one, system), findings));
  return {
    verdict: verdictOf(findings, rules, isComplete(answered)),
    content: await contentHash(reading),
    tables: [
      ...reading.tables,
      ...reading.imputations,
      ...reading.versements,
      ...reading.coordonnees,
      ...reading.natures,
      ...reading.bilans,
      ...reading.flechages,
      ...reading.grandsAngles,
      ...reading.plansPrevisionnels,
      ...reading.indicateurs,
      ...reading.fluxStocks,
      ...reading.fichiers,
    ].map((table) => summaryOf(table, readingOf)),
    ...howRead(reading, context.year),
    findings,
    rules,
  };
}
