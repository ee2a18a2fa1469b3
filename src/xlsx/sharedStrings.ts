/** The texts that cells share. */
import { wholeSharedString } from "./wholeCell";
import { decodeEscapes, scanXml } from "./xml";

/** Whether a `t` under this parent is text of the cell; the one under `rPh` is its phonetic reading. */
export function holdsText(parent: string): boolean {
  return parent === "si" || parent === "is" || parent === "r";
}

/** The texts in order, runs put together, spaces and line breaks as stored. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  scanXml(bytes, {
    whole(xml, at, parent) {
      const whole = parent === "sst" ? wholeSharedString(xml, at) : null;
      if (whole) texts.push(whole.text);
      return whole?.end ?? -1;
    },
    open(name, parent) {
      if (name === "si") text = "";
      else if (name === "t") inText = holdsText(parent);
    },
    text(piece) {
      if (inText) text += decodeEscapes(piece);
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "si") texts.push(text);
    },
  });
  return texts;
}
