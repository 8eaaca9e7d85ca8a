/**
 * Error function for |x| ≤ 0.46875 only, where erf(x)/x is a rational function of x².
 *
 * Relative error below 2⁻⁵². Larger arguments are the caller's mistake and are not checked.
 * Source: W. J. Cody, Math. Comp. 23 (1969), first zone.
 */
export function erfCentral(x: number): number {
  const y = x * x;
  const p =
    (((0.18577770618460315 * y + 3.1611237438705655) * y + 113.86415415105016) * y + 377.485237685302) * y +
    3209.3775891384694;
  const q =
    (((y + 23.601290952344122) * y + 244.02463793444417) * y + 1282.6165260773723) * y + 2844.236833439171;
  return (x * p) / q;
}
