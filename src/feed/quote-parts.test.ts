import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { ReadMessage } from '#exchanges/adapter.ts';
import { okxAdapter } from '#exchanges/okx/okx-adapter.ts';
import type { ContractQuote, OptionChain } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';
import { type QuoteBook, createQuoteBook } from './quote-book.ts';
import { recordingOf } from './recording.ts';
import { type Replay, createReplay } from './replay.ts';

const T0 = 1_780_000_000_000;
const PUT = 'BTC-USD-260605-60000-P';
const CALL = 'BTC-USD-260605-60000-C';

function at(seconds: number): EpochMs {
  return epochMs(T0 + seconds * 1_000);
}

type Fields = Readonly<Record<string, string>>;

function message(path: string, seconds: number, rows: readonly unknown[], family = 'BTC-USD'): WireMessage {
  const request = `https://www.okx.com/api/v5/${path}?instType=OPTION&instFamily=${family}`;
  return { at: at(seconds), via: 'http', request, body: JSON.stringify({ code: '0', msg: '', data: rows }) };
}

function row(instId: string, seconds: number, fields: Fields): unknown {
  return { instId, ts: String(at(seconds)), ...fields };
}

function vols(seconds: number, markVol: string, names: readonly string[] = [PUT]): WireMessage {
  const rows = names.map((name) => row(name, seconds, { markVol, bidVol: '0', askVol: '', fwdPx: '70000' }));
  return message('public/opt-summary', seconds, rows);
}

function prices(seconds: number, bidPx: string, names: readonly string[] = [PUT]): WireMessage {
  const rows = names.map((name) => row(name, seconds, { bidPx, bidSz: '12', askPx: '0.02', askSz: '5' }));
  return message('market/tickers', seconds, rows);
}

function marks(seconds: number, markPx: string, names: readonly string[] = [PUT]): WireMessage {
  return message(
    'public/mark-price',
    seconds,
    names.map((name) => row(name, seconds, { markPx })),
  );
}

function bookOf(...messages: readonly WireMessage[]): QuoteBook {
  const book = createQuoteBook('okx');
  for (const one of messages) book.apply(okxAdapter.read(one));
  return book;
}

function contracts(chain: OptionChain | null): readonly ContractQuote[] {
  return chain?.expiries.flatMap((expiry) => expiry.contracts) ?? [];
}

function namesOf(chain: OptionChain | null): readonly string[] {
  return contracts(chain).map((one) => one.instrument.name);
}

function quoteOf(book: QuoteBook): ContractQuote['quote'] {
  return contracts(book.snapshot('BTC'))[0]?.quote ?? null;
}

describe('a quote that comes in parts', () => {
  it('has every part, whichever came first, and the time of the newest', () => {
    const parts = [vols(1, '0.55'), prices(3, '0.01'), marks(2, '0.0107')];
    const whole = {
      bid: 0.01,
      ask: 0.02,
      bidSize: 12,
      mark: 0.0107,
      venueMarkVol: 0.55,
      forward: 70_000,
      at: at(3),
    };
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const book = bookOf(...order.map((index) => parts[index]!));
      expect(quoteOf(book)).toMatchObject(whole);
      expect(book.snapshot('BTC')?.asOf).toBe(at(3));
    }
  });

  it('is null, never 0, in what has not come', () => {
    expect(quoteOf(bookOf(vols(1, '0.55')))).toEqual({
      instrument: PUT,
      bid: null,
      ask: null,
      bidSize: null,
      askSize: null,
      mark: null,
      last: null,
      venueMarkVol: 0.55,
      venueBidVol: null,
      venueAskVol: null,
      forward: 70_000,
      forwardName: null,
      discount: null,
      openInterest: null,
      volume: null,
      at: at(1),
    });
  });

  it('takes a new part for itself: a bid that is gone is gone, the mark stays', () => {
    const quote = quoteOf(bookOf(prices(1, '0.01'), marks(1, '0.0107'), prices(5, '')));
    expect(quote).toMatchObject({ bid: null, bidSize: null, ask: 0.02, mark: 0.0107, at: at(5) });
  });

  it('lets no older part replace a newer one of its kind', () => {
    const late = { ...marks(2, '0.0102'), at: at(6) };
    expect(quoteOf(bookOf(marks(5, '0.0105'), late))?.mark).toBe(0.0105);
  });

  it('loses a part that the newest whole list of it does not have, and is unlisted without any', () => {
    const both = [PUT, CALL];
    const book = bookOf(prices(1, '0.01', both), marks(1, '0.0107', both), marks(2, '0.0108', [PUT]));
    const call = contracts(book.snapshot('BTC')).find((one) => one.instrument.name === CALL);
    expect(call?.quote).toMatchObject({ mark: null, bid: 0.01 });
    book.apply(okxAdapter.read(prices(2, '0.01', [PUT])));
    expect(namesOf(book.snapshot('BTC'))).toEqual([PUT]);
  });

  it('stays listed when a push is about another contract', () => {
    const book = bookOf(prices(1, '0.01'));
    const push = { arg: { channel: 'mark-price', instId: CALL }, data: [row(CALL, 2, { markPx: '0.2' })] };
    book.apply(okxAdapter.read({ at: at(2), via: 'ws', request: 'wss://x', body: JSON.stringify(push) }));
    expect(namesOf(book.snapshot('BTC'))).toEqual([PUT, CALL]);
  });

  it('keeps sizes in contracts when the listed contract is larger than its name suggested', () => {
    const terms = {
      ctVal: '1',
      ctMult: '0.5',
      optType: 'P',
      stk: '60000',
      expTime: String(Date.UTC(2026, 5, 5, 8)),
      tickSz: '0.0001',
      minSz: '1',
    };
    const bands = { instFamily: 'BTC-USD', tickBand: [{ minPx: '0', maxPx: '9', tickSz: '0.0002' }] };
    const listed = message('public/instruments', 2, [{ instId: PUT, ...terms }]);
    const ticks = message('public/instrument-tick-bands', 3, [bands]);
    for (const order of [
      [prices(1, '0.01'), listed, ticks],
      [ticks, listed, prices(1, '0.01')],
    ]) {
      const [one] = contracts(bookOf(...order).snapshot('BTC'));
      expect(one).toMatchObject({
        instrument: { contractSize: 0.5, ticks: { base: 0.0002, steps: [] } },
        quote: { bidSize: 12, askSize: 5 },
      });
    }
  });

  it('counts rows left out of each list until that list comes again', () => {
    const bad = (seconds: number): ReadMessage =>
      okxAdapter.read(
        message('public/mark-price', seconds, [
          row(PUT, seconds, { markPx: '0.01' }),
          { instId: 'BTC-USD-X' },
          7,
        ]),
      );
    const book = bookOf(prices(1, '0.01'), vols(1, '0.55'));
    book.apply(bad(1));
    book.apply(bad(2));
    expect(book.snapshot('BTC')?.rejected.map((one) => one.reason)).toEqual([
      'unreadable-name',
      'malformed-row',
    ]);
    book.apply(okxAdapter.read(prices(3, '0.01')));
    expect(book.snapshot('BTC')?.rejected).toHaveLength(2);
    book.apply(okxAdapter.read(marks(4, '0.01')));
    expect(book.snapshot('BTC')?.rejected).toEqual([]);
  });
});

