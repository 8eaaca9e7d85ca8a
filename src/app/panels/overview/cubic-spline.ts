/** Places and heights, strictly ascending in `x`. */
export interface Knot {
  readonly x: number;
  readonly y: number;
}

interface Segment {
  readonly from: Knot;
  readonly to: Knot;
  readonly width: number;
  readonly slope: number;
}

function segmentsOf(knots: readonly Knot[]): readonly Segment[] {
  return knots.flatMap((from, index) => {
    const to = knots[index + 1];
    if (!to) return [];
    const width = to.x - from.x;
    return [{ from, to, width, slope: (to.y - from.y) / width }];
  });
}

/** Second derivatives at the knots of the natural spline: zero at both ends, by one sweep down and one up. */
function curvatures(segments: readonly Segment[]): readonly number[] {
  const shares: number[] = [0];
  const sums: number[] = [0];
  for (const [index, right] of segments.entries()) {
    const left = segments[index - 1];
    if (!left) continue;
    const pivot = 2 * (left.width + right.width) - left.width * (shares.at(-1) ?? 0);
    shares.push(right.width / pivot);
    sums.push((6 * (right.slope - left.slope) - left.width * (sums.at(-1) ?? 0)) / pivot);
  }
  const curved = [0];
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    curved.unshift((sums[index] ?? 0) - (shares[index] ?? 0) * (curved[0] ?? 0));
  }
  return curved;
}

/** The natural cubic spline through the knots: smooth to the second derivative. At least two knots. */
export function cubicSpline(knots: readonly Knot[]): (x: number) => number {
  const segments = segmentsOf(knots);
  const curved = curvatures(segments);
  return (x) => {
    const after = segments.findIndex(({ to }) => to.x >= x);
    const index = after < 0 ? segments.length - 1 : after;
    const segment = segments[index];
    if (!segment) return knots[0]?.y ?? Number.NaN;
    const { from, to, width } = segment;
    const b = (x - from.x) / width;
    const a = 1 - b;
    const bend = (a ** 3 - a) * (curved[index] ?? 0) + (b ** 3 - b) * (curved[index + 1] ?? 0);
    return a * from.y + b * to.y + (bend * width ** 2) / 6;
  };
}
