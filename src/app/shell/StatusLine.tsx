import type { ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import type { MarketWords } from './market-words.ts';
import styles from './status-line.module.css';
import { clockText, instantText, spanText } from '#app/reading/time-words.ts';

interface StatusLineProps {
  readonly words: MarketWords;
  /** `Deribit`, `Sample market`, the name of a file. */
  readonly source: string;
  /** Null where age means nothing: a file, a made-up market. */
  readonly ageMs: number | null;
  readonly coverage: string | null;
  /** How prices come, in a word; null where there is nothing to say. */
  readonly transport: string | null;
  readonly asOf: EpochMs | null;
}

/**
 * Source, age, coverage. A screen reader hears when the state changes and can read the rest; what ticks is silent.
 */
export function StatusLine({
  words,
  source,
  ageMs,
  coverage,
  transport,
  asOf,
}: StatusLineProps): ReactElement {
  const recorded = words.tone === 'replay' || words.state === 'Replay';
  const state =
    words.state === source || words.tone === 'waiting' ? words.state : `${words.state} · ${source}`;
  return (
    <output className={styles.line} data-tone={words.tone}>
      <span className={styles.dot} />
      <span className={styles.state}>{state}</span>
      <span className={styles.silent} aria-live="off">
        {ageMs !== null && <span className={styles.age}>{spanText(ageMs)} old</span>}
        {transport !== null && <span className={styles.transport}>{transport}</span>}
        {coverage !== null && <span className={styles.coverage}>{coverage}</span>}
        {asOf !== null && (
          <time className={styles.time}>{recorded ? instantText(asOf) : clockText(asOf)}</time>
        )}
      </span>
    </output>
  );
}
