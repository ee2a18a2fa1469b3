/** French typography of what the pane shows. Sentences are written with the keys of a keyboard, also by rules to come. */

const NBSP = "\u00a0";
const NARROW_NBSP = "\u202f";

/** The same words: curved apostrophes, and spaces before and inside signs that no line is cut at. */
export function typographie(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, "’")
    .replace(/« /g, `«${NBSP}`)
    .replace(/ (?=[»:](?:$|[\s.,;)]))/g, NBSP)
    .replace(/[ \u00a0](?=[;!?](?:$|[\s»)]))/g, NARROW_NBSP);
}
