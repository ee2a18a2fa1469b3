/** The ways to a workbook: the examples, the file picker, and a file dropped anywhere on the page. */
import { byId, element } from "./dom";

export type OpenFile = (bytes: Uint8Array, name: string) => void;

/** Example to open first, by the page's address: `?classeur=nom.xlsx`. */
const wanted = () => new URLSearchParams(location.search).get("classeur");

async function fetchExample(name: string): Promise<Uint8Array | null> {
  const response = await fetch(`/exemples/${encodeURIComponent(name)}`).catch(() => null);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

function parseNames(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((name) => typeof name === "string") : [];
}

/** Fills the list of examples and opens the first one, or the one that the address names. */
export async function offerExamples(open: OpenFile, trouble: (sentence: string) => void): Promise<void> {
  const list = byId("samples", HTMLSelectElement);
  const names = await fetch("/exemples.json").then(
    async (response) => parseNames(await response.json()),
    () => [],
  );
  list.replaceChildren(...names.map((name) => element("option", "", { value: name }, name.replace(/\.xlsx$/, ""))));
  const show = async (name: string) => {
    const bytes = await fetchExample(name);
    if (bytes) open(bytes, name);
    else trouble(`L'exemple « ${name} » est introuvable. Choisissez-en un autre, ou ouvrez un fichier.`);
  };
  list.addEventListener("change", () => void show(list.value));
  const first = wanted() ?? names[0];
  if (first === undefined) return trouble("Aucun exemple. Ouvrez un fichier .xlsx, ou déposez-le sur la page.");
  list.value = first;
  await show(first);
}

/** Opens what is picked or dropped. The list of examples then names none. */
export function acceptFiles(open: OpenFile): void {
  const take = async (file: File | undefined) => {
    if (!file) return;
    byId("samples", HTMLSelectElement).selectedIndex = -1;
    open(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  const picker = byId("file", HTMLInputElement);
  byId("open", HTMLButtonElement).addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    void take(picker.files?.[0]);
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
    void take(event.dataTransfer?.files[0]);
  });
}
