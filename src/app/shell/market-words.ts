import type { EpochMs } from '#base/time.ts';
import type { LiveStatus } from '#state/market/live-status.ts';
import type { OnScreen } from '#state/market/market-on-screen.ts';
import { spanText } from '#app/reading/time-words.ts';

/** Quotes whose own time stamp is older than this on arrival are called delayed; a clock this far off is called wrong. */
const DELAYED_MS = 60_000;

export interface MarketSituation {
  readonly onScreen: OnScreen;
  readonly live: LiveStatus;
  /** The venue the user asked for. */
  readonly venue: string;
  /** The file on screen, and whether it holds the sample market. */
  readonly file: { readonly name: string; readonly sample: boolean } | null;
  readonly now: EpochMs;
  /** An underlying that was asked for and is not part of the sample market, and the one in its place. */
  readonly substitute?: { readonly asked: string; readonly shown: string } | null;
}

/** How the page must say where its numbers come from. */
export interface MarketWords {
  readonly tone: 'live' | 'warning' | 'sample' | 'replay' | 'waiting';
  /** One or two words for the status line. */
  readonly state: string;
  /** Large letters over the page; null when the market is simply live. */
  readonly badge: string | null;
  /** What happened and what it means for the numbers; null when there is nothing to say. */
  readonly message: string | null;
  /** `next try in 4 s`; changes every second, so it is kept apart from the message. */
  readonly countdown: string | null;
  /** What one click would do about it. */
  readonly remedy: 'retry' | 'go-live' | 'close-file' | null;
}

function countdownOf({ nextTryAt, fault, byRequest }: LiveStatus, now: EpochMs): string | null {
  if (nextTryAt === null && fault === null) return null;
  if (nextTryAt === null) return byRequest ? 'it is not asked again by itself' : 'trying again now';
  return nextTryAt <= now ? 'trying again now' : `next try in ${spanText(nextTryAt - now + 999)}`;
}

function replayWords({ file }: MarketSituation): MarketWords {
  const sample = file?.sample === true;
  return {
    tone: sample ? 'sample' : 'replay',
    state: 'Replay',
    badge: sample ? 'Sample market · replay' : 'Replay',
    message: `${file?.name ?? ''}${sample ? ', recorded from the sample market: no real prices' : ''}`,
    countdown: null,
    remedy: 'close-file',
  };
}

function sampleWords({ onScreen, live, venue, now, substitute }: MarketSituation): MarketWords {
  const chosen = onScreen.kind === 'sample' && onScreen.why === 'chosen';
  const reason = live.fault?.text ?? `${venue} has not answered yet.`;
  const other = substitute ? ` They have no ${substitute.asked}: this is ${substitute.shown}.` : '';
  return {
    tone: 'sample',
    state: 'Sample market',
    badge: 'Sample market',
    message: `${chosen ? 'Made-up prices from a model, not a market.' : `${reason} Made-up prices stand in.`}${other}`,
    countdown: chosen ? null : countdownOf(live, now),
    remedy: chosen ? 'go-live' : 'retry',
  };
}

function faultState({ phase, byRequest }: LiveStatus): string {
  if (phase === 'partial') return 'Partly live';
  return byRequest ? 'Not updating' : 'Reconnecting';
}

/** How the prices come, in a word; null while there is nothing to say. */
export function transportWord({ onScreen, live }: Pick<MarketSituation, 'onScreen' | 'live'>): string | null {
  if (onScreen.kind !== 'live' || live.stream === null) return null;
  if (live.stream.phase === 'streaming') return 'streaming';
  return live.stream.phase === 'reconnecting' && live.byRequest ? 'polling' : null;
}

/** Tells data that is late from a clock that is wrong, as far as the venue lets its clock be read. */
function timeWords({ delayMs, skewMs }: LiveStatus, venue: string): string | null {
  const late = delayMs !== null && delayMs > DELAYED_MS;
  const behind = `${venue} stamps its newest quote ${spanText(delayMs ?? 0)} before it arrived here`;
  if (skewMs === null) return late ? `${behind}: it is late, or this device’s clock is ahead.` : null;
  const off = `This device’s clock is ${spanText(Math.abs(skewMs))} ${skewMs < 0 ? 'ahead of' : 'behind'} ${venue}’s; ages are counted from receipt.`;
  const wrong = Math.abs(skewMs) > DELAYED_MS;
  return [late ? `${behind}.` : '', wrong ? off : ''].filter(Boolean).join(' ') || null;
}

function liveWords({ live, venue, now }: MarketSituation): MarketWords {
  const delayed = live.delayMs !== null && live.delayMs > DELAYED_MS;
  if (live.fault !== null) {
    const partly = live.phase === 'partial';
    const rest = partly
      ? 'Expiries on screen go on by socket; the others age.'
      : 'The last prices stay on screen and age.';
    return {
      tone: 'warning',
      state: faultState(live),
      badge: delayed ? 'Delayed' : null,
      message: `${live.fault.text} ${rest}`,
      countdown: countdownOf(live, now),
      remedy: 'retry',
    };
  }
  return {
    tone: delayed || live.phase === 'stale' ? 'warning' : 'live',
    state: live.phase === 'stale' ? 'Stale' : delayed ? 'Delayed' : 'Live',
    badge: delayed ? 'Delayed' : null,
    message: timeWords(live, venue),
    countdown: null,
    remedy: null,
  };
}

function nothingWords({ live, venue, now }: MarketSituation): MarketWords {
  if (live.fault === null) {
    return {
      tone: 'waiting',
      state: `Asking ${venue}`,
      badge: null,
      message: null,
      countdown: null,
      remedy: null,
    };
  }
  return {
    tone: 'warning',
    state: 'No prices',
    badge: null,
    message: live.fault.text,
    countdown: countdownOf(live, now),
    remedy: 'retry',
  };
}

/** Words for where the numbers on screen come from, and for what is wrong with it. */
export function marketWords(situation: MarketSituation): MarketWords {
  const words: Readonly<Record<OnScreen['kind'], (situation: MarketSituation) => MarketWords>> = {
    replay: replayWords,
    sample: sampleWords,
    live: liveWords,
    none: nothingWords,
  };
  return words[situation.onScreen.kind](situation);
}
