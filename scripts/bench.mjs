// npm run bench: what a check costs in time and memory, on workbooks made for it, beside bare reads by other readers.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { main } from "./prepare.mjs";

await main(async () => {
  const [speed, cli] = await ensureBuilt("speed", "cli");
  const bench = path.join(speed, "main.cjs");
  process.argv = [process.execPath, bench, "--cli", path.join(cli, "main.cjs"), ...process.argv.slice(2)];
  await import(pathToFileURL(bench).href);
});
