/** This program, as its answers and reports name it. */
export const TOOL = {
  name: "controle-pls",
  version: "0.1.0",
  /** Version of the conventions' data: rates, codes, clauses, deadlines. */
  reference: "2024.1",
} as const;
