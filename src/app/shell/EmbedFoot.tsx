import type { ReactElement } from 'react';
import type { Report } from '#analytics/report.ts';
import { useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import { encodeSelection } from '#state/url-codec.ts';
import styles from './app.module.css';
import { marketCaption } from './market-caption.ts';
import { MarketStatus } from './MarketStatus.tsx';

interface EmbedFootProps {
  readonly market: Market;
  readonly report: Report | null;
}

/** Under a panel in another page: how old it is, what it rests on, and the way to the whole. */
export function EmbedFoot({ market, report }: EmbedFootProps): ReactElement {
  const chosen = useSelection((state) => state);
  return (
    <footer className={styles.foot}>
      <MarketStatus market={market} coverage={null} />
      {report !== null && <span>{marketCaption(market, report)}</span>}
      <a href={`?${encodeSelection({ ...chosen, view: 'page' })}`} target="_blank" rel="noopener">
        Open in Smirk
      </a>
    </footer>
  );
}
