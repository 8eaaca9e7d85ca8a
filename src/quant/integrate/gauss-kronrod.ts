/** Fills `out` with the integrand's components at x. */
export type VectorIntegrand = (x: number, out: Float64Array) => void;

/** Fifteen-point Kronrod rule on [−1, 1]: non-negative nodes, their weights, and Gauss's seven-point weights (0 where it has no node). */
const NODES = [
  0, 0.20778495500789848, 0.4058451513773972, 0.5860872354676911, 0.7415311855993945, 0.8648644233597691,
  0.9491079123427585, 0.9914553711208126,
] as const;
const KRONROD = [
  0.20948214108472782, 0.20443294007529889, 0.19035057806478542, 0.1690047266392679, 0.14065325971552592,
  0.10479001032225017, 0.06309209262997856, 0.022935322010529224,
] as const;
const GAUSS = [
  0.4179591836734694, 0, 0.3818300505051189, 0, 0.27970539148927664, 0, 0.1294849661688697, 0,
] as const;

/** Difference of the two rules, against the integral of the size, that a panel may show: the better rule is then right to rounding. */
const PANEL_TOLERANCE = 3e-9;
const DEEPEST = 40;

/** One panel's integrals, its error signs and the integrals of its sizes, by component. */
interface PanelSums {
  readonly integral: Float64Array;
  readonly difference: Float64Array;
  readonly size: Float64Array;
}

/**
 * Integrals of several functions at once over [breaks[0], breaks[last]], to rounding for smooth integrands: Gauss-Kronrod panels,
 * halved until the two rules agree.
 * @param f integrand; called with a buffer of `components` numbers
 * @param breaks rising; panels start from these, so that no feature narrower than a panel's sixteenth is missed
 * @returns one integral a component
 */
export function integrate(f: VectorIntegrand, breaks: readonly number[], components: number): Float64Array {
  const scale = new Float64Array(components);
  const first: PanelSums[] = [];
  for (let i = 1; i < breaks.length; i++) {
    const sums = panelSums(f, breaks[i - 1]!, breaks[i]!, components);
    first.push(sums);
    for (let c = 0; c < components; c++) scale[c]! += sums.size[c]!;
  }
  const total = new Float64Array(components);
  const refine = (lo: number, hi: number, sums: PanelSums, depth: number): void => {
    if (depth >= DEEPEST || isSettled(sums, scale)) {
      for (let c = 0; c < components; c++) total[c]! += sums.integral[c]!;
      return;
    }
    const middle = 0.5 * (lo + hi);
    refine(lo, middle, panelSums(f, lo, middle, components), depth + 1);
    refine(middle, hi, panelSums(f, middle, hi, components), depth + 1);
  };
  for (const [i, sums] of first.entries()) refine(breaks[i]!, breaks[i + 1]!, sums, 0);
  return total;
}

function isSettled(sums: PanelSums, scale: Float64Array): boolean {
  for (let c = 0; c < scale.length; c++) {
    if (Math.abs(sums.difference[c]!) > PANEL_TOLERANCE * scale[c]!) return false;
  }
  return true;
}

function panelSums(f: VectorIntegrand, lo: number, hi: number, components: number): PanelSums {
  const integral = new Float64Array(components);
  const difference = new Float64Array(components);
  const size = new Float64Array(components);
  const at = new Float64Array(components);
  const centre = 0.5 * (lo + hi);
  const half = 0.5 * (hi - lo);
  const add = (x: number, node: number): void => {
    f(x, at);
    for (let c = 0; c < components; c++) {
      const weighted = KRONROD[node]! * half * at[c]!;
      integral[c]! += weighted;
      size[c]! += Math.abs(weighted);
      difference[c]! += weighted - GAUSS[node]! * half * at[c]!;
    }
  };
  add(centre, 0);
  for (let node = 1; node < NODES.length; node++) {
    add(centre - half * NODES[node]!, node);
    add(centre + half * NODES[node]!, node);
  }
  return { integral, difference, size };
}
