import type { Rule } from "../rule";
import { doublesOf } from "./fluxDoubles";
import { ratesOf, titleFaults } from "./fluxRates";
import { shareFaults } from "./fluxShares";
import { sumsOf } from "./fluxSums";

/** Persons and posts: sums, announced rates, shares, and the same count in two tables. At most a warning. */
export const fluxStock: Rule = {
  id: "flux-stock",
  family: "indicateurs",
  run({ reading: { fluxStocks } }) {
    const relations = [
      ...fluxStocks.flatMap((table) => [...sumsOf(table), ...ratesOf(table)]),
      ...doublesOf(fluxStocks),
    ];
    const titles = fluxStocks.map(titleFaults);
    const shares = shareFaults(fluxStocks);
    const checked = shares.checked + titles.reduce((count, title) => count + title.checked, 0);
    const [first] = fluxStocks;
    return {
      relations,
      faults: [...titles.flatMap(({ faults }) => faults), ...shares.faults],
      checked,
      unverifiable:
        first && relations.length + checked === 0 ? [{ reason: "nombres-sans-recoupement", subject: first.title }] : [],
      applies: fluxStocks.length > 0,
    };
  },
};
