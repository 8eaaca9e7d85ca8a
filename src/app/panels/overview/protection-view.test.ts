import { expect, it } from 'vitest';
import type { FloorBill, NoBill } from '#analytics/protection/floor-bill.ts';
import type { ExpiryFloor } from '#analytics/protection/floor-by-expiry.ts';
import type { StandardFloor } from '#analytics/protection/standard-floor.ts';
import { protectionBill } from '#analytics/protection/protection-bill.ts';
import type { ExpiryReport } from '#analytics/report.ts';
import { err, ok } from '#base/result.ts';
import { costScale } from '#charts/frame/cost-scale.ts';
import { protectionView } from './protection-view.ts';
import { expiryFixture } from '#app/reading/report-fixture.ts';

/** The worked example of 25 units: 57.5 % bid, 60.5 % ask, 50 % at the money, the book walked. */
const worked = {
  amount: 25,
  forward: 100_000,
  strike: 85_000,
  years: 30 / 365,
  discount: 1,
  atmVol: 0.5,
  midVol: 0.59,
  bestAsk: 1496.5152,
  fills: [{ price: 1558.2526, size: 25 }],
  fees: { maker: 0.0003, taker: 0.0003, premiumCap: 0.125, delivery: null },
};
function billed(change: Partial<typeof worked> = {}, more: Partial<FloorBill> = {}): FloorBill {
  const purchase = { ...worked, ...change };
  return {
    ...protectionBill(purchase),
    instrument: 'BTC-P',
    strike: purchase.strike,
    contracts: 25,
    depth: 'book',
    middle: 'quotes',
    ...more,
  };
}
const month = expiryFixture(30, { forward: 100_000 });
const floorOf = (expiry: ExpiryReport, bill: FloorBill | NoBill): ExpiryFloor => ({
  expiry: expiry.expiry,
  label: expiry.label,
  years: expiry.years,
  bill: 'reason' in bill ? err(bill) : ok(bill),
});

function viewOf(
  entries: readonly (readonly [ExpiryReport, FloorBill | NoBill])[],
  change: Partial<StandardFloor> = {},
  underlying = 'BTC',
) {
  const protection: StandardFloor = {
    amount: 25,
    floor: 0.85,
    contractSize: 1,
    quoteCurrency: 'USD',
    floors: entries.map(([expiry, bill]) => floorOf(expiry, bill)),
    ...change,
  };
  const expiries = entries.map(([report]) => ({
    report,
    line: null,
    id: String(report.expiry),
    label: report.label,
    colour: 'red',
  }));
  return protectionView({ underlying }, protection, { expiries, strikeDecimals: 0 });
}

it('writes the worked example in its units', () => {
  const model = viewOf([[month, billed()]]);
  expect(model.position).toBe('25 BTC · floor at 85 % of forward · bought at the ask');
  expect(model.unitPrice).toBe('USD per BTC');
  const [row] = model.rows;
  expect([row?.label, row?.days, row?.strike, row?.absence]).toEqual(['7 AUG 26', '30', '85\u202f000', null]);
  expect(row?.bill).toMatchObject({
    allIn: '1.59',
    skewShare: '35 %',
    perUnit: '1\u202f588',
    perDay: '52.9',
    breakEven: '−16.6 %',
    spoken: 'at-the-money value 847, skew surcharge 550, half-spread 100, slippage 62, fee 30 USD per BTC',
  });
});

it('stacks the parts from zero to the total, in one order', () => {
  const { costs, rows, legend } = viewOf([[month, billed()]]);
  const parts = rows[0]?.bill?.parts ?? [];
  expect(parts.map(({ id }) => id)).toEqual(['flatAtm', 'skew', 'halfSpread', 'slippage', 'fee']);
  expect(legend.map(({ words }) => words)).toEqual([
    'At-the-money value',
    'Skew surcharge',
    'Half-spread',
    'Slippage',
    'Fee',
  ]);
  for (const [index, { from }] of parts.entries()) {
    expect(from).toBeCloseTo(index === 0 ? 0 : (parts[index - 1]?.to ?? Number.NaN), 12);
  }
  expect(parts.at(-1)?.to).toBeCloseTo(1.5882526, 6);
  expect(costs).toEqual([0, parts.at(-1)?.to]);
});