describe('a recording of quotes in parts', () => {
  function replayOf(...messages: readonly WireMessage[]): Replay {
    const header = { format: 'smirk-recording', version: 1, venue: 'okx', startedAt: at(0) } as const;
    return createReplay(recordingOf(header, messages), okxAdapter);
  }

  function lastQuote(replay: Replay, index: number): ContractQuote['quote'] {
    return contracts(replay.snapshot('BTC', index).chain)[0]?.quote ?? null;
  }

  const first = [vols(0, '0.5'), prices(1, '0.01'), marks(2, '0.011')];

  it('has one stop for each round of questions', () => {
    const replay = replayOf(...first, vols(10, '0.6'), prices(11, '0.02'), marks(12, '0.021'));
    expect(replay.instants).toEqual([
      { at: at(2), end: 3 },
      { at: at(12), end: 6 },
    ]);
    expect(lastQuote(replay, 0)).toMatchObject({ venueMarkVol: 0.5, bid: 0.01, mark: 0.011 });
    expect(lastQuote(replay, 1)).toMatchObject({ venueMarkVol: 0.6, bid: 0.02, mark: 0.021 });
  });

  it('ends with the last round of which all parts came, never with vols of one and prices of another', () => {
    const replay = replayOf(...first, vols(10, '0.6'), prices(11, '0.02'));
    expect(lastQuote(replay, 1)).toMatchObject({ venueMarkVol: 0.5, bid: 0.01, mark: 0.011, at: at(1) });
    expect(replay.last('BTC').unread).toEqual([]);
  });

  it('falls back to it too when a part cannot be read, and tells which', () => {
    const broken = { ...marks(12, '0.021'), body: '{"code":"50011","msg":"Too Many Requests","data":[]}' };
    const { chain, unread } = replayOf(...first, vols(10, '0.6'), prices(11, '0.02'), broken).last('BTC');
    expect(contracts(chain)[0]?.quote).toMatchObject({ venueMarkVol: 0.5, bid: 0.01 });
    expect(unread).toMatchObject([{ at: at(12), reason: 'rate-limited' }]);
  });

  it('holds families apart: one may be complete where another is not', () => {
    const ether = 'ETH-USD-260605-2000-P';
    const round = (seconds: number, bidPx: string): readonly WireMessage[] => [
      message('public/opt-summary', seconds, [row(ether, seconds, { markVol: '0.7' })], 'ETH-USD'),
      message('market/tickers', seconds, [row(ether, seconds, { bidPx })], 'ETH-USD'),
      message('public/mark-price', seconds, [row(ether, seconds, { markPx: '0.05' })], 'ETH-USD'),
    ];
    const replay = replayOf(...first, ...round(3, '0.03'), vols(10, '0.6'), ...round(11, '0.04'));
    expect(lastQuote(replay, 1)).toMatchObject({ venueMarkVol: 0.5, bid: 0.01 });
    expect(contracts(replay.snapshot('ETH', 1).chain)[0]?.quote).toMatchObject({ bid: 0.04 });
  });

  it('shows what there is where no round was ever complete', () => {
    const replay = replayOf(vols(0, '0.5'), prices(1, '0.01'));
    expect(lastQuote(replay, 0)).toMatchObject({ venueMarkVol: 0.5, bid: 0.01, mark: null });
  });
});
