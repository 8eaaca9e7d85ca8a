import { monthNumber, utcInstant } from '#base/calendar.ts';
import type { SliceQuotes } from '../slice-quotes.ts';
import { type CoinQuote, sliceQuotesFromCoin } from './coin-premiums.ts';

/** One underlying's expiries at one instant, ready to be fitted. */
export interface RecordedChain {
  readonly name: string;
  readonly slices: readonly SliceQuotes[];
}

interface Row extends CoinQuote {
  readonly underlying: string;
  readonly expiry: number;
  readonly forward: number;
}

const YEAR_MS = 365 * 86_400_000;

interface Frame {
  readonly at: number;
  readonly request: string;
  readonly body: string;
}

function frames(recording: string): readonly Frame[] {
  const lines = recording.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(1).map((line) => JSON.parse(line) as Frame);
}

function expiryAt(year: number, month: number | null, day: number): number {
  return utcInstant({ year, month: month ?? 0, day, hour: 8 }) ?? NaN;
}

function chainsOf(name: string, at: number, rows: readonly Row[]): readonly RecordedChain[] {
  const chains: RecordedChain[] = [];
  for (const underlying of new Set(rows.map((row) => row.underlying))) {
    const own = rows.filter((row) => row.underlying === underlying && row.expiry > at);
    const expiries = [...new Set(own.map((row) => row.expiry))].sort((p, q) => p - q);
    const slices = expiries.map((expiry) => {
      const quotes = own.filter((row) => row.expiry === expiry);
      const forwards = quotes.map((row) => row.forward).sort((p, q) => p - q);
      return sliceQuotesFromCoin((expiry - at) / YEAR_MS, forwards[forwards.length >> 1]!, quotes);
    });
    chains.push({ name: `${name} ${underlying}`, slices });
  }
  return chains;
}

interface DeribitRow {
  readonly instrument_name: string;
  readonly bid_price?: number | null;
  readonly ask_price?: number | null;
  readonly best_bid_price?: number | null;
  readonly best_ask_price?: number | null;
  readonly underlying_price: number;
}

function deribitRow(row: DeribitRow): Row | null {
  const parts = /^([A-Z]+)-(\d+)([A-Z]{3})(\d\d)-(\d+)-([CP])$/.exec(row.instrument_name);
  if (parts === null) return null;
  return {
    underlying: parts[1]!,
    expiry: expiryAt(2000 + Number(parts[4]), monthNumber(parts[3]!), Number(parts[2])),
    strike: Number(parts[5]),
    isCall: parts[6] === 'C',
    bid: row.bid_price ?? row.best_bid_price ?? 0,
    ask: row.ask_price ?? row.best_ask_price ?? 0,
    forward: row.underlying_price,
  };
}

/** All chains in the text of a Deribit recording, one entry an underlying and snapshot. */
export function deribitChains(recording: string, name: string): readonly RecordedChain[] {
  const all = frames(recording);
  const byTime = new Map<number, Row[]>();
  for (const frame of all) {
    const { result } = JSON.parse(frame.body) as { result: DeribitRow | readonly DeribitRow[] };
    const single = frame.request.includes('get_order_book');
    const at = single ? 0 : frame.at;
    const rows = byTime.get(at) ?? [];
    for (const item of Array.isArray(result) ? result : [result as DeribitRow]) {
      const row = deribitRow(item);
      if (row !== null) rows.push(row);
    }
    byTime.set(at, rows);
  }
  const first = all[0]?.at ?? 0;
  return [...byTime].flatMap(([at, rows]) =>
    chainsOf(`${name}@${at === 0 ? first : at}`, at === 0 ? first : at, rows),
  );
}

/** All chains in the text of an OKX recording. */
export function okxChains(recording: string, name: string): readonly RecordedChain[] {
  const all = frames(recording);
  const forwards = new Map<string, number>();
  const quotes: { instId: string; bidPx: string; askPx: string }[] = [];
  let at = 0;
  for (const frame of all) {
    at = frame.at;
    const { data } = JSON.parse(frame.body) as { data: Record<string, string>[] };
    for (const item of data) {
      const id = item['instId'] ?? '';
      if (frame.request.includes('opt-summary')) forwards.set(id, Number(item['fwdPx']));
      if (frame.request.includes('market/tickers'))
        quotes.push({ instId: id, bidPx: item['bidPx'] ?? '', askPx: item['askPx'] ?? '' });
    }
  }
  const rows = quotes.flatMap((quote): Row[] => {
    const parts = /^([A-Z]+)-USD-(\d\d)(\d\d)(\d\d)-(\d+)-([CP])$/.exec(quote.instId);
    const forward = forwards.get(quote.instId) ?? NaN;
    if (parts === null || !(forward > 0)) return [];
    return [
      {
        underlying: parts[1]!,
        expiry: expiryAt(2000 + Number(parts[2]), Number(parts[3]), Number(parts[4])),
        strike: Number(parts[5]),
        isCall: parts[6] === 'C',
        bid: Number(quote.bidPx),
        ask: Number(quote.askPx),
        forward,
      },
    ];
  });
  return chainsOf(`${name}@${at}`, at, rows);
}
