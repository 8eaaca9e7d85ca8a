import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DropReason, QuoteState, ReportPoint } from '#analytics/report.ts';
import { epochMs } from '#base/time.ts';
import { packPoints, unpackPoints } from './packed-points.ts';

const figure = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
const point: fc.Arbitrary<ReportPoint> = fc.record(
  {
    instrument: fc.string(),
    expiry: fc.integer({ min: 0, max: 4e12 }).map(epochMs),
    strike: fc.double({ min: 1e-6, max: 1e7, noNaN: true }),
    right: fc.constantFrom('call', 'put'),
    k: figure,
    forward: figure,
    bidVol: figure,
    askVol: figure,
    midVol: figure,
    markVol: figure,
    venueMarkVol: figure,
    fitVol: figure,
    delta: figure,
    state: fc.constantFrom<QuoteState>('two-sided', 'bid-only', 'none', 'crossed', 'stale'),
    reason: fc.option(fc.constantFrom<DropReason>('in-the-money', 'outlier', 'fit-failed', 'malformed-row')),
  },
  { noNullPrototype: true },
);

it('gives back every point as it was, in order, after the way between worker and page', () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      expect(unpackPoints(structuredClone(packPoints(points)))).toStrictEqual(points);
    }),
  );
});
