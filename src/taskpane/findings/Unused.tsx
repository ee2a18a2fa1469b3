/** Justifications that no finding matches any more: what was said of a fault that is mended, or of another table. */
import { JUSTIFY_WORDS, unusedName } from "../../messages/ongletControler";
import { justificationText, sujetDeJustification } from "../../messages/rapport";
import { TABLE_TEXTS } from "../../messages/verdicts";
import type { KeptJustification } from "../../checking/justifications";
import { keyOfJustification, type Justification } from "../../domain/justification";
import { LinkButton } from "../LinkButton";
import { useFoldLook } from "./foldLook";

interface Props {
  readonly unused: readonly KeptJustification[];
  readonly remove: (justification: Justification) => void;
}

function subjectOf({ table, lines, year }: Justification): string {
  const kind = table === null ? "" : (TABLE_TEXTS[table] ?? table);
  return sujetDeJustification(kind, lines[0]?.row ?? "", year);
}

export function Unused({ unused, remove }: Props) {
  const look = useFoldLook();
  if (unused.length === 0) return null;
  return (
    <details className={look.part}>
      <summary tabIndex={0} className={look.summary}>
        {unusedName(unused.length)}
      </summary>
      <ul className={look.list}>
        {unused.map(({ justification, isReceived }) => {
          const subject = subjectOf(justification);
          return (
            <li key={keyOfJustification(justification)}>
              {subject === "" ? justification.rule : subject}&nbsp;:{" "}
              {justificationText(justification, { isReceived, isToReview: false })}{" "}
              <LinkButton
                text={JUSTIFY_WORDS.remove}
                name={`${JUSTIFY_WORDS.remove}\u00A0: ${subject}`}
                act={() => remove(justification)}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
