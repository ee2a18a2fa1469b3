// Finds Chrome, Edge or Chromium on this machine. Node built-ins only, no import.meta: jest loads it as CommonJS.
import { accessSync, constants } from "node:fs";
import path from "node:path";

const WINDOWS = [
  "Google/Chrome/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
  "Chromium/Application/chrome.exe",
];
const MAC = ["Google Chrome", "Microsoft Edge", "Chromium"];
const UNIX = [
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "chromium",
  "chromium-browser",
];

function candidates() {
  if (process.platform === "win32") {
    const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return roots.filter(Boolean).flatMap((root) => WINDOWS.map((file) => path.join(root, file)));
  }
  if (process.platform === "darwin") {
    const roots = ["/Applications", path.join(process.env.HOME ?? "/", "Applications")];
    return roots.flatMap((root) => MAC.map((name) => path.join(root, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/bin", "/snap/bin"].filter(Boolean);
  return UNIX.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a browser that speaks the DevTools protocol, or null. CHROME_PATH, when set, goes first. */
export function findBrowser() {
  return [process.env.CHROME_PATH, ...candidates()].find((file) => file && runnable(file)) ?? null;
}

/** The switches that a browser wants here: Chromium has no sandbox for root, and nothing is to be asked outside. */
export function browserSwitches() {
  const root = typeof process.getuid === "function" && process.getuid() === 0;
  return [
    ...(root ? ["--no-sandbox"] : []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}