it('lays a skew that makes the floor cheaper left of zero and says so', () => {
  const cheap = billed({ midVol: 0.45, bestAsk: 600, fills: [{ price: 600, size: 25 }] });
  const { costs, rows, cautions } = viewOf([[month, cheap]]);
  const bill = rows[0]!.bill!;
  const skew = bill.parts.find(({ id }) => id === 'skew')!;
  expect(skew.to).toBe(0);
  expect(skew.from).toBeLessThan(0);
  expect(costs?.[0]).toBe(skew.from);
  expect(bill.skewShare).toMatch(/^−\d+ %$/);
  expect(bill.spoken).toContain('skew surcharge −');
  expect(cautions.join()).toContain('left of zero');
  const sum = bill.parts.reduce((total, { from, to }) => total + (from < 0 ? from - to : to - from), 0);
  expect(sum).toBeCloseTo(bill.total, 10);
});

it.each([
  [{ reason: 'no-ask', fillable: 0 }, 'nobody offers this put'],
  [{ reason: 'beyond-book', fillable: 0.999 }, 'the book holds only 99 % of this size'],
  [
    { reason: 'beyond-top-of-book', fillable: 0.4 },
    'the best ask is for only 40 % of this size; what lies beyond is not known',
  ],
  [{ reason: 'no-strike', fillable: null }, 'no put is listed within 5 % of this floor'],
] as const)('says why there is no bill: %o', (noBill, words) => {
  const { rows, costs, legend, cautions } = viewOf([[month, noBill]]);
  expect(rows[0]).toMatchObject({ bill: null, strike: '–', absence: words });
  expect([costs, legend, cautions]).toEqual([null, [], []]);
  expect(costScale(costs).ticks).toEqual([]);
});

it('gives the fit’s own reason where there is no smile', () => {
  const bare = expiryFixture(2, { fit: null, unfitted: 'too-few-quotes', atmVol: null });
  expect(viewOf([[bare, { reason: 'no-smile', fillable: null }]]).rows[0]?.absence).toBe(
    'too few two-sided quotes',
  );
});

it('says on what depth the bills rest and what they leave out', () => {
  const quoted = billed({}, { depth: 'quoted-price' });
  expect(viewOf([[month, quoted]]).cautions).toEqual(['Quoted price only, size not checked']);
  expect(
    viewOf([
      [month, quoted],
      [expiryFixture(60), billed()],
    ]).cautions,
  ).toEqual([
    'Quoted price only, size not checked at 1 of 2 expiries',
    'Filled through the order book at 1 of 2 expiries',
  ]);
  const feeless = { ...quoted, parts: { ...quoted.parts, fee: null } };
  expect(viewOf([[month, feeless]]).cautions).toContain('The venue’s fee is not known and not in the bill');
});

it('counts contracts where one is of many units, and names the coin and the currency of linear ones', () => {
  const index = viewOf([[month, billed()]], { amount: 1000, contractSize: 100 }, 'SPX');
  expect(index.position).toBe('10 contracts of 100 SPX · floor at 85 % of forward · bought at the ask');
  expect(index.convention).toContain('figures are for one SPX, a contract is of 100');
  const linear = viewOf([[month, billed()]], { contractSize: 0.01, quoteCurrency: 'USDC' }, 'BTC_USDC');
  expect(linear.position).toMatch(/^25 BTC · /);
  expect(linear.unitPrice).toBe('USDC per BTC');
});

it('does not write a small cost as nothing', () => {
  const [row] = viewOf([
    [month, billed({ atmVol: 0.1, midVol: 0.2, bestAsk: 0.2, fills: [{ price: 0.2, size: 25 }] })],
  ]).rows;
  expect([row?.bill?.allIn, row?.bill?.perUnit]).toEqual(['<0.01', '<1']);
});
