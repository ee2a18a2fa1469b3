/** What the tests of imputations share: the source's plan, fiches and imputations, and what a check tells of them. */
import type { Workbook } from "../../../src/workbook/picture";
import { qualifiedAddress } from "../../../src/workbook/address";
import { findings } from "../../builders/expectFindings";
import { imputationSheet } from "../../builders/imputations";
import { nord } from "../../builders/nord";
import { changed, workbook, type Typing } from "../../builders/picture";

export const book = workbook(...nord().sheets, imputationSheet());

/** "blocking imputation-coherente Imputations!D5 → 25" for all but informations. */
export async function told(workbookRead: Workbook): Promise<string[]> {
  return (await findings(workbookRead))
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, rule, cell, fix }) => `${severity} ${rule} ${qualifiedAddress(cell)} → ${fix?.value ?? "-"}`);
}

/** What is told when one cell of the source's imputations is typed anew. */
export async function toldAfter(address: string, typing: Typing): Promise<string[]> {
  return told(changed(book, `Imputations!${address}`, typing));
}
