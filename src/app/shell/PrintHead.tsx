import type { ReactElement } from 'react';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import styles from './app.module.css';
import { marketCaption } from './market-caption.ts';

interface PrintHeadProps {
  readonly market: Market;
  readonly analysed: Analysed | null;
}

/** On paper only: what the header says on screen. */
export function PrintHead({ market, analysed }: PrintHeadProps): ReactElement | null {
  if (analysed === null) return null;
  return (
    <p className={styles.paper} aria-hidden="true">
      Smirk. {marketCaption(market, analysed.report)}
    </p>
  );
}
