/**
 * Relative change of s in one third-order Householder step on the logarithm of an option value (or of its complement).
 *
 * Everything is scaled by s: with f the log residual and p = s·f′, the ratios f″/f′ and f‴/f′ follow by the chain rule from
 * those of the value b, which are the same for its complement: db/ds = φ(√(h² + t²)), s·b″/b′ = h² − t².
 * @param residual f = ln(value at s) − ln(target)
 * @param inverse 1/p, negative for the complement
 * @param h2 h² = (m/s)²
 * @param t2 t² = (s/2)²
 */
export function stdDevStep(residual: number, inverse: number, h2: number, t2: number): number {
  const a = h2 - t2;
  const p = 1 / inverse;
  const newton = -residual * inverse;
  const second = a - p;
  const third = a * a - 3 * h2 - t2 + p * (2 * p - 3 * a);
  return (
    (newton * (1 + 0.5 * newton * second)) / (1 + newton * (second + newton * third * 0.16666666666666666))
  );
}
