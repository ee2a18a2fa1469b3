/** The control report, from the tab Contrôler: prepared at once, shown, then added as a sheet. Loaded when first opened. */
import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import type { CodeActivite } from "../../domain/codesActivite";
import { localDay } from "../../domain/days";
import { reglagesDe, type Memoire } from "../../domain/memoire";
import { ONGLET_RAPPORT } from "../../messages/ongletRapport";
import { ECRIRE, goToSheet } from "../../messages/remplissage";
import { draftRapport } from "../../reporting/draft";
import { rapportOf, type Rapport } from "../../reporting/rapport";
import type { Workbook } from "../../workbook/picture";
import { DraftSteps } from "../draft/DraftSteps";
import { useFormLook } from "../draft/formLook";
import type { Drafted } from "../draft/state";
import type { TaskProps } from "../draft/task";
import { useDraft } from "../draft/useDraft";
import { withOrigin } from "../findings/ownJustifications";
import { takeLostFocus } from "../lostFocus";
import type { LoadCheck } from "../useCheck";
import { REPORT } from "../wording";
import { Contents } from "./Contents";

interface ReportDraft extends Drafted {
  readonly rapport: Rapport;
}

export interface ReportProps extends Pick<TaskProps, "host" | "ownCodes" | "othersWrites" | "onWritten"> {
  readonly loadCheck: LoadCheck;
}

const NO_CHOICE = {};
const WORDS = { verbe: ECRIRE, nothing: ONGLET_RAPPORT.nothing };

/** The report of the workbook as it stands now: it was perhaps corrected since the check on the screen. */
async function reportOf(
  workbook: Workbook,
  memoire: Memoire,
  loadCheck: LoadCheck,
  ownCodes: readonly CodeActivite[],
): Promise<ReportDraft> {
  const checkWorkbook = await loadCheck();
  const date = localDay(new Date());
  const report = await checkWorkbook(workbook, { date, ownCodes, reglages: reglagesDe(memoire) });
  const rapport = rapportOf(report, {
    fichier: workbook.name,
    date,
    sha256: null,
    year: null,
    ownCodes,
    justifications: await withOrigin(memoire.justifications),
  });
  const draft = draftRapport(workbook, rapport);
  const sheet = draft.sheets[0]?.name ?? draft.title;
  return { draft, sheet, rapport, aCompleter: [], arrondis: [], dejaJustes: 0, remarques: [] };
}

/** After a failure or an undo: the way on, and the way back. */
function Again({ prepare, close }: { readonly prepare: () => void; readonly close: () => void }) {
  const styles = useFormLook();
  return (
    <form
      className={styles.form}
      aria-label={REPORT}
      onSubmit={(event) => {
        event.preventDefault();
        prepare();
      }}
    >
      <p className={styles.text}>{ONGLET_RAPPORT.intro}</p>
      <div className={styles.actions}>
        <Button ref={takeLostFocus} appearance="primary" type="submit">
          Préparer
        </Button>
        <Button appearance="subtle" onClick={close}>
          Retour
        </Button>
      </div>
    </form>
  );
}

export function ReportTask({ loadCheck, close, ...props }: ReportProps & { readonly close: () => void }) {
  const { host, ownCodes, othersWrites, onWritten } = props;
  const report = useDraft<typeof NO_CHOICE, ReportDraft>({
    host,
    choices: NO_CHOICE,
    drafting: async (workbook, _choices, memoire) => ({
      ok: true,
      value: await reportOf(workbook, memoire, loadCheck, ownCodes),
    }),
    othersWrites,
    onWritten,
  });
  const { prepare } = report;
  useEffect(() => {
    prepare();
    // Once: the button that opened this asked for it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const task = {
    ...report,
    drop: close,
    cancel: () => {
      report.cancel();
      close();
    },
  };
  return (
    <DraftSteps
      task={task}
      words={WORDS}
      check={null}
      choices={<Again prepare={prepare} close={close} />}
      summary={({ rapport }) => <Contents rapport={rapport} />}
      nextStep={({ sheet }) => ({
        label: goToSheet(sheet),
        act: () => report.reveal({ sheet, row: 0, column: 0 }),
      })}
    />
  );
}
