/** The slips that turn one run of digits into another: the same for amounts, codes and identifiers. */

export type DigitSlip = "chiffre" | "interversion" | "chiffre-oublie" | "chiffre-double" | "chiffre-en-trop";

function isTransposition(a: string, b: string): boolean {
  const places = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
  const [first, second] = places;
  if (places.length !== 2 || first === undefined || second === undefined) return false;
  return a[first] === b[second] && a[second] === b[first];
}

function isOneLonger(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place += 1;
  return longer.slice(place + 1) === shorter.slice(place);
}

function hasDouble(longer: string, shorter: string): boolean {
  for (let place = 1; place < longer.length; place += 1) {
    if (longer[place] === longer[place - 1] && longer.slice(0, place) + longer.slice(place + 1) === shorter)
      return true;
  }
  return false;
}

/** The one slip that turns `meant` into `written`, or null when they are equal or further apart. */
export function slipFrom(written: string, meant: string): DigitSlip | null {
  if (written === meant) return null;
  if (written.length === meant.length) {
    if (isTransposition(written, meant)) return "interversion";
    return [...written].filter((digit, place) => digit !== meant[place]).length === 1 ? "chiffre" : null;
  }
  if (isOneLonger(written, meant)) return hasDouble(written, meant) ? "chiffre-double" : "chiffre-en-trop";
  return isOneLonger(meant, written) ? "chiffre-oublie" : null;
}
