/**
 * exp(sign · z²/2) with full relative accuracy for large |z|.
 *
 * Rounding z² once costs z²·2⁻⁵³ relative. Here z is split on a grid of 1/16, whose squares are exact, and the small rest
 * goes into a second exponential (Cody 1969, section 4).
 * @param z any number, dimensionless
 * @param sign +1 or −1
 */
export function expHalfSquare(z: number, sign: 1 | -1): number {
  const size = Math.abs(z);
  if (size > 40) return sign > 0 ? Infinity : 0;
  const grid = Math.trunc(size * 16) / 16;
  const rest = (size - grid) * (size + grid);
  return Math.exp(sign * 0.5 * grid * grid) * Math.exp(sign * 0.5 * rest);
}

/** exp(sign · z²) with full relative accuracy for large |z|; the same split as `expHalfSquare`. */
export function expSquare(z: number, sign: 1 | -1): number {
  const size = Math.abs(z);
  if (size > 28) return sign > 0 ? Infinity : 0;
  const grid = Math.trunc(size * 16) / 16;
  const rest = (size - grid) * (size + grid);
  return Math.exp(sign * grid * grid) * Math.exp(sign * rest);
}
