/**
 * The non-decreasing sequence nearest to `values` in weighted squares (weights > 0): pool adjacent violators.
 * Values already in order come back unchanged. Barlow et al., "Statistical Inference under Order Restrictions" (1972).
 */
export function poolAdjacentViolators(values: Float64Array, weights: Float64Array): Float64Array {
  const mean: number[] = [];
  const weight: number[] = [];
  const length: number[] = [];
  for (let i = 0; i < values.length; i++) {
    mean.push(values[i]!);
    weight.push(weights[i]!);
    length.push(1);
    while (mean.length > 1 && mean.at(-2)! > mean.at(-1)!) {
      const m = mean.pop()!;
      const w = weight.pop()!;
      const n = length.pop()!;
      const last = mean.length - 1;
      mean[last] = (mean[last]! * weight[last]! + m * w) / (weight[last]! + w);
      weight[last]! += w;
      length[last]! += n;
    }
  }
  const out = new Float64Array(values.length);
  let at = 0;
  mean.forEach((m, block) => {
    out.fill(m, at, at + length[block]!);
    at += length[block]!;
  });
  return out;
}
