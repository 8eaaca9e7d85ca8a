import type { KeyboardEvent } from 'react';
import type { DensityGeometry } from './geometry.ts';
import css from './LevelHandle.module.css';

/** The level as the handle under the picture moves it. */
export interface LevelControl {
  /** `Level, USD`. */
  readonly name: string;
  /** On the axis of the first law. */
  readonly x: number;
  /** `54 000 USD: 12.3 % below`. */
  readonly spoken: string;
  /** A place on the axis was chosen by pointer. */
  readonly onMove: (x: number) => void;
  /** So many of the level's own steps were asked for by keys. */
  readonly onStep: (steps: number) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** A range's ends stand half of its handle inside its box; how wide that is depends on what points at it. */
const half = 'var(--half)';
const resolution = 1000;

/** The handle on the axis that moves the level: pointer and touch drag it, arrows step, page keys leap. */
export function LevelHandle({
  geometry: { plot, xDomain },
  level,
}: {
  readonly geometry: DensityGeometry;
  readonly level: LevelControl;
}) {
  const [lo, hi] = xDomain;
  const at = Math.round(((level.x - lo) / (hi - lo)) * resolution);
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    level.onStep(step);
  };
  return (
    <input
      className={css['handle']}
      type="range"
      min={0}
      max={resolution}
      value={Math.max(0, Math.min(resolution, at))}
      aria-label={level.name}
      aria-valuetext={level.spoken}
      style={{
        left: `calc(${plot.left}px - ${half})`,
        width: `calc(${plot.right - plot.left}px + 2 * ${half})`,
        top: plot.bottom,
      }}
      onChange={(event) => level.onMove(lo + (Number(event.target.value) / resolution) * (hi - lo))}
      onKeyDown={press}
    />
  );
}
