/** A robust nonlinear least-squares problem that hands out its own normal equations, so that no Jacobian is stored. */
export interface LeastSquares {
  readonly size: number;
  /** Box the parameters stay in; ±Infinity where there is no bound. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /**
   * Cost at x, with Jᵀr written into `gradient` and JᵀJ, row by row with both halves filled, into `matrix`.
   * Infinity (outputs then meaningless) where the model is not defined.
   */
  normalEquations(x: Float64Array, gradient: Float64Array, matrix: Float64Array): number;
}

/** Where the minimiser stopped. */
export interface Minimum {
  readonly x: Float64Array;
  readonly cost: number;
  /** The last step or the last gain was negligible; false after the iteration limit or from an undefined start. */
  readonly converged: boolean;
  readonly iterations: number;
}

const STEP_TOLERANCE = 1e-9;
const GAIN_TOLERANCE = 1e-13;
const MAX_DAMPING = 1e12;

/**
 * Levenberg–Marquardt with Marquardt's diagonal scaling and a box handled by an active set: a parameter at its bound
 * whose gradient points outward is left out of the step, and steps are clipped to the box.
 */
export function levenbergMarquardt(
  problem: LeastSquares,
  start: Float64Array,
  maxIterations: number,
): Minimum {
  const n = problem.size;
  let x = Float64Array.from(start, (value, i) => clamp(value, problem.lower[i]!, problem.upper[i]!));
  let trial = new Float64Array(n);
  let gradient = new Float64Array(n);
  let trialGradient = new Float64Array(n);
  let matrix = new Float64Array(n * n);
  let trialMatrix = new Float64Array(n * n);
  const step = new Float64Array(n);
  const work = new Float64Array(n * n);
  let cost = problem.normalEquations(x, gradient, matrix);
  if (!Number.isFinite(cost)) return { x, cost, converged: false, iterations: 0 };
  let damping = 1e-4;
  let iterations = 0;
  while (iterations < maxIterations && damping < MAX_DAMPING) {
    iterations++;
    if (!dampedStep(problem, x, gradient, matrix, damping, work, step)) {
      damping *= 10;
      continue;
    }
    let moved = 0;
    for (let i = 0; i < n; i++) {
      trial[i] = clamp(x[i]! + step[i]!, problem.lower[i]!, problem.upper[i]!);
      moved = Math.max(moved, Math.abs(trial[i]! - x[i]!) / (1 + Math.abs(x[i]!)));
    }
    if (moved < STEP_TOLERANCE) return { x, cost, converged: true, iterations };
    const trialCost = problem.normalEquations(trial, trialGradient, trialMatrix);
    if (!(trialCost < cost)) {
      if (Number.isFinite(trialCost) && trialCost - cost <= GAIN_TOLERANCE * cost && damping > 1)
        return { x, cost, converged: true, iterations };
      damping = Math.max(damping * 8, 1e-4);
      continue;
    }
    const gain = cost - trialCost;
    [x, trial] = [trial, x];
    [gradient, trialGradient] = [trialGradient, gradient];
    [matrix, trialMatrix] = [trialMatrix, matrix];
    cost = trialCost;
    damping = Math.max(damping / 10, 1e-10);
    if (gain <= GAIN_TOLERANCE * cost) return { x, cost, converged: true, iterations };
  }
  return { x, cost, converged: damping >= MAX_DAMPING, iterations };
}

function clamp(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}

// Solves (JᵀJ + λ·diag) d = −Jᵀr for the free parameters; false when the matrix is not positive definite.
function dampedStep(
  problem: LeastSquares,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
  damping: number,
  work: Float64Array,
  step: Float64Array,
): boolean {
  const n = problem.size;
  work.set(matrix);
  for (let i = 0; i < n; i++) {
    work[i * n + i] = matrix[i * n + i]! * (1 + damping) + 1e-14;
    step[i] = -gradient[i]!;
  }
  for (let i = 0; i < n; i++) {
    const heldBelow = x[i]! <= problem.lower[i]! && gradient[i]! > 0;
    const heldAbove = x[i]! >= problem.upper[i]! && gradient[i]! < 0;
    if (!heldBelow && !heldAbove) continue;
    for (let j = 0; j < n; j++) {
      work[i * n + j] = 0;
      work[j * n + i] = 0;
    }
    work[i * n + i] = 1;
    step[i] = 0;
  }
  return solveCholesky(work, step, n);
}

/** Solves A·y = rhs in place for symmetric positive definite A (row by row, overwritten); false when A is not. */
export function solveCholesky(a: Float64Array, rhs: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      if (i !== j) a[i * n + j] = sum / a[j * n + j]!;
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = rhs[i]!;
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * rhs[k]!;
    rhs[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = rhs[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * rhs[k]!;
    rhs[i] = sum / a[i * n + i]!;
  }
  return true;
}
