import type { ReactElement } from 'react';
import type { Opening } from '#state/session-store.ts';
import { useElapsed } from '#state/use-elapsed.ts';
import control from '#app/reading/control.module.css';
import styles from './opening-note.module.css';
import { openingShare, openingWords } from './opening-words.ts';

/** What takes less is not worth a word. */
const SHORT_MS = 300;

/** How far the opening of a file has come, and how to stop it. */
export function OpeningProgressNote({
  opening: { fileName, progress, cancel },
}: {
  readonly opening: Opening;
}): ReactElement | null {
  const long = useElapsed(fileName, SHORT_MS);
  if (!long) return null;
  const words = openingWords(fileName, progress);
  return (
    <section className={styles.note} aria-label="Opening a file">
      <p className={styles.words}>{words} …</p>
      <progress className={styles.bar} aria-label={words} value={openingShare(progress) ?? undefined} />
      <button type="button" className={control.button} onClick={cancel}>
        Cancel
      </button>
    </section>
  );
}
