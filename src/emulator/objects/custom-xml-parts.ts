/** The workbook's custom XML parts, as `Excel.CustomXmlPartCollection`, and those of one namespace. */
import { namespaceOf, type CustomXmlPart } from "../custom-xml";
import { textArgument, type HostObject } from "../host-object";
import { Refusal } from "../refusal";
import type { Session } from "../session";

export function customXmlPartsObject(session: Session): HostObject {
  const { workbook } = session;
  return {
    type: "CustomXmlPartCollection",
    scalars: {},
    items: () => workbook.customXml.all.map((part) => partObject(session, part)),
    objects: {
      Add: (args) => {
        workbook.refuseWhenReadOnly();
        return partObject(session, workbook.customXml.add(textArgument(args, 0)));
      },
      GetByNamespace: (args) => scopedObject(session, textArgument(args, 0)),
      ...access(session, () => workbook.customXml.all),
    },
  };
}

function scopedObject(session: Session, namespace: string): HostObject {
  const parts = () => session.workbook.customXml.inNamespace(namespace);
  return {
    type: "CustomXmlPartScopedCollection",
    scalars: {},
    items: () => parts().map((part) => partObject(session, part)),
    objects: access(session, parts),
  };
}

/** By id: how the client names a part again in a later batch. */
function access(session: Session, parts: () => readonly CustomXmlPart[]): NonNullable<HostObject["objects"]> {
  const item = (args: readonly unknown[]) => {
    const part = parts().find(({ id }) => id === textArgument(args, 0));
    if (!part) throw new Refusal("ItemNotFound", "There is no such custom XML part.");
    return partObject(session, part);
  };
  return { Indexer: item, GetItem: item };
}

function partObject({ workbook }: Session, part: CustomXmlPart): HostObject {
  return {
    type: "CustomXmlPart",
    identity: { Id: part.id },
    scalars: { Id: { get: () => part.id }, NamespaceUri: { get: () => namespaceOf(part.xml) } },
    methods: {
      GetXml: () => part.xml,
      SetXml: (args) => {
        workbook.refuseWhenReadOnly();
        workbook.customXml.set(part, textArgument(args, 0));
      },
      Delete: () => {
        workbook.refuseWhenReadOnly();
        workbook.customXml.delete(part);
      },
    },
  };
}
