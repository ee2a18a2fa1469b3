/**
 * Reads the pages of the rules: the few forms of Markdown that they use, into plain data. Nothing of a page is ever taken
 * for HTML; what is no form that is known here stays as its text. Pure.
 */

export type Inline =
  | { readonly kind: "text" | "strong" | "emphasis" | "code"; readonly text: string }
  /** `target` as the page writes it: "sous-total.md", "README.md#arrondis-et-troncatures". */
  | { readonly kind: "link"; readonly text: string; readonly target: string };

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: "table";
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])|\[([^\]]+)\]\(([^)\s]+)\)/gu;

/** Stressed words and links may be a code too: "**`C5990000000-42`**", "[`sous-total`](sous-total.md)". */
function bare(text: string): string {
  return text.replaceAll("`", "");
}

/** The words of a line, with what is stressed, quoted as code, or leads to another page. */
export function inlinesOf(line: string): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  const plain = (text: string) => {
    if (text !== "") inlines.push({ kind: "text", text });
  };
  for (const match of line.matchAll(INLINE)) {
    const [whole, code, strong, emphasis, text, target] = match;
    plain(line.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined) inlines.push({ kind: "code", text: code });
    else if (strong !== undefined) inlines.push({ kind: "strong", text: bare(strong) });
    else if (emphasis !== undefined) inlines.push({ kind: "emphasis", text: emphasis });
    else if (text !== undefined && target !== undefined) inlines.push({ kind: "link", text: bare(text), target });
  }
  plain(line.slice(end));
  return inlines;
}

const HEADING = /^(#{1,6}) (.+)$/;
const ITEM = /^(?:- |\d+\. )(.*)$/;
const TABLE_RULE = /^\|[\s:|-]+\|$/;

function cellsOf(line: string): Inline[][] {
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => inlinesOf(cell.trim()));
}

function blockOf(lines: readonly string[]): Block[] {
  const [first = "", second = ""] = lines;
  const heading = HEADING.exec(first);
  if (heading) {
    const [, marks = "", text = ""] = heading;
    const rest = lines.slice(1);
    const block: Block = { kind: "heading", level: marks.length, inlines: inlinesOf(text) };
    return rest.length === 0 ? [block] : [block, ...blockOf(rest)];
  }
  if (first.startsWith("|") && TABLE_RULE.test(second)) {
    return [{ kind: "table", header: cellsOf(first), rows: lines.slice(2).map(cellsOf) }];
  }
  if (ITEM.test(first)) {
    const items: string[] = [];
    for (const line of lines) {
      const [, text] = ITEM.exec(line) ?? [];
      if (text !== undefined) items.push(text);
      else items.push(`${items.pop() ?? ""} ${line.trim()}`);
    }
    return [{ kind: "list", isOrdered: /^\d/.test(first), items: items.map(inlinesOf) }];
  }
  return [{ kind: "paragraph", inlines: inlinesOf(lines.join(" ")) }];
}

/** The blocks of a page, top to bottom. */
export function blocksOf(page: string): Block[] {
  return page
    .split(/\n\s*\n/)
    .map((part) => part.split("\n").filter((line) => line.trim() !== ""))
    .flatMap((lines) => (lines.length === 0 ? [] : blockOf(lines)));
}

/** The rule that a link leads to: "sous-total" of "sous-total.md#exemple". Null for what is no page of ours. */
export function pageOf(target: string): string | null {
  return /^([\w-]+)\.md(?:#.*)?$/.exec(target)?.[1] ?? null;
}
