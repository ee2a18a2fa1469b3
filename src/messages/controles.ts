/** What the command line says beside the answers of several files. */
import { VERDICT_TEXTS } from "./verdicts";

type Verdict = keyof typeof VERDICT_TEXTS;

function classeurs(count: number): string {
  return count > 1 ? `${count} classeurs` : `${count} classeur`;
}

export function avancement(done: number, total: number): string {
  return `${done} sur ${classeurs(total)}…`;
}

/** "70 classeurs contrôlés : Aucune anomalie relevée 66, Classeur illisible 4." */
export function recapitulatif(verdicts: readonly Verdict[], total: number): string {
  const counts = (Object.keys(VERDICT_TEXTS) as Verdict[]).flatMap((verdict) => {
    const count = verdicts.filter((one) => one === verdict).length;
    return count === 0 ? [] : [`${VERDICT_TEXTS[verdict]} ${count}`];
  });
  const s = verdicts.length > 1 ? "s" : "";
  const told = `${classeurs(verdicts.length)} contrôlé${s}${counts.length === 0 ? "" : ` : ${counts.join(", ")}`}.`;
  return verdicts.length === total
    ? told
    : `Contrôle interrompu. ${told} Relancez la commande pour les ${total - verdicts.length} autres.`;
}
