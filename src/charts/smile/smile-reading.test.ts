import { expect, it } from 'vitest';
import { smileGeometry } from './geometry.ts';
import type { SmileCurve, SmileModel, SmileQuote } from './smile-model.ts';
import { findPlace, stepPlace } from './smile-places.ts';
import { readSmile } from './smile-reading.ts';

function quote(id: string, strike: number, rest: Partial<SmileQuote> = {}): SmileQuote {
  const base = { id: `${id}-${strike}`, x: strike, strike, right: 'put' as const };
  const vols = { bid: 40, ask: 42, mid: 41, venueMark: 41, last: null, fit: 41.2 };
  return { ...base, ...vols, standing: 'used', note: null, details: () => [], ...rest };
}

function curve(label: string, quotes: readonly SmileQuote[], vol: number): SmileCurve {
  return {
    expiryId: label,
    label,
    days: 9,
    colour: 'red',
    quotes,
    fit: [50_000, 70_000].map((x) => ({ x, vol, strike: x })),
    quotedRange: [50_000, 70_000],
    markers: [],
    forwardX: 60_000,
    spotX: null,
    compared: false,
    absence: null,
  };
}

const near = curve(
  '17 JUL',
  [quote('N', 55_000), quote('N', 60_000), quote('N', 65_000, { bid: null, note: 'no bid' })],
  41,
);
const far = curve(
  '25 SEP',
  [quote('F', 50_000), quote('F', 60_000, { fit: 44.6 }), quote('F', 70_000)],
  44.5,
);
const bare = { ...curve('26 MAR', [], 48), quotes: [] };
const model: SmileModel = {
  axis: 'strike',
  strikeUnit: 'USD',
  strikeDecimals: 0,
  volDecimals: 1,
  curves: [near, far, bare],
  xDomain: null,
  volDomain: null,
  emptyText: '',
};
const geometry = smileGeometry(model, { width: 700, height: 400 });
const at = (pointId: string, expiryId: string) => ({ pointId, expiryId, x: null });

it('points at the nearest strike, and at nothing outside the plot', () => {
  const place = findPlace(geometry, { x: geometry.x(60_400), y: geometry.y(41) });
  expect(place?.pointId).toBe('N-60000');
  expect(findPlace(geometry, { x: geometry.plot.right + 40, y: 100 })).toBeNull();
});

it('points at a bare place on a fit that has no quotes', () => {
  const alone = smileGeometry({ ...model, curves: [bare] }, { width: 700, height: 400 });
  const place = findPlace(alone, { x: alone.x(62_000), y: alone.y(48) });
  expect(place?.pointId).toBeNull();
  expect(place?.x).toBeCloseTo(62_000, 6);
});

it('starts at the strike nearest the forward and walks the strikes of one expiry to its ends', () => {
  let place = stepPlace(geometry, null, 'right');
  expect(place?.pointId).toBe('N-60000');
  place = stepPlace(geometry, place, 'right');
  expect(place?.pointId).toBe('N-65000');
  expect(stepPlace(geometry, place, 'right')?.pointId).toBe('N-65000');
  expect(stepPlace(geometry, place, 'left')?.pointId).toBe('N-60000');
});

it('changes expiry at the same place and comes back', () => {
  const down = stepPlace(geometry, at('N-60000', '17 JUL'), 'down');
  expect(down?.pointId).toBe('F-60000');
  expect(stepPlace(geometry, down, 'up')?.pointId).toBe('N-60000');
  expect(stepPlace(geometry, at('N-60000', '17 JUL'), 'up')?.pointId).toBe('N-60000');
});

it('reads every expiry at once, a dash where one has no quote there', () => {
  const texts = readSmile(model, geometry, at('N-65000', '17 JUL'), null)?.readout?.texts ?? [];
  const row = (i: number): readonly string[] =>
    texts.filter(({ id }) => id.startsWith(`${i} `)).map(({ text }) => text);
  expect(row(0)).toEqual(['strike 65\u202f000', 'strike', 'bid', 'ask', 'fit']);
  expect(row(1)).toEqual(['17 JUL', '65\u202f000', '–', '42.0', '41.2']);
  expect(row(2)).toEqual(['25 SEP', '–', '–', '–', '44.5']);
  expect(row(3)).toEqual(['26 MAR', '–', '–', '–', '48.0']);
  expect(row(4)).toEqual(['17 JUL: no bid']);
});

it('says the place, the vols and the difference from the pin in one sentence', () => {
  const reading = readSmile(model, geometry, at('F-60000', '25 SEP'), at('N-55000', '17 JUL'));
  expect(reading?.spoken).toBe(
    'strike 60\u202f000; 25 SEP strike 60\u202f000 put: bid 40.0, ask 42.0, fit 44.6; fit +3.4 from pinned 17 JUL 55\u202f000',
  );
});

it('only strengthens a line when an expiry is pointed at elsewhere', () => {
  const reading = readSmile(model, geometry, { expiryId: '25 SEP', x: null, pointId: null }, null);
  expect(reading?.x).toBeNull();
  expect(reading?.readout).toBeNull();
  expect(reading?.emphasis?.path).toBe(geometry.curves[1]?.fit.solid);
});

it('reads nothing of an expiry that is not drawn', () => {
  expect(readSmile(model, geometry, { expiryId: '9 JUL', x: null, pointId: null }, null)).toBeNull();
});
