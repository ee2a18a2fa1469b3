import { ibanText, isRibValid, ribKey, ribOfIban, type Rib } from "../../domain/identifiants";
import type { CellFault, Rule, RuleContext, Unverifiable } from "../rule";
import {
  blocsOf,
  CHAMPS_DE_RIB,
  contraires,
  identifiantFault,
  isOtherAccount,
  isSwapped,
  type Bloc,
  type ChampDeRib,
} from "./bloc";

/** The one field whose value in a damaged IBAN would make the key right. */
function mendedByIban({ iban, rib }: Bloc): { champ: ChampDeRib; value: string } | null {
  const inside: Rib | null = iban === null ? null : ribOfIban(iban.written);
  if (rib === null || inside === null) return null;
  const mending = CHAMPS_DE_RIB.filter(
    (champ) => inside[champ] !== rib[champ] && isRibValid({ ...rib, [champ]: inside[champ] }),
  );
  const [champ] = mending;
  return champ !== undefined && mending.length === 1 ? { champ, value: inside[champ] } : null;
}

/** Fields of a form that no RIB has; a SIRET in place of the bank is told by champ-permute. */
function misshapen({ champs }: Bloc): ChampDeRib[] {
  return CHAMPS_DE_RIB.filter((champ) => champs[champ]?.state === "forme");
}

function keyFaults({ workbook }: RuleContext, bloc: Bloc): CellFault[] {
  const { champs, rib, iban, table } = bloc;
  if (rib === null || isRibValid(rib)) return [];
  const mended = mendedByIban(bloc);
  const cell = champs[mended?.champ ?? "cle"]?.cell;
  if (!cell) return [];
  const cells = CHAMPS_DE_RIB.flatMap((champ) => champs[champ]?.cell ?? []);
  // The same wrong figure copied into the IBAN is one fault.
  const isCopied =
    iban !== null && ibanText(iban.written).endsWith(`${rib.banque}${rib.guichet}${rib.compte}${rib.cle}`);
  return [
    identifiantFault(workbook, cell, {
      rule: "rib",
      severity: "blocking",
      variant: mended ? mended.champ : "cle-fausse",
      subject: table.title,
      proposal: mended ? mended.value : ribKey(rib),
      cells: isCopied ? [...cells, iban] : cells,
    }),
  ];
}

function faultsOf(context: RuleContext, bloc: Bloc): CellFault[] {
  const { workbook } = context;
  const { champs, dansIban, iban, table } = bloc;
  const zeros = CHAMPS_DE_RIB.flatMap((champ): CellFault[] => {
    const field = champs[champ];
    if (field?.state !== "zero-perdu") return [];
    return [
      identifiantFault(workbook, field.cell, {
        rule: "rib",
        severity: "warning",
        variant: "zero-perdu",
        subject: table.title,
        proposal: field.value,
        safe: true,
      }),
    ];
  });
  if (isSwapped(bloc) || isOtherAccount(bloc)) return zeros;
  const wrong = dansIban === null ? misshapen(bloc) : contraires(bloc);
  const differing = wrong.flatMap((champ): CellFault[] => {
    const field = champs[champ];
    if (!field) return [];
    return [
      identifiantFault(workbook, field.cell, {
        rule: "rib",
        severity: "blocking",
        variant: dansIban === null ? `forme-${champ}` : champ,
        subject: table.title,
        proposal: dansIban?.[champ] ?? null,
        cells: iban === null ? [] : [iban],
      }),
    ];
  });
  return [...zeros, ...(wrong.length > 0 ? differing : keyFaults(context, bloc))];
}

function isComparable(bloc: Bloc): boolean {
  return bloc.rib !== null || bloc.dansIban !== null || misshapen(bloc).length > 0;
}

/** The key of a RIB is that of its bank, branch and account; a valid IBAN says which field is wrong. */
export const rib: Rule = {
  id: "rib",
  family: "identifiants",
  run(context) {
    const blocs = blocsOf(context).filter(({ champs }) => CHAMPS_DE_RIB.some((champ) => champs[champ] !== undefined));
    const unverifiable = blocs
      .filter((bloc) => !isComparable(bloc))
      .map(({ table }): Unverifiable => ({ reason: "compte-incomplet", subject: table.title }));
    return {
      relations: [],
      faults: blocs.flatMap((bloc) => faultsOf(context, bloc)),
      checked: blocs.length - unverifiable.length,
      unverifiable,
      applies: blocs.length > 0,
    };
  },
};
