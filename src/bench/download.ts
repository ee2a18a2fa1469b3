/** The button that gives the workbook on the desk as a file, under the name that it came with. */
import { notDownloaded, unexpectedDownload } from "../messages/bench";
import { byId, element } from "./dom";
import type { FileOnDesk } from "./workbookFile";

export class Downloader {
  readonly #button = byId("download", HTMLButtonElement);
  #file: FileOnDesk | null = null;
  #isBusy = false;
  #hasFailed = false;

  /** `say` shows a sentence to the officer; null takes it away. */
  constructor(private readonly say: (sentence: string | null) => void) {
    this.#button.addEventListener("click", () => void this.#download());
  }

  /** The file that the button gives from now on. */
  offer(file: FileOnDesk): void {
    this.#file = file;
    this.#button.disabled = false;
  }

  async #download(): Promise<void> {
    const file = this.#file;
    // Not by the button's state: the focus would be lost.
    if (!file || this.#isBusy) return;
    const { name } = file.workbook;
    this.#isBusy = true;
    const saved = await file.save().catch(() => ({ ok: false, sentence: unexpectedDownload() }) as const);
    this.#isBusy = false;
    // What another part of the bench has said stays: a figure that was refused is not in the file.
    if (!saved.ok || this.#hasFailed) this.say(saved.ok ? null : notDownloaded(name, saved.sentence));
    this.#hasFailed = !saved.ok;
    if (saved.ok) give(name, saved.value);
  }
}

function give(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]));
  element("a", "", { href: address, download: name }).click();
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
