import type { ReactElement } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import { useNow } from '#state/use-now.ts';
import styles from './header.module.css';
import { recordedWords } from './recorded-words.ts';

const TICK_MS = 2000;

/** How much of the live session is held to be saved, and since when no more fits. */
export function RecordedSize(): ReactElement | null {
  const { recorded } = useApp().doors;
  const venue = useSelection((state) => state.venue);
  const live = useSelection((state) => state.market === 'live');
  const now = useNow(TICK_MS);
  const held = live ? recorded(venue) : null;
  if (held === null) return null;
  const { figure, title, full } = recordedWords(held, now);
  return (
    <span className={styles.recorded} data-full={full} title={title} aria-label="Recorded so far">
      {figure}
    </span>
  );
}
