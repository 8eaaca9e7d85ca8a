import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { MarketSnapshot } from '#state/market/market-source.ts';
import { type Awaited, nothingYetWords } from './nothing-yet-words.ts';

const snapshot = { receivedAt: epochMs(0), underlyings: ['SPX'] } as unknown as MarketSnapshot;

function words(
  change: Partial<Awaited['market']>,
  error: string | null = null,
): ReturnType<typeof nothingYetWords> {
  const market: Awaited['market'] = {
    label: 'Deribit',
    snapshot: null,
    onScreen: { kind: 'live' },
    live: { fault: null },
    ...change,
  };
  return nothingYetWords({ market, underlying: 'SPX', error });
}

it('says that a chain is being fitted, and not that a file has no quotes, while the analysis runs', () => {
  const waiting = words({ onScreen: { kind: 'replay' }, snapshot });
  expect(waiting.title).toBe('Fitting the SPX smiles');
  expect(waiting.working).toBe(true);
});

it('says that a file has no quotes of the underlying at this instant only when there is no chain', () => {
  expect(words({ onScreen: { kind: 'replay' } })).toMatchObject({
    title: 'No SPX quotes here',
    working: false,
  });
});

it('tells a question under way from one that failed', () => {
  expect(words({})).toMatchObject({ title: 'Asking Deribit for SPX options', working: true });
  const failed = words({ onScreen: { kind: 'none' }, live: { fault: { text: 'The venue is closed.' } } });
  expect(failed).toMatchObject({ title: 'No SPX prices yet', working: false });
  expect(words({ snapshot }, 'no memory').text).toContain('no memory');
});
