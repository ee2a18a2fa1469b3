// npm run bench:detection: faults sown in workbooks that nobody knows, and how many of them are found, by kind.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { main } from "./prepare.mjs";

await main(async () => {
  const [folder] = await ensureBuilt("detection");
  await import(pathToFileURL(path.join(folder, "main.cjs")).href);
});
