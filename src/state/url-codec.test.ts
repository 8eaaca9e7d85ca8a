import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { VENUE_IDS } from '#market/venue-id.ts';
import {
  ACTIVITIES,
  ATM_CONVENTIONS,
  AXES,
  COST_UNITS,
  DEFAULT_SELECTION,
  DELTA_CONVENTIONS,
  GRIDS,
  MARKETS,
  PANELS,
  PRICE_AXES,
  SURFACE_AXES,
  SURFACE_COLOURS,
  SURFACE_VIEWS,
  RESIDUALS,
  ROLLED_ON,
  SIDES,
  TERM_LINES,
  THEMES,
  ROW_KEYS,
  ROWS_SHOWN,
  VIEWS,
  WINGS,
  type Selection,
} from './selection.ts';
import { decodeSelection, encodeSelection } from './url-codec.ts';

const expiry = fc.integer({ min: 0, max: 120 * 365 * 24 * 60 }).map((minutes) => epochMs(minutes * 60_000));
const strike = fc.oneof(
  fc.integer({ min: 1, max: 999_999_999 }),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 10_000),
);
const selection: fc.Arbitrary<Selection> = fc.record({
  market: fc.constantFrom(...MARKETS),
  venue: fc.constantFrom(...VENUE_IDS),
  underlying: fc.stringMatching(/^[A-Z0-9_]{1,16}$/),
  panel: fc.constantFrom(...PANELS),
  expiries: fc.option(fc.array(expiry, { minLength: 1, maxLength: 6 })),
  axis: fc.constantFrom(...AXES),
  delta: fc.constantFrom(...DELTA_CONVENTIONS),
  atm: fc.constantFrom(...ATM_CONVENTIONS),
  termLines: fc.constantFrom(...TERM_LINES),
  wing: fc.constantFrom(...WINGS),
  grid: fc.constantFrom(...GRIDS),
  translated: fc.option(expiry),
  theme: fc.constantFrom(...THEMES),
  view: fc.constantFrom(...VIEWS),
  pins: fc.array(fc.record({ expiry, strike: fc.option(strike) }), { maxLength: 2 }),
  sides: fc.constantFrom(...SIDES),
  residual: fc.constantFrom(...RESIDUALS),
  activity: fc.constantFrom(...ACTIVITIES),
  zoom: fc.option(
    fc
      .tuple(
        fc.constantFrom(...AXES),
        fc.integer({ min: -99_999, max: 9_999_999 }),
        fc.integer({ min: 1, max: 9_999_999 }),
      )
      .map(([axis, from, width]) => ({ axis, from: from / 1000, to: (from + width) / 1000 })),
  ),
  compare: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('expiry' as const), expiry }),
      fc.record({ kind: fc.constant('venue' as const), venue: fc.constantFrom(...VENUE_IDS) }),
      fc.constant({ kind: 'file' as const }),
      fc.record({
        kind: fc.constant('time' as const),
        at: fc.integer({ min: 0, max: 99_999_999_999_999 }).map(epochMs),
      }),
    ),
  ),
  priceAxis: fc.constantFrom(...PRICE_AXES),
  level: fc.option(strike),
  plan: fc.constant(DEFAULT_SELECTION.plan),
  costUnit: fc.constantFrom(...COST_UNITS),
  rolledOn: fc.constantFrom(...ROLLED_ON),
  rows: fc.constantFrom(...ROWS_SHOWN),
  find: fc.stringMatching(/^[A-Za-zé0-9 .,%_-]{0,60}$/),
  sort: fc.option(fc.record({ key: fc.constantFrom(...ROW_KEYS), down: fc.boolean() })),
  surfaceAxis: fc.constantFrom(...SURFACE_AXES),
  surfaceColour: fc.constantFrom(...SURFACE_COLOURS),
  surfaceView: fc.constantFrom(...SURFACE_VIEWS),
});

it('reads back every selection it writes, with nothing left unread', () => {
  fc.assert(
    fc.property(selection, (chosen) => {
      expect(decodeSelection(encodeSelection(chosen))).toEqual({ value: chosen, failures: [] });
    }),
    { numRuns: 150 },
  );
});

it('never throws and always yields a whole selection, whatever the address says', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (text) => {
      const { value } = decodeSelection(text);
      expect(Object.keys(value)).toEqual(Object.keys(DEFAULT_SELECTION));
      expect(decodeSelection(encodeSelection(value)).failures).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('writes nothing for the defaults and short words for the rest', () => {
  expect(encodeSelection(DEFAULT_SELECTION)).toBe('');
  expect(
    encodeSelection({
      ...DEFAULT_SELECTION,
      underlying: 'ETH',
      expiries: [epochMs(Date.UTC(2026, 6, 31, 8))],
      pins: [{ expiry: epochMs(Date.UTC(2026, 6, 31, 8)), strike: 0.625 }],
    }),
  ).toBe('underlying=ETH&expiries=20260731-0800&pins=20260731-0800~0d625');
});

it('writes a part of an axis and what is compared so that a person can read it', () => {
  const query = 'zoom=moves~-1d25~2&compare=expiry~20260731-0800';
  const { value } = decodeSelection(query);
  expect(value.zoom).toEqual({ axis: 'moves', from: -1.25, to: 2 });
  expect(value.compare).toEqual({ kind: 'expiry', expiry: Date.UTC(2026, 6, 31, 8) });
  expect(encodeSelection(value)).toBe(query);
});

it('takes no part of an axis that has no width and no comparison that names nothing', () => {
  const broken = [
    'zoom=moves~2~1',
    'zoom=moon~0~1',
    'compare=venue~nyse',
    'compare=time~soon',
    'compare=it~1',
    'compare=toString~1',
    'compare=__proto__~1',
  ];
  for (const query of broken) {
    const { value, failures } = decodeSelection(query);
    expect([query, value, failures.length]).toEqual([query, DEFAULT_SELECTION, 1]);
  }
});

it('keeps the default and says which part was not understood', () => {
  const { value, failures } = decodeSelection(
    'axis=banana&venue=nyse&colour=red&theme=dark&theme=light&expiries=20260631-0800',
  );
  expect(value).toEqual({ ...DEFAULT_SELECTION, theme: 'dark' });
  expect(failures).toEqual([
    { field: 'axis', text: 'banana', reason: 'unknown-value' },
    { field: 'venue', text: 'nyse', reason: 'unknown-value' },
    { field: 'colour', text: 'red', reason: 'unknown-field' },
    { field: 'theme', text: 'light', reason: 'repeated-field' },
    { field: 'expiries', text: '20260631-0800', reason: 'unknown-value' },
  ]);
});

it('cuts what it repeats of a hostile address', () => {
  const { failures } = decodeSelection(`axis=${'<script>'.repeat(1000)}`);
  expect(failures.every((failure) => failure.text.length <= 40)).toBe(true);
  expect(failures.length).toBeGreaterThan(0);
});
