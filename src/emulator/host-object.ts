/** An object of Excel's model as the protocol sees it: named members, each emulated on purpose. */
import { isRecord, type QueryInfo } from "./protocol";
import { notEmulated, Refusal } from "./refusal";

export interface Property {
  readonly get: () => unknown;
  /** Missing on a read-only property. */
  readonly set?: (value: unknown) => void;
}

export type Arguments = readonly unknown[];

/** Member names are those of the wire: `Values` for `values`. A method that gives null gives a null object. */
export interface HostObject {
  readonly type: string;
  readonly scalars: Readonly<Record<string, Property>>;
  /** Properties and methods that lead to another object. */
  readonly objects?: Readonly<Record<string, (args: Arguments) => HostObject | null>>;
  /** Methods that act or give a plain value. */
  readonly methods?: Readonly<Record<string, (args: Arguments) => unknown>>;
  /** Only on a collection. */
  readonly items?: () => readonly HostObject[];
  /** What lets the client name the object again in a later batch. */
  readonly identity?: Readonly<Record<string, unknown>>;
}

/** The member of `members` under a name whose case and leading underscore the client is free with. */
export function memberOf<T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  if (!members) return undefined;
  if (Object.hasOwn(members, name)) return members[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(members).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : members[found];
}

export function setProperty(target: HostObject, name: string, value: unknown): void {
  const property = memberOf(target.scalars, name);
  if (!property?.set) throw notEmulated(`set ${target.type}.${name}`);
  property.set(value);
}

/** Sets several properties at once, as `object.set({…})` does. */
export function update(target: HostObject, state: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(state)) {
    const child = memberOf(target.objects, name)?.([]);
    if (child && isRecord(value)) update(child, value);
    else setProperty(target, name, value);
  }
}

/**
 * What a load returns: the selected properties, those of linked objects nested under their name; on a collection,
 * those of each item. Throws `ApiNotFound` for a property that is not emulated.
 */
export function query(target: HostObject | null, info: QueryInfo = {}): unknown {
  if (target === null) return null;
  if (!target.items) return properties(target, info);
  const skip = info.Skip ?? 0;
  const items = target.items().slice(skip, info.Top === undefined ? undefined : skip + info.Top);
  const forItems = { Select: info.Select ?? [], Expand: info.Expand ?? [] };
  return { _Items: items.map((item) => ({ ...item.identity, ...properties(item, forItems) })) };
}

function properties(target: HostObject, { Select = [], Expand = [] }: QueryInfo): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  const wanted = [...Select, ...Expand.map((name) => `${name}/*`)];
  for (const path of wanted.length > 0 ? wanted : ["*"]) {
    const [head = "", ...rest] = path.split(/[/.]/);
    if (head === "*") {
      for (const [name, property] of Object.entries(target.scalars)) values[name] = property.get();
    } else if (memberOf(target.objects, head)) {
      nested.set(head, [...(nested.get(head) ?? []), rest.join("/") || "*"]);
    } else {
      values[upperFirst(head)] = scalar(target, head).get();
    }
  }
  for (const [name, select] of nested) {
    values[upperFirst(name)] = query(memberOf(target.objects, name)?.([]) ?? null, { Select: select });
  }
  return values;
}

function scalar(target: HostObject, name: string): Property {
  const property = memberOf(target.scalars, name);
  if (!property) throw notEmulated(`${target.type}.${name}`);
  return property;
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The text at `index`; `InvalidArgument` when it is none. */
export function textArgument(args: Arguments, index: number): string {
  const value = args[index];
  if (typeof value !== "string") throw new Refusal("InvalidArgument", `Argument ${index + 1} is not a text.`);
  return value;
}
