/**
 * Which justifications of a workbook were given on this machine: the others came with it, and are not trusted. Only
 * their digests are kept, in the browser; the reasons and the names stay in the workbook.
 */
import type { KeptJustification } from "../../checking/justifications";
import { plainJustification, type Justification } from "../../domain/justification";

const KEY = "controle-pls.justifications";
/** Far more than an officer writes in a campaign; the oldest go first. */
const MOST = 2_000;

/** Where the browser keeps nothing, they are known until the pane closes. */
const inSession = new Set<string>();

function storedDigests(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

async function digestOf(justification: Justification): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(plainJustification(justification)));
  const digest = await crypto.subtle.digest("SHA-256", text);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes these for this machine's own from now on. */
export async function rememberOwn(justifications: readonly Justification[]): Promise<void> {
  const digests = await Promise.all(justifications.map(digestOf));
  for (const digest of digests) inSession.add(digest);
  try {
    const all = [...new Set([...storedDigests(), ...digests])].slice(-MOST);
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // They are own until the pane closes, and received after it: the cautious side.
  }
}

/** Tells own ones from those that came with the workbook. */
export async function withOrigin(justifications: readonly Justification[]): Promise<KeptJustification[]> {
  const own = new Set([...inSession, ...storedDigests()]);
  return Promise.all(
    justifications.map(async (justification) => ({
      justification,
      isReceived: !own.has(await digestOf(justification)),
    })),
  );
}
