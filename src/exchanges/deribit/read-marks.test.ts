import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deribitAdapter } from './deribit-adapter.ts';

const AT = epochMs(1_780_000_003_100);
const body = readFileSync(new URL('fixtures/ws-markprice-options.json', import.meta.url), 'utf8');
const read = (text: string) =>
  deribitAdapter.read({ at: AT, via: 'ws', request: 'wss://www.deribit.com/ws/api/v2', body: text });

it('takes the vols of pushed marks as fractions, and not their prices, which lack a forward', () => {
  const { value } = read(body);
  expect(value).toMatchObject([
    { kind: 'quote-parts', part: 'markprice', whole: false, underlyings: ['BTC'] },
  ]);
  const rows = value[0]?.kind === 'quote-parts' ? value[0].rows : [];
  expect(rows.map(({ instrument, at, figures }) => [instrument.name, at, figures])).toEqual([
    ['BTC-5JUN26-60000-P', 1_780_000_003_000, { venueMarkVol: 0.5531 }],
    ['BTC-5JUN26-60000-C', 1_780_000_003_000, { venueMarkVol: 0.5488 }],
  ]);
});

it('leaves a malformed mark out by name', () => {
  expect(read(body).failures).toMatchObject([
    { scope: 'row', instrument: 'BTC-5JUN26-61000-C', reason: 'malformed-row', underlying: 'BTC' },
  ]);
});

it('calls a push of marks without a list a bad document', () => {
  const push = (data: unknown) =>
    read(JSON.stringify({ method: 'subscription', params: { channel: 'markprice.options.btc_usd', data } }));
  expect(push({}).failures).toMatchObject([{ scope: 'document', reason: 'malformed-document' }]);
  expect(push([1]).failures.at(-1)).toMatchObject({ scope: 'document', reason: 'malformed-document' });
});
