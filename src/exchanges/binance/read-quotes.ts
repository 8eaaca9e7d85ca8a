import { type EpochMs, yearsBetween } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { QuoteFigures, QuotePart, ReadMessage } from '../adapter.ts';
import { indexEvents } from '../index-events.ts';
import { namedOwner } from '../named-owner.ts';
import { type RowReading, readRows, unreadMessage } from '../read-rows.ts';
import { type RowFields, rowTime } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';

interface PushedRow {
  readonly part: QuotePart;
  readonly index: number | null;
}

/**
 * Reads one push of optionMarkPrice: a quote in one row, in letters. A push whose stream is known has every contract
 * of the pair.
 */
export function readPushedMarks(content: unknown, stream: string | null, receivedAt: EpochMs): ReadMessage {
  const { value: rows, failures } = readRows<PushedRow>(content, {
    owner: (row) => namedOwner(row['s'], NAMES),
    read: (fields, instrument) => {
      const at = rowTime(fields, 'E', receivedAt);
      if (typeof at === 'string') return at;
      const index = fields.price('i');
      return { part: { instrument, at, figures: pushedFigures(fields, instrument, { at, index }) }, index };
    },
  });
  if (rows === null) return unreadMessage(...failures);
  const parts = rows.map((row) => row.part);
  const indices = rows.map(({ part, index }) => ({ underlying: part.instrument.underlying, price: index }));
  const whole = rows.length > 0 && stream?.endsWith('@optionMarkPrice') === true;
  const event = partsEvent(parts, { part: 'stream', whole, at: receivedAt });
  return { value: [event, ...indexEvents(indices, receivedAt)], failures };
}

/** A bid of `"0.000"` with the vol `"-1.0"` is no bid. */
function pushedFigures(
  fields: RowFields,
  instrument: Instrument,
  now: { readonly at: EpochMs; readonly index: number | null },
): Partial<QuoteFigures> {
  const [bid, ask] = [fields.price('bo'), fields.price('ao')];
  return {
    bid,
    ask,
    bidSize: bid === null ? null : fields.price('bq'),
    askSize: ask === null ? null : fields.price('aq'),
    mark: fields.price('mp'),
    venueMarkVol: fields.vol('vo'),
    venueBidVol: fields.vol('b'),
    venueAskVol: fields.vol('a'),
    ...forwardOf(instrument, { ...now, rate: fields.number('rf') }),
  };
}

/**
 * The venue publishes no forward but an index and a rate: F = index · e^(rate · T), discounted at the same rate, which
 * is how its marks come out where the rate is 0. Null when either is missing or the rate is beyond belief.
 */
function forwardOf(
  { expiry }: Instrument,
  now: { readonly at: EpochMs; readonly index: number | null; readonly rate: number | null },
): Pick<QuoteFigures, 'forward' | 'forwardName' | 'discount'> {
  const { at, index, rate } = now;
  if (index === null || rate === null || Math.abs(rate) > 1) {
    return { forward: null, forwardName: null, discount: null };
  }
  const growth = Math.exp(rate * Math.max(0, yearsBetween(at, expiry)));
  return { forward: index * growth, forwardName: 'index and rate', discount: 1 / growth };
}

/** Reads the mark answer: marks and vols of every contract, without times and without a forward. */
export function readMarks(content: unknown, whole: boolean, receivedAt: EpochMs): ReadMessage {
  const figures = (fields: RowFields): Partial<QuoteFigures> => ({
    mark: fields.price('markPrice'),
    venueMarkVol: fields.vol('markIV'),
    venueBidVol: fields.vol('bidIV'),
    venueAskVol: fields.vol('askIV'),
  });
  return readAnswer(content, figures, { part: 'mark', whole, at: receivedAt });
}

/** Reads the ticker answer: prices of every contract, without sizes. */
export function readTickers(content: unknown, whole: boolean, receivedAt: EpochMs): ReadMessage {
  const figures = (fields: RowFields): Partial<QuoteFigures> => ({
    bid: fields.price('bidPrice'),
    ask: fields.price('askPrice'),
    last: fields.price('lastPrice'),
    volume: fields.amount('volume'),
  });
  return readAnswer(content, figures, { part: 'ticker', whole, at: receivedAt });
}

interface PartOfAnswer {
  readonly part: string;
  readonly whole: boolean;
  readonly at: EpochMs;
}

function readAnswer(
  content: unknown,
  figures: (fields: RowFields) => Partial<QuoteFigures>,
  answer: PartOfAnswer,
): ReadMessage {
  const reading: RowReading<QuotePart> = {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, instrument) => ({ instrument, at: answer.at, figures: figures(fields) }),
  };
  const { value: rows, failures } = readRows(content, reading);
  return rows === null ? unreadMessage(...failures) : { value: [partsEvent(rows, answer)], failures };
}

function partsEvent(
  rows: readonly QuotePart[],
  { part, whole, at }: PartOfAnswer,
): ReadMessage['value'][number] {
  const underlyings = [...new Set(rows.map((row) => row.instrument.underlying))];
  return { kind: 'quote-parts', at, underlyings, part, whole, rows };
}
