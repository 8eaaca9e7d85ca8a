/** A number as it is when finite, null otherwise: the gate at the border of numerics, where NaN stops. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
