/**
 * Browser seam: the pane in an iframe, as Excel on the web holds it. The client opens only over https and under the
 * same host name as this page (another port is fine).
 */
import { EmulatedHost, type HostOptions } from "./host";
import { isRecord } from "./protocol";
import type { EmulatedWorkbook } from "./workbook";

export interface AttachPaneOptions extends HostOptions {
  /** What `isSetSupported` answers in the pane: version by lower-case set name. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** The add-in asks to be shown as a pane, or to go behind: for the page that holds the frame to do. */
  readonly onShown?: (isShown: boolean) => void;
}

/** What became of a ribbon command: the add-in said that it is done, or knows none of this name. */
export type CommandOutcome = "done" | "unknown";

export interface AttachedPane {
  readonly host: EmulatedHost;
  readonly iframe: HTMLIFrameElement;
  /** Calls what the add-in associated with this name, as a press on the ribbon does; waits for its runtime to be ready. */
  run(functionName: string): Promise<CommandOutcome>;
  /** Takes the pane out of the page and stops answering. */
  dispose(): void;
}

const LOCALE = "fr-FR";
/** What `isSetSupported` answers where nothing else is asked for: of Excel on the web, what the add-in wants. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  excelapi: "1.15",
  sharedruntime: "1.1",
  dialogapi: "1.2",
  richapiruntime: "1.2",
};

/** `DispatchId` of `executeMethod`, as office.js numbers them. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, richApiBatch: 93, commandCompleted: 94 } as const;
/** Answer of Excel to a method that it does not know (`OSF.DDA.ErrorCodeManager`: ooeInternalError). */
const INTERNAL_ERROR = 5001;
const DONE = { Error: 0, Version: 1 } as const;
const ACTION_TYPE = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const RICH_API_EVENT = "richApiMessage";
const COMMAND_EVENT = "appCommandInvoked";
/** Flag of `hostInfo` (`OSF.HostInfoFlags.SharedApp`): pane and commands run in one page. */
const SHARED_RUNTIME = 1;

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** Opens `paneUrl` in `container`; throws nothing: a pane that cannot open shows its own error. */
export function attachPane(
  container: HTMLElement,
  paneUrl: string,
  workbook: EmulatedWorkbook,
  options: AttachPaneOptions = {},
): AttachedPane {
  const host = new EmulatedHost(workbook, options);
  const iframe = document.createElement("iframe");
  const sets = options.requirementSets ?? REQUIREMENT_SETS;
  const conversation = new Conversation(iframe, host, workbook.name, sets);
  if (hasSharedRuntime(sets)) host.session.showRuntime = options.onShown ?? (() => undefined);
  const onMessage = (event: MessageEvent) => conversation.receive(event);
  window.addEventListener("message", onMessage);
  host.onEvents = (entries) => conversation.raise(RICH_API_EVENT, { ArrayData: entries });
  // The client reads its name once: it has to be there before the frame is.
  iframe.name = conversation.frameName;
  iframe.src = paneUrl;
  container.appendChild(iframe);
  return {
    host,
    iframe,
    run: (functionName) => conversation.run(functionName),
    dispose() {
      window.removeEventListener("message", onMessage);
      host.onEvents = () => undefined;
      iframe.remove();
    },
  };
}

const hasSharedRuntime = (sets: Readonly<Record<string, string>>) => "sharedruntime" in sets;

interface Command {
  readonly functionName: string;
  isSent: boolean;
  readonly end: (outcome: CommandOutcome) => void;
}

class Conversation {
  readonly #id = crypto.randomUUID();
  readonly #registered = new Set<string>();
  readonly #commands = new Map<string, Command>();
  #settings: Record<string, unknown> = {};
  #paneOrigin = window.location.origin;

  constructor(
    private readonly iframe: HTMLIFrameElement,
    private readonly host: EmulatedHost,
    private readonly workbookName: string,
    private readonly requirementSets: Readonly<Record<string, string>>,
  ) {}

  get frameName(): string {
    const flags = hasSharedRuntime(this.requirementSets) ? SHARED_RUNTIME : 0;
    return JSON.stringify({
      baseFrameName: `emulated-${this.#id}`,
      hostInfo: `Excel$Web$16.00$${LOCALE}$telemetry$$disableLogging$${flags}`,
      xdmInfo: `${this.#id}|${this.#id}|${encodeURIComponent(window.location.origin)}`,
      serializerVersion: 1,
      flights: "[]",
    });
  }

