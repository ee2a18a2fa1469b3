/** The second cell that would explain a fault as well, where the evidence does not decide. */
import { makeStyles } from "@fluentui/react-components";
import type { Finding } from "../../checking/report";
import { formatFigure } from "../../domain/format";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import { LinkButton } from "../LinkButton";

const useStyles = makeStyles({ text: { margin: 0 } });

interface Props {
  readonly runnerUp: NonNullable<Finding["runnerUp"]>;
  readonly grandeur: Finding["grandeur"];
  readonly reveal: (cell: CellRef) => void;
  readonly correct: () => void;
}

export function RunnerUp({ runnerUp: { cell, expected }, grandeur, reveal, correct }: Props) {
  return (
    <p className={useStyles().text}>
      Ou bien <CellButton cell={cell} isQualified reveal={reveal} />, qui vaudrait {formatFigure(expected, grandeur)}
      {"\u00A0: "}
      <LinkButton text="la corriger" name={`la corriger\u00A0: ${qualifiedAddress(cell)}`} act={correct} />.
    </p>
  );
}
