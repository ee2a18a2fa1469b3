/** The strip above the sheet: the add-in's own group of the ribbon, as its manifest describes it. */
import { element } from "./dom";
import { parseRibbon, type Requirement, type RibbonAction, type RibbonButton, type RibbonGroup } from "./manifest";

/** Of a large button, in CSS pixels. */
const ICON_SIZE = 32;

export type Press = (action: RibbonAction) => void;

/** Versions as Excel compares them: part by part, not as decimals. */
function isMet({ set, version }: Requirement, sets: Readonly<Record<string, string>>): boolean {
  const [has = [], wanted = []] = [sets[set.toLowerCase()], version].map((text) => text?.split(".").map(Number));
  return (has[0] ?? -1) > (wanted[0] ?? 0) || (has[0] === (wanted[0] ?? 0) && (has[1] ?? 0) >= (wanted[1] ?? 0));
}

/** The manifest names the bench by its usual port, which may be taken: only the path of an address counts here. */
const here = (address: string) => new URL(address).pathname;

function iconOf({ icons }: RibbonButton): string {
  const sizes = [...icons.keys()].sort((a, b) => a - b);
  const wanted = ICON_SIZE * devicePixelRatio;
  const size = sizes.find((one) => one >= wanted) ?? sizes.at(-1);
  return here(icons.get(size ?? 0) ?? location.href);
}

function drawButton(button: RibbonButton, press: Press): HTMLElement {
  const place = element("span", "command");
  const tip = element("span", "tip", { role: "tooltip", id: `tip-${button.id}` });
  tip.append(element("b", "", {}, button.title), element("span", "", {}, button.text));
  const made = element("button", "", { type: "button", "aria-describedby": tip.id });
  const size = String(ICON_SIZE);
  made.append(element("img", "", { src: iconOf(button), alt: "", width: size, height: size }), button.label);
  made.addEventListener("click", () => press(button.action));
  place.append(made, tip);
  return place;
}

function drawGroup({ label, buttons }: RibbonGroup, press: Press): HTMLElement {
  const group = element("div", "group", { role: "group", "aria-label": label });
  const row = element("div", "commands");
  row.append(...buttons.map((button) => drawButton(button, press)));
  group.append(row, element("span", "label", { "aria-hidden": "true" }, label));
  return group;
}

/** Draws what the manifest puts on the ribbon of a host with these requirement sets; false where that is nothing. */
export async function drawRibbon(
  strip: HTMLElement,
  sets: Readonly<Record<string, string>>,
  press: Press,
): Promise<boolean> {
  const manifest = await fetch("/manifest.xml").then(
    (response) => (response.ok ? response.text() : ""),
    () => "",
  );
  const ribbon = parseRibbon(manifest);
  if (!ribbon?.requirements.every((requirement) => isMet(requirement, sets))) return false;
  strip.replaceChildren(...ribbon.groups.map((group) => drawGroup(group, press)));
  return ribbon.groups.length > 0;
}
