import { plainText } from "../../domain/amount";
import type { ProseCell } from "../../reading/prose";
import { cellFault, type CellFault, type Rule, type RuleContext } from "../rule";
import { lecturesDeReport, reportContredit } from "./reports";

interface Mention {
  readonly cell: ProseCell;
  /** What is mentioned: "comptable assignataire", "ordonnateur", the number of an instruction. */
  readonly subject: string;
  readonly written: string;
}

const PERSONS = /\b(comptable assignataire|ordonnateur)(?: de la d[ée]pense)?\s+est\s+([^.;\n]+)/gi;
const TEXTS = /n°\s?((?:DGCS|DGEFP)[A-Z0-9/]+)\s+du\s+(\d{1,2}(?:er)?\s+\p{L}+\s+\d{4})/giu;

function mentionsOf(cell: ProseCell): Mention[] {
  const persons = [...cell.text.matchAll(PERSONS)].map(([, subject = "", written = ""]) => ({
    cell,
    subject: `l'${plainText(subject)}`.replace("l'comptable", "le comptable"),
    written: written.trim(),
  }));
  const texts = [...cell.text.matchAll(TEXTS)].map(([, subject = "", written = ""]) => ({
    cell,
    subject: `l'instruction ${subject.toUpperCase()}`,
    written: written.trim(),
  }));
  return [...persons, ...texts];
}

/** The same person or date, whatever the article, the gender or the case. */
function normalised(written: string): string {
  return plainText(written)
    .replace(/\b(?:monsieur|madame|m\.|mme)\b/g, "")
    .replace(/\b(?:le|la|les|l'|du|de|des)\b\s*/g, "")
    .replace(/\b(direct)(?:eur|rice)\b/g, "$1")
    .replace(/\b(departemental)e\b/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * What is left of a year, added to the next by one piece and taken off it by another: which of the two is right decides
 * the balance, and no figure of the workbook tells.
 */
function ofReports({ reading }: RuleContext): { faults: CellFault[]; checked: number } {
  const lectures = lecturesDeReport(reading);
  const contredit = reportContredit(lectures);
  const checked = lectures.length > 1 ? 1 : 0;
  const [first] = contredit?.deductions ?? [];
  if (!contredit || !first) return { faults: [], checked };
  const { ajout, deductions } = contredit;
  return {
    checked,
    faults: [
      cellFault({
        rule: "mention-divergente",
        severity: "warning",
        cell: ajout.ref,
        cells: deductions.map(({ ref }) => ref),
        variant: first.written,
        subject: ajout.annee === null ? "le report de l'année précédente" : `le report de ${ajout.annee}`,
        written: ajout.written,
      }),
    ],
  };
}

/** The same mention written in two ways: one comptable here and another there, a report added here and deducted there. */
export const mentionDivergente: Rule = {
  id: "mention-divergente",
  family: "concordance",
  run(context) {
    const groups = new Map<string, Mention[]>();
    for (const mention of context.reading.prose.flatMap(mentionsOf)) {
      groups.set(mention.subject, [...(groups.get(mention.subject) ?? []), mention]);
    }
    const faults = [...groups.values()].flatMap(([first, ...others]): CellFault[] => {
      const other = first && others.find(({ written }) => normalised(written) !== normalised(first.written));
      if (!first || !other) return [];
      const differing = others.filter(({ written }) => normalised(written) !== normalised(first.written));
      return [
        cellFault({
          rule: "mention-divergente",
          severity: "warning",
          cell: other.cell.ref,
          cells: [first, ...differing.slice(1)].map(({ cell }) => cell.ref),
          variant: first.written,
          subject: first.subject,
          written: other.written,
        }),
      ];
    });
    const reports = ofReports(context);
    const checked = [...groups.values()].filter(({ length }) => length > 1).length + reports.checked;
    return { relations: [], faults: [...faults, ...reports.faults], checked, unverifiable: [], applies: checked > 0 };
  },
};