  receive(event: MessageEvent): void {
    const message = event.source === this.iframe.contentWindow ? parseMessage(event.data) : null;
    if (message?._conversationId !== this.#id || message._messageType !== 0) return;
    this.#paneOrigin = event.origin;
    void this.#answer(message).then((data) => {
      const { _actionName, _correlationId } = message;
      this.#post({ _actionName, _correlationId, _responseType: 0, _data: data });
    });
  }

  /** Sends an event to the pane, if its client registered for it. */
  raise(event: string, data: unknown): void {
    if (!this.#registered.has(event)) return;
    this.#post({ _actionName: event, _correlationId: 0, _responseType: 1, _data: data });
  }

  /** Sends a command to the pane as soon as its client listens for them. */
  run(functionName: string): Promise<CommandOutcome> {
    return new Promise((end) => {
      this.#commands.set(crypto.randomUUID(), { functionName, isSent: false, end });
      this.#sendCommands();
    });
  }

  #sendCommands(): void {
    if (!this.#registered.has(COMMAND_EVENT)) return;
    for (const [id, command] of this.#commands) {
      if (command.isSent) continue;
      command.isSent = true;
      // The keys are those of `AppCommandInvokedEventKeys`: id, name, and the event's own fields as JSON.
      this.raise(COMMAND_EVENT, { 0: id, 1: command.functionName, 2: JSON.stringify({ source: { id } }) });
    }
  }

  #completeCommand(data: Readonly<Record<string, unknown>>): void {
    const id = String(data["0"]);
    this.#commands.get(id)?.end(data["1"] === DONE.Error ? "done" : "unknown");
    this.#commands.delete(id);
  }

  async #answer(message: Message): Promise<unknown> {
    if (message._actionType === ACTION_TYPE.registerEvent) {
      this.#registered.add(message._actionName);
      // The client listens once it has been told that it is registered.
      setTimeout(() => this.#sendCommands());
    } else if (message._actionType === ACTION_TYPE.unregisterEvent) this.#registered.delete(message._actionName);
    else if (message._actionName === "ContextActivationManager_getAppContextAsync") return this.#appContext();
    else if (message._actionName === "executeMethod") return this.#execute(message._data);
    return DONE;
  }

  async #execute(data: unknown): Promise<unknown> {
    if (!isRecord(data) || !isRecord(data["DdaMethod"])) return { Version: 1, Error: INTERNAL_ERROR };
    const dispatchId = data["DdaMethod"]["DispatchId"];
    if (dispatchId === DISPATCH.richApiBatch && Array.isArray(data["ArrayData"])) {
      // The fifth entry is the body; the others are headers that this host has no use for.
      const body: unknown = data["ArrayData"][4];
      return { ...DONE, Data: [200, [], await this.host.answer(String(body))] };
    }
    if (dispatchId === DISPATCH.commandCompleted) {
      this.#completeCommand(data);
      return DONE;
    }
    if (dispatchId === DISPATCH.saveSettings) {
      const settings = isRecord(data["DdaSettingsMethod"]) ? data["DdaSettingsMethod"]["Properties"] : null;
      this.#settings = Array.isArray(settings) ? Object.fromEntries(settings) : {};
      return DONE;
    }
    if (dispatchId === DISPATCH.loadSettings) return { ...DONE, Properties: Object.entries(this.#settings) };
    return { Version: 1, Error: INTERNAL_ERROR };
  }

  #appContext(): unknown {
    // A page that begins anew listens to nothing yet.
    this.#registered.clear();
    return {
      _id: this.#id,
      _appName: 16,
      _appVersion: "16.0",
      _appUILocale: LOCALE,
      _dataLocale: LOCALE,
      _docUrl: `${window.location.origin}/${encodeURIComponent(this.workbookName)}`,
      _clientMode: 1,
      _settings: Object.entries(this.#settings),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.#id,
      _appInstanceId: this.#id,
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(this.requirementSets),
      _hostFullVersion: "16.0.19000.10000",
      _addinName: "Contrôle PLS",
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }

  #post(message: Readonly<Record<string, unknown>>): void {
    const envelope = {
      _messageType: 1,
      _conversationId: this.#id,
      _origin: window.location.origin,
      _errorCode: 0,
      _serializerVersion: 1,
    };
    this.iframe.contentWindow?.postMessage(JSON.stringify({ ...envelope, ...message }), this.#paneOrigin);
  }
}

function parseMessage(data: unknown): Message | null {
  if (typeof data !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(data);
    return isMessage(parsed) ? parsed : null;
  } catch {
    // Other scripts of the page post texts of their own.
    return null;
  }
}

function isMessage(value: unknown): value is Message {
  return isRecord(value) && typeof value["_actionName"] === "string" && typeof value["_messageType"] === "number";
}
