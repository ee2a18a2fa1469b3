import { NOTHING, type Rule } from "../rule";
import { checkedCells } from "./cells";

/**
 * An amount a thousand or a million times too large or small for its relations. The diagnosis finds it: this entry
 * says what was looked at.
 */
export const unite: Rule = {
  id: "unite",
  family: "saisie",
  run(context) {
    const checked = checkedCells(context).filter(({ cell }) => cell.amount !== null).length;
    return checked === 0 ? NOTHING : { ...NOTHING, checked, applies: true };
  },
};
