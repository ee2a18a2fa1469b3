/** The tab Plan. Loaded when first opened. */
import { reglagesDe } from "../../domain/memoire";
import type { PlanDraft, PlanOptions, PlanResult } from "../../drafting/plan";
import { PLAN_SENTENCES, REMPLIR, missingNotifies } from "../../messages/remplissage";
import type { Workbook } from "../../workbook/picture";
import { DraftSteps } from "../draft/DraftSteps";
import type { TaskProps } from "../draft/task";
import { useDraft } from "../draft/useDraft";
import { useKept } from "../draft/useKept";
import { useAsked } from "../useOrders";
import { Choices, type Chosen } from "./Choices";

/** How plans are drafted: loaded when the first one is. */
export type LoadDraftPlan = () => Promise<(workbook: Workbook, options: PlanOptions) => PlanResult>;

const FIRST: Chosen = { year: null, parties: "ensemble", cible: "modele", avenant: false };
const WORDS = { verbe: REMPLIR, nothing: PLAN_SENTENCES.nothing };

interface Props extends TaskProps {
  readonly loadDraftPlan: LoadDraftPlan;
  readonly openSettings: () => void;
}

export function PlanTask({ loadDraftPlan, openSettings, ...props }: Props) {
  const { host, ownCodes, settingsVersion, othersWrites, isAsked, taken, onWritten, check } = props;
  const plan = useDraft<Chosen, PlanDraft>({
    host,
    choices: FIRST,
    drafting: async (workbook, choices, memoire) =>
      (await loadDraftPlan())(workbook, { ...choices, reglages: reglagesDe(memoire), ownCodes }),
    othersWrites,
    onWritten,
  });
  const { choices } = plan.state;
  const { reglages: kept, isSettled } = useKept(host, settingsVersion, plan.choose);
  useAsked({ isAsked, isReady: isSettled, prepare: plan.prepare, taken });
  const years = kept?.notifies.map(({ annee }) => annee) ?? [];
  const isMissing = kept !== undefined && (choices.year === null ? years.length === 0 : !years.includes(choices.year));
  return (
    <DraftSteps
      task={plan}
      words={WORDS}
      check={check}
      choices={
        <Choices
          choices={choices}
          hint={isMissing ? missingNotifies(choices.year) : null}
          choose={plan.choose}
          prepare={plan.prepare}
          openSettings={openSettings}
        />
      }
    />
  );
}
