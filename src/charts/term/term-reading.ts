import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import { expiryReading } from '../focus/expiry-reading.ts';
import type { Reading } from '../focus/reading.ts';
import { type ReadoutCell, plainCell } from '../frame/readout.ts';
import { numberText, signedText } from '../number-text.ts';
import type { PlacedTermPoint, TermGeometry } from './geometry.ts';
import type { TermModel } from './term-model.ts';

export function readTerm(
  model: TermModel,
  { frame, points }: TermGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const at = points.find(({ expiryId }) => expiryId === focus.expiryId);
  if (at === undefined) return null;
  const pinned = points.find(({ expiryId }) => expiryId === base?.expiryId);
  const { point, x, y } = at;
  const value = (vol: number | null): string => numberText(vol, model.decimals);
  const row = (name: string, vol: number | null, colour: string | null): readonly ReadoutCell[] => [
    { text: name, colour, strong: false },
    plainCell(value(vol), true),
  ];
  const heading = `${point.label}, ${daysText(point.days)}`;
  const notes = [...spreadNote(at, value), ...changeNote(model, at, pinned)];
  const spoken = `${heading}: at the money ${value(point.atm)}, put ${value(point.putVol)}, call ${value(point.callVol)}`;
  return expiryReading(
    frame,
    { x, y, dots: dotsOf(at, frame) },
    {
      heading,
      rows: [
        row(`${model.deltaLabel} put`, point.putVol, 'var(--put)'),
        row('ATM', point.atm, null),
        row(`${model.deltaLabel} call`, point.callVol, 'var(--call)'),
      ],
      notes,
      brief: `${point.label} ${value(point.atm)}`,
      spoken: [spoken, ...notes].join('; '),
    },
  );
}

function dotsOf({ point, x }: PlacedTermPoint, { y, plot }: TermGeometry['frame']): Reading['dots'] {
  const wanted = [
    [point.atm, point.colour],
    [point.putVol, 'var(--put)'],
    [point.callVol, 'var(--call)'],
  ] as const;
  return wanted.flatMap(([vol, colour]) => {
    const at = vol === null ? null : y(vol);
    return at === null || at < plot.top || at > plot.bottom ? [] : [{ x, y: at, colour }];
  });
}

function spreadNote({ point }: PlacedTermPoint, value: (vol: number) => string): readonly string[] {
  if (point.absence !== null) return [point.absence];
  if (point.atmInterval === null) return [];
  return [`ATM bid to ask ${value(point.atmInterval[0])} to ${value(point.atmInterval[1])}`];
}

function changeNote(
  { decimals }: TermModel,
  { point }: PlacedTermPoint,
  pinned: PlacedTermPoint | undefined,
): readonly string[] {
  if (pinned === undefined || pinned.point === point) return [];
  if (point.atm === null || pinned.point.atm === null) return [];
  return [`ATM ${signedText(point.atm - pinned.point.atm, decimals)} from pinned ${pinned.point.label}`];
}
