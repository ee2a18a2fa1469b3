/** Node seam: the unmodified office.js client, in this process, over an emulated host. For tests only. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { EmulatedHost, type HostOptions, type HostStatistics } from "./host";
import { isRecord } from "./protocol";
import type { EmulatedWorkbook } from "./workbook";

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: EmulatedHost;
  /** Read anew at each access. */
  readonly statistics: HostStatistics;
}

/** What the client sends: its own message number and, inside, the batch as text or as an object. */
interface BridgeMessage {
  readonly id: number;
  readonly body: string;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

const CLIENT_FILE = "@microsoft/office-js/dist/excel-web-16.00.js";
let script: vm.Script | null = null;

/**
 * Loads the client over `workbook`: a new one each time (about 90 ms the first time, less after), so that no test
 * sees another's registrations. Values and errors are of this realm: they compare equal in jest.
 */
export function loadOfficeClient(workbook: EmulatedWorkbook, options: HostOptions = {}): OfficeClient {
  const host = new EmulatedHost(workbook, options);
  const scope = clientScope(bridgeTo(host));
  clientScript().runInContext(vm.createContext(scope));
  if (!isClient(scope)) throw new Error(`${CLIENT_FILE} did not define Excel.`);
  return {
    Excel: scope.Excel,
    OfficeExtension: scope.OfficeExtension,
    host,
    get statistics() {
      return host.statistics;
    },
  };
}

function clientScript(): vm.Script {
  if (script) return script;
  const packages = createRequire(path.join(process.cwd(), "package.json"));
  const file = packages.resolve(CLIENT_FILE);
  script = new vm.Script(readFileSync(file, "utf8"), { filename: file });
  return script;
}

function isClient(
  scope: object,
): scope is { Excel: OfficeClient["Excel"]; OfficeExtension: OfficeClient["OfficeExtension"] } {
  return "Excel" in scope && "OfficeExtension" in scope;
}

function bridgeTo(host: EmulatedHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, body } = parseBridgeMessage(text);
      void host.answer(body).then((answer) => {
        const message = { statusCode: 200, headers: {}, body: JSON.parse(answer) as unknown };
        bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message }));
      });
    },
    // The client puts its own function here.
    onMessageFromHost: () => undefined,
  };
  host.onEvents = (entries) => {
    setTimeout(() => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } })), 0);
  };
  return bridge;
}

function parseBridgeMessage(text: string): BridgeMessage {
  const parsed: unknown = JSON.parse(text);
  const message = isRecord(parsed) ? parsed["message"] : null;
  if (!isRecord(parsed) || !isRecord(message) || typeof parsed["id"] !== "number") {
    throw new TypeError("The client sent no request.");
  }
  const body = message["body"];
  return { id: parsed["id"], body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** The few names of a browser that the client touches while it loads. */
function clientScope(bridge: Bridge): object {
  const nothing = () => undefined;
  const element = () => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [],
  });
  const place = { href: "https://localhost/", origin: "https://localhost", search: "", hash: "", protocol: "https:" };
  const scope: Record<string, unknown> = {
    ...{ console, performance, setTimeout, clearTimeout, setInterval, clearInterval },
    ...{ JSON, Error, TypeError, Date, Math, Promise },
    navigator: { userAgent: "node" },
    location: place,
    addEventListener: nothing,
    removeEventListener: nothing,
    document: {
      ...element(),
      createElement: element,
      head: element(),
      body: element(),
      readyState: "loading",
      domain: "localhost",
      URL: place.href,
      querySelectorAll: () => [],
    },
    _richApiNativeBridge: bridge,
  };
  for (const name of ["window", "self", "parent", "top"]) scope[name] = scope;
  return scope;
}
