import { expiryLabel } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { ExpiryChip } from './expiry-strip.ts';
import { clockText } from './time-words.ts';
import type { Comparison } from '#state/selection.ts';
import type { LiveMarket, ReplayMarket } from '#state/market/market-source.ts';
import type { Market } from '#state/use-market.ts';

/** One thing to compare with. */
interface CompareChoice {
  /** Unique in the picker. */
  readonly code: string;
  readonly label: string;
  readonly comparison: Comparison;
}

/** Choices of one kind under their name. */
export interface CompareGroup {
  readonly name: string;
  readonly choices: readonly CompareChoice[];
}

/** More instants than this are offered evenly spaced. */
const MOST_TIMES = 48;

/** The picker's word for a comparison. */
export function compareCode(comparison: Comparison): string {
  if (comparison.kind === 'file') return 'file';
  if (comparison.kind === 'expiry') return `expiry ${comparison.expiry}`;
  return comparison.kind === 'venue' ? `venue ${comparison.venue}` : `time ${comparison.at}`;
}

function choice(comparison: Comparison, label: string): CompareChoice {
  return { code: compareCode(comparison), label, comparison };
}

function times({ replay }: Pick<Market, 'replay'>, chosen: Comparison | null): readonly CompareChoice[] {
  const frames = replay?.frames ?? [];
  if (frames.length < 2) return [];
  const every = Math.ceil(frames.length / MOST_TIMES);
  return frames
    .filter(({ at }, i) => i % every === 0 || (chosen?.kind === 'time' && chosen.at === at))
    .map(({ at }) => choice({ kind: 'time', at }, momentLabel(at)));
}

/** `5 FEB 21:29:37`: short enough for the picker; its group says UTC. */
function momentLabel(at: EpochMs): string {
  return `${expiryLabel(at).replace(/ \d+$/, '')} ${clockText(at).slice(0, 8)}`;
}

/** What there is to choose from. */
export interface Comparable {
  /** Expiries of the market on screen, where one of them can be compared with. */
  readonly chips: readonly ExpiryChip[];
  readonly market: Pick<Market, 'onScreen' | 'snapshot' | 'replay'>;
  readonly live: readonly LiveMarket[];
  /** A second file that is open; null where none is. */
  readonly beside: ReplayMarket | null;
}

/** Everything the market on screen can be compared with; groups with nothing in them are left out. */
export function compareGroups(
  { chips, market, live, beside }: Comparable,
  chosen: Comparison | null,
): readonly CompareGroup[] {
  const shown = market.snapshot?.chain.venue;
  const venues = market.onScreen.kind === 'live' ? live.filter(({ venue }) => venue !== shown) : [];
  return [
    {
      name: 'Another expiry',
      choices: chips.map(({ expiry, label, days }) =>
        choice({ kind: 'expiry', expiry }, `${label}, ${days}`),
      ),
    },
    {
      name: 'Another venue',
      choices: venues.map(({ venue, label }) => choice({ kind: 'venue', venue }, label)),
    },
    {
      name: 'Another file',
      choices: beside === null ? [] : [choice({ kind: 'file' }, beside.fileName)],
    },
    { name: 'Another time, UTC', choices: times(market, chosen) },
  ].filter(({ choices }) => choices.length > 0);
}
