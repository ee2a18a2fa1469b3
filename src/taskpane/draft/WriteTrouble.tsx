/** Why a preparation, a write or an undo did not go through, with the cells that it is about. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { typographie } from "../../messages/typographie";
import type { CellRef } from "../../workbook/address";
import { CellButton } from "../CellButton";
import type { Trouble } from "./state";

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", gap: "2px 8px", listStyleType: "none", margin: "4px 0 0", padding: 0 },
});

/** All are in the sentence's failure; the pane shows so many. */
const MOST_SHOWN = 40;

interface Props {
  readonly trouble: Trouble | null;
  readonly reveal: (cell: CellRef) => void;
  readonly undoRest: () => void;
}

export function WriteTrouble({ trouble, reveal, undoRest }: Props) {
  const styles = useStyles();
  const cells = trouble?.cells.slice(0, MOST_SHOWN) ?? [];
  return (
    <div role="alert">
      {trouble && (
        <MessageBar intent="warning" layout="multiline" role="presentation">
          <MessageBarBody>
            {typographie(trouble.sentence)}
            {cells.length > 0 && (
              <ul className={styles.cells} aria-label="Cellules en cause">
                {cells.map((cell) => (
                  <li key={`${cell.sheet}!${cell.row},${cell.column}`}>
                    <CellButton cell={cell} isQualified reveal={reveal} />
                  </li>
                ))}
              </ul>
            )}
          </MessageBarBody>
          {trouble.rest && (
            <MessageBarActions>
              <Button size="small" onClick={undoRest}>
                Annuler le reste
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </div>
  );
}
