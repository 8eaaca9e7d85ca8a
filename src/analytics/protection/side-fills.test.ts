import { describe, expect, it } from 'vitest';
import { SYNTHETIC_NOW, syntheticChain } from '../testing/synthetic-chain.ts';
import { bookSide, offeredSide, sideFills } from './side-fills.ts';

const [contract] = syntheticChain([{ days: 30, forward: 100_000, strikes: [85_000], vol: () => 0.5 }])
  .expiries[0]!.contracts;
const levels = [
  { price: 0.02, size: 3 },
  { price: 0.021, size: 2 },
];
const book = {
  instrument: contract!.instrument.name,
  at: SYNTHETIC_NOW,
  bids: levels.slice(0, 1),
  asks: levels,
};

function bought(contracts: number, limit: number | null) {
  const side = bookSide({ ...book, limit }, 'buy');
  return sideFills(contract!.instrument, offeredSide(contract!.quote, side, 'buy'), contracts, 'buy');
}

describe('a size larger than the known levels', () => {
  it('cannot be filled where the book ends', () => {
    const short = { ok: false, error: { reason: 'beyond-book', fillable: 0.5, levels: null } };
    expect(bought(10, null)).toEqual(short);
    expect(bought(10, 20)).toEqual(short);
  });

  it('is not known to be there or not where the venue sent as many levels as it sends', () => {
    expect(bought(10, 2)).toEqual({
      ok: false,
      error: { reason: 'beyond-levels', fillable: 0.5, levels: 2 },
    });
  });

  it('is of no matter to a size that the known levels hold', () => {
    expect(bought(5, 2)).toEqual(bought(5, null));
    expect(bought(5, 2)).toMatchObject({ ok: true, value: { depth: 'book' } });
  });

  it('is judged side by side: the shorter side of a book ends by itself', () => {
    expect(bookSide({ ...book, limit: 2 }, 'buy').cut).toBe(true);
    expect(bookSide({ ...book, limit: 2 }, 'sell').cut).toBe(false);
  });
});
