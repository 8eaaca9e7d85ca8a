import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import { expiryReading } from '../focus/expiry-reading.ts';
import type { Reading } from '../focus/reading.ts';
import { plainCell } from '../frame/readout.ts';
import { signedText } from '../number-text.ts';
import type { RiskReversalGeometry } from './geometry.ts';
import type { RiskReversalModel } from './risk-reversal-model.ts';

/** An expiry or a constant maturity, as far as words need it. */
interface Read {
  readonly x: number;
  readonly y: number | null;
  readonly colour: string;
  readonly label: string;
  readonly days: number;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly absence: string | null;
}

export function readRiskReversal(
  model: RiskReversalModel,
  geometry: RiskReversalGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const at = readAt(geometry, focus.expiryId);
  if (at === null) return null;
  const pinned = base && readAt(geometry, base.expiryId);
  const { x, y, colour, label, days } = at;
  const value = (vol: number | null): string => signedText(vol, model.decimals);
  const heading = `${label}, ${daysText(days)}`;
  const notes = [spreadText(at, value), ...changeNote(at, pinned, value)];
  return expiryReading(
    geometry.frame,
    { x, y, dots: y === null ? [] : [{ x, y, colour }] },
    {
      heading,
      rows: [[plainCell(model.words.label), plainCell(value(at.value), true)]],
      notes,
      brief: `${label} ${value(at.value)}`,
      spoken: [`${heading}: ${model.words.spoken} ${value(at.value)} vol points`, ...notes].join('; '),
    },
  );
}

function readAt({ points, tenors }: RiskReversalGeometry, id: string): Read | null {
  const expiry = points.find(({ expiryId }) => expiryId === id);
  if (expiry) return { ...expiry.point, x: expiry.x, y: expiry.y };
  const placed = tenors.find(({ expiryId }) => expiryId === id);
  if (placed === undefined) return null;
  const { tenor, x, y } = placed;
  return { ...tenor, x, y, colour: 'var(--text)', absence: null };
}

function spreadText({ value, interval, absence }: Read, text: (vol: number) => string): string {
  if (value === null) return absence ?? 'no value';
  if (interval === null) return 'one side of the spread is missing';
  const range = `after the spread ${text(interval[0])} to ${text(interval[1])}`;
  return interval[0] <= 0 && interval[1] >= 0 ? `${range}, zero possible` : range;
}

function changeNote(at: Read, pinned: Read | null, text: (vol: number) => string): readonly string[] {
  if (pinned === null || pinned.label === at.label) return [];
  if (at.value === null || pinned.value === null) return [];
  return [`${text(at.value - pinned.value)} from pinned ${pinned.label}`];
}
