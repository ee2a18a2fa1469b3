/** The tab Bilan. Loaded when first opened. */
import { reglagesDe } from "../../domain/memoire";
import type { BilanDraft } from "../../drafting/bilanDraft";
import { COLONNES_SENTENCES } from "../../messages/colonnesDeBilan";
import { BILAN_SENTENCES } from "../../messages/ongletBilan";
import { ECRIRE, goToSheet } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import { DraftSteps } from "../draft/DraftSteps";
import type { TaskProps } from "../draft/task";
import { useDraft } from "../draft/useDraft";
import { useKept } from "../draft/useKept";
import { useAsked } from "../useOrders";
import { Choices, type Chosen } from "./Choices";
import { Columns } from "./Columns";
import { useColonnes } from "./useColonnes";
import { Warnings } from "./Warnings";
import { Versements } from "./Versements";

const FIRST: Chosen = { year: null, etape: "intermediaire", cible: "modele" };
const WORDS = { verbe: ECRIRE, nothing: BILAN_SENTENCES.nothing };

/** Where the officer begins to type. */
function entryCell({ realise, aCompleter }: BilanDraft): CellRef {
  return aCompleter.find(({ ref }) => ref.sheet === realise)?.ref ?? { sheet: realise, row: 0, column: 0 };
}

export function BilanTask(props: TaskProps) {
  const { host, loadEngine, ownCodes, settingsVersion, othersWrites, isAsked, taken, onWritten, check } = props;
  const bilan = useDraft<Chosen, BilanDraft>({
    host,
    choices: FIRST,
    drafting: async (workbook, choices, memoire, control) => {
      const { colonnes } = memoire;
      const options = { ...choices, reglages: reglagesDe(memoire), ownCodes, colonnes, dites: [] };
      return (await loadEngine()).draftBilan(workbook, options, control);
    },
    othersWrites,
    onWritten,
  });
  const { isSettled } = useKept(host, settingsVersion, bilan.choose);
  useAsked({ isAsked, isReady: isSettled, prepare: bilan.prepare, taken });
  const { phase } = bilan.state;
  const ready = phase.kind === "ready" ? phase.drafted : null;
  const colonnes = useColonnes(host, ready, bilan.prepare);
  return (
    <DraftSteps
      task={bilan}
      words={WORDS}
      check={check}
      choices={<Choices choices={bilan.state.choices} choose={bilan.choose} prepare={bilan.prepare} />}
      hold={colonnes.choix.size > 0 ? COLONNES_SENTENCES.modified : null}
      summary={(drafted) => (
        <>
          <Warnings sentences={drafted.avertissements} />
          {drafted === ready && <Columns drafted={drafted} colonnes={colonnes} />}
          <Versements bilan={drafted} />
        </>
      )}
      nextStep={(drafted) =>
        drafted.isEntry ? { label: goToSheet(drafted.realise), act: () => bilan.reveal(entryCell(drafted)) } : null
      }
    />
  );
}
