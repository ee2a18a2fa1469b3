/** The control report as a neutral document: what its sheet, its page and its file show, in one order and one wording. */
import type { CodeActivite } from "../domain/codesActivite";
import type { Grandeur } from "../domain/grandeur";
import { sourcesDuReferentiel } from "../domain/references";
import { TOOL } from "../domain/tool";
import { countJustified, justify, type Justified, type KeptJustification } from "../checking/justifications";
import type { AmountText, CheckReport, Severity } from "../checking/report";
import { FAITS, jour, RAPPORT, verdictDuRapport } from "../messages/rapport";
import { VERDICT_TEXTS } from "../messages/verdicts";
import type { CellRef } from "../workbook/address";
import { sectionsOf } from "./sections";

/** A figure, which each writer shows in its own way, or words. */
export type Valeur =
  | {
      readonly amount: AmountText;
      /** What it counts; euros where it does not say. */
      readonly grandeur?: Grandeur;
    }
  | { readonly text: string }
  | null;

/** What is not said is empty. */
export interface Ligne {
  /** "Bloquant", "Satisfaite"… */
  readonly state: string;
  readonly tone: Severity | "plain";
  readonly cell: string;
  readonly others: string;
  readonly title: string;
  readonly text: string;
  readonly written: Valeur;
  readonly expected: Valeur;
  readonly gap: Valeur;
  readonly article: string;
  readonly whatToDo: string;
  readonly justification: string;
  /** The cells that it is about. */
  readonly refs: readonly CellRef[];
}

export interface Section {
  readonly heading: string;
  /** A sentence in the place of lines, or before them; null for none. */
  readonly note: string | null;
  /** Findings have figures and articles; the other lines a title and a text. */
  readonly kind: "constats" | "regles";
  readonly lines: readonly Ligne[];
}

export interface Rapport {
  readonly titre: string;
  readonly verdict: string;
  /** What was checked, when, with what. */
  readonly faits: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
}

export interface RapportOptions {
  /** The workbook's file, as people call it. */
  readonly fichier: string;
  /** "YYYY-MM-DD"; null is not said. */
  readonly date: string | null;
  /** SHA-256 of the file, where there is one. */
  readonly sha256: string | null;
  /** The year that was asked for. */
  readonly year: number | null;
  readonly ownCodes: readonly CodeActivite[];
  readonly justifications: readonly KeptJustification[];
}

function faitsOf({ content }: CheckReport, options: RapportOptions): Rapport["faits"] {
  const { fichier, date, sha256, year, ownCodes } = options;
  const sources = sourcesDuReferentiel().join("\u00A0; ");
  const faits: [string, string | null][] = [
    [FAITS.fichier, fichier],
    [FAITS.date, date && jour(date)],
    [FAITS.annee, year === null ? null : String(year)],
    [FAITS.outil, `${TOOL.name} ${TOOL.version}`],
    [FAITS.referentiel, `Version ${TOOL.reference}. ${RAPPORT.deliberation}\u00A0: ${sources}.`],
    [FAITS.codes, ownCodes.length === 0 ? null : ownCodes.map(({ code }) => code).join(", ")],
    [FAITS.contenu, content],
    [FAITS.empreinte, sha256],
    [FAITS.visa, RAPPORT.visa],
  ];
  return faits.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function verdictOf({ verdict }: CheckReport, { findings }: Justified): string {
  const comptes = (["blocking", "warning", "info"] as const).map((severity) => ({
    severity,
    ...countJustified(findings, severity),
  }));
  return verdictDuRapport(VERDICT_TEXTS[verdict], comptes);
}

/** The report of a check. Pure: the same check and options give the same report. */
export function rapportOf(report: CheckReport, options: RapportOptions): Rapport {
  const justified = justify(report.findings, options.justifications);
  return {
    titre: RAPPORT.titre,
    verdict: verdictOf(report, justified),
    faits: faitsOf(report, options),
    sections: sectionsOf(report, justified),
  };
}
