import { err, type Result } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import { type FeedFailure, feedFailureText } from '#feed/feed-failure.ts';
import type { Transport } from '#feed/transport.ts';
import type { WireMessage } from '#market/recording.ts';
import type {
  BookQuestion,
  FetchedAnswer,
  FetchedAnswers,
  HeldChain,
  Purpose,
} from '../worker/desk-protocol.ts';
import type { Desk } from '../worker/start-desk.ts';
import { MarketFaultError } from './market-fault.ts';
import type { LiveMarket, MarketSnapshot } from './market-source.ts';

/** What a market by way of the worker is made of. */
export interface DeskMarketParts {
  readonly desk: Desk;
  readonly transport: Transport;
  readonly now: () => EpochMs;
  /** In [0, 1). */
  readonly random: () => number;
  /** Sees every message as it came, unreadable ones too. */
  readonly onMessage: (message: WireMessage) => void;
}

/** What the worker made of an answer, or why there is none; a defect of the worker is a fault like any other. */
export function readOrFault<T>(
  outcome: Result<Result<T, FeedFailure>, string>,
  label: string,
  { now, random }: Pick<DeskMarketParts, 'now' | 'random'>,
): T {
  const defect = (detail: string) => err({ kind: 'document', reason: 'malformed-document', detail } as const);
  const read = outcome.ok ? outcome.value : defect(outcome.error);
  if (read.ok) return read.value;
  const text = feedFailureText(read.error, label);
  throw new MarketFaultError({ failure: read.error, text, at: now(), random: random() });
}

/** A chain in the worker's keeping as a picture of a market. */
export function snapshotOf({ head, ref, underlyings }: HeldChain, receivedAt: EpochMs): MarketSnapshot {
  return { chain: head, ref, receivedAt, underlyings };
}

/** When the first of several answers came: a chain is as old as its oldest part, however long its reading took. */
function firstReceipt({ answers }: FetchedAnswers): EpochMs | null {
  const receipts = answers.flatMap(({ outcome }) => (outcome.ok ? [outcome.value.at] : []));
  return receipts.length === 0 ? null : epochMs(Math.min(...receipts));
}

/** A venue that this page asks and the worker reads. What fails rejects, with all that the next attempt depends on. */
export function deskMarket(
  venue: Pick<LiveMarket, 'venue' | 'label' | 'knownUnderlyings' | 'restFromPage' | 'stream'>,
  parts: DeskMarketParts,
): LiveMarket {
  const { desk, transport, now, onMessage } = parts;

  async function fetchOne(url: string, signal: AbortSignal): Promise<FetchedAnswer> {
    const outcome = await transport.get({ url }, signal);
    if (outcome.ok) onMessage(outcome.value);
    else if (outcome.error.kind === 'http-error' && outcome.error.message) onMessage(outcome.error.message);
    return { url, outcome };
  }

  async function fetched(
    purpose: Purpose,
    underlying: string,
    signal: AbortSignal,
    instrument = '',
  ): Promise<FetchedAnswers & BookQuestion> {
    const question = { venue: venue.venue, underlying, now: now(), instrument };
    const addresses = await desk.call('addresses', { ...question, purpose });
    const urls = addresses.ok
      ? addresses.value
      : readOrFault<readonly string[]>(addresses, venue.label, parts);
    const answers = await Promise.all(urls.map((url) => fetchOne(url, signal)));
    return { ...question, answers };
  }

  return {
    ...venue,
    chain: async (underlying, signal) => {
      const asked = await fetched('chain', underlying, signal);
      const outcome = await desk.call('chain', asked);
      const held = readOrFault(outcome, venue.label, parts);
      const underlyings = [...new Set([...venue.knownUnderlyings, ...held.underlyings])];
      return snapshotOf({ ...held, underlyings }, firstReceipt(asked) ?? now());
    },
    instruments: async (underlying, signal) => {
      const asked = await fetched('terms', underlying, signal);
      const answers = [...asked.answers];
      for (;;) {
        const read = await desk.call('terms', { ...asked, answers });
        const { contracts, more } = readOrFault(read, venue.label, parts);
        if (more.length === 0) return contracts;
        answers.push(...(await Promise.all(more.map((url) => fetchOne(url, signal)))));
      }
    },
    book: async (underlying, instrument, signal) => {
      const asked = await fetched('book', underlying, signal, instrument);
      return readOrFault(await desk.call('book', asked), venue.label, parts);
    },
    index: async (underlying, signal) =>
      readOrFault(await desk.call('index', await fetched('index', underlying, signal)), venue.label, parts),
  };
}
