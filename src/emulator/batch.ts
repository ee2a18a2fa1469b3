/** Runs one batch: resolves its object paths, does its actions in order, and stops at the first refusal. */
import { memberOf, query, setProperty, update, type HostObject } from "./host-object";
import { CLIENT_SERVICE, clientServiceObject } from "./objects/client-service";
import { RUNTIME_SERVICE, runtimeServiceObject } from "./objects/runtime-service";
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchAnswer,
  type ObjectPath,
} from "./protocol";
import { notEmulated, Refusal } from "./refusal";
import type { Session } from "./session";

/** Never throws: a refusal is the answer's `Error`. Whatever was done before it stays done, as in Excel. */
export function runBatch(batch: Batch, root: HostObject, session: Session): BatchAnswer {
  const run = new BatchRun(batch, root, session);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: run.perform(action) });
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal("GeneralException", String(error));
      return {
        Results: results,
        TraceIds: traceIds,
        Error: {
          Code: refusal.code,
          Message: refusal.message,
          Location: run.location(action),
          ActionIndex: index,
          HttpStatusCode: refusal.httpStatus,
        },
      };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

class BatchRun {
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly root: HostObject,
    private readonly session: Session,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const target = this.#resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#instantiate(target);
      case ACTION.query:
        return this.#withReference(target, query(target, action.QueryInfo));
      case ACTION.queryAsJson:
        throw notEmulated("retrieve()");
      case ACTION.method:
        return this.#call(target, action) ?? null;
      case ACTION.setProperty: {
        const [value] = this.#arguments(action.ArgumentInfo);
        setProperty(existing(target, action), action.Name ?? "", value);
        return null;
      }
      case ACTION.update:
        update(existing(target, action), action.ObjectState ?? {});
        return null;
      default:
        throw notEmulated(`action type ${action.ActionType}`);
    }
  }

  /** The member to name in an error, as Excel does. */
  location(action: Action): string {
    const path = this.batch.ObjectPaths[action.ObjectPathId];
    const type = this.#resolved.get(action.ObjectPathId)?.type;
    return type ? `${type}.${action.Name ?? ""}` : (path?.Name ?? "");
  }

  #resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new Refusal("InvalidObjectPath", `The batch has no object path ${id}.`);
    const target = this.#follow(path);
    this.#resolved.set(id, target);
    return target;
  }

  #follow(path: ObjectPath): HostObject | null {
    const name = path.Name ?? "";
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.root;
      case PATH.reference:
        return this.session.kept(name);
      case PATH.nullObject:
        return null;
      case PATH.newObject:
        if (name === CLIENT_SERVICE) return clientServiceObject();
        if (name === RUNTIME_SERVICE) return runtimeServiceObject(this.session);
        throw notEmulated(`new ${name}`);
      case PATH.method:
      case PATH.property:
        return this.#member(path, name);
      case PATH.indexer:
        return this.#member(path, "Indexer");
      default:
        throw notEmulated(`object path ${path.ObjectPathType} ${name}`);
    }
  }

  #member(path: ObjectPath, name: string): HostObject | null {
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const member = memberOf(parent.objects, name);
    if (!member) throw notEmulated(`${parent.type}.${name}`);
    return member(this.#arguments(path.ArgumentInfo));
  }

  #call(receiver: HostObject | null, action: Action): unknown {
    const name = action.Name ?? "";
    const args = this.#arguments(action.ArgumentInfo);
    // The client sends it for a null object too, before it knows that it is one.
    if (name === "_KeepReference") return receiver && void this.session.keep(receiver);
    if (name === "_RemoveReference") return args.forEach((reference) => this.session.forget(String(reference)));
    const target = existing(receiver, action);
    const method = memberOf(target.methods, name);
    if (!method) throw notEmulated(`${target.type}.${name}`);
    return method(args);
  }

  #instantiate(target: HostObject | null): unknown {
    if (target === null) return null;
    return this.#withReference(target, { ...target.identity });
  }

  #withReference(target: HostObject | null, value: unknown): unknown {
    const reference = target === null ? undefined : this.session.nameOf(target);
    return reference === undefined ? value : { ...Object(value), _ReferenceId: reference };
  }

  /** An argument that is an object comes as the id of its path. */
  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const replaced = (value: unknown, ids: unknown): unknown => {
      if (Array.isArray(ids) && Array.isArray(value)) return value.map((item, index) => replaced(item, ids[index]));
      return typeof ids === "number" && ids > 0 ? this.#resolve(ids) : value;
    };
    return (info?.Arguments ?? []).map((value, index) => replaced(value, info?.ReferencedObjectPathIds?.[index]));
  }
}

function existing(target: HostObject | null, action: Action): HostObject {
  if (target === null) throw new Refusal("InvalidObjectPath", `${action.Name ?? "This"} was called on a null object.`);
  return target;
}
