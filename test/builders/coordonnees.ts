/** Bank identities as the Nord's conventions write them: L744-754 are right, L472-480 are not. */
import type { Workbook } from "../../src/workbook/picture";
import { sheet, workbook, type Typing } from "./picture";

export const COMPTE: Typing[][] = [
  ["Coordonnées bancaires"],
  ["SIRET", "22590001801244"],
  ["Code établissement", "30001"],
  ["Code guichet", "00468"],
  ["Numéro de compte", "C5990000000"],
  ["Clé RIB", "42"],
  ["IBAN", "FR48 3000 1004 68C5 9900 0000 042"],
  ["BIC", "BDFEFRPPCCT"],
];

/** Lines 468 to 480: the SIRET as bank code, the key glued to the account. */
export const COMPTE_ERRONE: Typing[][] = [
  ["Le versement sera effectué à : la Paierie départementale du NORD"],
  ["au compte : département du Nord"],
  ["Code établissement : 2259 000 1801 244"],
  ["Code guichet : 00468"],
  ["Numéro de compte : C5990000000-42"],
  ["Clé RIB : 42"],
  ["IBAN : FR48 3000 1004 68C5 9900 0000 042."],
];

/** The right identity, with some of its values typed anew or left out (null), on the sheet "Compte". */
export function compte(values: Readonly<Record<string, Typing>> = {}): Workbook {
  const rows = COMPTE.map(([label, value]): Typing[] => {
    const text = String(label);
    return text in values ? [text, values[text] ?? null] : [text, value ?? null];
  });
  return workbook(sheet("Compte", rows, { format: "General" }));
}
