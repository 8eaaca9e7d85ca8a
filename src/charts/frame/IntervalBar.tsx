import css from './frame.module.css';
import { coordinate } from './polyline.ts';
import type { PlacedInterval } from './value-interval.ts';

interface IntervalBarProps {
  readonly x: number;
  readonly width: number;
  readonly interval: PlacedInterval;
}

/** What a spread leaves open: a pale bar with closed ends; an end that the axis cut off stays open. */
export function IntervalBar({ x, width, interval }: IntervalBarProps) {
  const { top, bottom, cutAbove, cutBelow } = interval;
  const [left, wide] = [coordinate(x - width / 2), coordinate(width)];
  const end = (at: number): string => `M${left},${coordinate(at)}h${wide}`;
  return (
    <g>
      <path
        className={css['interval']}
        d={`M${left},${coordinate(top)}h${wide}V${coordinate(bottom)}h-${wide}z`}
      />
      <path className={css['intervalEnd']} d={(cutAbove ? '' : end(top)) + (cutBelow ? '' : end(bottom))} />
    </g>
  );
}
