/** The JSON that office.js and Excel exchange: a batch of actions on object paths, and its answer. */

/** The values of `ActionType`, as office.js numbers them. */
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** The values of `ObjectPathType`. */
export const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Where an argument is an object, the id of its path; nested like the arguments. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Batch {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  /** The member that refused, such as "Range.values". */
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

/** One message of an event: category, type, target and the arguments as JSON, as office.js unpacks them. */
export type EventEntry = readonly [category: number, type: number, target: string, args: string, isRemote: number];

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks the outline of a batch that came as text; null when it is none. */
export function parseBatch(text: string): Batch | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isBatch(parsed) ? parsed : null;
  } catch {
    // Not JSON: the host answers it with an error, as it does any batch that is none.
    return null;
  }
}

function isBatch(value: unknown): value is Batch {
  return isRecord(value) && Array.isArray(value["Actions"]) && isRecord(value["ObjectPaths"]);
}
