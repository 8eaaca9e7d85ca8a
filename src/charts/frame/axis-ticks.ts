import { textWidth } from './text-width.ts';

export interface Tick {
  readonly value: number;
  /** Pixels along the axis. */
  readonly at: number;
  readonly text: string;
}

/** Drops ticks whose texts would come closer than `gap`, keeping the earlier ones of the list. */
export function thinTicks(ticks: readonly Tick[], gap: number): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const clear = kept.every(
      (other) => Math.abs(other.at - tick.at) >= (textWidth(other.text) + textWidth(tick.text)) / 2 + gap,
    );
    if (clear) kept.push(tick);
  }
  return kept.sort((a, b) => a.at - b.at);
}

/** Decimals that tell neighbouring ticks apart and no more. */
export function stepDecimals(values: readonly number[]): number {
  const [first, second] = values;
  if (first === undefined || second === undefined) return 0;
  return Math.max(0, Math.ceil(-Math.log10(Math.abs(second - first)) - 1e-9));
}
