import { plainText } from "../../domain/amount";
import type { ProseCell } from "../../reading/prose";
import { cellFault, type CellFault, type Rule } from "../rule";

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

/** The same mention written in two ways: one comptable here and another there, two dates for one instruction. */
export const mentionDivergente: Rule = {
  id: "mention-divergente",
  family: "concordance",
  run({ reading }) {
    const groups = new Map<string, Mention[]>();
    for (const mention of reading.prose.flatMap(mentionsOf)) {
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
    const checked = [...groups.values()].filter(({ length }) => length > 1).length;
    return { relations: [], faults, checked, unverifiable: [], applies: checked > 0 };
  },
};
