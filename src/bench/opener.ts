/** The ways to a workbook: the examples, an empty one, the file picker, and a file dropped anywhere on the page. */
import { newXlsx } from "../xlsx/newWorkbook";
import { byId, element } from "./dom";

/** `load` gives the bytes, or null when they cannot be had. */
export type OpenFile = (name: string, load: () => Promise<Uint8Array | null>) => void;

/** The whole tables of a real convention. */
const FIRST = "nord-2024.xlsx";

/** Another example to open first, by the page's address: `?classeur=nom.xlsx`. */
const wanted = () => new URLSearchParams(location.search).get("classeur");

async function fetchExample(name: string): Promise<Uint8Array | null> {
  const response = await fetch(`/exemples/${encodeURIComponent(name)}`).catch(() => null);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

function parseNames(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((name) => typeof name === "string") : [];
}

/** Fills the list of examples and opens the first one, or the one that the address names, on an empty desk. */
export async function offerExamples(
  open: OpenFile,
  isDeskEmpty: () => boolean,
  trouble: (sentence: string) => void,
): Promise<void> {
  const list = byId("samples", HTMLSelectElement);
  const names = await fetch("/exemples.json").then(
    async (response) => parseNames(await response.json()),
    () => [],
  );
  list.replaceChildren(...names.map((name) => element("option", "", { value: name }, name.replace(/\.xlsx$/, ""))));
  const show = (name: string) => open(name, () => fetchExample(name));
  list.addEventListener("change", () => show(list.value));
  const first = wanted() ?? names.find((name) => name === FIRST) ?? names[0];
  if (!isDeskEmpty()) {
    list.selectedIndex = -1;
    return;
  }
  if (first === undefined) return trouble("Aucun exemple. Ouvrez un fichier .xlsx, ou déposez-le sur la page.");
  list.value = first;
  show(first);
}

function forgetExample(): void {
  byId("samples", HTMLSelectElement).selectedIndex = -1;
}

/** Opens an empty workbook at each press, each with a name of its own, as Excel does. */
export function offerNew(open: OpenFile): void {
  let count = 0;
  byId("new", HTMLButtonElement).addEventListener("click", () => {
    forgetExample();
    count += 1;
    open(`Classeur${count}.xlsx`, () => newXlsx("Feuil1"));
  });
}

/** Opens what is picked or dropped. The list of examples then names none. */
export function acceptFiles(open: OpenFile): void {
  const take = (file: File | undefined) => {
    if (!file) return;
    forgetExample();
    // A folder that is dropped, or a file that has gone, has no bytes.
    open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  };
  const picker = byId("file", HTMLInputElement);
  byId("open", HTMLButtonElement).addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    take(picker.files?.[0]);
    // The same file may be picked again after it was changed.
    picker.value = "";
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    take(event.dataTransfer?.files[0]);
  });
}
