/** Parts of the pane that come after its first lines. */

/** Asks for a part before it is wanted. One that does not come is asked for again, and told, when it is wanted. */
export function preload(load: () => Promise<unknown>): void {
  load().catch((cause: unknown) => console.error(cause));
}
