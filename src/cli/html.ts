import type { Finding, RuleOutcome } from "../checking/report";
import { formatEuros } from "../domain/format";
import { OUTCOME_TEXTS, SEVERITY_TEXTS, VERDICT_TEXTS } from "../messages/verdicts";
import { qualifiedAddress } from "../workbook/address";
import type { Entry } from "./entry";
import { TOOL } from "../domain/tool";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of a workbook inside a page: shown as it is, never markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 "Segoe UI", system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0 1.5rem; }
th, td { border: 1px solid #8886; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
td.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
`;

function amount(text: string | null): string {
  return `<td class="amount">${text === null ? "" : escapeHtml(formatEuros(text))}</td>`;
}

function findingRow({ severity, cell, title, message, actual, expected, gap }: Finding): string {
  const place = escapeHtml(qualifiedAddress(cell));
  return `<tr><td>${SEVERITY_TEXTS[severity]}</td><td>${place}</td><td><strong>${escapeHtml(title)}</strong><br>${escapeHtml(message)}</td>${amount(actual)}${amount(expected)}${amount(gap)}</tr>`;
}

function ruleRow({ title, outcome, checked, reason }: RuleOutcome): string {
  return `<tr><td>${escapeHtml(title)}</td><td>${OUTCOME_TEXTS[outcome]}</td><td class="amount">${checked}</td><td>${escapeHtml(reason ?? "")}</td></tr>`;
}

function section({ path, verdict, sha256, report, error }: Entry): string {
  const head = `<h2>${escapeHtml(path)}</h2><p><strong>${VERDICT_TEXTS[verdict]}</strong></p>`;
  const hash = sha256 === null ? "" : `<p>Empreinte du fichier (SHA-256) : <code>${sha256}</code></p>`;
  if (!report) return `<section>${head}<p>${escapeHtml(error ?? "")}</p>${hash}</section>`;
  const findings =
    report.findings.length === 0
      ? ""
      : `<table><thead><tr><th>Gravité</th><th>Cellule</th><th>Constat</th><th>Écrit</th><th>Attendu</th><th>Écart</th></tr></thead><tbody>${report.findings.map(findingRow).join("")}</tbody></table>`;
  const rules = `<table><thead><tr><th>Règle</th><th>Résultat</th><th>Vérifiés</th><th>Remarque</th></tr></thead><tbody>${report.rules.map(ruleRow).join("")}</tbody></table>`;
  return `<section>${head}${findings}<h3>Règles</h3>${rules}${hash}</section>`;
}

/** The answer as one page that needs nothing else: no script, no outside file. */
export function toHtml(entries: readonly Entry[]): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Contrôle PLS</title><style>${STYLE}</style></head>
<body><h1>Contrôle PLS</h1><p>${TOOL.name} ${TOOL.version}, référentiel ${TOOL.reference}.</p>
${entries.map(section).join("\n")}
</body></html>
`;
}
