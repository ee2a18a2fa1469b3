/** What was read: each table with its kind, place, unit, year and columns, and the way to correct it. */
import { makeStyles } from "@fluentui/react-components";
import type { CheckReport, TableSummary } from "../../checking/report";
import { columnsText, LECTURE_WORDS } from "../../messages/lectures";
import { TABLE_TEXTS } from "../../messages/verdicts";
import { parseArea, type CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { useFoldLook } from "../findings/foldLook";
import { LinkButton } from "../LinkButton";
import { tokens } from "../tokens";
import { counted } from "../wording";
import { readTable, type ReadTable } from "./form";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly report: CheckReport;
  readonly reveal: (cell: CellRef) => void;
  readonly tell: (table: ReadTable) => void;
}

function Item({ table, reveal, tell }: Omit<Props, "report"> & { readonly table: TableSummary }) {
  const styles = useStyles();
  const { kind, sheet, range, year, unit, title, reading } = table;
  const area = parseArea(range);
  const told = readTable(table);
  const columns = reading ? columnsText(kind, reading.columns) : "";
  return (
    <li>
      {TABLE_TEXTS[kind] ?? kind}
      {year !== null && ` ${year}`}
      {title && ` «\u00A0${title}\u00A0»`},{" "}
      {area && <CellButton cell={{ sheet, row: area.top, column: area.left }} isQualified reveal={reveal} />}
      <span className={styles.quiet}>
        {" "}
        ({range}
        {unit !== "" && `, en ${unit}`}
        {reading?.confirmed && `, ${LECTURE_WORDS.confirmed}`})
      </span>
      {columns !== "" && <div className={styles.quiet}>{columns}</div>}
      {told && (
        <div>
          <LinkButton
            text={LECTURE_WORDS.correct}
            name={`${LECTURE_WORDS.correct} ${sheet}!${range}`}
            act={() => tell(told)}
          />
        </div>
      )}
    </li>
  );
}

export function TablesRead({ report: { tables }, reveal, tell }: Props) {
  const look = useFoldLook();
  if (tables.length === 0) return null;
  return (
    <details className={look.part}>
      <summary tabIndex={0} className={look.summary}>
        {counted(tables.length, "tableau lu", "tableaux lus")}
      </summary>
      <ul className={look.list}>
        {tables.map((table) => (
          <Item
            key={`${table.kind} ${table.sheet}!${table.range} ${table.unit} ${table.year ?? ""}`}
            table={table}
            reveal={reveal}
            tell={tell}
          />
        ))}
      </ul>
    </details>
  );
}
