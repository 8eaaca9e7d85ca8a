import { ok, err } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { QuoteFigures, QuotePart, ReadMessage } from '../adapter.ts';
import { type RowFields, rowTime } from '../row-fields.ts';
import { type RowOwner, readRows, unreadMessage } from '../read-rows.ts';
import { rowFailure } from '../row-failure.ts';
import { instrumentFromName } from './contract-terms.ts';
import { readInstrumentName, underlyingOfFamily, underlyingOfName } from './instrument-name.ts';
import type { Question } from './requests.ts';

/** The messages that carry quotes, and which figures each of them carries. */
export type PartTopic = 'opt-summary' | 'tickers' | 'mark-price' | 'open-interest';

type Figures = (fields: RowFields, instrument: Instrument) => Partial<QuoteFigures>;

const FIGURES: Readonly<Record<PartTopic, Figures>> = {
  'opt-summary': (fields) => ({
    venueMarkVol: fields.vol('markVol'),
    venueBidVol: fields.vol('bidVol'),
    venueAskVol: fields.vol('askVol'),
    forward: fields.price('fwdPx'),
  }),
  tickers: (fields, instrument) => {
    const [bid, ask] = [fields.price('bidPx'), fields.price('askPx')];
    return {
      bid,
      ask,
      bidSize: bid === null ? null : fields.price('bidSz'),
      askSize: ask === null ? null : fields.price('askSz'),
      last: fields.price('last'),
      volume: fields.amount('volCcy24h') ?? inCoin(fields.amount('vol24h'), instrument),
    };
  },
  'mark-price': (fields) => ({ mark: fields.price('markPx') }),
  'open-interest': (fields, instrument) => ({
    openInterest: fields.amount('oiCcy') ?? inCoin(fields.amount('oi'), instrument),
  }),
};

/** The topic whose figures a message carries; REST and channels name two of them differently. */
export function partTopicOf(topic: string): PartTopic | null {
  if (topic === 'ticker') return 'tickers';
  return Object.hasOwn(FIGURES, topic) ? (topic as PartTopic) : null;
}

/** Reads any list of quotes: the figures that lists of its topic carry, each row with its own time. */
export function readParts(
  content: unknown,
  topic: PartTopic,
  { family, whole }: Question,
  receivedAt: EpochMs,
): ReadMessage {
  const read = readRows<QuotePart>(content, {
    owner: (row) => ownerOf(row, receivedAt),
    read: (fields, instrument) => {
      const at = rowTime(fields, 'ts', receivedAt);
      if (typeof at === 'string') return at;
      return { instrument, at, figures: FIGURES[topic](fields, instrument) };
    },
  });
  const { value: rows, failures } = read;
  if (rows === null) return unreadMessage(...failures);
  const covered = whole && family !== null ? underlyingOfFamily(family) : null;
  const seen = rows.map((row) => row.instrument.underlying);
  const underlyings = [...new Set(covered === null ? seen : [covered, ...seen])];
  return {
    value: [{ kind: 'quote-parts', at: receivedAt, underlyings, part: topic, whole: covered !== null, rows }],
    failures,
  };
}

/** The contract that a row's `instId` names. */
export function ownerOf(row: Readonly<Record<string, unknown>>, at: EpochMs): RowOwner {
  const name = row['instId'];
  if (typeof name !== 'string') {
    const detail = 'no instId in the row';
    return err(rowFailure({ underlying: null, name: null, reason: 'unreadable-name', detail }));
  }
  const parts = readInstrumentName(name);
  if (parts.kind === 'option') return ok(instrumentFromName(name, parts, at));
  const underlying = underlyingOfName(name);
  return err(
    parts.kind === 'not-an-option'
      ? rowFailure({ underlying, name, reason: 'not-an-option', detail: 'a spot pair, perpetual or future' })
      : rowFailure({ underlying, name, reason: 'unreadable-name', detail: 'a name of no known form' }),
  );
}

/** Contracts as coin where the venue does not count in coin itself, by the presumed size of one. */
function inCoin(contracts: number | null, { contractSize }: Instrument): number | null {
  return contracts === null ? null : contracts * contractSize;
}
