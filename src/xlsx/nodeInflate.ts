/** Inflates the parts of a file with what Node has of its own, several times faster than any script. Node only. */
import { inflateRawSync } from "node:zlib";
import { corrupt } from "./trouble";
import type { Inflater } from "./zip";

/** As Inflater says. */
export const inflateInNode: Inflater = (packed, declared) => {
  try {
    // One byte more than declared tells a part that lies, and no more than that is ever inflated.
    return inflateRawSync(packed, { chunkSize: Math.max(declared + 1, 64), maxOutputLength: declared + 1 });
  } catch (error) {
    throw corrupt(error instanceof Error ? error.message : "inflate");
  }
};
