/** The command line: `check` reads files, checks them and prints one answer; `fill`, `bilan` and `report` write a copy. */
import { USAGE } from "./arguments";
import { BILAN_USAGE } from "./bilanArguments";
import { check } from "./check";
import { FILL_USAGE } from "./fillArguments";
import { print } from "./print";
import { REPORT_USAGE } from "./reportArguments";

async function main([command, ...words]: readonly string[]): Promise<number> {
  if (command === "check") return check(words);
  // What writes copies is set up for the commands that do.
  if (command === "fill") return (await import("./fill")).fill(words);
  if (command === "bilan") return (await import("./bilan")).bilan(words);
  if (command === "report") return (await import("./report")).report(words);
  await print(process.stderr, [USAGE, FILL_USAGE, BILAN_USAGE, REPORT_USAGE].join("\n"));
  return 2;
}

// A reader that closes the pipe early (`| head`) is no fault of the check.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
