import { useState, type ReactElement } from 'react';
import { useSession } from '#state/app-context.ts';
import control from '#app/reading/control.module.css';
import styles from './app.module.css';
import { read, remember } from './remembered.ts';

const SEEN = 'hint-seen';

/** Once, on a first visit: how to read and where the rest is. Dismissed for good. */
export function FirstHint(): ReactElement | null {
  const [seen, setSeen] = useState(() => read(SEEN) !== null);
  const opening = useSession((state) => state.opening !== null);
  // What is being opened is told in the same corner.
  if (seen || opening) return null;
  const dismiss = (): void => {
    remember(SEEN, 'yes');
    setSeen(true);
  };
  return (
    <aside className={styles.hint} aria-label="First steps">
      {matchMedia('(pointer: coarse)').matches ? (
        <p>
          Tap a chart to read it, tap the same place again to pin it; a second pin shows the difference. The
          address always holds the whole view.
        </p>
      ) : (
        <p>
          Point at a chart to read it, click or press Enter to pin it; a second pin shows the difference.{' '}
          <kbd>?</kbd> lists the keys, <kbd>/</kbd> finds everything else. The address always holds the whole
          view.
        </p>
      )}
      <button type="button" className={control.button} onClick={dismiss}>
        Got it
      </button>
    </aside>
  );
}
