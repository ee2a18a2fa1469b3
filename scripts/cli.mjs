// npm run check, fill, report: the command line's bundle, built when the sources have changed, then run in this very process.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { main } from "./prepare.mjs";

await main(async () => {
  const [folder] = await ensureBuilt("cli");
  await import(pathToFileURL(path.join(folder, "main.cjs")).href);
});
