import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import { expiryReading } from '../focus/expiry-reading.ts';
import type { Reading } from '../focus/reading.ts';
import { type ReadoutCell, plainCell } from '../frame/readout.ts';
import { numberText, signedText } from '../number-text.ts';
import type { PlacedStructurePoint, PlacedStructureTenor, TermStructureGeometry } from './geometry.ts';
import type { StructureStep, TermStructureModel } from './term-structure-model.ts';

export function readTermStructure(
  model: TermStructureModel,
  geometry: TermStructureGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const { points, tenors } = geometry;
  const at = points.find(({ expiryId }) => expiryId === focus.expiryId);
  if (at !== undefined) {
    const pinned = points.find(({ expiryId }) => expiryId === base?.expiryId);
    return readPoint(model, geometry, at, pinned);
  }
  const tenor = tenors.find(({ expiryId }) => expiryId === focus.expiryId);
  return tenor === undefined ? null : readTenor(model, geometry, tenor);
}

function readTenor(
  { decimals }: TermStructureModel,
  { frame }: TermStructureGeometry,
  { tenor, x, y }: PlacedStructureTenor,
): Reading {
  const value = numberText(tenor.atm, decimals);
  const note = 'linear in total variance between the expiries about it';
  return expiryReading(
    frame,
    { x, y, dots: [{ x, y, colour: 'var(--text)' }] },
    {
      heading: tenor.label,
      rows: [[plainCell('ATM'), plainCell(value, true)]],
      notes: [note],
      brief: `${tenor.label} ${value}`,
      spoken: `${tenor.label}: at the money ${value}; ${note}`,
    },
  );
}

function readPoint(
  model: TermStructureModel,
  { frame }: TermStructureGeometry,
  at: PlacedStructurePoint,
  pinned: PlacedStructurePoint | undefined,
): Reading {
  const { point, x, y } = at;
  const step = model.steps.find(({ expiryId }) => expiryId === point.expiryId);
  const value = (vol: number | null): string => numberText(vol, model.decimals);
  const row = (name: string, vol: number | null, colour: string | null): readonly ReadoutCell[] => [
    { text: name, colour, strong: false },
    plainCell(value(vol), true),
  ];
  const heading = `${point.label}, ${daysText(point.days)}`;
  const notes = [...spreadNotes(at, step, value), ...changeNote(model, at, pinned)];
  const spoken = `${heading}: at the money ${value(point.atm)}, put ${value(point.putVol)}, call ${value(point.callVol)}, variance swap ${value(point.swapVol)}, forward vol since the expiry before ${value(step?.vol ?? null)}`;
  return expiryReading(
    frame,
    { x, y, dots: dotsOf(at, frame) },
    {
      heading,
      rows: [
        row(`${model.deltaLabel} put`, point.putVol, 'var(--put)'),
        row('Variance swap', point.swapVol, null),
        row('ATM', point.atm, null),
        row(`${model.deltaLabel} call`, point.callVol, 'var(--call)'),
        row('Forward vol to here', step?.vol ?? null, 'var(--accent)'),
      ],
      notes,
      brief: `${point.label} ${value(point.atm)}`,
      spoken: [spoken, ...notes].join('; '),
    },
  );
}

function dotsOf(
  { point, x }: PlacedStructurePoint,
  { y, plot }: TermStructureGeometry['frame'],
): Reading['dots'] {
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

function spreadNotes(
  { point }: PlacedStructurePoint,
  step: StructureStep | undefined,
  value: (vol: number) => string,
): readonly string[] {
  if (point.absence !== null) return [point.absence];
  const range = ([lo, hi]: readonly [number, number]): string => `${value(lo)} to ${value(hi)}`;
  return [
    ...(point.atmInterval === null ? [] : [`ATM bid to ask ${range(point.atmInterval)}`]),
    ...(step === undefined || step.interval === null
      ? []
      : [`${step.label}: ${range(step.interval)} after the spread`]),
    ...(step === undefined || step.flag === null ? [] : [step.flag]),
  ];
}

function changeNote(
  { decimals }: TermStructureModel,
  { point }: PlacedStructurePoint,
  pinned: PlacedStructurePoint | undefined,
): readonly string[] {
  if (pinned === undefined || pinned.point === point) return [];
  if (point.atm === null || pinned.point.atm === null) return [];
  return [`ATM ${signedText(point.atm - pinned.point.atm, decimals)} from pinned ${pinned.point.label}`];
}
