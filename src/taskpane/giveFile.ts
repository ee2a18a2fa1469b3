/** Files that the pane makes for the officer to keep. */

/** Hands a text to the browser as a file to save; a host without a browser's downloads ignores it. */
export function giveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
