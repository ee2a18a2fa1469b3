/** Work on a thread that others wait for, such as the page's, done in slices: between two of them the others have a turn. */

/** A slice is over after so long: a frame of a page is 16 ms. */
const SLICE_MS = 10;

/** Gives every other task of this thread its turn. A timer would be held back in a page that is out of sight. */
export function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The function to call between two steps: most of the time it does nothing. A slice begins when it is made. */
export function inSlices(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await turnOfOthers();
    end = performance.now() + SLICE_MS;
  };
}
