import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import type { Reading } from '../focus/reading.ts';
import { placeBrief, placeReadout, plainCell } from '../frame/readout.ts';
import { signedText } from '../number-text.ts';
import type { PlacedRiskReversal, RiskReversalGeometry } from './geometry.ts';
import type { RiskReversalModel } from './risk-reversal-model.ts';

export function readRiskReversal(
  model: RiskReversalModel,
  { frame, points }: RiskReversalGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const at = points.find(({ expiryId }) => expiryId === focus.expiryId);
  if (at === undefined) return null;
  const { plot, size } = frame;
  const pinned = points.find(({ expiryId }) => expiryId === base?.expiryId);
  const { point, x, y } = at;
  const value = (vol: number | null): string => signedText(vol, model.decimals);
  const heading = `${point.label}, ${daysText(point.days)}`;
  const spread = spreadText(at, value);
  const change = changeNote(at, pinned, value);
  const place = { x, y: y ?? plot.bottom };
  const room = {
    left: 0,
    right: size.width,
    top: plot.top - 2,
    bottom: size.height,
    names: plot.right,
  };
  const readout = placeReadout(
    {
      heading,
      columns: [],
      rows: [[plainCell(`${model.deltaLabel} call − put`), plainCell(value(point.value), true)]],
      notes: [spread, ...change],
    },
    place,
    room,
  );
  return {
    x,
    dots: y === null ? [] : [{ x, y, colour: point.colour }],
    emphasis: null,
    readout,
    brief: placeBrief(`${point.label} ${value(point.value)}`, place, room),
    spoken: [`${heading}: call minus put ${value(point.value)} vol points`, spread, ...change].join('; '),
    share: ((x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

function spreadText({ point, maybeZero }: PlacedRiskReversal, value: (vol: number) => string): string {
  if (point.value === null) return point.absence ?? 'no value';
  if (point.interval === null) return 'one side of the spread is missing';
  const range = `after the spread ${value(point.interval[0])} to ${value(point.interval[1])}`;
  return maybeZero ? `${range}, zero possible` : range;
}

function changeNote(
  { point }: PlacedRiskReversal,
  pinned: PlacedRiskReversal | undefined,
  value: (vol: number) => string,
): readonly string[] {
  if (pinned === undefined || pinned.point === point) return [];
  if (point.value === null || pinned.point.value === null) return [];
  return [`${value(point.value - pinned.point.value)} from pinned ${pinned.point.label}`];
}
