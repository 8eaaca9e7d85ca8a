import type { ReactElement } from 'react';
import { useApp } from '#state/app-context.ts';
import { chooseUnderlying } from '#state/selection-store.ts';
import { closeReplay } from '#state/session-store.ts';
import type { Market } from '#state/use-market.ts';
import { MarketBanner } from './MarketBanner.tsx';
import { useMarketWords } from './use-market-words.ts';

/** The banner of the market on screen, with what one click does about it. */
export function MarketNotice({ market }: { readonly market: Market }): ReactElement {
  const { selection, session } = useApp();
  const { words } = useMarketWords(market);
  return (
    <MarketBanner
      words={words}
      venue={market.venueLabel}
      onRetry={market.retry}
      onGoLive={() => chooseUnderlying(selection, { market: 'live' })}
      onCloseFile={() => closeReplay(session)}
    />
  );
}
