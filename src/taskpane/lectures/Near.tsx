/** Tables that lack something, and readings that match nothing any more: said before the findings, never as one. */
import { makeStyles } from "@fluentui/react-components";
import type { CheckReport } from "../../checking/report";
import { keyOfLecture } from "../../domain/lecture";
import { LECTURE_WORDS, nearCount } from "../../messages/lectures";
import { parseArea, type CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { useFoldLook } from "../findings/foldLook";
import { LinkButton } from "../LinkButton";
import { readTable, type ReadTable } from "./form";
import type { Lectures } from "./useLectures";

const useStyles = makeStyles({ item: { paddingBottom: "4px" } });

interface Props {
  readonly report: CheckReport;
  readonly lectures: Lectures;
  readonly reveal: (cell: CellRef) => void;
  readonly tell: (table: ReadTable) => void;
}

export function Near({ report: { near, unusedReadings }, lectures, reveal, tell }: Props) {
  const styles = useStyles();
  const look = useFoldLook();
  const count = near.length + unusedReadings.length;
  if (count === 0) return null;
  return (
    <details className={look.part} open>
      <summary tabIndex={0} className={look.summary}>
        {nearCount(count)}
      </summary>
      <ul className={look.list}>
        {near.map((one) => {
          const { sheet, range, message } = one;
          const area = parseArea(range);
          const table = readTable(one);
          return (
            <li key={`${sheet}!${range}`} className={styles.item}>
              {area && <CellButton cell={{ sheet, row: area.top, column: area.left }} isQualified reveal={reveal} />}
              &nbsp;: {message}{" "}
              {table && (
                <LinkButton
                  text={LECTURE_WORDS.tell}
                  name={`${LECTURE_WORDS.tell} ${sheet}!${range}`}
                  act={() => tell(table)}
                />
              )}
            </li>
          );
        })}
        {unusedReadings.map(({ lecture, message }) => (
          <li key={keyOfLecture(lecture)} className={styles.item}>
            {message}{" "}
            <LinkButton
              text={LECTURE_WORDS.remove}
              name={`${LECTURE_WORDS.remove}\u00A0: ${lecture.sheet}`}
              act={() => void lectures.remove(lecture)}
            />
          </li>
        ))}
      </ul>
      <div role="alert">{lectures.problem}</div>
    </details>
  );
}
