/** One observation of a line, with how far it may be off (> 0). */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** y = intercept + slope·x. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

const HUBER = 1.5;
const PASSES = 20;

/**
 * Line through points by Huber's M-estimate (1964): least squares with weights 1/scale², repeated with the weight of a
 * point farther off than 1.5 scales reduced in proportion. Null when the points do not span two values of x.
 */
export function robustLine(points: readonly LinePoint[]): Line | null {
  const xs = Float64Array.from(points, ({ x }) => x);
  const ys = Float64Array.from(points, ({ y }) => y);
  const scales = Float64Array.from(points, ({ scale }) => scale);
  const weights = scales.map((scale) => 1 / scale ** 2);
  let line = weightedLine(xs, ys, weights);
  for (let pass = 0; pass < PASSES && line !== null; pass += 1) {
    const { intercept, slope } = line;
    for (const [i, scale] of scales.entries()) {
      const distance = Math.abs((ys[i] ?? 0) - intercept - slope * (xs[i] ?? 0)) / scale;
      weights[i] = (distance > HUBER ? HUBER / distance : 1) / scale ** 2;
    }
    const next = weightedLine(xs, ys, weights);
    if (next?.slope === slope && next.intercept === intercept) return next;
    line = next;
  }
  return line;
}

function weightedLine(xs: Float64Array, ys: Float64Array, weights: Float64Array): Line | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const meanX = xs.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0) / total;
  const meanY = ys.reduce((sum, y, i) => sum + y * (weights[i] ?? 0), 0) / total;
  let sxx = 0;
  let sxy = 0;
  for (const [i, weight] of weights.entries()) {
    const dx = (xs[i] ?? 0) - meanX;
    sxx += weight * dx ** 2;
    sxy += weight * dx * ((ys[i] ?? 0) - meanY);
  }
  const slope = sxy / sxx;
  return Number.isFinite(slope) ? { slope, intercept: meanY - slope * meanX } : null;
}
