/** Which findings the list shows, and how it groups them. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Severity } from "../../checking/report";
import { GROUPING_NAMES, LIST_WORDS, shownOf } from "../../messages/ongletControler";
import { useFieldLook } from "../fieldLook";
import { LinkButton } from "../LinkButton";
import { tokens } from "../tokens";
import { SEVERITY_WORDS } from "../wording";
import { SEVERITIES } from "./listed";
import { WHOLE, type Grouping, type View } from "./view";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "4px 6px", padding: "0 12px 6px" },
  search: { flex: "3 1 72px", width: "72px" },
  // As wide as the word that it shows first: an open list takes the room that it needs.
  select: { flex: "0 1 66px", width: "66px", padding: "0 1px", fontSize: tokens.fontSizeBase200 },
  wide: { flex: "1 1 84px", width: "84px" },
  shown: {
    display: "flex",
    justifyContent: "space-between",
    gap: "8px",
    padding: "0 12px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  something: { paddingBottom: "6px" },
});

interface Props {
  readonly view: View;
  readonly sheets: readonly string[];
  readonly severities: readonly Severity[];
  readonly shown: number;
  readonly all: number;
  readonly choose: (view: View) => void;
}

const GROUPINGS: readonly Grouping[] = ["severity", "rule", "sheet"];

/** Fewer than these are seen at once: nobody filters them. */
const WORTH_FILTERING = 4;

export function Filters({ view, sheets, severities, shown, all, choose }: Props) {
  const styles = useStyles();
  const look = useFieldLook();
  const select = mergeClasses(look.field, styles.select);
  const isFiltered = view.search !== "" || view.severity !== null || view.sheet !== null;
  if (all < WORTH_FILTERING && !isFiltered) return null;
  return (
    <>
      <div role="search" className={styles.row}>
        <input
          type="search"
          className={mergeClasses(look.field, styles.search)}
          aria-label="Chercher dans les constats"
          placeholder="Chercher"
          value={view.search}
          onChange={({ target }) => choose({ ...view, search: target.value })}
        />
        <select
          className={select}
          aria-label="Gravité"
          value={view.severity ?? ""}
          onChange={({ target }) =>
            choose({ ...view, severity: SEVERITIES.find((severity) => severity === target.value) ?? null })
          }
        >
          <option value="">Gravité</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {SEVERITY_WORDS[severity].many}
            </option>
          ))}
        </select>
        <select
          className={select}
          aria-label="Feuille"
          value={view.sheet ?? ""}
          onChange={({ target }) => choose({ ...view, sheet: target.value === "" ? null : target.value })}
        >
          <option value="">Feuille</option>
          {sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </select>
        <select
          className={mergeClasses(select, styles.wide)}
          aria-label="Grouper"
          value={view.grouping}
          onChange={({ target }) =>
            choose({ ...view, grouping: GROUPINGS.find((grouping) => grouping === target.value) ?? "severity" })
          }
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {GROUPING_NAMES[grouping]}
            </option>
          ))}
        </select>
      </div>
      <div role="status" className={mergeClasses(styles.shown, isFiltered && styles.something)}>
        {isFiltered && (
          <>
            <span>{shown === 0 ? LIST_WORDS.none : shownOf(shown, all)}</span>
            <LinkButton text={LIST_WORDS.whole} act={() => choose({ ...WHOLE, grouping: view.grouping })} />
          </>
        )}
      </div>
    </>
  );
}
