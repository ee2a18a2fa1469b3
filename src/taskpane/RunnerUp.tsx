/** The second cell that would explain a fault as well, where the evidence does not decide. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding } from "../checking/report";
import { formatFigure } from "../domain/format";
import type { CellRef } from "../workbook/address";
import { CellButton } from "./CellButton";

const useStyles = makeStyles({ text: { margin: 0 } });

interface Props {
  readonly runnerUp: NonNullable<Finding["runnerUp"]>;
  readonly grandeur: Finding["grandeur"];
  readonly reveal: (cell: CellRef) => void;
}

export function RunnerUp({ runnerUp: { cell, expected }, grandeur, reveal }: Props) {
  return (
    <p className={useStyles().text}>
      Ou bien <CellButton cell={cell} isQualified reveal={reveal} />, qui vaudrait {formatFigure(expected, grandeur)}.
    </p>
  );
}
