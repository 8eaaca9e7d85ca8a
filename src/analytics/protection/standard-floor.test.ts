import { expect, it } from 'vitest';
import { analyseChain } from '../analyse-chain.ts';
import { type SyntheticExpiry, syntheticChain } from '../testing/synthetic-chain.ts';
import { floorByExpiry } from './floor-by-expiry.ts';
import { standardFloor } from './standard-floor.ts';

const month: SyntheticExpiry = {
  days: 30,
  forward: 100_000,
  strikes: Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i),
  vol: (k) => 0.5 - 0.3 * k,
};
const chain = syntheticChain([month, { ...month, days: 90 }]);
const report = analyseChain(chain);

it('bills ten units with a floor at 85 % at every expiry of the report', () => {
  const { amount, floor, contractSize, floors } = standardFloor(chain, report);
  expect([amount, floor, contractSize]).toEqual([10, 0.85, 1]);
  expect(floors).toEqual(floorByExpiry(chain, report, { amount: 10, floor: 0.85 }));
  expect(floors.every(({ bill }) => bill.ok && bill.value.contracts === 10)).toBe(true);
});

it('bills ten whole contracts where one contract is of many units', () => {
  const expiries = chain.expiries.map((expiry) => ({
    ...expiry,
    contracts: expiry.contracts.map(({ instrument, quote }) => ({
      instrument: { ...instrument, contractSize: 100 },
      quote,
    })),
  }));
  const { amount, contractSize, floors } = standardFloor({ ...chain, expiries }, report);
  expect([amount, contractSize]).toEqual([1000, 100]);
  expect(floors.every(({ bill }) => bill.ok && bill.value.contracts === 10)).toBe(true);
});

it('has no unit and no bill where nothing is listed', () => {
  const empty = { ...chain, expiries: [] };
  expect(standardFloor(empty, { ...report, expiries: [] })).toEqual({
    amount: 10,
    floor: 0.85,
    contractSize: null,
    quoteCurrency: null,
    floors: [],
  });
});
