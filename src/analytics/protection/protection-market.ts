import type { EpochMs } from '#base/time.ts';
import type { Instrument, PremiumUnit } from '#market/instrument.ts';
import type { ExpiryQuotes, OptionChain } from '#market/option-chain.ts';
import type { OrderBook } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { Smile } from '#quant/smile.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { Analysis } from '../analyse-chain.ts';
import { listedExpiries } from '../quotes/listed-expiries.ts';
import { smileKey } from '../smiles/fit-smiles.ts';
import { type ContractPricing, contractPricing } from './contract-pricing.ts';
import type { DeltaConvention, ExpiryReport, ReportPoint } from '../report.ts';

/** One contract with its quote and what the analysis made of it. */
export interface ListedContract {
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  readonly point: ReportPoint;
  /** Null where the expiry has no forward or no smile. */
  readonly pricing: ContractPricing | null;
}

/** One expiry as a hedger sees it. */
export interface ExpiryMarket {
  readonly expiry: EpochMs;
  readonly series: string;
  readonly label: string;
  /** ACT/365F from the chain's `asOf`. */
  readonly years: number;
  readonly forward: number | null;
  readonly discount: number;
  readonly atmVol: number | null;
  readonly smile: Smile | null;
  readonly unfitted: ExpiryReport['unfitted'];
  /** By strike, rising. */
  readonly puts: readonly ListedContract[];
  readonly calls: readonly ListedContract[];
}

/** Whether spot is the venue's index, or the forward of the nearest expiry, which carry has moved little. */
export type SpotSource = 'index' | 'nearest-forward';

/** All that bills are made of and that depends on the chain alone: made once a chain, asked by every plan. */
export interface ProtectionMarket {
  readonly venue: VenueId;
  readonly underlying: string;
  readonly asOf: EpochMs;
  /** The venue's index, or the nearest forward where it is not known; null where there is neither. */
  readonly spot: number | null;
  readonly spotSource: SpotSource | null;
  readonly deltaConvention: DeltaConvention;
  readonly premiumUnit: PremiumUnit;
  readonly quoteCurrency: string;
  /** In time order. */
  readonly expiries: readonly ExpiryMarket[];
  /** The fits of all expiries that have one, for times between and beside them. */
  readonly fits: readonly SliceFit[];
  /** Order books where they are known, by instrument name; they stand in for the quote's best price and size. */
  readonly books: ReadonlyMap<string, OrderBook>;
}

const NO_BOOKS: ReadonlyMap<string, OrderBook> = new Map();

/** Sorts a chain and its analysis into what bills are made of. */
export function protectionMarket(
  chain: OptionChain,
  { report, surface }: Pick<Analysis, 'report' | 'surface'>,
): ProtectionMarket {
  const points = new Map(report.points.map((point) => [point.instrument, point]));
  const books = chain.books ?? NO_BOOKS;
  const listed = listedExpiries(chain);
  const expiries = listed.flatMap((quotes, index) => {
    const expiry = report.expiries[index];
    if (expiry === undefined) return [];
    const smile = surface.get(smileKey(quotes))?.smile ?? null;
    return [expiryMarket(quotes, expiry, { points, smile, books })];
  });
  const first = listed[0]?.contracts[0]?.instrument;
  return {
    venue: chain.venue,
    underlying: chain.underlying,
    asOf: chain.asOf,
    ...spotOf(chain, expiries),
    deltaConvention: report.deltaConvention,
    premiumUnit: first?.premiumUnit ?? 'quote',
    quoteCurrency: first?.quoteCurrency ?? 'USD',
    expiries,
    fits: [...surface.values()].toSorted((a, b) => a.smile.years - b.smile.years),
    books,
  };
}

function spotOf(
  { indexPrice, asOf }: OptionChain,
  expiries: readonly ExpiryMarket[],
): Pick<ProtectionMarket, 'spot' | 'spotSource'> {
  if (indexPrice !== null) return { spot: indexPrice, spotSource: 'index' };
  const nearest = expiries.find(({ expiry, forward }) => expiry > asOf && forward !== null);
  const spot = nearest?.forward ?? null;
  return { spot, spotSource: spot === null ? null : 'nearest-forward' };
}

interface ExpirySources {
  readonly points: ReadonlyMap<string, ReportPoint>;
  readonly smile: Smile | null;
  readonly books: ReadonlyMap<string, OrderBook>;
}

function expiryMarket(
  { expiry, series, contracts }: ExpiryQuotes,
  { label, years, forward, discount, atmVol, unfitted }: ExpiryReport,
  { points, smile, books }: ExpirySources,
): ExpiryMarket {
  const priced = forward !== null && atmVol !== null && smile !== null && years > 0;
  const basis = priced ? { forward, discount, atmVol, smile } : null;
  const listed = contracts.flatMap(({ instrument, quote }) => {
    const point = points.get(instrument.name);
    if (point === undefined) return [];
    const book = books.get(instrument.name) ?? null;
    const open = basis !== null && point.state !== 'expired';
    const pricing = open ? contractPricing({ instrument, quote, point, book, ...basis }) : null;
    return [{ instrument, quote, point, pricing }];
  });
  const side = (right: Instrument['right']): readonly ListedContract[] =>
    listed
      .filter(({ instrument }) => instrument.right === right)
      .toSorted((a, b) => a.instrument.strike - b.instrument.strike);
  return {
    expiry,
    series,
    label,
    years,
    forward,
    discount,
    atmVol,
    smile,
    unfitted,
    puts: side('put'),
    calls: side('call'),
  };
}
