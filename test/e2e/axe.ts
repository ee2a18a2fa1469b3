/** What a page is for everyone: what axe finds in it, and what does not fit. */
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import type { Desk } from "./bench";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export function paneFrame({ page }: Desk): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes("/volet/"));
  if (!frame) throw new Error("the pane is not open");
  return frame;
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Ids and elements of what axe finds in a page or a frame. The script is ours to inject: evaluate passes the CSP. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const results: AxeResults = await frame.evaluate("axe.run(document, {iframes: false})");
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/**
 * Pixels by which the page, or a part of it that scrolls, is too wide. A table that scrolls in a named box of its own,
 * which the keyboard reaches, may be wider: it is what WCAG 1.4.10 leaves to tables.
 */
export const overflow = (frame: Frame) =>
  frame.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll("*:not([role='group'][aria-label][tabindex='0'])")]
        .filter((element) => element === document.documentElement || getComputedStyle(element).overflowX === "auto")
        .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ),
  );
