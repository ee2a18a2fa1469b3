/** The pane beside the sheet, open or closed. Closed, its page goes on behind, as with the shared runtime of Excel. */
import { attachPane, type AttachedPane, type CommandOutcome, type EmulatedWorkbook } from "../emulator";
import { byId } from "./dom";

const PANE = "/volet/index.html";

export class Side {
  readonly #side = byId("side", HTMLElement);
  readonly #box = byId("pane", HTMLElement);
  #workbook: EmulatedWorkbook | null = null;
  #attached: AttachedPane | null = null;

  /** `sets` are the requirement sets of the host. */
  constructor(
    private readonly sets: Readonly<Record<string, string>>,
    isOpen: boolean,
  ) {
    this.#side.hidden = !isOpen;
    byId("close", HTMLButtonElement).addEventListener("click", () => this.#show(false));
  }

  /** Begins the pane anew on this workbook; a closed one waits to be asked for. */
  put(workbook: EmulatedWorkbook): void {
    this.#attached?.dispose();
    this.#attached = null;
    this.#workbook = workbook;
    this.#box.dataset.batches = "0";
    if (!this.#side.hidden) this.open();
  }

  open(): void {
    this.#start();
    this.#show(true);
  }

  /** What a press on the ribbon runs: the page is there for it, shown or not; it is the add-in that shows itself. */
  run(functionName: string): Promise<CommandOutcome> | null {
    return this.#start()?.run(functionName) ?? null;
  }

  /** While a cell is being edited Excel answers nothing: so does the emulated host. */
  setEditing(isEditing: boolean): void {
    if (this.#attached) this.#attached.host.isEditingCell = isEditing;
  }

  #show(isShown: boolean): void {
    this.#side.hidden = !isShown;
  }

  #start(): AttachedPane | null {
    if (!this.#workbook || this.#attached) return this.#attached;
    this.#attached = attachPane(this.#box, PANE, this.#workbook, {
      // A driver reads here how many round trips a check took.
      onBatch: ({ number }) => (this.#box.dataset.batches = String(number)),
      requirementSets: this.sets,
      onShown: (isShown) => this.#show(isShown),
    });
    this.#attached.iframe.title = "Volet Contrôle PLS";
    return this.#attached;
  }
}
