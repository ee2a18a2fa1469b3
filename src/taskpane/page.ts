/** A page of plain text in the place of the pane. It stands without React and without office.js: either may be missing. */
import { PAGES } from "../messages/pages";

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Shows one of the pages, and has it announced. */
export function showPage(name: keyof typeof PAGES): void {
  const { title, sentences, reload } = PAGES[name];
  const page = element("div");
  page.className = "page";
  const said = element("div");
  said.setAttribute("role", "alert");
  said.append(element("h1", title), ...sentences.map((sentence) => element("p", sentence)));
  page.append(said);
  if (reload !== null) {
    const button = element("button", reload);
    button.type = "button";
    button.addEventListener("click", () => location.reload());
    page.append(button);
  }
  document.getElementById("root")?.replaceChildren(page);
}
