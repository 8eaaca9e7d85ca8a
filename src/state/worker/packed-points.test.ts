import {
  array,
  assert,
  constantFrom,
  double,
  integer,
  option,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { expect, it } from 'vitest';
import type { DropReason, QuoteState, ReportPoint } from '#analytics/report.ts';
import { epochMs } from '#base/time.ts';
import { packPoints, unpackPoints } from './packed-points.ts';

const figure = option(double({ noNaN: true, noDefaultInfinity: true }));
const point: Arbitrary<ReportPoint> = record(
  {
    instrument: string(),
    expiry: integer({ min: 0, max: 4e12 }).map(epochMs),
    strike: double({ min: 1e-6, max: 1e7, noNaN: true }),
    right: constantFrom('call', 'put'),
    k: figure,
    forward: figure,
    bidVol: figure,
    askVol: figure,
    midVol: figure,
    markVol: figure,
    venueMarkVol: figure,
    fitVol: figure,
    delta: figure,
    state: constantFrom<QuoteState>('two-sided', 'bid-only', 'none', 'crossed', 'stale'),
    reason: option(constantFrom<DropReason>('in-the-money', 'outlier', 'fit-failed', 'malformed-row')),
  },
  { noNullPrototype: true },
);

it('gives back every point as it was, in order, after the way between worker and page', () => {
  assert(
    property(array(point), (points) => {
      expect(unpackPoints(structuredClone(packPoints(points)))).toStrictEqual(points);
    }),
  );
});
