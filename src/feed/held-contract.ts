import { epochMs } from '#base/time.ts';
import type { QuoteFigures, QuotePart } from '#exchanges/adapter.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import { ONE_PIECE } from './rejected-rows.ts';

/** What is remembered of one contract: its quote, and of what it was put together where the venue sends parts. */
export interface HeldContract {
  readonly contract: ContractQuote;
  /** The newest of each kind, the most recent last; null for a quote that came in one piece. */
  readonly parts: ReadonlyMap<string, QuotePart> | null;
}

const NO_FIGURES: QuoteFigures = {
  bid: null,
  ask: null,
  bidSize: null,
  askSize: null,
  mark: null,
  last: null,
  venueMarkVol: null,
  venueBidVol: null,
  venueAskVol: null,
  forward: null,
  forwardName: null,
  discount: null,
  openInterest: null,
  volume: null,
};

/** Puts a part into what is held; an older part than the one of its kind that is there changes nothing. */
export function withPart(held: HeldContract | null, kind: string, part: QuotePart): HeldContract {
  const parts = new Map(held === null ? [] : partsOf(held));
  const before = parts.get(kind);
  if (held !== null && before !== undefined && part.at < before.at) return held;
  parts.delete(kind);
  parts.set(kind, part);
  return joined(parts, part.instrument);
}

/** Takes a part away; null when nothing else was known of the contract. */
export function withoutPart(held: HeldContract, kind: string): HeldContract | null {
  if (held.parts?.has(kind) !== true) return held;
  const parts = new Map(held.parts);
  parts.delete(kind);
  return parts.size === 0 ? null : joined(parts, held.contract.instrument);
}

/**
 * Gives a contract its listed terms. Sizes are contracts: those of a quote in one piece follow when the listed
 * contract size differs from the one that the name suggested, those of parts came as contracts.
 */
export function withTerms(held: HeldContract, listed: Instrument | undefined): HeldContract {
  if (listed === undefined || listed === held.contract.instrument) return held;
  const { instrument, quote } = held.contract;
  const scale = held.parts === null ? instrument.contractSize / listed.contractSize : 1;
  const scaled = quote === null || scale === 1 ? quote : rescaled(quote, scale);
  return { ...held, contract: { instrument: listed, quote: scaled } };
}

function partsOf({ contract, parts }: HeldContract): Iterable<readonly [string, QuotePart]> {
  if (parts !== null) return parts;
  const { instrument, quote } = contract;
  if (quote === null) return [];
  const { instrument: _name, at, ...figures } = quote;
  return [[ONE_PIECE, { instrument, at, figures }]];
}

/**
 * Each figure from the newest part that carries it; of parts of one instant the later to arrive. The quote is as old
 * as its prices, so that a fresh vol does not make an old bid look new.
 */
function joined(parts: ReadonlyMap<string, QuotePart>, instrument: Instrument): HeldContract {
  const inTime = [...parts.values()].sort((a, b) => a.at - b.at);
  const figures = { ...NO_FIGURES };
  for (const part of inTime) Object.assign(figures, part.figures);
  const dated = inTime.findLast(({ figures: own }) => 'bid' in own || 'ask' in own) ?? inTime.at(-1);
  const at = epochMs(dated?.at ?? 0);
  return { contract: { instrument, quote: { instrument: instrument.name, ...figures, at } }, parts };
}

function rescaled(quote: Quote, scale: number): Quote {
  const times = (size: number | null): number | null => (size === null ? null : size * scale);
  return { ...quote, bidSize: times(quote.bidSize), askSize: times(quote.askSize) };
}
