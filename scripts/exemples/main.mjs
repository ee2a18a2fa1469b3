// Writes assets/exemples/*.xlsx: `node scripts/exemples/main.mjs`. The same bytes each time.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { departementSheets } from "./departement.mjs";
import { putFaults } from "./faults.mjs";
import { nordSheets } from "./nord-sheets.mjs";

const FOLDER = new URL("../../assets/exemples/", import.meta.url);
/** Day of the deliberation; archives date their parts from 1980. */
const DATE = new Date("2024-07-08T10:00:00Z");
const PART_DATE = "1980-01-01T00:00:00";

/** hucre keeps the result of a formula as a text when it is an error; Excel's type for it is "e". */
const ERROR_RESULT = /t="str"([^>]*><f>[^<]*<\/f><v>#)/g;

async function bytesOf(sheets, title) {
  const written = await writeXlsx({
    sheets,
    defaultFont: { name: "Calibri", size: 11 },
    properties: { title, creator: "Contrôle PLS", created: DATE, modified: DATE },
  });
  const parts = Object.entries(unzipSync(written)).map(([name, bytes]) => {
    if (!name.startsWith("xl/worksheets/")) return [name, bytes];
    return [name, strToU8(strFromU8(bytes).replace(ERROR_RESULT, 't="e"$1'))];
  });
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: PART_DATE });
}

const WORKBOOKS = [
  ["nord-2024.xlsx", "Nord 2024", () => nordSheets()],
  ["nord-2024-formules.xlsx", "Nord 2024, totaux en formules", () => nordSheets({ withFormulas: true })],
  ["nord-2024-erreurs.xlsx", "Nord 2024, avec cinq erreurs", () => putFaults(nordSheets())],
  ["departement-k-euros.xlsx", "Département fictif, en milliers d'euros", departementSheets],
];

mkdirSync(FOLDER, { recursive: true });
for (const [name, title, sheets] of WORKBOOKS) {
  writeFileSync(new URL(name, FOLDER), await bytesOf(sheets(), title));
  console.log(fileURLToPath(new URL(name, FOLDER)));
}
