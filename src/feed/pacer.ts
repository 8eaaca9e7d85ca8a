/** Work that has gone on for so long lets others have their turn. */
const LONGEST_TURN_MS = 25;

/** Returns a function to be awaited between pieces of long work: it passes at once, or after others had a turn. */
export function createPacer(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  };
}
