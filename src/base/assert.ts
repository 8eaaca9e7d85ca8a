/** Throws when a caller broke a function's contract; never used on outside data. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
