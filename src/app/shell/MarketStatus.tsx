import type { ReactElement } from 'react';
import type { Market } from '#state/use-market.ts';
import { StatusLine } from './StatusLine.tsx';
import { transportWord } from './market-words.ts';
import { useMarketWords } from './use-market-words.ts';

interface MarketStatusProps {
  readonly market: Market;
  /** `812 of 878 quotes used`; null before the first report. */
  readonly coverage: string | null;
}

/** The status line of the market on screen; ticks by itself so that nothing else must. */
export function MarketStatus({ market, coverage }: MarketStatusProps): ReactElement {
  const { words, live } = useMarketWords(market);
  return (
    <StatusLine
      words={words}
      source={market.label}
      ageMs={market.onScreen.kind === 'live' ? live.ageMs : null}
      coverage={coverage}
      transport={transportWord({ onScreen: market.onScreen, live })}
      asOf={market.snapshot?.chain.asOf ?? null}
    />
  );
}
