import { compact, RIB_WIDTHS, siretState } from "../../domain/identifiants";
import { fromStoredNumber } from "../../domain/decimal";
import type { CellFault, Rule, RuleContext } from "../rule";
import { blocsOf, CHAMPS_DE_RIB, identifiantFault, isSwapped, type Bloc } from "./bloc";

/** The digits that a scientific form still shows ("2,2590001801244E+13"), where they make a valid SIRET. */
function siretOfScientific(written: string): string | null {
  const digits = fromStoredNumber(Number(written.replace(",", ".").replace(/\s/g, ""))).toFixed();
  return siretState(digits) === "valid" ? digits : null;
}

function faultsOf({ workbook }: RuleContext, bloc: Bloc): CellFault[] {
  const { champs, siret, dansIban, table } = bloc;
  const { banque, guichet, compte, cle } = champs;
  const base = { rule: "champ-permute", subject: table.title } as const;
  const faults: CellFault[] = [];
  if (siret && siretState(siret.written) === "tronque") {
    const variant = "tronque";
    const proposal = siretOfScientific(siret.written);
    faults.push(identifiantFault(workbook, siret, { ...base, severity: "warning", variant, proposal }));
  }
  if (banque?.state === "siret") {
    const variant = "siret";
    const proposal = dansIban?.banque ?? null;
    faults.push(identifiantFault(workbook, banque.cell, { ...base, severity: "blocking", variant, proposal }));
  }
  if (banque && guichet && isSwapped(bloc)) {
    const fault = { severity: "blocking", variant: "banque-guichet", proposal: guichet.value } as const;
    faults.push(identifiantFault(workbook, banque.cell, { ...base, ...fault, cells: [guichet.cell] }));
  }
  if (compte?.state === "cle-collee") {
    const end = compte.text.slice(RIB_WIDTHS.compte);
    // Taking off a key that the key's own field repeats changes how the account is written, not which it is.
    const safe = cle !== undefined && compact(cle.cell.written) === end;
    const fault = { severity: "warning", variant: "cle-collee", proposal: compte.value, safe } as const;
    faults.push(identifiantFault(workbook, compte.cell, { ...base, ...fault, cells: cle ? [cle.cell] : [] }));
  }
  return faults;
}

/** An identifier in the field of another: a SIRET as bank code, bank and branch swapped, a key glued to the account. */
export const champPermute: Rule = {
  id: "champ-permute",
  family: "identifiants",
  run(context) {
    const blocs = blocsOf(context).filter(
      ({ siret, champs }) => siret !== null || CHAMPS_DE_RIB.some((champ) => champs[champ] !== undefined),
    );
    return {
      relations: [],
      faults: blocs.flatMap((bloc) => faultsOf(context, bloc)),
      checked: blocs.length,
      unverifiable: [],
      applies: blocs.length > 0,
    };
  },
};
