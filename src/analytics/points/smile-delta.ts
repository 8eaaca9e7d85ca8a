import type { OptionRight } from '#market/instrument.ts';
import { moneyness } from '#quant/skew/moneyness.ts';
import type { Smile } from '#quant/smile.ts';
import { normalCdf } from '#quant/special/normal.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { DeltaConvention } from '../report.ts';

/**
 * Black delta at a log-strike with the smile's own vol there; calls positive, puts negative. Forward: Φ(d1), −Φ(−d1);
 * premium-adjusted, which is that less the premium in coin: e^k·Φ(d2), −e^k·Φ(−d2). Null where the smile has no variance.
 */
export function smileDelta(
  smile: Smile,
  k: number,
  right: OptionRight,
  convention: DeltaConvention,
): number | null {
  const sign = right === 'call' ? 1 : -1;
  const { d1, d2 } = moneyness(smile, k);
  const size = convention === 'forward' ? normalCdf(sign * d1) : Math.exp(k) * normalCdf(sign * d2);
  return finiteOrNull(sign * size);
}
