/** Places and heights, ascending in `x`. */
export interface Knot {
  readonly x: number;
  readonly y: number;
}

/** Slope at an inner knot by Fritsch and Butland: zero at a turn, else the weighted harmonic mean of its neighbours. */
function innerSlope(before: Knot, knot: Knot, after: Knot): number {
  const left = knot.x - before.x;
  const right = after.x - knot.x;
  const leftSlope = (knot.y - before.y) / left;
  const rightSlope = (after.y - knot.y) / right;
  if (leftSlope * rightSlope <= 0) return 0;
  const share = (left + 2 * right) / (3 * (left + right));
  return (leftSlope * rightSlope) / (share * rightSlope + (1 - share) * leftSlope);
}

const chord = (a: Knot, b: Knot): number => (b.y - a.y) / (b.x - a.x);

/** A C¹ curve through the knots that makes no turn of its own between them. At least two knots. */
export function monotoneCubic(knots: readonly Knot[]): (x: number) => number {
  const slopes = knots.map((knot, index) => {
    const before = knots[index - 1];
    const after = knots[index + 1];
    if (before && after) return innerSlope(before, knot, after);
    if (after) return chord(knot, after);
    return before ? chord(before, knot) : 0;
  });
  const segmentOf = (x: number): number => {
    const next = knots.findIndex((knot) => knot.x >= x);
    return Math.max(0, (next < 0 ? knots.length : next) - 1);
  };
  return (x) => {
    const index = segmentOf(x);
    const a = knots[index];
    const b = knots[index + 1] ?? a;
    if (!a || !b) return Number.NaN;
    const width = b.x - a.x;
    if (width === 0) return a.y;
    const t = (x - a.x) / width;
    const [m, n] = [(slopes[index] ?? 0) * width, (slopes[index + 1] ?? 0) * width];
    return (
      a.y * (1 + 2 * t) * (1 - t) ** 2 +
      m * t * (1 - t) ** 2 +
      b.y * t ** 2 * (3 - 2 * t) +
      n * t ** 2 * (t - 1)
    );
  };
}
