import { ibanOfRib, ibanState, ibanText, isRibValid } from "../../domain/identifiants";
import type { CellFault, Rule, RuleContext } from "../rule";
import { blocsOf, CHAMPS_DE_RIB, identifiantFault, isFrench, isOtherAccount, type Bloc } from "./bloc";

function faultOf({ workbook }: RuleContext, bloc: Bloc): CellFault[] {
  const { iban, rib, champs, table } = bloc;
  if (iban === null) return [];
  const state = ibanState(iban.written);
  const isOther = isOtherAccount(bloc);
  if (state === "valid" && !isOther) return [];
  const isSound = rib !== null && isRibValid(rib);
  // A wrong figure copied from the RIB is told there, once.
  const isCopy =
    rib !== null && !isSound && ibanText(iban.written).endsWith(`${rib.banque}${rib.guichet}${rib.compte}${rib.cle}`);
  if (isCopy) return [];
  return [
    identifiantFault(workbook, iban, {
      rule: "iban",
      severity: "blocking",
      variant: isOther ? "autre-compte" : state,
      subject: table.title,
      proposal: isSound && isFrench(iban) ? ibanOfRib(rib) : null,
      cells: isOther || isSound ? CHAMPS_DE_RIB.flatMap((champ) => champs[champ]?.cell ?? []) : [],
    }),
  ];
}

/** The key of an IBAN is right, and a French one holds the bank, branch, account and key of the RIB beside it. */
export const iban: Rule = {
  id: "iban",
  family: "identifiants",
  run(context) {
    const blocs = blocsOf(context).filter((bloc) => bloc.iban !== null);
    return {
      relations: [],
      faults: blocs.flatMap((bloc) => faultOf(context, bloc)),
      checked: blocs.length,
      unverifiable: [],
      applies: blocs.length > 0,
    };
  },
};
