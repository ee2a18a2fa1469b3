/** The bench: a readable workbook and the pane beside it, on the emulated host. For development and tests only. */
import { Desk } from "./desk";
import { byId } from "./dom";
import { acceptFiles, offerExamples } from "./opener";
import { openWorkbookFile } from "./workbookFile";

const trouble = byId("trouble", HTMLElement);

function say(sentence: string | null): void {
  trouble.hidden = sentence === null;
  trouble.textContent = sentence ?? "";
}

const desk = new Desk(say);

/** Opens a file; a bad one leaves the former workbook on the desk. */
async function open(bytes: Uint8Array, name: string): Promise<void> {
  const opened = await openWorkbookFile(bytes, name);
  say(opened.ok ? null : `« ${name} » ne s'ouvre pas. ${opened.sentence}`);
  if (opened.ok) desk.open(opened.value);
}

acceptFiles((bytes, name) => void open(bytes, name));
void offerExamples((bytes, name) => void open(bytes, name), say);
