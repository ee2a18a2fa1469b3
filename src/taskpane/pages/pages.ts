/** The pages of the rules, which the build takes in: they are read without any network. */

const files = import.meta.webpackContext("../../../docs/regles", { recursive: false, regExp: /\.md$/ });

/** The text of a page by its rule, "README" for what they share; null where there is none. */
export function pageText(name: string): string | null {
  const path = `./${name}.md`;
  const text: unknown = files.keys().includes(path) ? files(path) : null;
  return typeof text === "string" ? text : null;
}
