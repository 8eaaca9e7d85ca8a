import { useCallback, useRef, useState, type ReactElement } from 'react';
import control from '#app/reading/control.module.css';
import { Conventions } from './Conventions.tsx';
import styles from './controls-sheet.module.css';
import { Icon } from './Icon.tsx';
import { useDismissal } from './use-dismissal.ts';

/** On a phone: every control at the foot of the screen, out of the picture's way until wanted. */
export function ControlsSheet({
  slot,
}: {
  readonly slot: (element: HTMLElement | null) => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);
  useDismissal(open, place, close);
  return (
    <div ref={place} className={styles.place}>
      <section id="controls-sheet" className={styles.sheet} aria-label="Controls" hidden={!open}>
        <div ref={slot} className={styles.panel} />
        <Conventions />
      </section>
      <button
        type="button"
        className={`${control.button} ${styles.handle}`}
        aria-expanded={open}
        aria-controls="controls-sheet"
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'close' : 'controls'} /> {open ? 'Close' : 'Controls'}
      </button>
    </div>
  );
}
