/** The bench: a readable workbook and the pane beside it, on the emulated host. For development and tests only. */
import { Desk } from "./desk";
import { byId } from "./dom";
import { Downloader } from "./download";
import { unknownCommand } from "../messages/bench";
import { REQUIREMENT_SETS } from "../emulator";
import { acceptFiles, offerExamples, offerNew } from "./opener";
import { drawRibbon } from "./ribbon";
import { Side } from "./side";
import { openWorkbookFile, type Opening } from "./workbookFile";

const trouble = byId("trouble", HTMLElement);

function say(sentence: string | null): void {
  trouble.hidden = sentence === null;
  trouble.textContent = sentence ?? "";
}

/** `?volet=ferme` begins with the pane closed, as Excel does; `?runtime=separe`, on a host without a shared runtime. */
const asked = new URLSearchParams(location.search);
const { sharedruntime, ...otherSets } = REQUIREMENT_SETS;
const sets = asked.get("runtime") === "separe" || !sharedruntime ? otherSets : { ...otherSets, sharedruntime };
const side = new Side(sets, asked.get("volet") !== "ferme");
const desk = new Desk(side, say);
const downloader = new Downloader(say);
let turns = 0;

/** Opens a file; a bad one leaves the former workbook on the desk. Of two that are asked for, the last one stays. */
async function open(name: string, load: () => Promise<Uint8Array | null>): Promise<void> {
  const turn = (turns += 1);
  const bytes = await load().catch(() => null);
  const opened: Opening = bytes ? await openWorkbookFile(bytes, name) : { ok: false, sentence: "Il est introuvable." };
  if (turn !== turns) return;
  say(opened.ok ? null : `« ${name} » ne s'ouvre pas. ${opened.sentence}`);
  if (!opened.ok) return;
  desk.open(opened.value);
  downloader.offer(opened.value);
}

const strip = byId("ribbon", HTMLElement);
void drawRibbon(strip, sets, (action) => {
  if (action.kind === "show") return side.open();
  void side.run(action.functionName)?.then((outcome) => {
    if (outcome === "unknown") say(unknownCommand(action.functionName));
  });
}).then((isDrawn) => (strip.hidden = !isDrawn));

acceptFiles((name, load) => void open(name, load));
offerNew((name, load) => void open(name, load));
void offerExamples(
  (name, load) => void open(name, load),
  () => turns === 0,
  say,
);
