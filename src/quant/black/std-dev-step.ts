/**
 * Relative change of s in one third-order Householder step on the logarithm of an option value (or of its complement).
 *
 * Everything is scaled by s: with f the log residual, p = s·f′, and v″/v′, v‴/v′ the same for the value and its complement
 * (db/ds = φ(√(h²+t²)), so s·b″/b′ = h² − t²), the ratios f″/f′ and f‴/f′ follow by the chain rule.
 * @param residual ln(value at s) − ln(target)
 * @param p s times the derivative of the residual; negative for the complement
 * @param h2 h² = (m/s)²
 * @param t2 t² = (s/2)²
 */
export function stdDevStep(residual: number, p: number, h2: number, t2: number): number {
  const a = h2 - t2;
  const newton = -residual / p;
  const second = a - p;
  const third = a * a - 3 * h2 - t2 + p * (2 * p - 3 * a);
  return (newton * (1 + 0.5 * newton * second)) / (1 + newton * (second + (newton * third) / 6));
}
