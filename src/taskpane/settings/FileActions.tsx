/** Settings to a file, from a file, or forgotten: forgetting asks again, in place. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useRef } from "react";
import { useHiddenStyle } from "../hidden";
import { takeLostFocus } from "../lostFocus";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "2px 4px",
    padding: "0 12px 6px",
  },
  ask: { flexBasis: "100%" },
});

/** The question stands below the fold of a long step. */
function show(element: HTMLElement | null): void {
  void element?.scrollIntoView({ block: "end" });
}

interface Props {
  readonly isErasing: boolean;
  readonly isBusy: boolean;
  readonly canExport: boolean;
  readonly exportFile: () => void;
  readonly importFile: (file: File) => void;
  readonly askErase: (isAsked: boolean) => void;
  readonly erase: () => void;
}

export function FileActions({ isErasing, isBusy, canExport, exportFile, importFile, askErase, erase }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const input = useRef<HTMLInputElement>(null);
  if (isErasing) {
    return (
      <div ref={show} className={styles.actions} role="group" aria-label="Effacer les réglages">
        <span className={styles.ask}>Effacer les réglages gardés dans ce classeur&nbsp;?</span>
        <Button size="small" onClick={erase}>
          Effacer
        </Button>
        <Button ref={takeLostFocus} size="small" appearance="subtle" onClick={() => askErase(false)}>
          Garder
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {canExport && (
        <Button size="small" appearance="subtle" onClick={exportFile}>
          Exporter
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => input.current?.click()}>
        Importer
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Fichier de réglages à importer"
        className={hidden}
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) importFile(file);
          target.value = "";
        }}
      />
      <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => askErase(true)}>
        Effacer
      </Button>
    </div>
  );
}
