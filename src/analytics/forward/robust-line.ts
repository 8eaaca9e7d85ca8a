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
  let line = weightedLine(points, () => 1);
  for (let pass = 0; pass < PASSES && line !== null; pass += 1) {
    const { intercept, slope } = line;
    line = weightedLine(points, ({ x, y, scale }) => {
      const distance = Math.abs(y - intercept - slope * x) / scale;
      return distance > HUBER ? HUBER / distance : 1;
    });
  }
  return line;
}

function weightedLine(points: readonly LinePoint[], trust: (point: LinePoint) => number): Line | null {
  const weighted = points.map((point) => ({ ...point, weight: trust(point) / point.scale ** 2 }));
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (const { x, y, weight } of weighted) {
    total += weight;
    sumX += weight * x;
    sumY += weight * y;
  }
  const meanX = sumX / total;
  const meanY = sumY / total;
  let sxx = 0;
  let sxy = 0;
  for (const { x, y, weight } of weighted) {
    sxx += weight * (x - meanX) ** 2;
    sxy += weight * (x - meanX) * (y - meanY);
  }
  const slope = sxy / sxx;
  return Number.isFinite(slope) ? { slope, intercept: meanY - slope * meanX } : null;
}
