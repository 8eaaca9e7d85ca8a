import type { ReactElement } from 'react';
import { clockText } from '#app/reading/time-words.ts';
import { numberText } from '#charts/number-text.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { useNow } from '#state/use-now.ts';
import styles from './header.module.css';

const TICK_MS = 2000;

const megabytes = (bytes: number, decimals: number): string => `${numberText(bytes / 1e6, decimals)} MB`;

/** How much of the live session is held to be saved, and since when no more fits. */
export function RecordedSize(): ReactElement | null {
  const { recorded } = useApp().doors;
  const venue = useSelection((state) => state.venue);
  const live = useSelection((state) => state.market === 'live');
  useNow(TICK_MS);
  const held = live ? recorded(venue) : null;
  if (held === null) return null;
  const { size, largest, fullSince, messages } = held;
  const full = fullSince === null ? '' : ` full, nothing since ${clockText(fullSince)}`;
  const title = `${numberText(messages, 0)} messages held, ${megabytes(size, 1)} of at most ${megabytes(largest, 0)}${full === '' ? '' : `:${full}`}`;
  return (
    <span className={styles.recorded} data-full={full !== ''} title={title} aria-label="Recorded so far">
      {megabytes(size, 1)}
      {full}
    </span>
  );
}
