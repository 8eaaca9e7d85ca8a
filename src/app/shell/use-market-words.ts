import { liveStatus, type LiveStatus } from '#state/market/live-status.ts';
import type { Market } from '#state/use-market.ts';
import { useNow } from '#state/use-now.ts';
import { marketWords, type MarketWords } from './market-words.ts';

const TICK_MS = 1000;

/** Words about the market on screen, told anew every second. */
export function useMarketWords(market: Market): { readonly words: MarketWords; readonly live: LiveStatus } {
  const now = useNow(TICK_MS);
  const live = liveStatus(market.live, now);
  const asked = market.underlying;
  const shown = market.snapshot?.chain.underlying ?? asked;
  const file = market.replay && { name: market.replay.fileName, sample: market.replay.sample };
  return {
    live,
    words: marketWords({
      onScreen: market.onScreen,
      live,
      venue: market.venueLabel,
      file,
      now,
      substitute: shown === asked ? null : { asked, shown },
    }),
  };
}
