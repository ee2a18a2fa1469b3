/** The open card, with what was said of it, or the form to say it. */
import { lazy } from "react";
import { CARD_WORDS } from "../../messages/ongletControler";
import { Loaded } from "../Loaded";
import type { Checked } from "../state";
import { Card } from "./Card";
import { JustificationPart } from "./JustificationPart";
import type { Entry } from "./view";
import type { Findings } from "./useFindings";
import { keptOf, type Justify } from "./useJustify";

const JustifyForm = lazy(async () => ({ default: (await import("./JustifyForm")).JustifyForm }));

interface Props {
  readonly checked: Checked;
  readonly findings: Findings;
  readonly justify: Justify;
}

function Form({ checked, findings, justify, entry }: Props & { readonly entry: Entry }) {
  const { first } = entry;
  const [kept] = keptOf(entry.findings);
  const { rule, anchor } = first;
  const inTable = checked.report.findings.filter(
    (one) =>
      one.rule === rule &&
      one.anchor.table === anchor.table &&
      one.anchor.of === anchor.of &&
      one.anchor.year === anchor.year,
  ).length;
  return (
    <Loaded leave={findings.endTask}>
      <JustifyForm
        said={{ scope: kept?.scope ?? "cell", reason: kept?.reason ?? "", author: justify.author }}
        cells={entry.findings.length}
        inTable={inTable}
        isBlocking={first.severity === "blocking"}
        save={(said) => void justify.save(entry.findings, said).then((isDone) => isDone && findings.endTask())}
        cancel={findings.endTask}
      />
    </Loaded>
  );
}

export function OpenCard(props: Props) {
  const { findings, justify } = props;
  const { place, task, order } = findings;
  const entry = task?.kind === "justify" ? task.entry : place?.entry;
  if (!entry) return null;
  const isListed = place !== null && place.index !== -1;
  const [first] = entry.findings;
  return (
    <Card
      entry={entry}
      place={isListed ? `${place.index + 1} / ${order.length}` : CARD_WORDS.justified}
      isFirst={findings.nextOf(-1) === null}
      isLast={findings.nextOf(1) === null}
      acts={{
        close: findings.close,
        step: findings.step,
        reveal: findings.reveal,
        correct: findings.correct,
        justify: () => findings.justify(entry),
        showPage: findings.showPage,
      }}
      isWriting={task?.kind === "justify"}
      justification={
        task?.kind === "justify" ? (
          <Form key={entry.id} {...props} entry={entry} />
        ) : (
          <JustificationPart
            listed={first}
            edit={() => findings.justify(entry)}
            remove={() => justify.remove(keptOf(entry.findings))}
          />
        )
      }
    />
  );
}
