/** The bench: a readable workbook and the pane beside it, on the emulated host. For development and tests only. */
import { Desk } from "./desk";
import { byId } from "./dom";
import { Downloader } from "./download";
import { acceptFiles, offerExamples, offerNew } from "./opener";
import { openWorkbookFile, type Opening } from "./workbookFile";

const trouble = byId("trouble", HTMLElement);

function say(sentence: string | null): void {
  trouble.hidden = sentence === null;
  trouble.textContent = sentence ?? "";
}

const desk = new Desk(say);
const downloader = new Downloader(say);
let asked = 0;

/** Opens a file; a bad one leaves the former workbook on the desk. Of two that are asked for, the last one stays. */
async function open(name: string, load: () => Promise<Uint8Array | null>): Promise<void> {
  const turn = (asked += 1);
  const bytes = await load().catch(() => null);
  const opened: Opening = bytes ? await openWorkbookFile(bytes, name) : { ok: false, sentence: "Il est introuvable." };
  if (turn !== asked) return;
  say(opened.ok ? null : `« ${name} » ne s'ouvre pas. ${opened.sentence}`);
  if (!opened.ok) return;
  desk.open(opened.value);
  downloader.offer(opened.value);
}

acceptFiles((name, load) => void open(name, load));
offerNew((name, load) => void open(name, load));
void offerExamples(
  (name, load) => void open(name, load),
  () => asked === 0,
  say,
);
