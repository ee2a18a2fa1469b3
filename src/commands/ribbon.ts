/** The commands of the ribbon. They run in the pane's own page (shared runtime): each shows it, and says what to do. */

/** What a command asks of the pane: which of its tasks to begin. */
export type Order = "check" | "plan" | "bilan";

/** By the names that the manifest gives to the functions. */
const ORDERS: readonly (readonly [functionName: string, Order])[] = [
  ["ControlePls.Check", "check"],
  ["ControlePls.Plan", "plan"],
  ["ControlePls.Bilan", "bilan"],
];

/** The end of a command, which Excel waits for before it takes the next one. */
interface CommandEvent {
  completed?(): void;
}

/** What the ribbon needs of the host. */
export interface RibbonTools {
  associate(functionName: string, command: (event?: CommandEvent) => void): void;
  /** Rejects where the host cannot show the pane. */
  showPane(): Promise<void>;
}

export interface Ribbon {
  /** Hands over each order, first the last of those that came before anybody listened; gives the way to stop. */
  listen(listener: (order: Order) => void): () => void;
}

/** Associates the commands with their names: to be called as soon as office.js is there, before it is ready. */
export function createRibbon({ associate, showPane }: RibbonTools): Ribbon {
  let early: Order | null = null;
  const keep = (order: Order): void => {
    early = order;
  };
  let deliver = keep;
  for (const [functionName, order] of ORDERS) {
    associate(functionName, (event) => {
      deliver(order);
      showPane()
        // No order writes anything: it is there, done or prepared, when the officer opens the pane by hand.
        .catch((cause: unknown) => console.error(cause))
        .finally(() => event?.completed?.());
    });
  }
  return {
    listen(listener) {
      deliver = listener;
      if (early) listener(early);
      early = null;
      return () => {
        deliver = keep;
      };
    },
  };
}
