import { type EpochMs, epochMs } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { clockText, spanText } from '#app/reading/time-words.ts';
import type { useFeedHealth } from '#state/use-streams.ts';

/** How a venue's sockets are doing. */
export type Health = NonNullable<ReturnType<typeof useFeedHealth>>;

/** One fact about the feed. */
export interface FeedFact {
  readonly name: string;
  readonly value: string;
  readonly how: string;
}

const PHASES: Readonly<Record<Health['phase'], string>> = {
  off: 'closed',
  connecting: 'connecting',
  streaming: 'streaming',
  reconnecting: 'connection lost, trying again',
  paused: 'paused while nobody looks',
};

const LOSSES: Readonly<Record<NonNullable<Health['lastLoss']>['reason'], string>> = {
  'not-opened': 'it did not open',
  'closed-by-venue': 'closed by the venue',
  'half-open': 'it fell silent',
  'not-loaded': 'the page could not load its part for sockets',
  slept: 'the device slept',
  offline: 'the device was offline',
};

const INCIDENTS: Readonly<Record<Health['incidents'][number]['kind'], string>> = {
  connected: 'Connected',
  lost: 'Connection lost',
  gap: 'Messages missed',
  resync: 'Asked for the whole chain anew',
  refused: 'Refused',
  renewed: 'Connection renewed',
  paused: 'Paused',
  resumed: 'Resumed',
  'left-out': 'Messages left out',
};

const since = (at: EpochMs | null, now: EpochMs): string =>
  at === null ? 'never' : `${spanText(Math.max(0, now - at))} ago`;

function lineFacts({ phase, since: at, lastLoss, nextTryAt }: Health, now: EpochMs): readonly FeedFact[] {
  const next = nextTryAt === null ? '' : ` Next attempt in ${spanText(Math.max(0, nextTryAt - now))}.`;
  const lost =
    lastLoss === null
      ? 'No loss yet.'
      : `Last loss at ${clockText(lastLoss.at)}: ${LOSSES[lastLoss.reason]}.`;
  return [
    {
      name: 'Sockets',
      value: `${PHASES[phase]}, for ${spanText(Math.max(0, now - at))}`,
      how: `${lost}${next}`,
    },
  ];
}

function clockFact({ clock }: Health): FeedFact {
  const name = 'Clock';
  if (clock === null) return { name, value: 'not known', how: 'The venue’s heartbeats carry no time.' };
  const { skewMs, marginMs, samples } = clock;
  const within = `± ${numberText(marginMs / 1000, 2)} s`;
  return {
    name,
    value: `${signedText(skewMs / 1000, 2)} s ${within}`,
    how: `Venue less this device, over ${numberText(samples, 0)} heartbeats; the margin is half of the best round trip.`,
  };
}

function delayFact({ delayMs, clock }: Health): FeedFact {
  const by = clock === null ? 'both clocks as they are' : 'both by the venue’s clock';
  return {
    name: 'Delay',
    value: delayMs === null ? 'not known' : `${numberText((delayMs + (clock?.skewMs ?? 0)) / 1000, 2)} s`,
    how: `Receipt less the venue’s stamp, median, ${by}.`,
  };
}

/** What the feed does now, and what it did since the page opened. */
export function feedFacts(health: Health, now: EpochMs): readonly FeedFact[] {
  const { lastDataAt, lastFrameAt, framesPerSecond, channels, totals } = health;
  const count = (value: number): string => numberText(value, 0);
  return [
    ...lineFacts(health, now),
    {
      name: 'Last quotes',
      value: since(lastDataAt, now),
      how: `Last message of any kind: ${since(lastFrameAt, now)}.`,
    },
    {
      name: 'Rate',
      value: `${numberText(framesPerSecond, 1)} messages a second`,
      how: 'Over the last ten seconds.',
    },
    delayFact(health),
    clockFact(health),
    {
      name: 'Channels',
      value: `${count(channels.subscribed)} of ${count(channels.wanted)} subscribed`,
      how: `${count(channels.refused)} refused, ${count(channels.overLimit)} beyond what the venue allows.`,
    },
    {
      name: 'Since the page opened',
      value: `${count(totals.frames)} messages`,
      how: `${count(totals.connects)} connections, ${count(totals.losses)} lost, ${count(totals.gaps)} gaps, ${count(totals.resyncs)} times asked anew; ${count(totals.superseded)} overtaken by newer ones, ${count(totals.overflowed)} left out for want of room, ${count(totals.unread)} unreadable.`,
    },
  ];
}

/** One minute as a bar. */
export interface MinuteBar {
  readonly at: EpochMs;
  /** Of the busiest minute, in [0, 1]. */
  readonly share: number;
  readonly frames: number;
  /** A connection was lost or messages were missed in this minute. */
  readonly troubled: boolean;
}

const MINUTE_MS = 60_000;
const TROUBLES: ReadonlySet<string> = new Set(['lost', 'gap', 'left-out', 'refused']);

/** The last hour, oldest first. */
export function minuteBars({
  minutes,
  incidents,
}: Pick<Health, 'minutes' | 'incidents'>): readonly MinuteBar[] {
  const most = Math.max(1, ...minutes.map(({ frames }) => frames));
  const troubled = new Set(
    incidents.flatMap(({ at, kind }) => (TROUBLES.has(kind) ? [epochMs(at - (at % MINUTE_MS))] : [])),
  );
  return minutes.map(({ at, frames, leftOut }) => ({
    at,
    frames,
    share: frames / most,
    troubled: leftOut > 0 || troubled.has(epochMs(at - (at % MINUTE_MS))),
  }));
}

/** The bars in one sentence. */
export function minutesInWords(bars: readonly MinuteBar[]): string {
  const troubled = bars.filter((bar) => bar.troubled).length;
  const silent = bars.filter(({ frames }) => frames === 0).length;
  const most = Math.max(0, ...bars.map(({ frames }) => frames));
  return `Messages a minute over the last ${numberText(bars.length, 0)} minutes, at most ${numberText(most, 0)}; ${numberText(silent, 0)} silent, ${numberText(troubled, 0)} with a loss or a gap.`;
}

const LISTED = 20;

/** What happened in the last hour, the newest first. */
export function incidentLines({ incidents }: Pick<Health, 'incidents'>): readonly {
  readonly id: string;
  readonly time: string;
  readonly text: string;
}[] {
  return incidents
    .map(({ at, kind, detail, reason }, place) => ({
      id: `${at} ${place}`,
      time: clockText(at),
      text: [INCIDENTS[kind], reason === null ? detail : LOSSES[reason]]
        .filter((part) => part !== '')
        .join(': '),
    }))
    .toReversed()
    .slice(0, LISTED);
}
