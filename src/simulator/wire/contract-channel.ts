import type { ListedContract } from '../listing.ts';
import type { MarketView, MarketViews } from '../market-view.ts';
import { uniformAt } from '../seeded-noise.ts';
import type { PushChannel } from './subscriptions.ts';

const SECOND = 1000;

/** Pushes of one contract, between one and two seconds apart, none once it has expired; null for a name not listed. */
export function contractChannel(
  name: string,
  views: MarketViews,
  now: MarketView,
  frame: (contract: ListedContract, view: MarketView) => string,
): PushChannel | null {
  const listed = now.find(name);
  if (listed === null) return null;
  return {
    everyMs: Math.round(SECOND * (1 + uniformAt(listed.stream, 30))),
    single: true,
    frames: (at) => {
      const view = views(at);
      const contract = view.find(name);
      return contract === null ? [] : [frame(contract, view)];
    },
  };
}

/** Pushes of a whole list or an index, as often as said. */
export function marketChannel(
  views: MarketViews,
  frames: (view: MarketView) => readonly string[],
  everyMs: number = SECOND,
): PushChannel {
  return { everyMs, single: false, frames: (at) => frames(views(at)) };
}
