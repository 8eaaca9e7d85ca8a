import type { SmileLine } from '#analytics/curves/smile-line.ts';
import type { ExpiryReport } from '#analytics/report.ts';
import type { SmileFitPoint } from '#charts/smile/smile-model.ts';
import type { AxisKind } from '#state/selection.ts';
import { axisValue } from './smile-axis.ts';

/** Where a log-strike lies on the delta axis; null outside the line. */
export function deltaAxisAt(line: SmileLine | null, k: number): number | null {
  if (line === null) return null;
  const { logStrikes, deltas } = line;
  const after = logStrikes.findIndex((at) => at >= k);
  const [right, left] = [logStrikes[after], logStrikes[after - 1]];
  const [high, low] = [deltas[after], deltas[after - 1]];
  if (right === undefined || high === undefined) return null;
  if (left === undefined || low === undefined) return right === k ? high : null;
  return low + ((high - low) * (k - left)) / (right - left);
}

/** The fitted smile in the units of one axis. */
export function fitCurve(
  axis: AxisKind,
  expiry: ExpiryReport,
  line: SmileLine | null,
): readonly SmileFitPoint[] {
  const { forward } = expiry;
  if (line === null || forward === null) return [];
  const drawn: SmileFitPoint[] = [];
  for (const [index, k] of line.logStrikes.entries()) {
    const deltaX = line.deltas[index] ?? null;
    const strike = forward * Math.exp(k);
    const x = axisValue(axis, expiry, { k, strike, deltaX });
    const vol = line.vols[index];
    if (x !== null && vol !== undefined) drawn.push({ x, vol: vol * 100, strike });
  }
  return axis === 'delta' ? drawn.toSorted((a, b) => a.x - b.x) : drawn;
}
