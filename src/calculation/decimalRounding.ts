/**
 * Rounding as Excel does it. ROUND(1.005,2) is 1.01 in Excel, which rounds the decimal number that it shows, and 1.00 in
 * the engine, which rounds the binary one just below; measured, the engine is a cent away for one tie in sixteen, and
 * ROUNDUP(571019.06,2) gives 571019.07. To whole numbers it rounds as Excel does: so the amount is scaled first.
 */
import type { FormulaToken } from "./formulaTokens";

const ENGINE_NAMES: ReadonlyMap<string, string> = new Map([
  ["ROUND", "ROUND"],
  ["ROUNDUP", "ROUNDUP"],
  ["ROUNDDOWN", "ROUNDDOWN"],
  // With one argument TRUNC is left as it is.
  ["TRUNC", "ROUNDDOWN"],
]);

interface Call {
  readonly comma: number | null;
  readonly close: number;
}

/** Where the first two arguments of the call that opens at `open` end; null when its brackets do not match. */
function callAt(open: number, tokens: readonly FormulaToken[]): Call | null {
  let depth = 0;
  let comma: number | null = null;
  for (let at = open + 1; at < tokens.length; at++) {
    const text = tokens[at]?.text;
    if (text === ")" && depth === 0) return { comma, close: at };
    if (text === "(" || text === "{") depth++;
    else if (text === ")" || text === "}") depth--;
    else if (text === "," && depth === 0) comma ??= at;
  }
  return null;
}

/**
 * The texts of a formula's words with its roundings scaled: ROUND(a,n) becomes (ROUND((a)*10^(n),0)/10^(n)).
 * Null where the number of digits is itself a calculation: it would have to be written twice.
 */
export function withDecimalRounding(tokens: readonly FormulaToken[], texts: readonly string[]): string[] | null {
  const changed = [...texts];
  const before = new Map<number, string>();
  for (const [at, token] of tokens.entries()) {
    const name = token.kind === "function" ? ENGINE_NAMES.get(token.name) : undefined;
    if (name === undefined) continue;
    const call = callAt(at + 1, tokens);
    if (!call) return null;
    if (call.comma === null) continue;
    const digits = tokens.slice(call.comma + 1, call.close);
    if (digits.some(({ kind, text }) => kind === "function" || text === ",")) return null;
    const scale = `10^(${texts.slice(call.comma + 1, call.close).join("")})`;
    changed[at] = `(${name}`;
    before.set(at + 2, `(${before.get(at + 2) ?? ""}`);
    changed[call.comma] = `)*${scale},0)/${scale}`;
    for (let digit = call.comma + 1; digit < call.close; digit++) changed[digit] = "";
  }
  return changed.map((text, at) => (before.get(at) ?? "") + text);
}
