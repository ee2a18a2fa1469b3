/** Reads tables of earmarks: Thématique, Action, Montant, under a title that says that they are earmarked. */
import { plainText } from "../domain/amount";
import { classementOf } from "../domain/bloc";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { countItems, readCellAmounts, shownText } from "./cellAmounts";
import { isEarmark } from "./context";
import type { Flechage, LigneDeFlechage } from "./flechageTables";
import { cellText, type Grid } from "./grid";
import { announcedUnit, ficheInTitle, ficheNumber, roleOf, rowKindOf } from "./labels";
import { findNamedHeaders, rowsUnder, titlesAbove, type HeaderWords, type NamedHeader } from "./namedColumns";

type Role = "thematique" | "action" | "fiche" | "montant";

/** How far above its table the title of an earmark can stand: a whole fiche may stand between. */
const TITLE_ROWS = 40;

const HEADER: HeaderWords<Role> = {
  hint: /^\s*(?:montants?|cr[ée]dits?|budget|financements?|total|part|[ée]tat)\b|fl[ée]ch/i,
  roleOf(text) {
    if (/^(?:thematiques?|enjeux?|priorites?|axes?\b|objectifs?)/.test(text)) return "thematique";
    if (roleOf(text) === "fiche") return "fiche";
    if (/^(?:sous-)?actions?\b|^intitule|^projets?$|^libelle/.test(text)) return "action";
    return /^(?:montants?\b|credits?\b|budget\b|financements?\b|total$|part (?:de l')?etat|etat$)|\bfleches?$/.test(
      text,
    )
      ? "montant"
      : null;
  },
  isHeader: (roles) => roles.has("montant") && (roles.has("thematique") || roles.has("action") || roles.has("fiche")),
};

/** What a column of an earmark is for; null for none of its columns. */
export function roleDeFlechage(header: string): string | null {
  return HEADER.roleOf(plainText(header));
}

/** True where the nearest title that decides announces an earmark; the title of a fiche says the contrary. */
function isEarmarked(grid: Grid, titles: readonly { readonly text: string }[], header: string): boolean {
  if (/\bfleche/.test(plainText(header))) return true;
  for (const { text } of titles) {
    if (isEarmark(text)) return true;
    if (ficheInTitle(text) !== null) return false;
  }
  return isEarmark(grid.sheet.name);
}

function ligneAt(grid: Grid, { columns }: NamedHeader<Role>, row: number, unit: Flechage["unit"]): LigneDeFlechage[] {
  const column = columns.get("montant");
  if (column === undefined) return [];
  const texts = (["thematique", "fiche", "action"] as const).map((role) => shownText(grid, row, columns.get(role)));
  const [thematique = "", fiche = "", action = ""] = texts;
  const { montant, parties } = readCellAmounts(grid, row, column, unit, countItems(action));
  const label = texts.find((text) => text !== "") ?? "";
  const kind = rowKindOf(texts.filter((text) => text !== ""));
  if (montant.state === "empty" || montant.state === "covered" || kind === "dont") return [];
  return [
    {
      row,
      kind: kind === "detail" ? "ligne" : kind,
      label: label.replace(/\s+/g, " "),
      fiche: ficheNumber(fiche) ?? ficheNumber(action) ?? ficheInTitle(thematique) ?? ficheInTitle(action),
      classement: classementOf(thematique) ?? classementOf(action),
      montant,
      parties,
    },
  ];
}

/** Earmarks of a sheet, outside the areas of tables already read. */
export function readFlechages(grid: Grid, taken: readonly Area[]): Flechage[] {
  const headers = findNamedHeaders(grid, HEADER, taken);
  return headers.flatMap((header, place): Flechage[] => {
    const titles = titlesAbove(grid, header, [], TITLE_ROWS);
    const text = shownText(grid, header.row, header.columns.get("montant"));
    if (!isEarmarked(grid, titles, text)) return [];
    const near = titles.map((title) => title.text);
    const unit = [text, ...near].map(announcedUnit).find((one) => one !== null) ?? "€";
    const last = headers[place + 1]?.row ?? grid.lastRow + 1;
    const area = taken.find(({ top }) => top > header.row)?.top ?? last;
    const lignes: LigneDeFlechage[] = [];
    for (const row of rowsUnder(grid, header, Math.min(last, area) - 1)) {
      lignes.push(...ligneAt(grid, header, row, unit));
      if (lignes.at(-1)?.kind === "total") break;
    }
    if (!lignes.some(({ montant }) => montant.amount)) return [];
    return [
      {
        kind: "flechage",
        sheet: grid.sheet.name,
        area: {
          top: header.row,
          left: header.left,
          bottom: lignes.at(-1)?.row ?? header.row,
          right: header.right,
        },
        title: near.find(isEarmark) ?? cellText(grid.at(header.row, header.left)),
        unit,
        year: [text, ...near].map(yearOf).find((year) => year !== null) ?? yearOf(grid.sheet.name),
        part: roleOf(text) === "etat" ? "etat" : "total",
        lignes,
      },
    ];
  });
}
