import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { QuoteFigures, QuotePart, ReadMessage } from '../adapter.ts';
import { indexEvents } from '../index-events.ts';
import { namedOwner } from '../named-owner.ts';
import { type RowReading, readRows, unreadMessage } from '../read-rows.ts';
import { type RowFields, rowFields } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';
import { microsecondsOf } from './microseconds.ts';

interface TickerRow {
  readonly part: QuotePart;
  readonly spot: number | null;
}

/** The word for what a ticker carries; sizes are contracts on the wire, so they are sent on as a part. */
const PART = 'tickers';

/** Reads tickers, asked all together or pushed in full one by one. */
export function readTickers(content: unknown, whole: boolean, receivedAt: EpochMs): ReadMessage {
  return eventsOf(content, { reading: fullTicker(receivedAt), whole, receivedAt });
}

/**
 * Reads one push of short tickers, of one contract or of a whole expiry: `d` the rows, `sp` the spot price, which is the
 * forward of the venue's vols, `ts` the time in microseconds.
 */
export function readShortTickers(frame: Readonly<Record<string, unknown>>, receivedAt: EpochMs): ReadMessage {
  return eventsOf(frame['d'], { reading: shortTicker(frame, receivedAt), whole: false, receivedAt });
}

function eventsOf(
  content: unknown,
  how: { readonly reading: RowReading<TickerRow>; readonly whole: boolean; readonly receivedAt: EpochMs },
): ReadMessage {
  const { value: rows, failures } = readRows<TickerRow>(content, how.reading);
  if (rows === null) return unreadMessage(...failures);
  const parts = rows.map((row) => row.part);
  const underlyings = [...new Set(parts.map((part) => part.instrument.underlying))];
  const indices = rows.map(({ part, spot }) => ({ underlying: part.instrument.underlying, price: spot }));
  const { receivedAt: at, whole } = how;
  return {
    value: [
      { kind: 'quote-parts', at, underlyings, part: PART, whole, rows: parts },
      ...indexEvents(indices, at),
    ],
    failures,
  };
}

function fullTicker(receivedAt: EpochMs): RowReading<TickerRow> {
  return {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, instrument) => {
      const at = microsecondsOf(fields, 'timestamp', receivedAt);
      if (typeof at === 'string') return at;
      return { part: { instrument, at, figures: fullFigures(fields) }, spot: fields.price('spot_price') };
    },
  };
}

/** The venue's own vols come out with `greeks.spot` as the forward and no discount. */
function fullFigures(fields: RowFields): Partial<QuoteFigures> {
  const quotes = fields.inside('quotes');
  const [bid, ask] = [quotes.price('best_bid'), quotes.price('best_ask')];
  return {
    bid,
    ask,
    bidSize: bid === null ? null : quotes.price('bid_size'),
    askSize: ask === null ? null : quotes.price('ask_size'),
    mark: fields.price('mark_price'),
    venueMarkVol: quotes.vol('mark_iv') ?? fields.vol('mark_vol'),
    venueBidVol: quotes.vol('bid_iv'),
    venueAskVol: quotes.vol('ask_iv'),
    forward: fields.inside('greeks').price('spot'),
    openInterest: fields.amount('oi'),
  };
}

function shortTicker(frame: Readonly<Record<string, unknown>>, receivedAt: EpochMs): RowReading<TickerRow> {
  return {
    owner: (row) => namedOwner(row['s'], NAMES),
    read: (fields, instrument) => {
      const shared = rowFields(frame);
      const at = microsecondsOf(shared, 'ts', receivedAt);
      const spot = shared.price('sp');
      const defect = typeof at === 'string' ? at : shared.defect();
      if (typeof at === 'string' || defect !== null) return defect ?? '';
      return { part: { instrument, at, figures: shortFigures(fields, instrument, spot) }, spot };
    },
  };
}

/** `q` is ask, its size, bid, its size; `qiv` the vols of ask, bid and mark; `oi` contracts first. */
function shortFigures(
  fields: RowFields,
  { contractSize }: Instrument,
  spot: number | null,
): Partial<QuoteFigures> {
  const [quotes, vols] = [fields.places('q'), fields.places('qiv')];
  const [ask, bid] = [quotes.price('0'), quotes.price('2')];
  const open = fields.places('oi').amount('0');
  return {
    bid,
    ask,
    bidSize: bid === null ? null : quotes.price('3'),
    askSize: ask === null ? null : quotes.price('1'),
    mark: fields.price('m'),
    venueMarkVol: vols.vol('2'),
    venueBidVol: vols.vol('1'),
    venueAskVol: vols.vol('0'),
    forward: spot,
    openInterest: open === null ? null : open * contractSize,
  };
}
