/** What one client shares with its host over several batches: the workbook, the limits and the kept references. */
import type { HostObject } from "./host-object";
import type { HostLimits } from "./host";
import { Refusal } from "./refusal";
import type { EmulatedWorkbook } from "./workbook";

export class Session {
  readonly #kept = new Map<string, HostObject>();
  readonly #names = new WeakMap<HostObject, string>();
  /** Events that the client registered for, such as "Worksheets.DataChanged". */
  readonly registrations = new Set<string>();
  /** Shows the add-in's runtime as a pane, or puts it behind; null where the host has no shared runtime. */
  showRuntime: ((isShown: boolean) => void) | null = null;
  #next = 1;

  constructor(
    readonly workbook: EmulatedWorkbook,
    readonly limits: HostLimits,
  ) {}

  /** Keeps an object for later batches; gives the name under which the client will ask for it. */
  keep(target: HostObject): string {
    const name = this.#names.get(target) ?? `ref${this.#next++}`;
    this.#names.set(target, name);
    this.#kept.set(name, target);
    return name;
  }

  nameOf(target: HostObject): string | undefined {
    return this.#names.get(target);
  }

  kept(name: string): HostObject {
    const target = this.#kept.get(name);
    if (!target) throw new Refusal("ItemNotFound", `The reference ${name} is gone.`);
    return target;
  }

  forget(name: string): void {
    this.#kept.delete(name);
  }

  /** How many references the client still holds: a leak shows here. */
  get keptCount(): number {
    return this.#kept.size;
  }
}
