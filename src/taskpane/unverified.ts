/** The rules that could not be checked: where they are listed, and the way there. */

export const UNVERIFIED = "non-verifiable-rules";

/** Opens the rules that could not be checked, and takes the focus there. */
export function showUnverified(): void {
  const part = document.getElementById(UNVERIFIED);
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  part.querySelector("summary")?.focus();
}
