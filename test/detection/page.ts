/** A sheet while it is written: its rows, and what each of its amounts is. */
import { cellAddress, type CellRef } from "../../src/workbook/address";
import type { Typing } from "../builders/picture";

export type Bloc = "axe-1" | "axe-3" | "axe-4" | "volet-1" | "volet-2" | "volet-3";

export type Role = "etat" | "departement" | "total";

/** An amount of the workbook, in whole euros. */
export interface Place {
  readonly ref: CellRef;
  readonly role: Role;
  readonly level: "action" | "sous-total" | "total" | "annee" | "total-fiche" | "imputation" | "versement";
  readonly euros: number;
  /** Euros in one unit of the cell. */
  readonly unit: 1 | 1000;
  readonly bloc: Bloc | null;
  /** The cells that it adds up, where it adds up any. */
  readonly terms: readonly CellRef[];
}

export class Page {
  readonly rows: Typing[][] = [];

  constructor(
    readonly name: string,
    private readonly out: Place[],
    private readonly style: Style,
  ) {}

  get next(): number {
    return this.rows.length;
  }

  add(...typings: Typing[]): void {
    this.rows.push(typings);
  }

  at(row: number, column: number): CellRef {
    return { sheet: this.name, row, column };
  }

  /** The typing of an amount, noted. */
  amount(row: number, column: number, what: Pick<Place, "role" | "level" | "euros" | "bloc"> & Partial<Place>): Typing {
    const { terms = [], euros } = what;
    const { unit, isLive, isText, format } = this.style;
    this.out.push({ ...what, ref: this.at(row, column), unit, terms });
    const value = euros / unit;
    if (isLive && terms.length > 0) return { value, formula: formulaOf(terms), format };
    return isText ? spoken(value, unit) : { value, format };
  }
}

/** A range where the cells are neighbours in a column, else their sum one by one. */
export function formulaOf(terms: readonly CellRef[]): string {
  const sorted = [...terms].sort((a, b) => a.row - b.row || a.column - b.column);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) throw new Error("a sum of nothing");
  const isRun = sorted.every(({ row, column }, place) => column === first.column && row === first.row + place);
  const addresses = sorted.map(({ row, column }) => cellAddress(row, column));
  if (!isRun || sorted.length === 1) return `=${addresses.join("+")}`;
  return `=SUM(${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)})`;
}

function spoken(value: number, unit: 1 | 1000): string {
  const digits = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, " ");
  return `${digits} ${unit === 1 ? "€" : "k€"}`;
}

export interface Style {
  readonly unit: 1 | 1000;
  readonly isLive: boolean;
  readonly isText: boolean;
  readonly format: string;
}

export interface Row {
  readonly cells: Readonly<Record<Role, CellRef>>;
  readonly euros: { readonly etat: number; readonly departement: number | null; readonly total: number };
}

/** The rows of shares that a table has, in its own order of columns. */
export class Shares {
  constructor(
    private readonly page: Page,
    private readonly columns: Readonly<Record<Role, number>>,
    private readonly none: string,
  ) {}

  /** @param labels what stands before the amounts */
  write(
    labels: readonly Typing[],
    euros: Row["euros"],
    of: Pick<Place, "level" | "bloc">,
    covered: readonly Row[],
  ): Row {
    const row = this.page.next;
    const cells = {
      etat: this.page.at(row, this.columns.etat),
      departement: this.page.at(row, this.columns.departement),
      total: this.page.at(row, this.columns.total),
    };
    const typings: Typing[] = [...labels];
    const put = (role: Role, typing: Typing): void => {
      typings[this.columns[role]] = typing;
    };
    for (const role of ["etat", "departement", "total"] as const) {
      const amount = euros[role];
      if (amount === null) {
        put(role, this.none);
        continue;
      }
      const own = role === "total" && covered.length === 0 && euros.departement !== null;
      const terms = own ? [cells.etat, cells.departement] : covered.map((one) => one.cells[role]);
      put(role, this.page.amount(row, this.columns[role], { role, euros: amount, ...of, terms }));
    }
    this.page.add(...Array.from(typings, (typing) => typing ?? null));
    return { cells, euros };
  }
}
