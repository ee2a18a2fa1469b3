/** The report as a page that needs nothing else: no script, no outside file. */
import { formatFigure } from "../domain/format";
import { COLONNES_DU_RAPPORT, FAITS } from "../messages/rapport";
import type { Ligne, Rapport, Section, Valeur } from "./rapport";

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
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0 1.5rem; }
th, td { border: 1px solid #8886; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
td.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.verdict { font-weight: 600; }
td.text { min-width: 14rem; }
tr.blocking td:first-child { font-weight: 700; }
code { overflow-wrap: anywhere; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root { font-size: 11px; }
  body { margin: 0; max-width: none; padding: 0; }
  tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;

/** A whole page; `body` is markup whose texts are escaped. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>${body}
</body></html>
`;
}

type Champ = Exclude<keyof typeof COLONNES_DU_RAPPORT, "rubrique" | "others" | "justification">;
/** A finding's sentence holds its title already. */
const CHAMPS: Readonly<Record<Section["kind"], readonly Champ[]>> = {
  constats: ["state", "cell", "text", "written", "expected", "gap", "article", "whatToDo"],
  regles: ["state", "cell", "title", "text"],
};

function valeur(value: Valeur): string {
  if (value === null) return "<td></td>";
  return "amount" in value
    ? `<td class="amount">${escapeHtml(formatFigure(value.amount, value.grandeur))}</td>`
    : `<td>${escapeHtml(value.text)}</td>`;
}

function isFilled(ligne: Ligne, champ: Champ): boolean {
  return ligne[champ] !== null && ligne[champ] !== "";
}

function field(ligne: Ligne, champ: Champ): string {
  if (champ === "written" || champ === "expected" || champ === "gap") return valeur(ligne[champ]);
  const others = champ === "cell" && ligne.others !== "" ? `<br><small>${escapeHtml(ligne.others)}</small>` : "";
  return `<td class="${champ}">${escapeHtml(ligne[champ])}${others}</td>`;
}

/** The line, and under it what speaks for it. */
function rowsOf(ligne: Ligne, champs: readonly Champ[]): string {
  const row = `<tr class="${ligne.tone}">${champs.map((champ) => field(ligne, champ)).join("")}</tr>`;
  if (ligne.justification === "") return row;
  return `${row}\n<tr><td></td><td colspan="${champs.length - 1}"><em>${escapeHtml(ligne.justification)}</em></td></tr>`;
}

/** A section; columns that none of its lines fills are left out. */
function section({ heading, note, kind, lines }: Section, level: number): string {
  const champs = CHAMPS[kind].filter((champ) => lines.some((ligne) => isFilled(ligne, champ)));
  const head = champs.map((champ) => `<th scope="col">${COLONNES_DU_RAPPORT[champ]}</th>`).join("");
  const rows = lines.map((ligne) => rowsOf(ligne, champs)).join("\n");
  const table = lines.length === 0 ? "" : `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  return `<h${level}>${escapeHtml(heading)}</h${level}>${note === null ? "" : `<p>${escapeHtml(note)}</p>`}${table}`;
}

/** What a report shows, under a title of the given level. */
export function rapportBody({ titre, verdict, faits, sections }: Rapport, level = 1): string {
  const head = [{ label: FAITS.verdict, value: verdict }, ...faits].map(({ label, value }, place) => {
    const text = escapeHtml(value);
    return `<tr><th scope="row">${label}</th><td${place === 0 ? ' class="verdict"' : ""}>${/^[\da-f]{64}$/.test(value) ? `<code>${text}</code>` : text}</td></tr>`;
  });
  return `<h${level}>${escapeHtml(titre)}</h${level}><table>${head.join("\n")}</table>
${sections.map((one) => section(one, level + 1)).join("\n")}`;
}

/** The report as one page. */
export function rapportHtml(rapport: Rapport): string {
  return htmlPage(rapport.titre, rapportBody(rapport));
}
