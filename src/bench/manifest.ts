/** What manifest.xml puts on the ribbon, read as Excel reads it: the bench shows what the add-in would show there. */

export type RibbonAction = { readonly kind: "show" } | { readonly kind: "run"; readonly functionName: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  /** The two parts of its tooltip. */
  readonly title: string;
  readonly text: string;
  /** Address by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: RibbonAction;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface Requirement {
  readonly set: string;
  readonly version: string;
}

export interface Ribbon {
  /** What the host has to have: without it Excel leaves the whole ribbon aside. */
  readonly requirements: readonly Requirement[];
  readonly groups: readonly RibbonGroup[];
}

const all = (parent: Element, name: string) => [...parent.getElementsByTagNameNS("*", name)];
const first = (parent: Element, name: string) => all(parent, name)[0];
const textOf = (parent: Element, name: string) => first(parent, name)?.textContent?.trim() ?? "";

/** The ribbon of a manifest; null where the text is not XML, or puts nothing on it. */
export function parseRibbon(manifest: string): Ribbon | null {
  const page = new DOMParser().parseFromString(manifest, "application/xml").documentElement;
  const overrides = first(page, "VersionOverrides");
  if (!overrides) return null;
  const resources = new Map(
    all(overrides, "Resources")
      .flatMap((part) => [...part.querySelectorAll("[id]")])
      .map((resource) => [resource.id, resource.getAttribute("DefaultValue") ?? ""]),
  );
  const resource = (parent: Element, name: string) =>
    resources.get(first(parent, name)?.getAttribute("resid") ?? "") ?? "";
  return {
    requirements: all(overrides, "Set").map((set) => ({
      set: set.getAttribute("Name") ?? "",
      version: set.getAttribute("MinVersion") ?? "0",
    })),
    groups: all(overrides, "Group").map((group) => ({
      label: resource(group, "Label"),
      buttons: all(group, "Control").map((control) => ({
        id: control.id,
        label: resource(control, "Label"),
        title: resource(control, "Title"),
        text: resource(control, "Description"),
        icons: new Map(
          all(control, "Image").map((image) => [
            Number(image.getAttribute("size")),
            resources.get(image.getAttribute("resid") ?? "") ?? "",
          ]),
        ),
        action: actionOf(control),
      })),
    })),
  };
}

function actionOf(control: Element): RibbonAction {
  const functionName = textOf(control, "FunctionName");
  return functionName ? { kind: "run", functionName } : { kind: "show" };
}
