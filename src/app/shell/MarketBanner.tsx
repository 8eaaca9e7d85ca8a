import type { ReactElement } from 'react';
import styles from './market-banner.module.css';
import control from '#app/reading/control.module.css';
import type { MarketWords } from './market-words.ts';

interface MarketBannerProps {
  readonly words: MarketWords;
  readonly venue: string;
  readonly onRetry: () => void;
  readonly onGoLive: () => void;
  readonly onCloseFile: () => void;
}

/** The large badge for anything that is not a live market, and what is wrong with one that should be. */
export function MarketBanner(props: MarketBannerProps): ReactElement | null {
  const { words, venue } = props;
  if (words.badge === null && words.message === null) return null;
  const remedies = {
    retry: { label: `Retry ${venue}`, act: props.onRetry },
    'go-live': { label: `Go live on ${venue}`, act: props.onGoLive },
    'close-file': { label: 'Close file', act: props.onCloseFile },
  };
  const remedy = words.remedy === null ? null : remedies[words.remedy];
  return (
    <section
      className={styles.banner}
      data-tone={words.tone}
      data-remedy={words.remedy}
      aria-label="Where the numbers come from"
    >
      {words.badge !== null && <strong className={styles.badge}>{words.badge}</strong>}
      <p className={styles.message}>
        <span role={words.tone === 'warning' ? 'alert' : undefined}>{words.message}</span>
        {words.countdown !== null && (
          <span className={styles.countdown} aria-live="off">
            {' '}
            {capitalised(words.countdown)}.
          </span>
        )}
      </p>
      {remedy !== null && (
        <button type="button" className={control.button} onClick={remedy.act}>
          {remedy.label}
        </button>
      )}
    </section>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
