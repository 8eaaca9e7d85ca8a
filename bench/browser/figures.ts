/** What was measured over several runs, and the budget it has. */
export interface Figure {
  readonly name: string;
  /** One a run. */
  readonly values: readonly number[];
  /** What the median may be; null where there is no budget. */
  readonly bar: number | null;
  /** Milliseconds unless told otherwise. */
  readonly unit?: string;
}

const NAME_WIDTH = 56;
const CELL = 9;

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

export function printHeading(title: string): void {
  const heads = ['median', 'min', 'max', 'bar'].map((head) => head.padStart(CELL)).join('');
  console.log(`\n${title.padEnd(NAME_WIDTH)}${heads}`);
}

/** One line: median, least, most and budget; says where the median is over it. */
export function printFigure({ name, values, bar, unit = 'ms' }: Figure): void {
  const median = quantile(values, 0.5);
  const digits = Math.abs(median) < 20 ? 1 : 0;
  const cells = [median, quantile(values, 0), quantile(values, 1)].map((value) => value.toFixed(digits));
  const row = [...cells, bar === null ? '' : String(bar)].map((cell) => cell.padStart(CELL)).join('');
  const over = bar !== null && !(median <= bar) ? '  OVER' : '';
  console.log(`${`${name}, ${unit}`.padEnd(NAME_WIDTH)}${row}${over}`);
}
